"""The JSON form of a reading, with exactly RECORD.md's names and values, and back."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar, cast, get_args, get_origin, get_type_hints

from dragoman.errors import RecordError
from dragoman.model.event import Evidence, Reading
from dragoman.model.span import Quote, Span

T = TypeVar("T")
Decode = Callable[[Any], Any]
RISKY: Final = re.compile("[\\ud800-\\udfff\\u0085\\u2028\\u2029]")  # not UTF-8, or a line's end to some programs
REMEDY: Final = "write it with `dragoman read --json`"


def to_json(reading: Reading) -> str:
    """The reading as one line of JSON that any UTF-8 file can hold; `from_json` gives the same reading back."""
    return json_line(reading)


def json_line(value: Any) -> str:
    """Any value of the record's types as one line of JSON that any UTF-8 file can hold."""
    line = json.dumps(plain(value), ensure_ascii=False)
    return RISKY.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def from_json(line: str | bytes, where: str = "the reading") -> Reading:
    """The reading that `to_json` wrote. Raises: RecordError where the line is not of the record's form."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise RecordError("this is not JSON", where=where, remedy=REMEDY) from None
    try:
        return cast(Reading, _decoder(Reading)(value))
    except _Unfit as unfit:
        raise RecordError(str(unfit), where=where, remedy=REMEDY) from None


def decoded(kind: type[T], value: Any) -> T:
    """The value of this type whose `plain` form this is. Raises: RecordError where it is not of that form."""
    try:
        return cast(T, _decoder(cast(Any, kind))(value))
    except _Unfit as unfit:
        raise RecordError(str(unfit), remedy=REMEDY) from None


def plain(value: Any) -> Any:
    """The value in JSON's own types."""
    return _encoder(cast(Any, type(value)))(value)


@cache
def _encoder(kind: Any) -> Callable[[Any], Any]:
    """What turns a value of this type into JSON."""
    if kind in (str, int, float, bool, types.NoneType):
        return lambda value: value
    if kind is Span:
        return list
    if kind is Quote:
        return lambda quote: {"text": quote.text, "span": list(quote.span)}
    if kind is Evidence:
        return lambda evidence: {
            "quote": evidence.quote,
            "span": list(evidence.span),
            "fields": {name: plain(quote) for name, quote in evidence.fields},
        }
    if issubclass(kind, tuple):
        return lambda items: [plain(item) for item in items]
    if issubclass(kind, StrEnum):
        return lambda member: member.value
    if issubclass(kind, date):  # or a datetime
        return lambda day: day.isoformat()
    names = [field.name for field in fields(kind)]
    return lambda record: {name: plain(getattr(record, name)) for name in names}


class _Unfit(Exception):
    """A value that is not of its field's form; where it is becomes known on the way out."""

    def __init__(self, wanted: str, path: str = "") -> None:
        super().__init__(wanted, path)
        self.wanted, self.path = wanted, path

    def __str__(self) -> str:
        return f"{self.path.lstrip('.') or 'the line'} is not {self.wanted}"

    def within(self, step: str | int) -> _Unfit:
        """The same, seen from one level further out."""
        return _Unfit(self.wanted, f"{f'[{step}]' if isinstance(step, int) else f'.{step}'}{self.path}")


@cache
def _decoder(kind: Any) -> Decode:
    """What turns JSON into a value of this type."""
    if kind in SPECIAL:
        return SPECIAL[kind]
    if is_dataclass(kind):
        return _record(cast(type, kind))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) is types.UnionType:
        return _optional(_decoder(next(one for one in get_args(kind) if one is not types.NoneType)))
    if issubclass(kind, StrEnum):
        return _enum(kind)
    if kind in (date, datetime):
        return _moment(kind)
    return _scalar(kind)


def _record(kind: type) -> Decode:
    hints = get_type_hints(kind)
    parts = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    needed = [field.name for field in fields(kind) if is_needed(field)]

    def decode(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _Unfit("an object")
        made = {}
        for name, one in value.items():
            if name not in parts:
                raise _Unfit("a field of the record", f".{name}")
            try:
                made[name] = parts[name](one)
            except _Unfit as unfit:
                raise unfit.within(name) from None
        if len(made) < len(parts):
            for name in needed:
                if name not in made:
                    raise _Unfit("there", f".{name}")
        return kind(**made)

    return decode


def is_needed(field: Field[Any]) -> bool:
    """The field has no default."""
    return field.default is MISSING and field.default_factory is MISSING


def _tuple(kinds: tuple[Any, ...]) -> Decode:
    item = _decoder(kinds[0])
    length = None if kinds[-1] is Ellipsis else len(kinds)

    def decode(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or length not in (None, len(value)):
            raise _Unfit("a list" if length is None else f"a list of {length}")
        made: list[Any] = []
        try:
            for one in value:
                made.append(item(one))
        except _Unfit as unfit:
            raise unfit.within(len(made)) from None
        return tuple(made)

    return decode


def _optional(decode: Decode) -> Decode:
    return lambda value: None if value is None else decode(value)


def _enum(kind: type[StrEnum]) -> Decode:
    members = {member.value: member for member in kind}

    def decode(value: Any) -> StrEnum:
        if not isinstance(value, str) or value not in members:
            raise _Unfit(f"one of {', '.join(members)}")
        return members[value]

    return decode


def _moment(kind: type[date]) -> Decode:
    known = cache(kind.fromisoformat)

    def decode(value: Any) -> date:
        try:
            return known(value)
        except (TypeError, ValueError):
            raise _Unfit("a date") from None

    return decode


def _scalar(kind: type) -> Decode:
    wanted = {str: "a string", int: "a whole number", bool: "true or false"}.get(kind, kind.__name__)

    def decode(value: Any) -> Any:
        if type(value) is not kind:
            raise _Unfit(wanted)
        return value

    return decode


def _span(value: Any) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
    raise _Unfit("a span [start, end]")


def _quote(value: Any) -> Quote:
    match value:
        case {"text": str(text), "span": span, **rest} if not rest:
            try:
                return Quote(text, _span(span))
            except _Unfit as unfit:
                raise unfit.within("span") from None
    raise _Unfit('a quotation {"text", "span"}')


def _evidence(value: Any) -> Evidence:
    match value:
        case {"quote": str(quote), "span": span, "fields": dict(named), **rest} if not rest:
            checked = _quote({"text": quote, "span": span})
            return Evidence(quote, checked.span, tuple((name, _named(name, one)) for name, one in named.items()))
    raise _Unfit('evidence {"quote", "span", "fields"}')


def _named(name: str, value: Any) -> Quote:
    try:
        return _quote(value)
    except _Unfit as unfit:
        raise unfit.within(name).within("fields") from None


SPECIAL: Final[dict[Any, Decode]] = {Span: _span, Quote: _quote, Evidence: _evidence}
