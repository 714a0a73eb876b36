"""Find the reporting devices of a page: one pass over its words, each rule tried only at its triggers."""

from collections import defaultdict
from functools import cache

from takhrij.rules.statements import according, circumstance, headline, in_saying, nominal, relayed, said, texts
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.sheet import Sheet


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of statements, in the order in which they are tried at one word."""
    return (
        *texts.RULES,
        *relayed.RULES,
        *said.RULES,
        *circumstance.RULES,
        *according.RULES,
        *headline.RULES,
        *nominal.RULES,
        *in_saying.RULES,
    )


@cache
def _by_trigger() -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        found[rule.trigger].append(rule)
    return {trigger: tuple(some) for trigger, some in found.items()}


def find_devices(sheet: Sheet) -> list[Device]:
    """The reporting devices of the page, in the order of their cues."""
    found: list[Device] = []
    reached = 0
    for i in [i for i, token in enumerate(sheet.tokens) if token.triggers]:
        if i < reached:
            continue
        device = _device_at(sheet, i)
        if device is None:
            continue
        if device.sort in ("closing", "opening") and device.cue:
            reached = device.source[1] if device.relayed and device.source else device.cue[1]
        if device.relayed and device.source:
            reached = max(reached, min(device.source[1], device.content.first))
        found.append(device)
    return _without_repeats(found)


def _device_at(sheet: Sheet, i: int) -> Device | None:
    """What the first rule that fits finds at word `i`."""
    table = _by_trigger()
    for trigger in sheet.tokens[i].triggers:
        for rule in table.get(trigger, ()):
            device = rule.find(sheet, i)
            if device is not None:
                return device
    return None


def _without_repeats(found: list[Device]) -> list[Device]:
    """Two devices that lead to the same words are one: وأردف الجبير قائلا."""
    kept: dict[int, Device] = {}
    others: list[Device] = []
    for device in found:
        if device.sort in ("closing", "opening"):
            others.append(device)
            continue
        known = kept.setdefault(device.content.span.start, device)
        if known is not device and known.sort == "colon":
            kept[device.content.span.start] = device
    return sorted([*kept.values(), *others], key=lambda d: d.cue[0] if d.cue else d.content.first)
