"""Small words that hold a sentence together, in named groups; function_words.toml says what each group is."""

from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.text.fold import fold


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    that: str
    not_before_that: str
    relative: str
    answers_topic: str
    labels: str
    sides_of_places: str
    before_on: str
    say_something: str
    envoys: str
    units: str
    arms: str
    taken_up: str
    taking_up: str
    aside_openings: str
    relative_of_one: str
    negation: str
    auxiliary: str
    adjunct: str
    of_age: str
    occasion: str
    according: str
    as_said: str
    pronouns: str
    came: str
    answers_on: str
    own_voice: str
    again: str
    anonymity: str
    prepositions: str
    in_of: str
    in_by_on: str
    in_through: str
    to_by: str
    during: str
    to_with: str
    asides: str
    aside_prepositions: str
    before_noun: str
    after_object: str
    after_participle: str
    time_of_event: str
    issued: str
    conditions: str
    whenever: str
    occasions_of_verb: str
    unreal: str
    what: str
    what_joined: str
    what_told: str
    clause_links: str
    clause_breaks: str
    clause_starts: str
    clause_openers: str
    while_others: str
    then_that: str
    behind_agency: str
    and_openings: str
    joins_quotations: str
    resumptive: str
    from_one: str
    to_one: str
    meant_before: str
    of_one: str
    hanging: str
    whom: str
    manners: str
    object_pronouns: str
    possessor_endings: str
    pronoun_endings: str
    this: str
    possessor_openings: str
    first_of_post: str
    will: str
    never_adjectives: str
    pointed_to: str
    charges: str
    topics: str
    deeds: str
    pointing_at: str
    shortly: str
    ruling_bodies: str
    texts_said: str
    given_out: str
    same: str
    same_one: str
    may_speak: str
    source_heads: str
    counted_speakers: str
    addressed: str
    first_person: str
    not_of: str
    before_about: str
    parties: str
    nisba_nouns: str
    feminine_endings: str
    human_plural_endings: str
    withholding: str
    called: str
    back_then: str
    leading_plurals: str
    clause_openings: str
    verb_openings: str
    that_i: str
    no_beginning: str
    no_source: str
    no_subject: str
    once: str
    once_more: str
    asked_whether: str
    before_adjective: str
    no_object: str
    were: str
    of_nations: str
    heads_of_nations: str
    headed_for_nations: str
    post_joints: str
    source_adjectives: str
    posts_alone: str
    places_by_kind: str
    nouns_like_adjectives: str
    levels: str
    turns_before_account: str
    in_which: str
    who_post: str
    who_posts: str
    on_and_through: str
    platforms: str
    nominative_plural: str
    delegations: str
    nisba_endings: str
    adjective_endings: str
    plural_endings: str
    definite_openings: str
    proclitic_openings: str
    given_names_second: str
    given_names_like_titles: str
    definite_given_names: str
    outlet_proclitics: str
    surname_proclitics: str
    media: str
    entitled: str
    texts: str
    agreements: str
    figures: str
    abstract: str
    courts: str
    feasts: str
    silences: str
    admits_at_once: str
    declared: str
    responsibility: str
    statements: str
    withheld: str
    by_account: str
    before_no_account: str
    account_joints: str
    pluperfect: str
    saying: str
    before_saying: str
    happened: str
    possible: str
    going_on: str
    in_words_of: str
    manner_nouns: str
    their_words: str
    own_side: str
    own_side_openings: str
    capital: str
    in_turn: str
    how_strongly: str
    on_pages: str
    how_strongly_two: str
    own_voice_verbs: str
    own_voice_joints: str
    own_voice_objects: str
    turns_away: str
    without: str
    that_alone: str
    ranks: str
    in_reply: str
    parents: str
    of_rank: str
    of_silence: str
    turns_with_that: str
    and_they: str
    left_unsaid: str
    left_unsaid_verbs: str
    turns_of_same: str
    asides_of_speaker: str
    turns_of_clause: str
    turns: str
    beside: str
    aside_firsts: str
    aside_seconds: str
    pauses: str
    homographs: str
    adjectives_too: str
    belonging: str
    nouns_of_texts: str
    needs_whom: str
    expressed: str
    their_endings: str
    each_of: str
    of_rounds: str
    homographs_of_prepositions: str
    never_verbs: str
    elatives: str
    describing: str
    points: str
    of_things: str
    laid_down: str
    need_object: str
    judging_whom: str
    nouns_too: str
    judging: str
    no_object_verbs: str
    manner_verbs: str
    told_of_them: str
    basic_alike: str
    of_nouns: str
    turned_out: str
    thought: str
    court_acts: str
    ascribing: str
    reporting_nouns: str
    addressing_nouns: str
    telling_things: str
    invited_to: str
    topic_questions: str
    topic_pronouns: str
    declared_to_be: str
    bare_nouns: str


@cache
def group(name: str) -> frozenset[str]:
    """The folded words of the group `name` of function_words.toml."""
    return frozenset(letters(name))


@cache
def letters(name: str) -> tuple[str, ...]:
    """The folded words of a group in the order of the file: the beginnings or endings of words, for `startswith`."""
    return tuple(fold(getattr(_file(), name)).split())


@cache
def spelled(name: str) -> frozenset[str]:
    """The words of a group as they are written, not folded: lemmas, and spellings that only a hamza tells apart."""
    return frozenset(getattr(_file(), name).split())


@cache
def _file() -> _File:
    return load("function_words.toml", _File)
