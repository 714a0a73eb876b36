"""The words by which sources are told apart: `source_words().pointing` are نفس and ذات.

source_words.toml says what each group means. Groups of letters at the edges of words are tuples, all others sets."""

from functools import cache

import msgspec

from takhrij.lexicon.files import load
from takhrij.text.fold import fold

Letters = tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    addressed: str
    any_post: str
    asks: str
    broadcasters: str
    newspapers: str
    another: str
    agencies: str
    attached_openings: str
    before_addressee: str
    bound: str
    childless: str
    contrasting: str
    copies: str
    counted: str
    deputies: str
    editions: str
    feminine_endings: str
    feminine_name_endings: str
    for_news: str
    former: str
    generic_body: str
    goes_on: str
    head_of_government: str
    issued: str
    issued_before: str
    giving_out: str
    upon: str
    sent_to: str
    of_its_own: str
    issued_forms: str
    issued_openings: str
    joined_openings: str
    joining: str
    knowing: str
    knowing_of: str
    letters_alone: str
    made: str
    many: str
    many_documents: str
    masculine_media: str
    mass: str
    melted: str
    melted_openings: str
    never: str
    news: str
    nisba_endings: str
    nisba_endings_of_one: str
    not_of_surnames: str
    on_behalf: str
    on_behalf_of: str
    one_of: str
    palace: str
    people_at_large: str
    placing: str
    platforms: str
    plural_endings: str
    pointing: str
    pointing_before: str
    pronoun_endings: str
    qualities: str
    reached: str
    received_openings: str
    reporters: str
    sent_reporters: str
    said_of: str
    same_again: str
    several: str
    sides: str
    small: str
    small_joints: str
    somebodys: str
    source: str
    texts_of: str
    tidings: str
    in_which: str
    questions: str
    fields_of_agencies: str
    vague: str
    where_or_when: str
    whose: str


class SourceWords(msgspec.Struct, frozen=True):
    """The groups of source_words.toml, folded: words as sets, letters at a word's edge as tuples."""

    about: frozenset[str]
    addressed: frozenset[str]
    any_post: frozenset[str]
    asks: frozenset[str]
    broadcasters: frozenset[str]
    newspapers: frozenset[str]
    another: frozenset[str]
    agencies: frozenset[str]
    attached_openings: Letters
    before_addressee: frozenset[str]
    bound: frozenset[str]
    childless: frozenset[str]
    contrasting: frozenset[str]
    copies: frozenset[str]
    counted: frozenset[str]
    deputies: frozenset[str]
    editions: frozenset[str]
    feminine_endings: Letters
    feminine_name_endings: Letters
    for_news: frozenset[str]
    former: frozenset[str]
    generic_body: frozenset[str]
    goes_on: frozenset[str]
    head_of_government: frozenset[str]
    issued: frozenset[str]
    issued_before: Letters
    giving_out: frozenset[str]
    upon: frozenset[str]
    sent_to: frozenset[str]
    of_its_own: frozenset[str]
    issued_forms: frozenset[str]
    issued_openings: Letters
    joined_openings: Letters
    joining: frozenset[str]
    knowing: frozenset[str]
    knowing_of: frozenset[str]
    letters_alone: frozenset[str]
    made: frozenset[str]
    many: frozenset[str]
    many_documents: frozenset[str]
    masculine_media: frozenset[str]
    mass: frozenset[str]
    melted: Letters
    melted_openings: frozenset[str]
    never: frozenset[str]
    news: frozenset[str]
    nisba_endings: Letters
    nisba_endings_of_one: Letters
    not_of_surnames: Letters
    on_behalf: frozenset[str]
    on_behalf_of: frozenset[str]
    one_of: frozenset[str]
    palace: frozenset[str]
    people_at_large: frozenset[str]
    placing: frozenset[str]
    platforms: frozenset[str]
    plural_endings: Letters
    pointing: frozenset[str]
    pointing_before: frozenset[str]
    pronoun_endings: Letters
    qualities: frozenset[str]
    reached: Letters
    received_openings: Letters
    reporters: frozenset[str]
    sent_reporters: frozenset[str]
    said_of: frozenset[str]
    same_again: frozenset[str]
    several: frozenset[str]
    sides: frozenset[str]
    small: frozenset[str]
    small_joints: frozenset[str]
    somebodys: frozenset[str]
    source: frozenset[str]
    texts_of: frozenset[str]
    tidings: frozenset[str]
    in_which: frozenset[str]
    questions: frozenset[str]
    fields_of_agencies: frozenset[str]
    vague: frozenset[str]
    where_or_when: frozenset[str]
    whose: frozenset[str]


@cache
def source_words() -> SourceWords:
    """Every group, read on first use."""
    file = load("source_words.toml", _File)
    letters = {field.name for field in msgspec.structs.fields(SourceWords) if field.type == Letters}
    groups = {name: _group(text, letters=name in letters) for name, text in msgspec.structs.asdict(file).items()}
    return msgspec.convert(groups, SourceWords)


def _group(text: str, *, letters: bool) -> frozenset[str] | Letters:
    found = fold(text).split()
    return tuple(found) if letters else frozenset(found)
