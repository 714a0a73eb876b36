"""A speaker before the headline's colon: ترامب: لن نتراجع."""

from takhrij.lexicon import places
from takhrij.lexicon.actor_words import group as actor_group
from takhrij.lexicon.function_words import group, letters
from takhrij.rules.statements.content import content_at
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.outlets import outlet_at
from takhrij.rules.statements.phrase_words import rules
from takhrij.rules.statements.phrases import noun_phrase, source_phrase
from takhrij.rules.statements.sheet import Range, Sheet
from takhrij.rules.statements.states import state_speaks
from takhrij.rules.statements.tokens import Is, is_accusative
from takhrij.text.clitics import segment
from takhrij.text.sentences import LONGEST

# A line's speaker has fewer words than this.
_LONGEST = 12
# What a line says is read so far at most, so that the time stays linear whatever the text.
_FARTHEST = LONGEST
# The first words behind the colon that show whose words they are.
_OWN_WITHIN = 25
_FIRST_PERSON_WITHIN = 8
_OUR = "نا"
_TO = "ل"
_AND = "و"
_DOTS = ("..", "...", "…")
_SHORTEST_OF_OURS = 4
# Behind these نا is the accusative: قانونا, بيانا, معينا.
_LONG = "اوي"


def find_headline(sheet: Sheet, i: int) -> Device | None:
    """The statement whose speaker stands before the colon at word `i` of a headline or a line of its own."""
    first = i
    while first > 0 and not _opens(sheet, first) and i - first < _LONGEST:
        first -= 1
    if first == i or i - first >= _LONGEST or not _opens(sheet, first):
        return None
    limit = _line_end(sheet, i + 1)
    if _is_name(sheet, i + 1, limit) or _asks_about(sheet, i + 1, limit) or _is_appointed(sheet, i + 1, limit):
        # الأمين العام: فلان
        return None
    hearer = _hearer(sheet, first, i)
    end, via = (hearer, None) if hearer > first else _speaker(sheet, first, i)
    if end == first and (state_speaks(sheet, first, i, limit) or _answers(sheet, first, i)):
        end = i
    if end == first:
        return None
    known = end == i or via is not None or hearer > first or _speaks_up(sheet, end, i)
    if not (known or _own_words(sheet, i + 1, limit)):
        return None
    content = content_at(sheet, i + 1, 0, how="colon", limit=limit)
    if content is None:
        return None
    return Device("statements.headline", "colon", None, (first, end), content, via=via)


def _speaks_up(sheet: Sheet, end: int, colon: int) -> bool:
    """Whether a verb of saying alone stands between the speaker and the colon: فلان | يعتذر: لم أقصد ذلك."""
    token = sheet.tokens[end]
    return colon == end + 1 and any(form.shape == "imperfect" for form in token.forms) and not token.joined


def _answers(sheet: Sheet, first: int, colon: int) -> bool:
    """Whether a state answers what the headline told before its dots: طرد الدبلوماسيين.. | وموسكو: عمل عدائي."""
    if first == 0 or sheet.tokens[first - 1].folded not in _DOTS or sheet.name_kind.get(first) != "place":
        return False
    return bool(sheet.name_skip.get(first)) and sheet.name_end[first] == colon and sheet.tokens[first].folded[0] == _AND


def _is_appointed(sheet: Sheet, k: int, limit: int) -> bool:
    """Whether behind the colon it is told what somebody became: فلان: | مديرا عاما للمعهد."""
    title = sheet.tokens[k].title if k < limit else None
    if k + 1 >= limit or not is_accusative(sheet.page.words[k]):
        # فلانة: | إسلامية غير محجبة ترأس البلدية
        unsaid = k + 1 < limit and sheet.tokens[k + 1].folded in actor_group("not_so")
        return unsaid and not sheet.tokens[k].flags and sheet.tokens[k].folded.endswith(letters("nisba_endings"))
    return title is not None and title.title.kind == "role" and not title.definite


def _hearer(sheet: Sheet, first: int, colon: int) -> int:
    """Where he begins to whom the one named first speaks: أنقرة | لواشنطن:, رئيس الحكومة | للنواب:; else `first`."""
    for k in range(first + 1, colon):
        token = sheet.tokens[k]
        if token.folded[:1] != _TO or noun_phrase(sheet, k, colon) != colon or outlet_at(sheet, k) is not None:
            continue
        called = token.title is not None and token.title.proclitics == _TO
        called = called or (token.head is not None and token.head.proclitics == _TO)
        if not called and not sheet.name_skip.get(k):
            continue
        if sheet.name_end.get(first) == k:
            return k
        return k if rules(sheet, first) and source_phrase(sheet, first, k) == k else first
    return first


