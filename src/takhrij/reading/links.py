"""What stands around a device and puts a link into its chain."""

import msgspec

from takhrij.lexicon import actor_words
from takhrij.lexicon.source_words import source_words
from takhrij.model.span import Span
from takhrij.reading.heads import is_told_to_reporter
from takhrij.reading.players import Player
from takhrij.rules.statements.device import Device
from takhrij.rules.statements.may import May
from takhrij.rules.statements.outlets import outlet_at, past_adjectives
from takhrij.rules.statements.phrases import source_phrase
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.fold import fold

_REACH = 40
_NEAR = 4
_TO = "ل"
_ABOUT = "عن"
# What is told so is a clause, in which others may speak: وبحسب الوكالة، قال الوزير إن.
_WHOLE = frozenset(
    [
        "colon",
        "quote",
        "relay",
        "opening",
    ]
)
_NOBODY = Player("", "person", False)


class Told(msgspec.Struct, eq=False):
    """A device with its speaker and those before it in the chain, nearest to the reader first.

    `at` is the word of its cue, `outer` the statement in whose words it stands.
    """

    device: Device
    at: int
    outer: "Told | None"
    is_nested: bool
    paragraph: int
    source: tuple[int, int] | None = None
    speaker: Player = msgspec.field(default_factory=lambda: _NOBODY)
    before: list[tuple[Player, Span | None, str]] = []


def is_clause(sheet: Sheet, device: Device) -> bool:
    """Whether what was said is a clause or a quotation, in which others may speak, not a mere noun."""
    first = device.content.first
    if device.sort in _WHOLE or first == 0:
        return True
    tokens = sheet.tokens
    before = tokens[first - 1].flags
    return bool((before | tokens[first].flags) & (Is.THAT | Is.QUOTE | Is.COLON))


def is_of_noun(sheet: Sheet, device: Device, at: int) -> bool:
    """Whether the saying at word `at` is told of the noun that was said: أكد تحذيرات الأطباء من, التقارير التي قالت."""
    if device.source is None or at == 0:
        return False
    return device.sort == "noun" or bool(sheet.tokens[at - 1].flags & Is.RELATIVE)


def contrasts(sheet: Sheet, at: int) -> bool:
    """Whether the report itself sets the saying at word `at` against the one before it: فيما نفت طهران ذلك."""
    return at > 0 and sheet.tokens[at - 1].bare in source_words().contrasting and at not in sheet.inside


def passed_by(sheet: Sheet, device: Device) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """ذكرت الوكالة نقلا عن مسؤول أن: the words of who passes on and of who spoke, both before the content."""
    if device.source is None or device.sort != "verb" or device.relayed:
        return None
    tokens = sheet.tokens
    first = max(device.source[1], device.cue[1] if device.cue else 0)
    informed = _informed(sheet, device, first)
    if informed is not None:
        return informed
    for i in range(first, min(device.content.first - 1, first + _REACH)):
        from_whom = tokens[i + 1].folded == "عن"
        if from_whom and tokens[i].bare == "نقلا":
            end = source_phrase(sheet, i + 2, device.content.first)
            if end > i + 2:
                return device.source, (i + 2, end)
    return None


