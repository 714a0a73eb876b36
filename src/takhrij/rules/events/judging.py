"""What somebody says of what he blames or refuses right before: رفضت تصريحات الوزير | ووصفتها بالغبية."""

from takhrij.rules.events.deed import Deed

_AND = "و"
_JUDGES = frozenset(
    [
        "وصف",
        "اعتبر",
    ]
)


def judges_on(deed: Deed) -> bool:
    """Whether a verb with "and" before it and a pronoun behind it says what somebody makes of it: ووصفها بالغبية."""
    sense = deed.sense
    if deed.trigger.type != "ACCUSE" or sense.pronoun == "" or deed.trigger.verb not in _JUDGES:
        return False
    return sense.before.startswith(_AND)
