"""From devices to statements: who speaks, through whom, nested in whose words."""

from dataclasses import dataclass, field

from takhrij.model.actor import Actor, ActorType
from takhrij.model.span import Span
from takhrij.model.statement import Link, Statement, Veil
from takhrij.reading.cast import Player, plain, take_apart
from takhrij.reading.speakers import Cast, meet_people
from takhrij.rules.statements.device import Device
from takhrij.rules.statements.sheet import Is, Sheet
from takhrij.text.fold import fold


@dataclass(slots=True)
class Told:
    """A device with its speaker and the ones before it in the chain, nearest to the reader first."""

    device: Device
    speaker: Player
    before: list[tuple[Player, Span | None, str]] = field(default_factory=list)
    paragraph: int = 0


def trace(sheet: Sheet, devices: list[Device]) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """The statements of a page in the order of their cues, and the actors that take part in them."""
    tracer = _Tracer(sheet, meet_people(sheet))
    for device in devices:
        tracer.take(device)
    tracer.close()
    statements = tuple(_statement(sheet, told) for told in tracer.told)
    return statements, _actors(tracer)


class _Tracer:
    """Reads devices in order and keeps what continues: the last speakers and the links before them."""

    def __init__(self, sheet: Sheet, cast: Cast) -> None:
        self.sheet = sheet
        self.cast = cast
        self.told: list[Told] = []
        self.publisher = fold(sheet.heading.outlet or "")
        self.paragraph_of = _paragraphs(sheet)

    def take(self, device: Device) -> None:
        """Add the statement that `device` reports."""
        at = device.cue[0] if device.cue else device.content.first
        outer = self._outer(device, at)
        speaker = self._speaker(device, outer)
        if speaker is None:
            return
        told = Told(device, speaker, [], self.paragraph_of(at))
        previous = self._previous(speaker)
        if device.sort == "closing" and self._close_over(told):
            return
        self._links(told, device, outer, previous)
        self.told.append(told)
        self.cast.heard(speaker, at)

    def _outer(self, device: Device, at: int) -> Told | None:
        """The statement in whose words the device stands."""
        for told in reversed(self.told[-8:]):
            content = told.device.content
            if content.first <= at < content.end and told.device.sort != "closing":
                return told
        return None

    def _speaker(self, device: Device, outer: Told | None) -> Player | None:
        cast = self.cast
        if device.source is not None:
            phrase = take_apart(self.sheet, *device.source)
            return cast.who(phrase, device.form)
        if device.sort == "participle":
            for told in reversed(self.told[-4:]):
                if self._same_sentence(told.device, device):
                    return told.speaker
            return cast.left_out(device.form)
        return cast.left_out(device.form, nested=outer.speaker if outer and device.sort == "verb" and device.form and device.form.person == 3 else None)

    def _same_sentence(self, a: Device, b: Device) -> bool:
        of = self.sheet.page.sentence_of
        return of[a.content.first] == of[b.content.first] or of[a.content.end - 1] == of[b.content.first]

    def _previous(self, speaker: Player) -> Told | None:
        for told in reversed(self.told[-12:]):
            if told.speaker is speaker:
                return told
        return None

    def _close_over(self, told: Told) -> bool:
        """Let a closing account take in the statements of the clause it governs; True where it adds no statement of its own."""
        device = told.device
        inner = [t for t in self.told[-6:] if self._within(t.device, device)]
        if any(t.speaker is told.speaker for t in inner):
            return True
        if told.speaker.kind == "outlet":
            for t in inner:
                self._put_before(t, told.speaker, self._span(device.source), device.rule)
        return False

    def _within(self, inner: Device, outer: Device) -> bool:
        at = inner.cue[0] if inner.cue else inner.content.first
        return outer.content.first <= at < outer.content.end

    def _links(self, told: Told, device: Device, outer: Told | None, previous: Told | None) -> None:
        """Whom the statement came through: its relay or outlet, those of the saying it continues, those of the words it is nested in."""
        if device.relayed:
            relay = self._relay(device)
            if relay is not None and relay is not told.speaker:
                self._put_before(told, relay, self._span(device.relay), "chains.relay")
            return
        if device.via is not None:
            outlet = self.cast.who(take_apart(self.sheet, *device.via), None)
            if outlet is not told.speaker:
                self._put_before(told, outlet, self._span(device.via), "chains.told_to")
        elif outer is not None and outer.speaker is not told.speaker:
            told.before = [*outer.before, (outer.speaker, None, "chains.nested")]
        elif outer is not None:
            told.before = list(outer.before)
        elif previous is not None and self._continues(told, previous):
            told.before = list(previous.before)

    def _continues(self, told: Told, previous: Told) -> bool:
        """Whether the link that brought the speaker's last words brought these too."""
        device = told.device
        if device.source is None:
            return True
        if not previous.before:
            return False
        phrase = take_apart(self.sheet, *device.source)
        if not told.speaker.named or phrase.again or previous.before[0][0].kind != "outlet":
            return True
        return told.paragraph == previous.paragraph

    def _relay(self, device: Device) -> Player | None:
        if device.relay is not None:
            return self.cast.who(take_apart(self.sheet, *device.relay), device.form)
        for player in reversed(self.cast.spoke):
            if player.kind == "outlet":
                return player
        for told in reversed(self.told):
            for player, _, _ in told.before:
                if player.kind == "outlet":
                    return player
        return self.cast.left_out(device.form)

    def _put_before(self, told: Told, player: Player, span: Span | None, rule: str) -> None:
        if self._is_publisher(player) or any(p is player for p, _, _ in told.before):
            return
        told.before.insert(0, (player, span, rule))

    def _is_publisher(self, player: Player) -> bool:
        name = fold(player.name)
        return player.kind == "outlet" and bool(self.publisher) and (name in self.publisher or self.publisher in name)

    def _span(self, words: tuple[int, int] | None) -> Span | None:
        return self.sheet.page.span(*words) if words else None

    def close(self) -> None:
        """Put the statements in the order of the text."""
        self.told.sort(key=lambda told: (told.device.content.span.start, -told.device.content.span.end))


