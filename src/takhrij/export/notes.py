"""A folder of Markdown notes, as Obsidian keeps them: one for each report and for each actor that reports share."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from takhrij.export.files import file_name
from takhrij.export.gathered import Gathered, Player
from takhrij.export.identity import Figure, cast, outlet_figure
from takhrij.export.source import Source
from takhrij.model.copy import Copy
from takhrij.model.dates import day_of
from takhrij.model.event import Event
from takhrij.model.told import Told

Linked = Callable[[Figure], str]

_REPORTS = "reports"
_ACTORS = "actors"
# A report's text is no Markdown: nothing in it may become a link, a picture, a tag or HTML.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~=$^%{}!])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_OF_TITLE = 60


def fill(source: Source, folder: Path) -> None:
    """The notes. The reports are gone through twice: whoever is linked to must have a name first."""
    (folder / _REPORTS).mkdir()
    (folder / _ACTORS).mkdir()
    with Gathered() as gathered:
        for told in source.reports():
            shared = {figure.id: figure for figure in _figures(told) if figure.shared}
            gathered.hear(shared.values(), day_of(told.article.published))
            gathered.call(told.article.id, _report_name(told))
        for player in gathered.players():
            name = gathered.call(player.id, file_name(player.name))
            (folder / _ACTORS / f"{name}.md").write_text(_actor(player), "utf-8")
        for copy in source.copies():
            for one, other in ((copy.a, copy.b), (copy.b, copy.a)):
                gathered.remark(one, _copy(copy, one, gathered.called(other)))
        for told in source.reports():
            text = "\n".join(_report(told, gathered))
            (folder / _REPORTS / f"{gathered.called(told.article.id)}.md").write_text(text, "utf-8")


def _figures(told: Told) -> Iterator[Figure]:
    yield from cast(told).values()
    if told.article.outlet:
        yield outlet_figure(told.article.outlet)


def _report_name(told: Told) -> str:
    """The beginning of the title, with the day: what one looks for in a list of notes."""
    title = told.article.text[: told.article.title_end] or told.article.id
    day = day_of(told.article.published)
    return file_name(f"{day} {title[:_OF_TITLE]}" if day else title[:_OF_TITLE])


def _plain(words: str) -> str:
    """Words of a report that Markdown leaves as they are, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if plain := _plain(line):
            # What begins like a list or a rule is neither.
            yield f"\\{plain}" if plain[0] in "-+" else _NUMBERED.sub(r"\1\\\2", plain)


def _front(**values: object) -> Iterator[str]:
    """The note's properties: JSON is YAML too, and needs no care for what a value holds."""
    yield "---"
    for name, value in values.items():
        if value not in (None, "", [], ()):
            yield f"{name}: {msgspec.json.encode(value).decode()}"
    yield "---"


def _actor(player: Player) -> str:
    lines = [
        *_front(
            id=player.id,
            type=player.type,
            aliases=list(player.aliases),
            roles=list(player.roles),
            country=player.country,
            sector=player.sector,
            reports=player.reports,
            first=player.first,
            last=player.last,
            tags=["actor", player.type],
        ),
        f"# {_plain(player.name)}",
        "",
        *(f"- {_plain(role)}" for role in player.roles),
        "",
    ]
    return "\n".join(lines)


def _report(told: Told, gathered: Gathered) -> Iterator[str]:
    article = told.article
    figures = cast(told)

    def linked(figure: Figure) -> str:
        name = gathered.called(figure.id) if figure.shared else None
        shown = _plain(figure.actor.name)
        return f"[[{_ACTORS}/{name}|{_shown(figure.actor.name)}]]" if name else shown

    outlet = linked(outlet_figure(article.outlet)) if article.outlet else None
    story = gathered.called(told.story) if told.story else None
    yield from _front(
        id=article.id,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        story=f"[[{_REPORTS}/{story}]]" if story and told.story != article.id else None,
        tags=["report"],
    )
    yield f"# {_plain(article.text[: article.title_end] or article.id)}"
    yield ""
    yield " · ".join(filter(None, [outlet, day_of(article.published)]))
    yield from _statements(told, figures, linked)
    yield from _events(told, figures, linked)
    if remarks := gathered.remarks(article.id):
        yield from ["", "## Copies", "", *remarks]
    if body := [*_paragraphs(article.text[article.title_end :])]:
        yield from ["", "## Text", ""]
        for paragraph in body:
            yield from [paragraph, ""]


def _shown(name: str) -> str:
    """A name within a link, where a backslash would be a letter."""
    return re.sub(r"[\[\]|]", " ", " ".join(name.split()))


def _statements(told: Told, figures: dict[str, Figure], linked: Linked) -> Iterator[str]:
    if told.reading.statements:
        yield from ["", "## Statements", ""]
    for number, one in enumerate(told.reading.statements):
        chain = " ← ".join(linked(figures[name]) for name in one.chain)
        yield f"> {_plain(one.content.of(told.article.text)) or '…'}"
        # Its own address, by which other notes quote it: [[the note#^s0]].
        yield from [">", f"> — {chain} · {one.form}", "", f"^s{number}", ""]


def _events(told: Told, figures: dict[str, Figure], linked: Linked) -> Iterator[str]:
    if told.reading.events:
        yield from ["", "## Events", ""]
    for number, event in enumerate(told.reading.events):
        yield f"- {_event(told, event, figures, linked)} ^e{number}"


def _event(told: Told, event: Event, figures: dict[str, Figure], linked: Linked) -> str:
    sides = [" + ".join(linked(figures[name]) for name in names) for names in (event.actor, event.recipient)]
    whose = "" if event.statement is None else f"[[#^s{event.statement}]]"
    told_by = [
        f"**{event.type}**",
        _plain(event.trigger.of(told.article.text)),
        " → ".join(side for side in sides if side),
        event.mode,
        _plain(event.place or ""),
        event.date,
        None if event.status == "happened" else event.status,
        whose,
    ]
    return " · ".join(part for part in told_by if part)


def _copy(copy: Copy, of: str, other: str | None) -> str:
    share = f"{copy.containment:.0%}"
    way = "" if copy.older is None else "later" if copy.older == of else "earlier"
    said = "credited" if copy.credited else "not credited"
    return f"- [[{_REPORTS}/{other}]] · " + " · ".join(part for part in (share, way, said) if part)
