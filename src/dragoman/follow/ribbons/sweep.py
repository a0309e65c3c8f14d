"""The figures of a pair on each day on which they change."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from itertools import groupby
from typing import Final

from dragoman.follow.ribbons.known import Known

RECENT: Final = 14  # days
BEFORE: Final = 30  # days ahead of those
LEVEL: Final = 30.0  # days after which an act counts half in the level
USUAL: Final = 730.0  # days after which an act counts half in what is usual
HEED: Final = 180  # days for which a stop to contacts is remembered
LITTLE_KNOWN: Final = 365.0  # days of an average pair that every pair's history begins with
AVERAGE_SQUARE: Final = 1.2  # squared scores per day of that average pair
AVERAGE_CONTACTS: Final = 0.01  # contacts per day of that average pair


class Shelf(IntEnum):
    """Where a known thing stands on a day, seen from that day."""

    RECENT = 0
    BEFORE = 1
    PAST = 2
    STOP = 3  # a stop to contacts that still counts
    OVER = 4  # one that no longer counts


Move = tuple[date, Shelf, Known]


@dataclass(frozen=True, slots=True)
class Figures:
    """How a pair looks on a day.

    `recent` and `before` are what is known of the last 14 days and of the 30 ahead of them, `late` and `earlier` the
    sums of their scores; `stops` are the stops to contacts not yet forgotten, nor followed by a contact. `trend` is the
    change of the sum of scores per day from before to recent, `strength` that change in units of the pair's usual
    spread. `usual` is the pair's usual sum of scores per day, `usual_contacts` its usual contacts per day.
    """

    day: date
    recent: tuple[Known, ...]
    before: tuple[Known, ...]
    stops: tuple[Known, ...]
    late: float
    earlier: float
    level: float
    trend: float
    strength: float
    usual: float
    usual_contacts: float


@dataclass(slots=True)
class _Past:
    """What the pair has been like, fading: sums over what left the two windows, and the time observed."""

    day: date
    scores: float = 0.0
    squares: float = 0.0
    contacts: float = 0.0
    days: float = 0.0

    def fade(self, until: date) -> None:
        passed = (until - self.day).days
        kept = 0.5 ** (passed / USUAL)
        self.scores, self.squares, self.contacts = self.scores * kept, self.squares * kept, self.contacts * kept
        self.days = self.days * kept + USUAL / math.log(2) * (1 - kept)
        self.day = until

    def add(self, known: Known) -> None:
        self.scores += known.score
        self.squares += known.score**2
        self.contacts += known.contact

    def rate(self, total: float, average: float = 0.0) -> float:
        return (total + average * LITTLE_KNOWN) / (self.days + LITTLE_KNOWN)


@dataclass(slots=True)
class _Desk:
    """The sweep's state between two days."""

    past: _Past
    day: date
    level: float = 0.0
    recent: dict[Known, None] = field(default_factory=dict)
    before: dict[Known, None] = field(default_factory=dict)
    stops: dict[Known, None] = field(default_factory=dict)
    last_contact: date = date.min

    def open(self, day: date) -> None:
        self.past.fade(day)
        self.level *= 0.5 ** ((day - self.day).days / LEVEL)
        self.day = day

    def move(self, known: Known, to: Shelf) -> None:
        if to is Shelf.STOP:
            self.stops[known] = None
        elif to is Shelf.OVER:
            self.stops.pop(known, None)
        else:
            if known.published == self.day:
                self._arrive(known)
            self._shelve(known, to)

    def _arrive(self, known: Known) -> None:
        self.level += known.score * 0.5 ** ((self.day - known.day).days / LEVEL)
        if known.contact:
            self.last_contact = max(self.last_contact, known.day)

    def _shelve(self, known: Known, to: Shelf) -> None:
        self.recent.pop(known, None)
        self.before.pop(known, None)
        if to is Shelf.PAST:
            self.past.add(known)
        else:
            (self.recent if to is Shelf.RECENT else self.before)[known] = None


def figures(known: Iterable[Known]) -> Iterator[Figures]:
    """The pair's figures on each day on which something arrives or leaves a window, in order.

    What stands for a day rests only on what was published by then, in the windows up to that day.
    """
    moves = sorted((move for thing in known for move in _moves(thing)), key=lambda m: (m[0], m[1], m[2].order))
    desk: _Desk | None = None
    for day, group in groupby(moves, key=lambda move: move[0]):
        desk = desk or _Desk(_Past(day), day)
        desk.open(day)
        for _, shelf, thing in group:
            desk.move(thing, shelf)
        yield _figures(desk)


def _moves(known: Known) -> Iterator[Move]:
    """The days on which it comes to each shelf; it comes to none before it is published."""
    ends = known.day + timedelta(RECENT), known.day + timedelta(RECENT + BEFORE)
    if known.published < ends[0]:
        yield known.published, Shelf.RECENT, known
    if known.published < ends[1]:
        yield max(known.published, ends[0]), Shelf.BEFORE, known
    yield max(known.published, ends[1]), Shelf.PAST, known
    if known.stop:
        yield known.published, Shelf.STOP, known
        yield known.published + timedelta(HEED), Shelf.OVER, known


def _figures(desk: _Desk) -> Figures:
    recent, before = tuple(desk.recent), tuple(desk.before)
    stops = tuple(stop for stop in desk.stops if stop.day >= desk.last_contact)
    late, earlier = sum(k.score for k in recent), sum(k.score for k in before)
    trend = late / RECENT - earlier / BEFORE
    square = desk.past.rate(desk.past.squares, AVERAGE_SQUARE)
    spread = math.sqrt(square * (1 / RECENT + 1 / BEFORE))  # of a trend over acts that come independently
    return Figures(
        desk.day, recent, before, stops, late, earlier, desk.level, trend, trend / spread,
        desk.past.rate(desk.past.scores), desk.past.rate(desk.past.contacts, AVERAGE_CONTACTS),
    )  # fmt: skip
