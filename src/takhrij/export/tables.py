"""Nodes and edges as two CSV files, below the names that Gephi or Neo4j wants for its columns."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from takhrij.export.graph import EDGE_VALUES, NODE_VALUES, Extent, Graph, Value
from takhrij.export.source import Source

_NEO4J_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}


def fill_gephi(source: Source, folder: Path, extent: Extent) -> None:
    """nodes.csv and edges.csv for Gephi's import of spreadsheets."""
    nodes = ["Id", "Label", "Kind", *NODE_VALUES]
    edges = ["Source", "Target", "Type", "Id", "Label", "Weight", *EDGE_VALUES]
    with Graph(source, extent) as graph:
        with _opened(folder / "nodes.csv") as file:
            writer = csv.writer(file)
            writer.writerow(nodes)
            for node in graph.nodes():
                writer.writerow([node.id, node.label, node.kind, *_cells(NODE_VALUES, node.values)])
        with _opened(folder / "edges.csv") as file:
            writer = csv.writer(file)
            writer.writerow(edges)
            for edge in graph.edges():
                cells = _cells(EDGE_VALUES, edge.values)
                writer.writerow([edge.source, edge.target, "Directed", edge.id, edge.kind, 1, *cells])


def fill_neo4j(source: Source, folder: Path, extent: Extent) -> None:
    """nodes.csv and edges.csv for `neo4j-admin database import`."""
    nodes = ["id:ID", "label", ":LABEL", *(f"{name}:{_NEO4J_TYPES[kind]}" for name, kind in NODE_VALUES.items())]
    values = (f"{name}:{_NEO4J_TYPES[kind]}" for name, kind in EDGE_VALUES.items())
    edges = [":START_ID", ":END_ID", ":TYPE", "id", *values]
    with Graph(source, extent) as graph:
        with _opened(folder / "nodes.csv") as file:
            writer = csv.writer(file)
            writer.writerow(nodes)
            for node in graph.nodes():
                writer.writerow([node.id, node.label, _labels(node.kind), *_cells(NODE_VALUES, node.values)])
        with _opened(folder / "edges.csv") as file:
            writer = csv.writer(file)
            writer.writerow(edges)
            for edge in graph.edges():
                cells = _cells(EDGE_VALUES, edge.values)
                writer.writerow([edge.source, edge.target, edge.kind, edge.id, *cells])


def _labels(kind: str) -> str:
    """Neo4j's labels: what it is, and Actor for all who act."""
    name = kind.capitalize()
    return name if kind in ("report", "statement", "event") else f"Actor;{name}"


def _opened(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


def _cells(names: Mapping[str, type], values: Mapping[str, Value]) -> list[object]:
    return [_cell(values.get(name, "")) for name in names]


def _cell(value: Value) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    # A line break within quotes is no end of a line to CSV, but it is to the fast importers.
    return " ".join(value.split()) if isinstance(value, str) else value
