"""Where one device ends and another begins: ، مشيرا إلى, ، بحسب فلان, وأضاف أن."""

from takhrij.rules.statements.participles import circumstance_frame
from takhrij.rules.statements.phrases import can_tell
from takhrij.rules.statements.sheet import Is, Sheet

# على حد قوله, على حسب تعبيره.
_MANNERS = frozenset(
    [
        "قوله",
        "قولها",
        "قولهم",
        "تعبيره",
        "تعبيرها",
        "تعبيرهم",
        "وصفه",
        "وصفها",
        "وصفهم",
        "زعمه",
        "زعمها",
        "زعمهم",
        "تصريحه",
        "تصريحها",
        "رايه",
        "رايها",
        "ذات",
        "كلامه",
    ]
)


_ASIDES = frozenset([("الامر", "الذي"), ("وهو", "ما"), ("وهي", "عباره")])
_AWAY = frozenset(["كما", "وهو", "وهي", "مما", "فيما", "بينما", "لكن", "ولكن", "لكنه", "لكنها", "الامر"])
# في إشارة إلى, في خطوة, في وقت, في حين: the report goes on in its own voice.
_BESIDE = frozenset(["اشاره", "خطوه", "وقت", "حين", "الوقت"])


def begins_device(sheet: Sheet, i: int, limit: int) -> bool:
    """Whether at word `i`, a mark or a word inside a told clause, another device begins and so the clause ends."""
    tokens = sheet.tokens
    token = tokens[i]
    marked = bool(token.flags & (Is.COMMA | Is.DASH))
    j = i + 1 if marked else i
    if j >= limit:
        return False
    word = tokens[j]
    if word.flags & Is.ACCORDING:
        return _according_here(sheet, j)
    if word.flags & Is.AS_SAID and j + 1 < limit and _is_said(sheet, j + 1):
        return True
    if word.folded == "علي" and j + 1 < limit and tokens[j + 1].folded in ("حد", "حسب"):
        return True
    if word.folded == "في" and j + 1 < limit and tokens[j + 1].folded in _BESIDE:
        return marked or tokens[j + 1].folded == "اشاره" or tokens[j - 1].flags & Is.QUOTE != 0
    if word.flags & Is.OWN_VOICE and (word.joined or word.folded.startswith("و")) and j + 1 < limit:
        return bool(tokens[j + 1].flags & Is.THAT) or tokens[j + 1].folded in ("الي", "الاشاره", "بالذكر")
    if word.flags & Is.RELATIVE and j + 2 < limit and _is_said(sheet, j + 1):
        return _complemented(sheet, j + 1, finite=True, imperfect=True) if marked else _said_at_once(sheet, j + 2)
    if word.flags & Is.CAME:
        return False
    if word.folded == "وذلك" or (marked and word.folded in ("فيما", "بينما")):
        return True
    if marked and j + 1 < limit and (word.folded, tokens[j + 1].folded) in _ASIDES:
        return True
    if not word.forms:
        return False
    for form in word.forms:
        if form.shape == "participle":
            return circumstance_frame(sheet, j) is not None
        if form.shape in ("perfect", "imperfect") and word.joined == "و" and not word.flags & Is.NEGATION:
            return _complemented(sheet, j, finite=True, imperfect=form.shape == "imperfect")
    return False


def _said_at_once(sheet: Sheet, k: int) -> bool:
    return bool(sheet.tokens[k].flags & (Is.THAT | Is.COLON)) or k in sheet.quote_at


def turns_away(sheet: Sheet, i: int, limit: int) -> bool:
    """Whether behind the comma at word `i` the report's own voice goes on after a noun phrase: ، كما تضع, ، وهو ما."""
    return i + 1 < limit and sheet.tokens[i + 1].folded in _AWAY


def _is_said(sheet: Sheet, j: int) -> bool:
    return any(form.shape in ("perfect", "imperfect") for form in sheet.tokens[j].forms)


def _according_here(sheet: Sheet, j: int) -> bool:
    """وفق and its like govern what went before when a source follows; وفق خطة is no account."""
    tokens = sheet.tokens
    k = j + 1
    if k < len(tokens) and (tokens[k].folded in ("عن", "ما", "لما") or tokens[k].folded.lstrip("ل") in _MANNERS):
        return True
    return k < len(tokens) and can_tell(sheet, k, min(k + 4, len(tokens)))


def _complemented(sheet: Sheet, j: int, *, finite: bool = False, imperfect: bool = False) -> bool:
    """Whether the form at word `j` has what a device needs soon after it: أن, a quotation, or its preposition."""
    tokens = sheet.tokens
    forms = tokens[j].forms
    verb = forms[0].verb
    reach = 18 if finite else 5
    for k in range(j + 1, min(j + reach, len(tokens))):
        token = tokens[k]
        if token.flags & (Is.STOP | Is.BREAK):
            return False
        if token.flags & Is.THAT and not token.joined and not tokens[k - 1].flags & Is.FORBIDS_THAT:
            return "that" in verb.takes or bool(verb.prepositions)
        if token.flags & Is.COLON:
            return True
        if token.flags & Is.QUOTE and k in sheet.quote_at:
            return True
        if (not imperfect or "target" in verb.takes) and _preposition_here(tokens[k].folded, verb.prepositions):
            return True
    return not imperfect and "noun" in verb.takes


_FOLDED = {"الي": "إلى", "علي": "على", "عن": "عن", "من": "من", "في": "في"}


def _preposition_here(folded: str, prepositions: tuple[str, ...]) -> bool:
    if _FOLDED.get(folded) in prepositions:
        return True
    return any(len(p) == 1 and folded.startswith(p) and len(folded) > 3 for p in prepositions)
