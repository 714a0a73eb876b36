"""Statements and actors as they are written down, once every source is known."""

from collections.abc import Iterable

from takhrij.lexicon import places
from takhrij.lexicon.actor_words import group
from takhrij.model.actor import Actor, ActorType
from takhrij.model.statement import Link, Statement, Veil
from takhrij.reading.links import Told
from takhrij.reading.players import Player
from takhrij.reading.wording import plain
from takhrij.rules.statements.sheet import Sheet
from takhrij.text.fold import fold

_ARTICLE = "ال"
_TYPES: dict[str, ActorType] = {"person": "person", "outlet": "outlet", "people": "group", "public": "group"}


def statement(sheet: Sheet, told: Told) -> Statement:
    """What was told, with its chain."""
    device, speaker, page = told.device, told.speaker, sheet.page
    source = page.span(told.source[0], told.source[1]) if told.source else None
    links = [
        Link(name=p.name, kind=p.kind, named=p.named, span=span, rule=rule)
        for p, span, rule in told.before
        if p.name != speaker.name
    ]
    rule = "speakers.named" if told.source else "speakers.left_out"
    links.append(Link(name=speaker.name, kind=speaker.kind, named=speaker.named, span=source, rule=rule))
    return Statement(
        content=device.content.span,
        cue=page.span(device.cue[0], device.cue[1]) if device.cue else None,
        source=source,
        speaker=speaker.name,
        kind=speaker.kind,
        named=speaker.named,
        form=device.content.form,
        chain=tuple(link.name for link in links),
        links=tuple(links),
        veil=None if speaker.named else Veil(words=speaker.name, number=speaker.count, asked=speaker.asked),
        rule=device.rule,
    )


def actors(sheet: Sheet, players: Iterable[Player]) -> tuple[Actor, ...]:
    """The players as actors."""
    return tuple(
        Actor(
            name=player.name,
            type=_type(player),
            aliases=tuple(alias for alias in map(plain, player.aliases) if alias != player.name),
            role=player.role,
            mentions=tuple(sheet.page.span(first, end) for first, end in sorted(player.mentions)),
        )
        for player in players
    )


def _type(player: Player) -> ActorType:
    """What an actor is; one called by the name of a country or its capital is a country."""
    if player.kind == "organization" and player.named:
        words = player.name.split(" ")
        if fold(words[0]).removeprefix(_ARTICLE) in group("states"):
            # دولة قطر, المملكة
            words = words[1:]
            if not words:
                return "country"
        place = places.names().whole(words)
        if place is not None and (place.kind == "country" or place.rules):
            return "country"
    return _TYPES.get(player.kind, "organization")
