"""Reasons that the archive gives, said in the reader's language."""

import re
from functools import cache

from markupsafe import Markup

from takhrij.show.plain import plain
from takhrij.web.wording import Words

# How `linking.tracing`, `linking.copies` and `store.candidates` put them, and the interface's words for it.
_REASONS = (
    (r"(?P<a>.+) copies (?P<b>.+) with credit", "copies_credited"),
    (r"(?P<a>.+) copies (?P<b>.+) without saying so", "copies_uncredited"),
    (r"(?P<a>.+) repeats its own report", "repeats_own"),
    (r"both rest on the word of (?P<a>.+)", "same_origin"),
    (r"both had it through (?P<a>.+)", "same_relay"),
    (r"(?P<a>.+) had it from (?P<b>.+)", "had_it_from"),
    (r"(?P<a>.+) and (?P<b>.+) are one house", "one_house"),
    (r"(?P<a>[\d.]+%) of the shorter in (?P<b>\d+) passages?, the longest of (?P<c>\d+) words?", "shared"),
    (r"published (?P<a>[\d.]+) min earlier", "minutes_earlier"),
    (r"published (?P<a>[\d.]+) h earlier", "hours_earlier"),
    (r"published (?P<a>[\d.]+) days earlier", "days_earlier"),
    (r"published on an earlier day", "earlier_day"),
    (r"the other names it as its source", "named_as_source"),
    (r"nothing tells which came first", "age_unknown"),
    (r"credits (?P<a>.+)", "credits"),
    (r"both carry text of (?P<a>.+)", "same_agency"),
    (r"(?P<a>.+) and (?P<b>.+) carry text of (?P<c>.+)", "same_text"),
    (r"text of (?P<a>.+), as one of them says", "wire"),
    (r"the other begins where somebody goes on speaking", "goes_on"),
    (r"the other has own words between the passages", "own_words"),
    (r"one letter's difference", "one_letter"),
    (r"of one country", "of_one"),
    (r"not of one country", "not_one"),
    (r"of one sector", "of_sector"),
    (r"not of one sector", "not_sector"),
    (r"both are called (?P<a>.+)", "both_called"),
    (r"(?P<a>\d+) reports name both", "name_both"),
    (r"(?P<a>\d+%) of the reports on people whose name ends so", "share_of_part"),
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), name) for pattern, name in _REASONS)


def said(reason: str, words: Words) -> Markup:
    """A reason in the language of `words`; as it stands where it is put in a way that is not known here."""
    for pattern, name in _patterns():
        if found := pattern.fullmatch(reason):
            # Names keep their direction, whatever the sentence's.
            names = {key: Markup("<bdi>{}</bdi>").format(plain(name)) for key, name in found.groupdict().items()}
            return Markup(words(f"reason.{name}")).format(**names)
    return Markup("<bdi>{}</bdi>").format(plain(reason))


def all_said(reasons: str, words: Words) -> list[Markup]:
    """Reasons that stand in one line, parted by semicolons."""
    return [said(reason, words) for reason in reasons.split("; ")]
