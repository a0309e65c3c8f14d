"""Who is who across reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.model.mention import Kind


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which reports name an actor.

    `id` is "n" and ten characters made from kind, country and name. `days` are the publication days of the events it
    stands in, one for each, in order; `undated` counts the events of reports without a date. `reason` says why it is
    taken for this actor ("the same name with a hyphen"; for the first form "first seen").
    """

    id: str
    name: str
    country: str | None
    days: tuple[date, ...]
    reason: str
    undated: int = 0

    @property
    def first(self) -> date | None:
        """The first publication that uses it."""
        return self.days[0] if self.days else None

    @property
    def last(self) -> date | None:
        """The last publication that uses it."""
        return self.days[-1] if self.days else None

    @property
    def count(self) -> int:
        """The number of events it stands in."""
        return len(self.days) + self.undated


@dataclass(frozen=True, slots=True)
class Held:
    """An office in the reports' words, the publication days that state it, each once, and the first event."""

    office: str
    days: tuple[date, ...]
    event: str

    @property
    def first(self) -> date | None:
        """The first publication that states it."""
        return self.days[0] if self.days else None

    @property
    def last(self) -> date | None:
        """The last publication that states it."""
        return self.days[-1] if self.days else None


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor under all its names.

    `id` is the first form's, with "p" for "n"; a country's is its ISO code. `name` is the fullest form, or the usual
    name where the vocabulary knows the actor. Forms and offices stand in the order in which reports brought them.
    Absent: `country` None is none known.
    """

    id: str
    kind: Kind
    country: str | None
    name: str
    forms: tuple[Form, ...]
    offices: tuple[Held, ...] = ()
