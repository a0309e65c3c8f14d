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
    """A time in which a pair stood in one way on the same grounds; one that goes on on new grounds is a new stretch.

    `start` is its first day, `end` the first day after it, `since` the day from which the pair has stood so without
    a break. `level` is the smoothed sum of PLOVER scores on its first day, `trend` that day's change of the sum per
    day. `evidence` are ids of the events and judgements that it rested on when it began, the weightiest first.
    Absent: `end` None is the last stretch, which goes on.
    """

    start: date
    end: date | None
    since: date
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
