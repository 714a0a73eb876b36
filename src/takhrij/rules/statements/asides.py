"""What stands between two commas in the phrase of a source: ، والمقرب من الحزب، فلان and ، ومقره لندن، and ، فلان،."""

from takhrij.lexicon.actor_words import group
from takhrij.rules.statements.may import May
from takhrij.rules.statements.sheet import Sheet
from takhrij.rules.statements.tokens import Is

# So many words stand between two commas in apposition: ، والمقرب من الحزب، فلان.
_LONGEST_ASIDE = 10
# Where a body has its seat is told in so many words: ومقره مدينة جنيف السويسرية.
_LONGEST_SEAT = 6
# What no phrase of a source goes on over.
HARD = Is.COLON | Is.STOP | Is.BREAK | Is.THAT | Is.RELATIVE | Is.COMMA | Is.CLOSE | Is.DASH
_ENDS_SEAT = HARD | Is.QUOTE | Is.OPEN


def past_described(sheet: Sheet, first: int, limit: int) -> int:
    """The person's name behind an aside with و that describes him: ، والمقرب من الحزب، | فلان; 0 without one."""
    if not sheet.tokens[first].folded.startswith("وال") or sheet.tokens[first].forms:
        return 0
    for k in range(first + 1, min(first + _LONGEST_ASIDE, limit - 1)):
        if sheet.tokens[k].flags & Is.COMMA:
            return k + 1 if sheet.name_kind.get(k + 1) == "person" else 0
        if sheet.tokens[k].flags & HARD or sheet.tokens[k].is_finite:
            return 0
    return 0


def past_seat(sheet: Sheet, first: int, limit: int) -> int:
    """Where it ends that tells a body's seat, from word `first` on: ومقره لندن، | إن; 0 where none is told."""
    if not sheet.tokens[first].may & May.LEAD or sheet.tokens[first].folded not in group("seated"):
        return 0
    for k in range(first + 2, min(first + _LONGEST_SEAT, limit)):
        if sheet.tokens[k].flags & _ENDS_SEAT or sheet.tokens[k].is_finite:
            return k
    return 0


def is_led(sheet: Sheet, i: int) -> bool:
    """Whether at word `i` it is told by whom a body is led: ائتلاف الأمل | بقيادة فلان, وفد | برئاسة الوزير فلان."""
    if (
        not sheet.tokens[i].may & May.LEAD
        or sheet.tokens[i].folded not in group("led_by")
        or i + 1 >= len(sheet.tokens)
    ):
        return False
    return sheet.name_kind.get(i + 1) == "person" or sheet.tokens[i + 1].title is not None


def is_apposed(sheet: Sheet, comma: int, j: int) -> bool:
    """Whether a comma before the verb stands inside its subject: حفتر، أشاد; الوزير، فلان، قال; ، ومقره لندن، قال."""
    if comma == j:
        return True
    following = comma + 1
    if sheet.name_kind.get(following) == "person" or sheet.tokens[following].title is not None:
        return True
    return past_seat(sheet, following, j + 1) == j
