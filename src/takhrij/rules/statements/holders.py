"""Whether a phrase names the person who holds its post, and whether a name that may follow is his: الوزير، فلان."""

from takhrij.lexicon.actor_words import group as styles
from takhrij.lexicon.function_words import group
from takhrij.lexicon.places import people
from takhrij.lexicon.world import armed_names
from takhrij.rules.statements.may import May
from takhrij.rules.statements.sheet import Begins, Sheet
from takhrij.rules.statements.tokens import Is
from takhrij.text.fold import fold

# A rank and what goes on it have so many words: اللواء الركن الطيار المتقاعد.
_LONGEST_RANK = 6
_TWO = 2
_ARTICLE = "ال"
_SIGN = fold("آية")
_GOD = "الله"
_IN_NAME_OF = "باسم"


def personal(sheet: Sheet, first: int, end: int) -> bool:
    """Whether a person is named in the phrase."""
    return any(sheet.begins[k] & Begins.PERSON for k in range(first, end))


def name_near(sheet: Sheet, after: int, limit: int) -> bool:
    """Whether behind a comma a rank unknown to the lexicon stands before a person's name: ، الميجر جنرال فلان."""
    nearest = after + 3
    for k in range(after, min(after + 6, limit)):
        if sheet.begins[k] & Begins.PERSON:
            return k > after
        if k > after and is_of_rank(sheet, k):
            # ، الفريق أول ركن فلان
            nearest += 1
            continue
        if k >= nearest:
            return False
        token = sheet.tokens[k]
        if k == after and token.title is None and not token.flags & Is.DEFINITE:
            # الإليزيه، | أعاد ماكرون
            return False
        rank = token.title is None or (token.title.title.kind == "honorific" and not token.title.proclitics)
        # الفريق is a team as well as a rank.
        other = token.head is not None and token.title is None
        if token.flags & ~Is.DEFINITE or token.forms or not rank or other or token.joined:
            return False
    return False


def names_person(sheet: Sheet, after: int, limit: int) -> bool:
    """Whether a person is named at word `after`, or right behind a rank or a post with the article: الرئيس الفلبيني."""
    if sheet.name_kind.get(after) == "person" or name_near(sheet, after, limit):
        return True
    title = sheet.tokens[after].title
    if title is None or not title.definite or title.proclitics:
        return False
    behind = next((k for k in range(after + 1, limit) if not sheet.tokens[k].flags & Is.DEFINITE), limit)
    return sheet.name_kind.get(behind) == "person" and not sheet.name_skip.get(behind)


def held(sheet: Sheet, first: int, end: int) -> bool:
    """Whether the phrase names who holds its post: الوزير فلان; not مستشار ترامب, whose own name may follow."""
    for k in range(first, end):
        if not sheet.begins[k] & Begins.PERSON:
            continue
        before = sheet.tokens[k - 1]
        title = before.title
        owned = title is not None and title.title.kind == "role" and not (title.definite or title.possessed)
        owned = owned or _owns_what_precedes(sheet, first, k) or _is_chief(sheet, first, k)
        if sheet.name_skip.get(k) and sheet.tokens[k].folded.startswith("ل"):
            # المحامي الشخصي لترامب، فلان.
            continue
        behind = sheet.name_end.get(k, 0)
        if k == first or not owned or (behind != end and not is_of_post_before(sheet, first, behind)):
            return True
    return False


def _is_chief(sheet: Sheet, first: int, k: int) -> bool:
    """Whether the one named at word `k` is he whom the holder serves: مستشار الرئيس التركي | رجب طيب أردوغان، فلان.

    Another's full name stands behind him and a comma.
    """
    post, behind = sheet.tokens[first].title, sheet.name_end[k]
    if post is None or post.possessed or post.title.kind != "role" or post.number != 1:
        return False
    if post.definite and sheet.tokens[first + 1].folded != _IN_NAME_OF:
        return False
    if behind + 1 >= len(sheet.tokens) or not sheet.tokens[behind].flags & Is.COMMA:
        return False
    if sheet.name_kind.get(behind + 1) != "person" or sheet.name_end[behind + 1] == behind + 2:
        return False
    chief = next((m for m in range(k - 1, first, -1) if sheet.tokens[m].title is not None), first)
    title = sheet.tokens[chief].title
    if chief == first or title is None or not title.definite or title.number != 1 or title.title.kind != "role":
        return False
    return all(sheet.tokens[m].flags & Is.DEFINITE for m in range(chief, k))


