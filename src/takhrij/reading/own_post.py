"""Which of two posts before a name is his own: علان، مستشار | الرئيس الليبي فلان, المتحدث باسم | رئيس الوزراء فلان."""

from takhrij.lexicon.actor_words import group
from takhrij.lexicon.lookup import MOST_WORDS
from takhrij.lexicon.places import names as place_names
from takhrij.lexicon.places import people
from takhrij.lexicon.title_words import TitleWord
from takhrij.lexicon.titles import words as title_words
from takhrij.lexicon.world import world
from takhrij.reading.naming import person_ends
from takhrij.reading.standing import is_no_post, rules_place, without_ranks
from takhrij.reading.wording import root
from takhrij.rules.statements.phrases import noun_phrase
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.fold import fold

_FOR = "ل"
_AND = "و"
_IN_NAME_OF = "باسم"
_HEAD_OF_STATE = "رئيس"
# Posts of one kind: the desk writes now this one, now that.
_ALIKE = dict(
    pair.split()
    for pair in (
        "عاهل ملك",
        "مندوب سفير",
        "ممثل سفير",
        "كاتب صحفي",
        "إعلامي صحفي",
        "صحافي صحفي",
        "جاسوس عميل",
    )
)


def own_post(sheet: Sheet, low: int, high: int, name: str) -> int:
    """Where the post begins that is the name's own by what a desk knows: مستشار الرئيس الأميركي | دونالد ترامب."""
    high = without_ranks(sheet, low, high)
    before = low - bool(low and sheet.tokens[low - 1].flags & Is.COMMA)
    first = sheet.tokens[low].title if low < high else None
    behind_name = (first is None or first.proclitics != _AND) and person_ends(sheet, before)
    spoken_for = False
    for k in range(low + 1, high):
        title = sheet.tokens[k].title
        # علان، المتحدث باسم | رئيس الوزراء فلان; علان، شقيق | أمير قطر، فلان
        spoken_for = spoken_for or sheet.tokens[k].folded == _IN_NAME_OF or rules_place(sheet, k)
        if title is None or title.proclitics not in ("", _FOR) or title.number != 1 or is_no_post(sheet, k):
            continue
        if title.definite and adjectives_end(sheet, k + 1, high) < high:
            continue
        if not title.definite and not (spoken_for and noun_phrase(sheet, k, high) >= high):
            continue
        if is_known_post(sheet, low, name):
            # نائب الرئيس الأميركي مايك بنس
            return low
        # علان، مستشار الرئيس الأميركي، | فلان: the first post is the other's.
        if behind_name or is_known_post(sheet, k, name):
            return k
    return low


def is_known_post(sheet: Sheet, first: int, name: str) -> bool:
    """Whether the post at word `first` is known to be that of `name`: التقى جونسون | نائب الرئيس الأميركي مايك بنس."""
    title, known = sheet.tokens[first].title, world().person_known(name)
    if title is None or known is None:
        return False
    return root(title.form) in {root(post.post.partition(" ")[0]) for post in known.posts()}


def adjectives_end(sheet: Sheet, i: int, end: int) -> int:
    """Over the definite words after للرئيس."""
    return next((k for k in range(i, end) if not sheet.tokens[k].flags & Is.DEFINITE), max(i, end))


def tells_more(role: str, known: str | None, name: str) -> bool:
    """Whether the post `role` tells more of the person `name` than the one known so far: the longer does.

    But first comes what a desk knows: of الرئيس and زعيم حزب معارض أهان the one that he is known to hold.
    """
    if known is None or role == known:
        return known is None
    longer, shorter = (role, known) if len(role) > len(known) else (known, role)
    told = longer
    if not _are_alike(longer, shorter) and not holds_post(name, longer) and holds_post(name, shorter):
        told = shorter
    return told is role


def _are_alike(longer: str, shorter: str) -> bool:
    """Whether two posts are of one kind, or the longer has the other in it: نائب رئيس الحكومة ووزير الداخلية."""
    first, other = shorter.partition(" ")[0], longer.partition(" ")[0]
    titles = title_words()
    one, two = titles[first], titles[other]
    if one is not None and two is not None and _kind(one) == _kind(two):
        return True
    return _AND + first in longer.split()


# Whether somebody holds a post, by both: news names the same persons again and again.
_HELD: dict[tuple[str, str], bool] = {}


def holds_post(name: str, role: str) -> bool:
    """Whether the lexicon tells that the person `name` holds the post `role`, or held it."""
    asked = name, role
    found = _HELD.get(asked)
    if found is None:
        if len(_HELD) >= MOST_WORDS:
            _HELD.clear()
        found = _HELD[asked] = _holds(name, role)
    return found


def _holds(name: str, role: str) -> bool:
    words, titles = role.split(), title_words()
    title, person = titles[words[0]], world().person_known(name)
    if person is None or title is None or title.possessed:
        return False
    kind = _kind(title)
    # الرئيس المصري السابق is no more than a president; رئيس الوزراء is told by the word behind.
    of = words[1] if len(words) > 1 and not title.definite else ""
    of_state = not of or people()[of] is not None or place_names().at(words, 1) is not None
    for post in person.posts():
        first, _, rest = post.post.partition(" ")
        other = titles[first]
        if other is None or _kind(other) != kind:
            continue
        if _fits_state(kind, rest) if of_state else root(of) in map(root, rest.split()):
            return True
    return False


def _fits_state(kind: str, rest: str) -> bool:
    """Whether a post of which no more is told may be this one: الرئيس is no رئيس منظمة."""
    return kind != _HEAD_OF_STATE or not rest or fold(rest) in group("of_state") or world().seat(rest) is not None


def _kind(title: TitleWord) -> str:
    return _ALIKE.get(title.title.word, title.title.word)
