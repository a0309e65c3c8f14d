"""What two states have agreed with each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Instrument(StrEnum):
    """What sort of thing was agreed."""

    CEASEFIRE = "ceasefire"
    RELATIONS = "diplomatic relations"
    EMBASSY = "embassy"
    AIR = "air link"
    RAIL = "rail link"
    ROAD = "road or bridge"
    SEA = "sea link"
    PIPELINE = "pipeline"
    BORDER = "border"
    VISA = "visas"
    EXCHANGE = "exchange"
    TRADE = "trade agreement"
    TREATY = "treaty"
    DECLARATION = "declaration"
    MEMORANDUM = "memorandum"
    AGREEMENT = "agreement"


class Stage(StrEnum):
    """How far an agreement has come, or gone back."""

    PLANNED = "planned"  # proposed, expected, to be agreed or signed
    AGREED = "agreed"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in force"  # in effect; of a link or an embassy: open, running
    CALLED_OFF = "called off"  # was planned, and will not be
    SUSPENDED = "suspended"
    ENDED = "ended"  # left, broken off, terminated


@dataclass(frozen=True, slots=True)
class AgreementStep:
    """One stage reached. `events` are the ids of the events that tell of it, in the order of publication.

    `published` is the first of their reports' dates. Absent: `time` None is a day that no report states.
    """

    stage: Stage
    published: date
    time: str | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One thing agreed between two states, under all its wordings, with its stages in the order of publication.

    `id` is that of the first act that tells of it. `name` is the fullest wording.
    """

    id: str
    pair: tuple[str, str]
    instrument: Instrument
    name: str
    steps: tuple[AgreementStep, ...]

    @property
    def stage(self) -> Stage:
        """How it stands."""
        return self.steps[-1].stage
