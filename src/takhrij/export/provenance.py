"""PROV-O with schema.org and Web Annotation selectors, as one JSON-LD document that needs no network to be read."""

from collections.abc import Iterator

import msgspec

from takhrij import __version__
from takhrij.export.gathered import Gathered, Player
from takhrij.export.identity import Figure, cast, event_id, outlet_figure, report_id, statement_id
from takhrij.export.places import site_of
from takhrij.export.source import Source
from takhrij.model.copy import Copy
from takhrij.model.dates import day_of
from takhrij.model.event import Event, Status
from takhrij.model.span import Span
from takhrij.model.told import Told

Node = dict[str, object]

_URN = "urn:takhrij:"
_CONTEXT: dict[str, object] = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "takhrij": "urn:takhrij:terms:",
    **{
        name: {"@id": name, "@type": "@id"}
        for name in (
            "prov:wasAttributedTo",
            "prov:wasQuotedFrom",
            "prov:wasDerivedFrom",
            "prov:hadPrimarySource",
            "prov:wasGeneratedBy",
            "prov:wasAssociatedWith",
            "prov:used",
            "prov:entity",
            "schema:publisher",
            "schema:author",
            "schema:isPartOf",
            "schema:appearance",
            "schema:spokenByCharacter",
            "schema:url",
            "schema:agent",
            "schema:recipient",
            "schema:participant",
            "schema:actionStatus",
            "oa:hasBody",
            "oa:hasSource",
            "oa:motivatedBy",
            "takhrij:toldBy",
        )
    },
    "schema:datePublished": {"@id": "schema:datePublished", "@type": "schema:Date"},
    "oa:start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "oa:end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "takhrij:chain": {"@id": "takhrij:chain", "@container": "@list"},
}
_RUN = f"{_URN}run:{__version__}"
_SOFTWARE = f"{_URN}software:{__version__}"
_AGENTS = {
    "person": ["prov:Person", "schema:Person"],
    "organization": ["prov:Organization", "schema:Organization"],
    "outlet": ["prov:Organization", "schema:NewsMediaOrganization"],
    "country": ["prov:Organization", "schema:Country"],
    "group": ["prov:Agent", "schema:Thing"],
}
_STATUS: dict[Status, str] = {
    "happened": "schema:CompletedActionStatus",
    "ongoing": "schema:ActiveActionStatus",
    "planned": "schema:PotentialActionStatus",
    "called_for": "schema:PotentialActionStatus",
    "conditional": "schema:PotentialActionStatus",
}
_ESCAPED = {ord(letter): f"%{ord(letter):02X}" for letter in [*map(chr, range(33)), *'<>"{}|\\^`']}
# So much of the text stands before and after the words that a selector quotes.
_AROUND = 32


def stream(source: Source) -> Iterator[bytes]:
    """The document, piece by piece."""
    encoder = msgspec.json.Encoder()
    yield b'{"@context":' + encoder.encode(_CONTEXT) + b',"@graph":[\n'
    yield encoder.encode(_node(_SOFTWARE, "prov:SoftwareAgent", **{"schema:name": f"takhrij {__version__}"}))
    for node in _nodes(source):
        yield b",\n" + encoder.encode(node)
    yield b"\n]}\n"


def _nodes(source: Source) -> Iterator[Node]:
    with Gathered() as gathered:
        yield _node(_RUN, "prov:Activity", **{"prov:wasAssociatedWith": _SOFTWARE})
        for told in source.reports():
            figures = cast(told)
            publisher = outlet_figure(told.article.outlet) if told.article.outlet else None
            by_id = {one.id: one for one in [*figures.values(), *([publisher] if publisher else [])]}
            gathered.hear(by_id.values(), day_of(told.article.published))
            yield _report(told, publisher)
            yield {"@id": _RUN, "prov:used": _urn(report_id(told.article.id))}
            for number in range(len(told.reading.statements)):
                yield from _statement(told, number, figures)
            for number in range(len(told.reading.events)):
                yield from _event(told, number, figures)
        yield from map(_agent, gathered.players())
        for copy in source.copies():
            yield from _copied(copy)


def _urn(identity: str) -> str:
    return _URN + identity


def _node(identity: str, *types: str, **values: object) -> Node:
    """A node; what is empty is left out."""
    node: Node = {"@id": identity, "@type": list(types)}
    node.update((name, value) for name, value in values.items() if value not in (None, "", [], ()))
    return node


def _report(told: Told, publisher: Figure | None) -> Node:
    article = told.article
    outlet = _urn(publisher.id) if publisher else None
    return _node(
        _urn(report_id(article.id)),
        "prov:Entity",
        "schema:NewsArticle",
        **{
            "schema:identifier": article.id,
            "schema:headline": article.text[: article.title_end],
            "schema:datePublished": article.published,
            "schema:inLanguage": "ar",
            "schema:url": _iri(article.url),
            "schema:publisher": outlet,
            "prov:wasAttributedTo": outlet,
        },
    )


def _iri(url: str | None) -> str | None:
    """An address as an IRI: Arabic letters may stay, blanks and brackets may not."""
    return url.translate(_ESCAPED) if url and url.startswith(("http://", "https://")) else None


