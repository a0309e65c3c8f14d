"""The JSON Schema of a reading's line, made from the record's own types."""

from __future__ import annotations

import inspect
import types
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Final, cast, get_args, get_origin, get_type_hints

from dragoman.archive.record import is_needed
from dragoman.model.event import Evidence, Reading
from dragoman.model.span import Quote, Span

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
SCALARS: Final = {str: {"type": "string"}, int: {"type": "integer"}, bool: {"type": "boolean"}}

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema of what `to_json` writes. After: JSON Schema draft 2020-12."""
    definitions: dict[str, Schema] = {}
    whole = _refer(Reading, definitions)
    return {"$schema": DIALECT, "title": "Reading", **whole, "$defs": dict(sorted(definitions.items()))}


def _schema(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if get_origin(kind) is types.UnionType:
        return {"anyOf": [_schema(one, definitions) for one in get_args(kind)]}
    if kind is types.NoneType:
        return {"type": "null"}
    if get_origin(kind) is tuple:
        return _list(get_args(kind), definitions)
    return dict(SCALARS[kind]) if kind in SCALARS else _refer(kind, definitions)


def _list(kinds: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    items = {"type": "array", "items": _schema(kinds[0], definitions)}
    return items if kinds[-1] is Ellipsis else items | {"minItems": len(kinds), "maxItems": len(kinds)}


def _refer(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # holds the place while the type's own parts are looked at
        definitions[kind.__name__] = _define(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _define(kind: Any, definitions: dict[str, Schema]) -> Schema:
    said: Schema = {"description": inspect.cleandoc(kind.__doc__ or "")}
    if kind is Span:
        return said | {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
    if kind is Quote:
        return said | _object({"text": {"type": "string"}, "span": _refer(Span, definitions)}, ["text", "span"])
    if kind is Evidence:
        quotes = {"type": "object", "additionalProperties": _refer(Quote, definitions)}
        parts = {"quote": {"type": "string"}, "span": _refer(Span, definitions), "fields": quotes}
        return said | _object(parts, list(parts))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        needed = [field.name for field in fields(kind) if is_needed(field)]
        return said | _object({field.name: _schema(hints[field.name], definitions) for field in fields(kind)}, needed)
    return said | {"enum": [member.value for member in cast(type[StrEnum], kind)]}


def _object(properties: dict[str, Schema], needed: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}
