"""Exports that are graphs, each read back by the library of the tool it is for."""

import csv
import json
import warnings
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx
import pytest
import rdflib
from followthemoney import model
from rdflib.namespace import RDF

from editions import ARTICLES, edition_at
from takhrij.export import followthemoney, graphml, provenance, tables
from takhrij.export.graph import EDGE_VALUES, NODE_VALUES, Extent
from takhrij.export.identity import cast, outlet_figure, report_id, statement_id
from takhrij.model.told import Told
from takhrij.store.edition import Edition

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def entities(edition: Edition) -> list[dict[str, Any]]:
    return [json.loads(line) for line in followthemoney.stream(edition)]


@pytest.fixture(scope="module")
def linked(edition: Edition) -> rdflib.Graph:
    graph = rdflib.Graph()
    with warnings.catch_warnings():
        # rdflib's own: its JSON-LD parser uses what it calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        graph.parse(data=b"".join(provenance.stream(edition)), format="json-ld")
    return graph


def network(edition: Edition, extent: Extent) -> networkx.MultiDiGraph:
    return networkx.parse_graphml(b"".join(graphml.stream(edition, extent)).decode(), force_multigraph=True)


def statements(told: list[Told]) -> int:
    return sum(len(one.reading.statements) for one in told)


def events(told: list[Told]) -> int:
    return sum(len(one.reading.events) for one in told)


def test_followthemoney_accepts_every_entity_and_loses_no_value(entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)  # type: ignore[arg-type]
        for name, values in entity["properties"].items():
            assert len(proxy.get(name)) == len(set(values)), (entity["id"], name)


def test_followthemoney_has_all_that_the_archive_has(
    entities: list[dict[str, Any]],
    told: list[Told],
) -> None:
    count = Counter(one["schema"] for one in entities)

    assert len({one["id"] for one in entities}) == len(entities)
    assert count["Article"] == len(ARTICLES)
    assert count["Event"] == statements(told) + events(told)
    assert count["Similar"] == 1
    actors = {figure.id for one in told for figure in cast(one).values()}
    actors |= {outlet_figure(one.article.outlet).id for one in told if one.article.outlet}
    assert {one["id"] for one in entities if model.get(one["schema"]).is_a("LegalEntity")} == actors  # type: ignore[union-attr]


def test_what_a_followthemoney_entity_points_at_is_there(entities: list[dict[str, Any]]) -> None:
    by_id = {one["id"]: one for one in entities}

    for entity in entities:
        proxy = model.get_proxy(entity)
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert prop.range is not None
                assert model.get(by_id[value]["schema"]).is_a(prop.range), (entity, prop)  # type: ignore[union-attr]


def test_a_chain_is_a_link_for_every_step_to_the_publisher(entities: list[dict[str, Any]]) -> None:
    named = {one["id"]: one["properties"].get("name", [""])[0] for one in entities}
    steps = [
        (named[one["properties"]["subject"][0]], named[one["properties"]["object"][0]])
        for one in entities
        if one["schema"] == "UnknownLink" and one["id"].startswith(statement_id("chain", 1))
    ]

    assert steps == [("الساحل", "الميناء"), ("الميناء", "رويترز"), ("رويترز", "مصدر أمني")]


def test_the_json_ld_holds_every_statement_event_and_report(linked: rdflib.Graph, told: list[Told]) -> None:
    count = Counter(linked.objects(None, RDF.type))

    assert count[SCHEMA.NewsArticle] == len(ARTICLES)
    assert count[SCHEMA.Claim] == statements(told)
    quoted = [s for one in told for s in one.reading.statements if s.form != "indirect"]
    assert count[SCHEMA.Quotation] == len(quoted)
    assert count[SCHEMA.Action] == events(told)
    assert count[PROV.Derivation] == 1


def test_the_chain_of_derivations_is_the_chain_of_the_reading(linked: rdflib.Graph, told: list[Told]) -> None:
    for one in told:
        for number, statement in enumerate(one.reading.statements):
            step: Any = rdflib.URIRef(f"urn:takhrij:{statement_id(one.article.id, number)}")
            passes = PROV.wasDerivedFrom if statement.form == "indirect" else PROV.wasQuotedFrom
            chain = []
            while (step := linked.value(step, passes)) is not None:
                agent = linked.value(step, PROV.wasAttributedTo)
                chain.append(
                    {str(linked.value(agent, SCHEMA.name)), *map(str, linked.objects(agent, SCHEMA.alternateName))}
                )
            assert len(chain) == len(statement.chain)
            assert all(name in names for name, names in zip(statement.chain, chain, strict=True))


def test_selectors_point_at_the_words_they_quote(linked: rdflib.Graph, told: list[Told]) -> None:
    texts = {rdflib.URIRef(f"urn:takhrij:{report_id(one.article.id)}"): one.article.text for one in told}
    annotations = list(linked.subjects(RDF.type, OA.Annotation))

    assert len(annotations) > statements(told)
    for annotation in annotations:
        target = linked.value(annotation, OA.hasTarget)
        text = texts[linked.value(target, OA.hasSource)]  # type: ignore[index]
        place, quote = sorted(linked.objects(target, OA.hasSelector), key=lambda one: (one, OA.exact, None) in linked)
        start, end = (int(str(linked.value(place, edge))) for edge in (OA.start, OA.end))
        exact, prefix, suffix = (str(linked.value(quote, part)) for part in (OA.exact, OA.prefix, OA.suffix))
        assert text[start:end] == exact
        assert text[:start].endswith(prefix) and text[end:].startswith(suffix)


