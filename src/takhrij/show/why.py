"""What each rule looks for, in one line, for whoever asks why a thing was found."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages


@cache
def explanations() -> dict[str, str]:
    """The `why` of every rule, by the rule's name."""
    import takhrij.rules

    found: dict[str, str] = {}
    for module in walk_packages(takhrij.rules.__path__, "takhrij.rules."):
        if module.ispkg:
            continue
        for rule in getattr(import_module(module.name), "RULES", ()):
            found[rule.name] = getattr(rule, "why", "")
    return found


def why(rule: str) -> str:
    """One line on `rule`; empty where the rule gives none."""
    return explanations().get(rule, "")
