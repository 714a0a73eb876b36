"""Find the reporting devices of a page: one pass over its words, each rule tried only at its triggers."""

from functools import cache

from takhrij.rules.statements import according, circumstance, headline, relayed, said
from takhrij.rules.statements.device import Device, Rule
from takhrij.rules.statements.sheet import Is, Sheet


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of statements."""
    return (*relayed.RULES, *said.RULES, *circumstance.RULES, *according.RULES, *headline.RULES)


def find_devices(sheet: Sheet) -> list[Device]:
    """The reporting devices of the page, in the order of their cues."""
    found: list[Device] = []
    reached = 0
    for i, token in enumerate(sheet.tokens):
        flags = token.flags
        if not (token.forms or flags & (Is.ACCORDING | Is.AS_SAID | Is.COLON | Is.CAME)) or i < reached:
            continue
        device = _device_at(sheet, i)
        if device is None:
            continue
        if device.sort in ("closing", "opening") and device.cue:
            reached = device.cue[1]
        if device.relayed and device.source:
            reached = max(reached, min(device.source[1], device.content.first))
        found.append(device)
    return _without_repeats(found)


def _device_at(sheet: Sheet, i: int) -> Device | None:
    token = sheet.tokens[i]
    device = None
    if token.flags & Is.CAME:
        device = said.find_came_in(sheet, i)
    if device is None and token.forms:
        shapes = {form.shape for form in token.forms}
        if shapes & {"perfect", "imperfect"}:
            device = relayed.find_relayed(sheet, i) or said.find_said(sheet, i) or said.find_interposed(sheet, i)
        if device is None and "participle" in shapes:
            device = circumstance.find_circumstance(sheet, i)
    if device is None and token.flags & Is.ACCORDING:
        device = according.find_according(sheet, i)
    if device is None and token.flags & Is.AS_SAID:
        device = according.find_as_said(sheet, i)
    if device is None and token.flags & Is.COLON:
        device = headline.find_headline(sheet, i)
    return device


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