def test_every_address_in_the_json_ld_is_one(linked: rdflib.Graph) -> None:
    for one in set(linked.all_nodes()):
        if isinstance(one, rdflib.URIRef):
            assert not set(str(one)) & set(' <>"{}|\\^`\n')


def test_the_graph_of_actors_is_read_by_networkx(edition: Edition, told: list[Told]) -> None:
    graph = network(edition, "actors")
    edges = Counter(kind for _, _, kind in graph.edges(data="kind"))

    steps = 0
    for one in told:
        for statement in one.reading.statements:
            steps += sum(a != b for a, b in pairwise([one.article.outlet, *statement.chain]))
    assert edges["TOLD"] == steps
    assert edges["SHARES"] == 1
    assert all(label for _, label in graph.nodes(data="label"))
    [path] = [
        [(graph.nodes[source]["name"], graph.nodes[target]["name"]) for source, target, _ in some]
        for some in [
            sorted(
                [
                    (source, target, edge["position"])
                    for source, target, edge in graph.edges(data=True)
                    if (edge["report"], edge.get("number")) == ("chain", 1) and edge["kind"] == "TOLD"
                ],
                key=lambda edge: -edge[2],
            )
        ]
    ]
    assert path == [("مصدر أمني", "رويترز"), ("رويترز", "الميناء"), ("الميناء", "الساحل")]


def test_the_whole_graph_has_reports_statements_and_events(edition: Edition, told: list[Told]) -> None:
    graph = network(edition, "whole")
    nodes = Counter(kind for _, kind in graph.nodes(data="kind"))
    edges = Counter(kind for _, _, kind in graph.edges(data="kind"))

    assert (nodes["report"], nodes["statement"], nodes["event"]) == (len(ARTICLES), statements(told), events(told))
    assert edges["SAID"] == statements(told)
    assert edges["IN"] == statements(told) + events(told)
    assert edges["PUBLISHED"] == len(ARTICLES)
    words = {
        graph.nodes[statement_id(one.article.id, n)]["words"]
        for one in told
        for n, _ in enumerate(one.reading.statements)
    }
    assert any("😀" in one for one in words)


@pytest.mark.parametrize("extent", ["actors", "whole"])
def test_the_tables_for_gephi_and_neo4j_hold_the_same_graph(
    edition: Edition,
    tmp_path: Path,
    extent: Extent,
) -> None:
    graph = network(edition, extent)

    for fill, node, source, target, kind in (
        (tables.fill_gephi, "Id", "Source", "Target", "Label"),
        (tables.fill_neo4j, "id:ID", ":START_ID", ":END_ID", ":TYPE"),
    ):
        folder = tmp_path / fill.__name__
        folder.mkdir()
        fill(edition, folder, extent)
        nodes, edges = (list(rows(folder / name)) for name in ("nodes.csv", "edges.csv"))
        assert [one[node] for one in nodes] == list(graph.nodes)
        assert Counter((e[source], e[target], e[kind]) for e in edges) == Counter(graph.edges(data="kind"))


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_neo4js_columns_have_types_and_labels(edition: Edition, tmp_path: Path) -> None:
    tables.fill_neo4j(edition, tmp_path, "whole")

    [report] = [
        one for one in rows(tmp_path / "nodes.csv") if one["report:string"] == "chain" and one[":LABEL"] == "Report"
    ]
    assert report["published:string"] == "2019-05-09T08:00:00+02:00"
    labels = {one[":LABEL"] for one in rows(tmp_path / "nodes.csv")}
    assert labels >= {"Report", "Statement", "Event", "Actor;Person", "Actor;Outlet"}
    # One line each: neo4j-admin reads no line breaks within quotes unless told so.
    assert len((tmp_path / "nodes.csv").read_text("utf-8").splitlines()) == 1 + len(list(rows(tmp_path / "nodes.csv")))


def test_no_value_of_a_graph_is_without_a_declared_type(edition: Edition) -> None:
    graph = network(edition, "whole")

    assert {name for _, values in graph.nodes(data=True) for name in values} <= {*NODE_VALUES, "label", "kind"}
    assert {name for *_, values in graph.edges(data=True) for name in values} <= {*EDGE_VALUES, "label", "kind"}


def test_ids_are_the_same_whatever_was_added_first(edition: Edition, tmp_path: Path, told: list[Told]) -> None:
    turned = edition_at(tmp_path / "turned.db", tuple(reversed(ARTICLES)))

    def ids(one: Edition) -> set[str]:
        return {json.loads(line)["id"] for line in followthemoney.stream(one)} - similar

    similar = {f"{report_id(a)}-{report_id(b)}" for a in ("first", "second") for b in ("first", "second")}
    assert ids(turned) == ids(edition)
    assert b"".join(followthemoney.stream(edition)) == b"".join(followthemoney.stream(edition))


def test_an_actor_that_is_only_described_stays_in_its_report(told: list[Told]) -> None:
    figures = {(one.article.id, name): figure for one in told for name, figure in cast(one).items()}

    assert figures["first", "مدير الميناء"].id != figures["second", "مدير الميناء"].id
    assert figures["chain", "رويترز"].id == figures["a/b:c?", "رويترز"].id == outlet_figure("رويترز").id
    assert figures["chain", "سامر الحلبي"].id == figures["a/b:c?", "سامر الحلبي"].id
