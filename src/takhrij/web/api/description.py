"""The API described as OpenAPI 3.1, from the records themselves."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from takhrij import __version__
from takhrij.web.api import records as r
from takhrij.web.api.operations import Operation

Schema = dict[str, Any]

_REF = "#/components/schemas/{name}"
_TITLE = "المرفأ يفتح غدا"
_TEXT = "نقلت رويترز عن وزير النقل سامر الحلبي قوله إن المرفأ سيفتح غدا."
_OUTLET = "الساحل"
_FULL_NAME = "سامر الحلبي"
_SURNAME = "الحلبي"
_DESK = "مكتب التحقق"
_PUBLISHED = "2024-05-01T09:00:00+03:00"
_BODIES: dict[type[msgspec.Struct], object] = {
    r.Given: {"title": _TITLE, "text": _TEXT, "published": _PUBLISHED},
    r.Batch: {
        "reports": [
            {"id": "sahel-1", "outlet": _OUTLET, "published": _PUBLISHED, "title": _TITLE, "text": _TEXT},
        ]
    },
    r.Decision: {"type": "person", "left": _FULL_NAME, "right": _SURNAME, "verdict": "same", "by": _DESK},
}
_FAILURES = {
    400: "The question cannot be read: the message names the parameter or the place in the body",
    401: "The token is missing or wrong",
    403: "This archive takes nothing: it was opened without --write",
    404: "The archive has nothing of that name",
    405: "The address is asked in another way",
    413: "The body is larger than is taken",
    503: "The answer would have taken too long, or the archive is busy",
}


def described(operations: Sequence[Operation]) -> Schema:
    """The whole description."""
    bodies = [one.asked for one in operations if one.posted]
    schemata, components = _schemata([r.Failed, *bodies, *map(_answers, operations)])
    failed, answers = schemata[0], schemata[1 + len(bodies) :]
    taken = iter(schemata[1 : 1 + len(bodies)])
    paths: dict[str, Schema] = {}
    for operation, answer in zip(operations, answers, strict=True):
        told = _operation(operation, answer, failed)
        if operation.posted:
            content = {"schema": next(taken), "example": _BODIES[operation.asked]}
            told["requestBody"] = {"required": True, "content": {"application/json": content}}
        else:
            told["parameters"] = list(_parameters(operation.asked))
        paths[f"/api{operation.path}"] = {"post" if operation.posted else "get": told}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "takhrij",
            "version": __version__,
            "summary": "Who said what in Arabic news, through whom it came, and who copied it.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": _plain(components),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _answers(operation: Operation) -> Any:
    return r.Part[operation.answers] if operation.listed else operation.answers  # type: ignore[name-defined]


def _schemata(kinds: Sequence[Any]) -> tuple[tuple[Schema, ...], Schema]:
    return msgspec.json.schema_components(kinds, ref_template=_REF)


def _plain(components: Schema) -> Schema:
    """Docstrings are folded lines; here they are sentences."""
    for schema in components.values():
        if "description" in schema:
            schema["description"] = re.sub(r"\s+", " ", schema["description"]).strip()
    return components


def _operation(operation: Operation, answer: Schema, failed: Schema) -> Schema:
    statuses = [400, 404, 405, 413, 503] if operation.posted else [400, 404, 405, 503]
    statuses += [401, 403] if operation.token else []
    told: Schema = {
        "operationId": operation.path.strip("/") or "summary",
        "summary": operation.about,
        "responses": {
            "200": {"description": "The answer", "content": {"application/json": {"schema": answer}}},
            **{
                str(status): {
                    "description": _FAILURES[status],
                    "content": {"application/json": {"schema": failed}},
                }
                for status in sorted(statuses)
            },
        },
    }
    if operation.token:
        told["security"] = [{"token": []}]
    return told


def _parameters(asked: type[msgspec.Struct]) -> list[Schema]:
    # Each stands by itself: the names of questions are no names of answers.
    _, components = _schemata([asked])
    schema = components[asked.__name__]
    required = set(schema.get("required", ()))
    found = []
    for name, value in schema.get("properties", {}).items():
        # A parameter that is left out is no null.
        kinds = [kind for kind in value.get("anyOf", [value]) if kind != {"type": "null"}]
        kind = {key: told for key, told in {**value, **kinds[0]}.items() if key not in ("anyOf", "default")}
        if value.get("default") is not None:
            kind["default"] = value["default"]
        about = kind.pop("description", None)
        parameter: Schema = {"name": name, "in": "query", "required": name in required, "schema": kind}
        if about:
            parameter["description"] = about
        found.append(parameter)
    return found