def is_of_post_before(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the adjective at word `j`, behind whom the holder serves, is of his post: محامي ترامب | السابق، فلان."""
    post = sheet.tokens[first].title
    if post is None or post.definite or post.possessed or post.title.kind != "role" or j + 1 >= len(sheet.tokens):
        return False
    token = sheet.tokens[j]
    if not token.folded.startswith(_ARTICLE) or j in sheet.name_end:
        return False
    if not (token.flags & Is.AGAIN or token.may & May.QUALIFY):
        return False
    named = j + 1 + bool(sheet.tokens[j + 1].flags & Is.COMMA)
    return sheet.name_kind.get(named) == "person" and not sheet.name_skip.get(named)


def _owns_what_precedes(sheet: Sheet, first: int, k: int) -> bool:
    """Whether the name at word `k` is the owner of what the post is at: مديرة حملة طليب, محامي عائلة خاشقجي."""
    if k - first < 2 or any(sheet.name_end.get(m, 0) >= k for m in range(max(first, k - 4), k)):
        return False
    post, thing = sheet.tokens[k - 2].title, sheet.tokens[k - 1]
    if post is None or post.definite or post.possessed or post.title.kind != "role":
        return False
    return not thing.flags and not thing.may & May.QUALIFY


def is_of_rank(sheet: Sheet, j: int) -> bool:
    """Whether the word at `j` goes on a rank: الفريق أول ركن, عقيد أركان حرب, اللواء طيار."""
    further = group("of_rank")
    if not sheet.tokens[j].may & May.RANK or sheet.tokens[j].folded not in further:
        return False
    for k in range(j - 1, max(j - _LONGEST_RANK, 0) - 1, -1):
        before = sheet.tokens[k].folded
        if before.removeprefix("ال") in group("ranks"):
            return True
        if before not in further:
            return False
    return False


def is_sign(sheet: Sheet, j: int) -> bool:
    """Whether the word at `j` is of the rank آية الله, behind which its holder is named."""
    if not sheet.tokens[j].may & May.RANK:
        return False
    first = j if sheet.tokens[j].folded == _SIGN else j - 1
    if first < 0 or first + 2 >= len(sheet.tokens) or sheet.tokens[first].folded != _SIGN:
        return False
    return sheet.tokens[first + 1].folded == _GOD and sheet.name_kind.get(first + 2) == "person"


def begins_rank(sheet: Sheet, j: int) -> bool:
    """Whether a rank of two words begins at word `j`, behind which its holder is named: الفريق | أول."""
    rank = sheet.tokens[j].folded.removeprefix(_ARTICLE) in group("ranks")
    return rank and j + 1 < len(sheet.tokens) and sheet.tokens[j + 1].folded in group("of_rank")


def goes_on_post(sheet: Sheet, j: int) -> bool:
    """Whether a rank or an adjective of a post stands at word `j` behind a place: مندوب سوريا | الدائم."""
    return begins_rank(sheet, j) or sheet.tokens[j].folded in styles("of_posts")


def is_armed(sheet: Sheet, first: int, end: int) -> bool:
    """Whether an armed group fills the words, so that a place behind it is only where it is: تنظيم داعش | في الرقة."""
    if sheet.name_end.get(first) != end:
        return False
    found = armed_names().at(sheet.page.words, first)
    return found is not None and found.end == end


def serves_nation(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the post from word `first` up to `j` is of a whole nation, so that a place behind it is only where he is.

    الرئيس الفرنسي | في القاهرة, but السفير الفرنسي في القاهرة.
    """
    title = sheet.tokens[first].title
    if title is None or people()[sheet.page.words[j - 1]] is None:
        return False
    word = fold(title.title.word)
    heads = title.definite or sheet.tokens[first + 1].folded in group("headed_for_nations")
    return word in group("of_nations") or (heads and word in group("heads_of_nations"))


def serves_named(sheet: Sheet, first: int, j: int) -> bool:
    """Whether the name at word `j` is his who serves the one named before it: محامي ترامب | جون داود."""
    title = sheet.tokens[first].title
    if title is None or title.definite or title.possessed or title.number > _TWO or j != first + 2:
        return False
    served = (
        title.title.kind == "role" and sheet.name_kind.get(first + 1) == "person" and sheet.name_end[first + 1] == j
    )
    return served and sheet.name_kind.get(j) == "person" and sheet.name_end[j] - j > 1


def is_anothers(sheet: Sheet, first: int, comma: int, limit: int) -> bool:
    """Whether behind the comma another is told of, not what the one before it is: الرئيس، فلان، | فلان."""
    after = comma + 1
    return _is_other_than_body(sheet, first, after) or (held(sheet, first, comma) and names_person(sheet, after, limit))


def _is_other_than_body(sheet: Sheet, first: int, after: int) -> bool:
    """Whether behind a body and a comma somebody's post begins, so that it is another: دعت الجمعية، | قاضي التحقيق."""
    head, title = sheet.tokens[first].head, sheet.tokens[after].title
    if head is None or head.kind != "organization" or sheet.tokens[first].title is not None or title is None:
        return False
    return title.title.kind == "role" and not title.possessed and sheet.tokens[after].head is None