def _informed(sheet: Sheet, device: Device, i: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """أفادت وكالة الأنباء | عن مصدر أمني أن: an outlet tells it from somebody who is named right behind it."""
    if device.source is None or i + 1 >= device.content.first or sheet.tokens[i].folded != _ABOUT:
        return None
    title = sheet.tokens[i + 1].title
    if title is None or title.proclitics or outlet_at(sheet, device.source[0]) is None:
        return None
    end = source_phrase(sheet, i + 1, device.content.first)
    return (device.source, (i + 1, end)) if end > i + 1 else None


def received_by(sheet: Sheet, device: Device) -> tuple[int, int] | None:
    """في بيان تلقت الوكالة نسخة منه: the outlet that received what was said, before the content."""
    tokens = sheet.tokens
    begin = device.cue[1] if device.cue else device.content.first
    limit = device.content.first
    if limit < begin and device.source is not None:
        # بحسب وثيقة | اطلعت عليها الوكالة
        limit = min(device.source[1] + _NEAR, sheet.sentence(begin)[1])
    for i in range(begin, min(limit, begin + _REACH)):
        if tokens[i].may & May.RECEIVE:
            for k in range(max(begin, i - 6), min(limit, i + 7)):
                found = outlet_at(sheet, k)
                if found is not None:
                    return found
    return None


def told_to(sheet: Sheet, device: Device) -> tuple[int, int] | None:
    """قال للصحيفة, قالت للوكالة: the outlet named before, between the cue and what was said."""
    if device.cue is None or device.sort not in ("verb", "relay"):
        return None
    before = _told_before(sheet, device.cue) or _asked_by(sheet, device)
    if before is not None:
        return before
    for k in range(device.cue[1], min(device.content.first, device.cue[1] + _REACH)):
        token = sheet.tokens[k]
        if not token.may & (May.TELL_TO_WHOM | May.BE_HEARD_ON):
            continue
        head = token.head
        if head is not None and head.kind == "outlet" and head.definite and head.proclitics == "ل":
            return k, past_adjectives(sheet, k + 1, device.content.first)
        if is_told_to_reporter(sheet, k) and k + 1 < len(sheet.tokens):
            return outlet_at(sheet, k + 1)
        if not any(before.flags & Is.OCCASION for before in sheet.tokens[k - 3 : k]):
            continue
        if token.may & May.TELL_TO_WHOM:
            found = outlet_at(sheet, k)
            if found is not None:
                return found
        if token.may & May.BE_HEARD_ON:
            found = outlet_at(sheet, k + 1)
            if found is not None or sheet.name_kind.get(k + 1) == "outlet":
                return found or (k + 1, sheet.name_end[k + 1])
    return None


def told_behind(sheet: Sheet, first: int, limit: int) -> tuple[int, int] | None:
    """The outlet named with ل between the source, which ends at word `first`, and what was said: فلان، | لبي بي سي."""
    for k in range(first, min(limit, first + _NEAR)):
        if sheet.tokens[k].folded[:1] == _TO:
            found = outlet_at(sheet, k)
            if found is not None:
                return found
    return None


def _told_before(sheet: Sheet, cue: tuple[int, int]) -> tuple[int, int] | None:
    """بعد تصريحات أدلى بها للوكالة، قال فيها إن: the outlet of the occasion that فيها takes up."""
    tokens = sheet.tokens
    first = sheet.sentence(cue[0])[0]
    taken_up = cue[1] < len(tokens) and tokens[cue[1]].folded in source_words().in_which
    if not taken_up and tokens[first].folded not in actor_words.group("took_place"):
        return None
    occasion = -1
    for k in range(max(first, cue[0] - _REACH), cue[0]):
        if tokens[k].flags & Is.OCCASION:
            occasion = k
        elif occasion >= 0 and (tokens[k].may & May.TELL_TO_WHOM or tokens[k - 1].may & May.BE_HEARD_ON):
            found = outlet_at(sheet, k)
            if found is not None:
                return found
    return None


def _asked_by(sheet: Sheet, device: Device) -> tuple[int, int] | None:
    """رفض المتحدث التعليق ردا على سؤال لرويترز: the outlet that asked."""
    tokens = sheet.tokens
    begin = device.cue[1] if device.cue else device.content.first
    for k in range(begin, min(sheet.sentence(begin)[1] - 1, begin + _REACH)):
        if tokens[k].may & May.ASK:
            return outlet_at(sheet, k + 1) if tokens[k + 1].folded[:1] == "ل" else None
    return None


def is_employer(sheet: Sheet, words: tuple[int, int], source: tuple[int, int] | None = None) -> bool:
    """مراسل في قناة, مدير الشبكة، فلان: the outlet says who somebody is, not to whom he spoke.

    `source` are the words of the source, in which his name follows.
    """
    first = words[0]
    if source is not None and source[0] < first < source[1] and sheet.tokens[source[0]].title is not None:
        persons = [k for k in range(source[0], source[1]) if sheet.name_kind.get(k) == "person"]
        if persons and persons[0] > first and not sheet.name_skip.get(persons[0]):
            return True
    if sheet.tokens[first].folded[:1] == _TO and _directs(sheet, first):
        return True
    if sheet.tokens[first - 1].folded != "في":
        return False
    return any(
        token.title is not None or token.flags & Is.PRONOUN for token in sheet.tokens[max(0, first - 4) : first - 1]
    )


def _directs(sheet: Sheet, first: int) -> bool:
    """Whether a director stands before the outlet at word `first`, which is his: فلان، المدير العام | لقناة ..."""
    executive = actor_words.group("executive")
    k = first - 1
    while k > max(first - _NEAR, 0) and sheet.tokens[k].flags & Is.DEFINITE and sheet.tokens[k - 1].flags & Is.DEFINITE:
        k -= 1
    title = sheet.tokens[k].title
    if title is None or not title.definite or sheet.name_kind.get(k) == "person":
        # المالكي | لتلفزيون العربية
        return False
    word = fold(title.title.word)
    if word in actor_words.group("directors"):
        return True
    return word in actor_words.group("presidents") and sheet.tokens[k + 1].folded in executive


def joined_outlets(sheet: Sheet, words: tuple[int, int]) -> list[tuple[int, int]]:
    """The outlets of a phrase that names several: وكالة رويترز وصحيفة واشنطن بوست."""
    first, end = words
    parts = []
    for i in range(first + 1, end):
        token = sheet.tokens[i]
        joined = (token.head is not None and token.head.kind == "outlet" and token.head.proclitics == "و") or (
            sheet.name_kind.get(i) == "outlet" and sheet.name_skip.get(i)
        )
        if joined or (token.folded.startswith("و") and i + 1 < end and i + 1 in sheet.quote_at):
            parts.append((first, i))
            first = i
    parts.append((first, end))
    while end + 1 < len(sheet.tokens) and sheet.tokens[end].folded == "و" and end + 1 in sheet.quote_at:
        quote = sheet.quote_at[end + 1]
        if quote.end - quote.first > 4:
            break
        parts.append((end + 1, quote.end + 1))
        end = quote.end + 1
    return parts