def _paragraphs(sheet: Sheet):  # type: ignore[no-untyped-def]
    from bisect import bisect_right

    breaks = [i for i, token in enumerate(sheet.tokens) if token.flags & Is.BREAK]
    return lambda i: bisect_right(breaks, i)


def _statement(sheet: Sheet, told: Told) -> Statement:
    device, speaker = told.device, told.speaker
    page = sheet.page
    source = page.span(*device.source) if device.source else None
    links = [Link(name=p.name, kind=p.kind, named=p.named, span=span, rule=rule) for p, span, rule in told.before]
    links.append(Link(name=speaker.name, kind=speaker.kind, named=speaker.named, span=source, rule=device.rule))
    veil = None
    if not speaker.named:
        veil = Veil(words=speaker.name, number=speaker.number if speaker.number < 3 else None, asked=speaker.asked)
    return Statement(
        content=device.content.span,
        cue=page.span(*device.cue) if device.cue else None,
        source=source,
        speaker=speaker.name,
        kind=speaker.kind,
        named=speaker.named,
        form=device.content.form,
        chain=tuple(link.name for link in links),
        links=tuple(links),
        veil=veil,
        rule=device.rule,
    )


_TYPES: dict[str, ActorType] = {"person": "person", "outlet": "outlet", "organization": "organization", "people": "group", "public": "group"}


def _actors(tracer: _Tracer) -> tuple[Actor, ...]:
    seen: dict[int, Player] = {}
    for told in tracer.told:
        for player, _, _ in told.before:
            seen.setdefault(id(player), player)
        seen.setdefault(id(told.speaker), told.speaker)
    return tuple(
        Actor(
            name=p.name,
            type=_TYPES.get(p.kind, "organization"),
            aliases=tuple(plain(a) for a in p.aliases),
            role=p.role,
            mentions=tuple(sorted(p.mentions)),
        )
        for p in seen.values()
    )
