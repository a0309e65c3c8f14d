"""How two states stand with each other over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How a pair of states stands, in the light of what was reported."""

    ADVANCING = "advancing"
    STEADY = "steady"
    WORSENING = "worsening"
    ON_PAUSE = "on pause"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which a pair stood in one way.

    `start` is its first day, `end` the first day after it. `level` is the smoothed sum of PLOVER scores on its first
    day, `trend` that sum's change per day. `evidence` are ids of the events and judgements it rests on, the weightiest
    first. Absent: `end` None is the last stretch, which goes on.
    """

    start: date
    end: date | None
    standing: Standing
    level: float
    trend: float
    evidence: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """All stretches of one pair, in order and without holes. `pair` is two country codes in alphabetical order."""

    pair: tuple[str, str]
    stretches: tuple[Stretch, ...]
