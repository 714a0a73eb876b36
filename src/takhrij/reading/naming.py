"""A name's letters as they are given out: without the proclitics before it and what does not belong to it behind it."""

from takhrij.lexicon.outlets import common
from takhrij.lexicon.outlets import names as outlet_names
from takhrij.lexicon.places import people
from takhrij.reading.listed import is_in_persons
from takhrij.reading.wording import in_brackets, plain
from takhrij.rules.statements.sheet import Begins, Is, Sheet
from takhrij.text.clitics import segment

_LONGEST = 6
# The name, which is folded like the preposition على.
_ALI = "علي"


def name_text(sheet: Sheet, i: int) -> str:
    """The name that begins at word `i`, without proclitics."""
    text = sheet.name_texts.get(i)
    if text is None:
        text = sheet.name_texts[i] = _name_text(sheet, i)
    return text


def _name_text(sheet: Sheet, i: int) -> str:
    page, tokens = sheet.page, sheet.tokens
    skip = 0 if in_brackets(sheet, i) else sheet.name_skip.get(i, 0)
    end = name_end(sheet, i)
    if (
        skip
        and i
        and sheet.name_kind[i] == "person"
        and page.words[i][0] in "بفكل"
        and not _is_behind_name(sheet, i)
        and not is_in_persons(page.words[i])
        and (tokens[i - 1].title is not None or tokens[i - 1].flags & Is.DEFINITE)
    ):
        # السفير بسام, الوزير التركي بكير: no preposition stands between a post and its name.
        skip = 0
    if not skip and end == i + 1 and page.words[i].isalpha():
        return page.words[i]
    text = page.text[page.starts[i] + skip : page.ends[end - 1]]
    if skip and text.startswith("ل") and len(segment(page.words[i]).article) == 1:
        # للجبوري without its preposition is الجبوري.
        text = "ال" + text[1:]
    return plain(text)


def person_ends(sheet: Sheet, end: int, first: int = 0) -> bool:
    """Whether the name of a person ends before word `end`, which begins at word `first` or behind it."""
    near = range(max(end - _LONGEST, first), end)
    return any(sheet.begins[k] & Begins.PERSON and sheet.name_end[k] == end for k in near)


def _is_behind_name(sheet: Sheet, i: int) -> bool:
    """Whether another name ends right before word `i`: التقى العمري | بكاترين."""
    return any(sheet.begins[k] & Begins.NAME and sheet.name_end[k] == i for k in range(max(i - _LONGEST, 0), i))


def name_end(sheet: Sheet, i: int) -> int:
    """Where the name that begins at word `i` ends: before a preposition, and before the outlet that was spoken to."""
    end = sheet.name_end[i]
    for k in range(i + 1, end):
        token = sheet.tokens[k]
        if token.flags & Is.ADJUNCT and sheet.page.words[k] != _ALI:
            return k
        if token.folded.startswith("ل") and sheet.name_kind.get(i) == "person" and is_outlet(sheet, k):
            return k
    return end


def is_outlet(sheet: Sheet, k: int) -> bool:
    """Whether an outlet is named from word `k` on, a preposition before it or not: لرويترز."""
    words = sheet.page.words
    found = outlet_names().at(words, k) or (
        outlet_names().at([words[k][1:].lstrip("ـ"), *words[k + 1 : k + 6]], 0) if len(words[k]) > 2 else None
    )
    return found is not None and not common(found.value.name)


def is_of_nation(sheet: Sheet, i: int) -> bool:
    """Whether the lone word at `i` that may be a name only tells of what nation somebody is: مسؤول تركي."""
    before = sheet.tokens[i - 1].title if i else None
    lone = sheet.name_end[i] == i + 1 or sheet.tokens[i + 1].folded[:1] == "ل"
    if not lone or before is None or before.definite or before.number > 1:
        return False
    nation = people()[sheet.page.words[i]]
    return nation is not None and not nation.definite and not nation.proclitics
