"""Who says that an attack was his: أعلن التنظيم مسؤوليته عن الهجوم, تبنى التنظيم التفجير."""

from takhrij.lexicon.events import Trigger

_CLAIMS = frozenset(
    [
        "أعلن",
        "تبنى",
    ]
)


def is_claimed(trigger: Trigger) -> bool:
    """Whether the trigger is the claim of an attack, which tells who did it and adds to the attack told elsewhere."""
    return trigger.type == "ASSAULT" and trigger.verb in _CLAIMS