def _is_name(sheet: Sheet, first: int, limit: int) -> bool:
    """Whether the line behind the colon holds nothing but somebody's name."""
    if sheet.name_kind.get(first) != "person":
        return False
    end = sheet.name_end[first]
    return all(
        sheet.tokens[k].flags & (Is.STOP | Is.COMMA | Is.BREAK) for k in range(end, min(limit, len(sheet.tokens)))
    )


def _asks_about(sheet: Sheet, first: int, limit: int) -> bool:
    """Whether the line behind the colon asks about whoever stands before it: فلان: ما هي قصته؟"""
    if first + 1 >= limit:
        return False
    tokens = sheet.tokens
    return tokens[first].folded in group("topic_questions") and tokens[first + 1].folded in group("topic_pronouns")


def _line_end(sheet: Sheet, first: int) -> int:
    """Where the line ends that goes on at word `first`, or the part of it that is before another speaker."""
    end = min(len(sheet.tokens), first + _FARTHEST)
    return next((k for k in range(first, end) if sheet.tokens[k].flags & Is.BREAK or _another(sheet, k)), end)


def _opens(sheet: Sheet, i: int) -> bool:
    """Whether a line or a part of a headline begins at word `i`."""
    if i == 0:
        return True
    before = sheet.tokens[i - 1]
    return bool(before.flags & (Is.BREAK | Is.STOP | Is.DASH)) or before.folded in ("..", "...", "/", "|", "*", "•")


def _another(sheet: Sheet, i: int) -> bool:
    """Whether after the dots at word `i` another speaker and his colon stand: أ: كذا.. وب: كذا."""
    if sheet.tokens[i].folded not in ("..", "..."):
        return False
    return any(token.flags & Is.COLON for token in sheet.tokens[i + 1 : i + 4])


def _speaker(sheet: Sheet, first: int, colon: int) -> tuple[int, Range | None]:
    """Where the speaker before the colon ends (`first` where there is none), and the outlet it was said to."""
    end = source_phrase(sheet, first, colon)
    if end == first or not (
        _speaks(sheet, first, end)
        or (first in sheet.name_end and _own_words(sheet, colon + 1, colon + _OWN_WITHIN, anywhere=False))
    ):
        return first, None
    via = None
    if end < colon:
        k = end + 1 if sheet.tokens[end].folded == "ل" else end
        found = outlet_at(sheet, k) if k < colon else None
        via = found if found is not None and found[1] == colon else None
    return end, via


def _own_words(sheet: Sheet, first: int, limit: int, *, anywhere: bool = True) -> bool:
    """Whether what follows the colon is somebody's own words: quoted, or said in the first person."""
    limit = min(limit, len(sheet.tokens))
    if any(k in sheet.quote_at for k in range(first, limit if anywhere else first + 1)):
        return True
    if first < limit and sheet.tokens[first].folded in group("first_person"):
        return True
    return any(_is_ours(sheet.page.words[k]) for k in range(first, min(limit, first + _FIRST_PERSON_WITHIN)))


def _is_ours(word: str) -> bool:
    """Whether the word is "ours" or "we did": بلادنا, اتفقنا; not قانونا and بيانا."""
    if not word.endswith(_OUR) or len(word) <= _SHORTEST_OF_OURS:
        return False
    return bool(segment(word).enclitic) or word[-3] not in _LONG


def _speaks(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the words before a colon can speak: a person, an organisation or an outlet, not a topic or a place."""
    kinds = {sheet.name_kind[k] for k in range(first, end) if k in sheet.name_kind}
    if end == first + 1 and kinds == {"organization"} and places.names().whole([sheet.page.words[first]]) is not None:
        # الكاف: a town by its name, though a body bears it too
        return False
    token = sheet.tokens[first]
    begins = first in sheet.name_end or token.title is not None or token.head is not None
    if begins and "person" in kinds or "outlet" in kinds:
        return True
    if "organization" in kinds and (begins or first in sheet.quote_at or sheet.name_kind.get(first + 1)):
        return True
    if token.title is not None and token.title.title.kind != "honorific" and not token.title.proclitics:
        return True
    if token.folded in group("labels") and end == first + 1:
        # فيديو: what kind of report follows.
        return False
    return token.head is not None and not token.head.proclitics


RULES = (
    Rule(
        "statements.headline",
        "colon",
        "A headline or a line that begins with a person, an organisation or an outlet and a colon: "
        "they say what follows.",
        find_headline,
    ),
)
