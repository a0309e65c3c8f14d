"""The JSON form of a reading, with exactly RECORD.md's names and values, and back."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final, cast, get_args, get_origin, get_type_hints

from dragoman.errors import RecordError
from dragoman.model.event import Evidence, Reading
from dragoman.model.span import Quote, Span

Decode = Callable[[Any, str], Any]
RISKY: Final = re.compile("[\\ud800-\\udfff\\u0085\\u2028\\u2029]")  # not UTF-8, or a line's end to some programs
REMEDY: Final = "write it with `dragoman read --json`"


def to_json(reading: Reading) -> str:
    """The reading as one line of JSON that any UTF-8 file can hold; `from_json` gives the same reading back."""
    line = json.dumps(plain(reading), ensure_ascii=False)
    return RISKY.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def from_json(line: str | bytes, where: str = "the reading") -> Reading:
    """The reading that `to_json` wrote. Raises: RecordError where the line is not of the record's form."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise RecordError("this is not JSON", where=where, remedy=REMEDY) from None
    try:
        return cast(Reading, _decoder(Reading)(value, ""))
    except _Unfit as unfit:
        raise RecordError(str(unfit), where=where, remedy=REMEDY) from None


def plain(value: Any) -> Any:
    """The value in JSON's own types."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Quote):
        return {"text": value.text, "span": [value.span.start, value.span.end]}
    if isinstance(value, Evidence):
        return {
            "quote": value.quote,
            "span": plain(value.span),
            "fields": {name: plain(quote) for name, quote in value.fields},
        }
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


class _Unfit(Exception):
    """A value that is not of its field's form."""

    def __init__(self, path: str, wanted: str) -> None:
        super().__init__(f"{path.lstrip('.') or 'the line'} is not {wanted}")


@cache
def _decoder(kind: Any) -> Decode:
    """What turns JSON into a value of this type."""
    if kind is Span:
        return _span
    if kind is Quote:
        return _quote
    if kind is Evidence:
        return _evidence
    if is_dataclass(kind):
        return _record(cast(type, kind))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) is types.UnionType:
        return _optional(_decoder(next(one for one in get_args(kind) if one is not types.NoneType)))
    if issubclass(kind, StrEnum):
        return _enum(kind)
    return _scalar(kind)


def _record(kind: type) -> Decode:
    hints = get_type_hints(kind)
    parts = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    needed = [field.name for field in fields(kind) if is_needed(field)]

    def decode(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise _Unfit(path, "an object")
        for name in value.keys() - parts.keys():
            raise _Unfit(f"{path}.{name}", "a field of the record")
        for name in needed:
            if name not in value:
                raise _Unfit(f"{path}.{name}", "there")
        return kind(**{name: parts[name](one, f"{path}.{name}") for name, one in value.items()})

    return decode


def is_needed(field: Field[Any]) -> bool:
    """The field has no default."""
    return field.default is MISSING and field.default_factory is MISSING


def _tuple(kinds: tuple[Any, ...]) -> Decode:
    item = _decoder(kinds[0])
    length = None if kinds[-1] is Ellipsis else len(kinds)

    def decode(value: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list) or length not in (None, len(value)):
            raise _Unfit(path, "a list" if length is None else f"a list of {length}")
        return tuple(item(one, f"{path}[{n}]") for n, one in enumerate(value))

    return decode


def _optional(decode: Decode) -> Decode:
    return lambda value, path: None if value is None else decode(value, path)


def _enum(kind: type[StrEnum]) -> Decode:
    members = {member.value: member for member in kind}

    def decode(value: Any, path: str) -> StrEnum:
        if not isinstance(value, str) or value not in members:
            raise _Unfit(path, f"one of {', '.join(members)}")
        return members[value]

    return decode


def _scalar(kind: type) -> Decode:
    def decode(value: Any, path: str) -> Any:
        if type(value) is not kind:
            raise _Unfit(path, {str: "a string", int: "a whole number", bool: "true or false"}.get(kind, kind.__name__))
        return value

    return decode


def _span(value: Any, path: str) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
    raise _Unfit(path, "a span [start, end]")


def _quote(value: Any, path: str) -> Quote:
    match value:
        case {"text": str(text), "span": span, **rest} if not rest:
            return Quote(text, _span(span, f"{path}.span"))
    raise _Unfit(path, 'a quotation {"text", "span"}')


def _evidence(value: Any, path: str) -> Evidence:
    match value:
        case {"quote": str(quote), "span": span, "fields": dict(named), **rest} if not rest:
            found = tuple((name, _quote(one, f"{path}.fields.{name}")) for name, one in named.items())
            return Evidence(quote, _span(span, f"{path}.span"), found)
    raise _Unfit(path, 'evidence {"quote", "span", "fields"}')
