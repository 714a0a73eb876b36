"""GraphML, for Gephi, yEd, Cytoscape, networkx and igraph."""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from takhrij.export.graph import EDGE_VALUES, NODE_VALUES, Extent, Graph, Value
from takhrij.export.source import Source

_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
# XML has no way to write these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def stream(source: Source, extent: Extent) -> Iterator[bytes]:
    """The graph, piece by piece."""
    yield _HEAD.encode()
    for of, values in (("node", NODE_VALUES), ("edge", EDGE_VALUES)):
        for name, kind in {"label": str, "kind": str, **values}.items():
            yield f'<key id="{of[0]}_{name}" for="{of}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>\n'.encode()
    yield b'<graph id="takhrij" edgedefault="directed">\n'
    with Graph(source, extent) as graph:
        for node in graph.nodes():
            told = _data("n", {"label": node.label, "kind": node.kind, **node.values})
            yield f"<node id={_quoted(node.id)}>{told}</node>\n".encode()
        for edge in graph.edges():
            told = _data("e", {"label": edge.kind, "kind": edge.kind, **edge.values})
            ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
            yield f"<edge id={_quoted(edge.id)} {ends}>{told}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def _data(of: str, values: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{of}_{name}">{_plain(value)}</data>' for name, value in values.items())


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(_FORBIDDEN.sub("\ufffd", str(value)))


def _quoted(value: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", value))