def _statement(told: Told, number: int, figures: dict[str, Figure]) -> Iterator[Node]:
    """A statement as the report tells it, what each link of its chain passed on, and the words that this rests on."""
    statement = told.reading.statements[number]
    itself = _urn(statement_id(told.article.id, number))
    links = [f"{itself}-link-{n}" for n in range(len(statement.chain))]
    speaker = _urn(figures[statement.speaker].id)
    # A quotation is the very words; what is told indirectly derives from them.
    passes = "prov:wasDerivedFrom" if statement.form == "indirect" else "prov:wasQuotedFrom"
    kinds = ["schema:Claim", *(["schema:Quotation"] if statement.form != "indirect" else [])]
    yield _node(
        itself,
        "prov:Entity",
        *kinds,
        **{
            "schema:text": statement.content.of(told.article.text),
            "schema:author": speaker,
            "schema:spokenByCharacter": speaker if statement.form != "indirect" else None,
            "schema:isPartOf": _urn(report_id(told.article.id)),
            "schema:appearance": _urn(report_id(told.article.id)),
            passes: links[0],
            "prov:hadPrimarySource": links[-1],
            "prov:wasGeneratedBy": _RUN,
            "takhrij:form": statement.form,
            "takhrij:named": statement.named,
            "takhrij:rule": statement.rule,
            "takhrij:chain": list(statement.chain),
        },
    )
    for n, name in enumerate(statement.chain):
        further = {passes: links[n + 1]} if n + 1 < len(links) else {}
        yield _node(links[n], "prov:Entity", **{"prov:wasAttributedTo": _urn(figures[name].id), **further})
    spans = {"content": statement.content, "cue": statement.cue, "source": statement.source}
    for part, span in spans.items():
        if span is not None:
            yield _evidence(told, f"{itself}-{part}", itself, span, part)
    for n, link in enumerate(statement.links):
        if link.span is not None:
            yield _evidence(told, f"{itself}-link-{n}-words", links[n], link.span, link.rule)


def _evidence(told: Told, identity: str, of: str, span: Span, part: str) -> Node:
    """An annotation that points at the words, by their place and by what they are."""
    text = told.article.text
    selectors: list[Node] = [{"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end}]
    if text:
        around = {
            "oa:exact": span.of(text),
            "oa:prefix": text[max(0, span.start - _AROUND) : span.start],
            "oa:suffix": text[span.end : span.end + _AROUND],
        }
        selectors.append({"@type": "oa:TextQuoteSelector", **around})
    return {
        "@id": identity,
        "@type": "oa:Annotation",
        "oa:motivatedBy": "oa:identifying",
        "oa:hasBody": of,
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": _urn(report_id(told.article.id)),
            "oa:hasSelector": selectors,
        },
        "takhrij:part": part,
    }


def _event(told: Told, number: int, figures: dict[str, Figure]) -> Iterator[Node]:
    event = told.reading.events[number]
    itself = _urn(event_id(told.article.id, number))
    told_by = None if event.statement is None else _urn(statement_id(told.article.id, event.statement))
    yield _node(
        itself,
        "schema:Action",
        **{
            "schema:additionalType": f"PLOVER {event.type}",
            "schema:name": event.trigger.of(told.article.text),
            "schema:agent": [_urn(figures[name].id) for name in event.actor],
            "schema:recipient": [_urn(figures[name].id) for name in event.recipient],
            "schema:participant": [_urn(figures[name].id) for name in event.others],
            "schema:location": _place(event),
            "schema:startTime": event.date,
            "schema:actionStatus": _STATUS.get(event.status),
            "schema:isPartOf": _urn(report_id(told.article.id)),
            "prov:wasGeneratedBy": _RUN,
            "takhrij:type": event.type,
            "takhrij:mode": event.mode,
            "takhrij:status": event.status,
            "takhrij:count": event.count,
            "takhrij:toldBy": told_by,
            "takhrij:rule": event.rule,
        },
    )
    yield _evidence(told, f"{itself}-trigger", itself, event.trigger, "trigger")


def _place(event: Event) -> Node | None:
    if event.place is None:
        return None
    site = site_of(event)
    node: Node = {"@type": "schema:Place", "schema:name": event.place}
    if site is not None:
        if site.country:
            node["schema:addressCountry"] = site.country
        if site.is_city:
            node["schema:latitude"], node["schema:longitude"] = site.latitude, site.longitude
    return node


def _agent(player: Player) -> Node:
    return _node(
        _urn(player.id),
        *_AGENTS[player.type],
        **{
            "schema:name": player.name,
            "schema:alternateName": list(player.aliases),
            "schema:jobTitle" if player.type == "person" else "schema:description": list(player.roles),
            "takhrij:country": player.country,
            "takhrij:sector": player.sector,
        },
    )


def _copied(copy: Copy) -> Iterator[Node]:
    """The later report derives from the older one; where nothing tells which is older, both are only alike."""
    older = copy.older or copy.a
    later = copy.b if older == copy.a else copy.a
    identity = f"{_URN}{report_id(copy.a)}-{report_id(copy.b)}"
    if copy.older is None:
        yield _node(
            identity,
            "takhrij:Alike",
            **{
                "takhrij:between": [{"@id": _urn(report_id(one))} for one in (copy.a, copy.b)],
                "takhrij:containment": copy.containment,
                "takhrij:reason": copy.reason,
            },
        )
        return
    yield {
        "@id": _urn(report_id(later)),
        "prov:wasDerivedFrom": _urn(report_id(older)),
        "prov:qualifiedDerivation": {
            "@id": identity,
            "@type": "prov:Derivation",
            "prov:entity": _urn(report_id(older)),
            "takhrij:containment": copy.containment,
            "takhrij:credited": copy.credited,
            "takhrij:reason": copy.reason,
        },
    }
