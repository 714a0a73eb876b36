"""Agencies and stations that bring no news: وكالة الاستخبارات, وكالة الجمهورية, محطة القطارات."""

from takhrij.lexicon.source_words import source_words
from takhrij.reading.wording import roots_of_heads
from takhrij.rules.statements.outlets import is_office
from takhrij.rules.statements.phrase_words import is_on_air, is_station
from takhrij.rules.statements.sheet import Sheet

_TO = "ل"
_SHORTEST_PURPOSE = 4


def is_agency_of_state(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether the agency at word `at` brings no news: وكالة الاستخبارات المركزية, وكالة الأرصاد."""
    head = sheet.tokens[at].head
    if head is None or roots_of_heads()[head.head.forms] not in source_words().agencies or at + 1 >= stop:
        return False
    if head.definite and any(_is_for_else(sheet, k) for k in range(at + 1, min(at + 4, stop))):
        return True
    if any(sheet.tokens[k].folded in source_words().for_news for k in range(at + 2, min(at + 5, stop))):
        return False
    return sheet.tokens[at + 1].folded in source_words().fields_of_agencies or is_office(sheet, at)


def _is_for_else(sheet: Sheet, k: int) -> bool:
    """Whether the agency is for something else than news: الوكالة الوطنية | لحماية المحيط."""
    folded = sheet.tokens[k].folded
    plain = not (sheet.tokens[k].flags or sheet.tokens[k].title or k in sheet.name_end)
    return plain and folded[:1] == _TO and len(folded) > _SHORTEST_PURPOSE and folded not in source_words().for_news


def broadcasts(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether the station at word `at` is an outlet, or the one that was told of before: المحطة."""
    head = sheet.tokens[at].head
    if head is None or not is_station(sheet, at):
        return False
    return (head.definite and at + 1 >= stop) or is_on_air(sheet, at)
