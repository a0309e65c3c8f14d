"""Who is who across reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.model.mention import Kind


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which reports name an actor.

    `id` is "n" and ten characters made from kind, country and name. `count` is the number of events it stands in,
    `reason` why it is taken for this actor ("the same name with a hyphen"; for the first form "first seen").
    """

    id: str
    name: str
    first: date | None
    last: date | None
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Held:
    """An office in the reports' words, with the first and last publication that states it, and the first event."""

    office: str
    first: date | None
    last: date | None
    event: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor under all its names.

    `id` is the first form's, with "p" for "n"; a country's is its ISO code. `name` is the fullest form.
    Absent: `country` None is none known.
    """

    id: str
    kind: Kind
    country: str | None
    name: str
    forms: tuple[Form, ...]
    offices: tuple[Held, ...] = ()
