"""The values that a person may give a field of an event, as text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, Final

from dragoman.follow.threads.windows import window_of
from dragoman.model.claim import Voucher
from dragoman.model.event import Actor, EventType, Place, Source, Status
from dragoman.model.kept import Sighting
from dragoman.model.mention import Kind
from dragoman.vocab.load import fold, load_countries
from dragoman.vocab.plover import load_plover

ACTOR: Final = re.compile(r"(?P<name>[^()]+?)\s*(?:\((?P<about>[^()]*)\))?")
CODE: Final = re.compile("[A-Z]{3}")
UNCODED: Final = frozenset({"IGO", "XKX"})  # bodies of many states; Kosovo
NOTHING: Final = ("", "-", "none")


def set_field(sighting: Sighting, field: str, value: str) -> Sighting:
    """The sighting with this value in this field. Raises: ValueError, which says what is expected instead."""
    if field not in FIELDS:
        raise ValueError(f"no field {field!r}: there are {', '.join(FIELDS)}")
    value = value.strip()
    return replace(sighting, **{field: FIELDS[field](value, sighting)})


def _type(value: str, _: Sighting) -> EventType:
    return EventType(_one_of(value.upper(), tuple(EventType), "types"))


def _status(value: str, _: Sighting) -> Status:
    return Status(_one_of(value.lower().replace(" ", "_"), tuple(Status), "statuses"))


def _mode(value: str, _: Sighting) -> str | None:
    return None if value in NOTHING else _one_of(value, _modes(), "modes")


@cache
def _modes() -> tuple[str, ...]:
    book = load_plover()
    return tuple(sorted({*book.record_modes, *(mode for kind in book.types.values() for mode in kind.modes)}))


def _one_of(value: str, known: tuple[str, ...], what: str) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of the {what} {', '.join(known)}")
    return value


def _time(value: str, _: Sighting) -> str | None:
    if value in NOTHING:
        return None
    if window_of(value) is None:
        raise ValueError(f"{value!r} is no time: write 2018-06-12, 2018-06, 2018, or 2018-06-10/2018-06-12")
    return value


def _place(value: str, _: Sighting) -> Place | None:
    if value in NOTHING:
        return None
    name, _comma, code = value.rpartition(",")
    if name and CODE.fullmatch(code.strip()):
        return Place(name.strip(), _code(code.strip()))
    return Place(value, None)


def _code(code: str) -> str:
    if code not in _countries()[0] and code not in UNCODED:
        raise ValueError(f"{code!r} is no country: write its ISO 3166-1 alpha-3 code")
    return code


_countries = cache(load_countries)


def _text(value: str, _: Sighting) -> str | None:
    return None if value in NOTHING else value


def _source(value: str, _: Sighting) -> Source:
    if value in (Voucher.AUTHOR, Voucher.UNNAMED):
        return Source(Voucher(value))
    if value in NOTHING:
        raise ValueError("a source is author, unnamed, or somebody's name")
    return Source(Voucher.NAMED, value)


def _actors(value: str, sighting: Sighting) -> tuple[Actor, ...]:
    """Names with semicolons between; what stays unsaid of an actor that the event has is as it was read."""
    known = {actor.name: actor for actor in (*sighting.actors, *sighting.recipients)}
    if value in NOTHING:
        return ()
    return tuple(_actor(one.strip(), known) for one in value.split(";") if one.strip())


def _actor(value: str, known: dict[str, Actor]) -> Actor:
    found = ACTOR.fullmatch(value)
    if found is None:
        raise ValueError(f"{value!r} is no actor: write Name (ISO3), or Name (ISO3, kind, office)")
    name, country, kind, office = found["name"], None, None, None
    for about in filter(None, (part.strip() for part in (found["about"] or "").split(","))):
        if CODE.fullmatch(about):
            country = _code(about)
        elif about in tuple(Kind):
            kind = Kind(about)
        else:
            office = about
    read = known.get(name)
    if read is not None:
        return replace(read, country=country or read.country, kind=kind or read.kind, office=office or read.office)
    return Actor(name, country, kind or _kind(name, country), office)


def _kind(name: str, country: str | None) -> Kind:
    """A country where the name is one of that country's; a person otherwise."""
    named = _countries()[1].get(fold(name))
    return Kind.COUNTRY if named is not None and named.iso3 == country else Kind.PERSON


FIELDS: Final[dict[str, Callable[[str, Sighting], Any]]] = {
    "type": _type, "mode": _mode, "status": _status, "time": _time, "place": _place, "actors": _actors,
    "recipients": _actors, "source": _source, "object": _text,
}  # fmt: skip
