"""One act followed through many reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.model.event import EventType, Place, Source, Status
from dragoman.model.mention import Kind


class StepKind(StrEnum):
    """What one mention adds to the story of an act."""

    PROPOSED = "proposed"  # offered, asked for, possible, expected, under discussion
    ANNOUNCED = "announced"  # will take place
    CONFIRMED = "confirmed"  # announced again, by somebody else or with more detail
    MOVED = "moved"  # another day or place than announced before
    DOUBTED = "doubted"  # may not take place
    POSTPONED = "postponed"
    CANCELLED = "cancelled"  # called off, ruled out, refused
    REOPENED = "reopened"  # possible again, or on again, after it was called off or put off
    UNDER_WAY = "under way"
    TOOK_PLACE = "took place"
    DID_NOT_TAKE_PLACE = "did not take place"
    REPEATED = "repeated"  # says nothing new


class Outcome(StrEnum):
    """What became of a plan, as of a day."""

    DUE = "due"  # its window lies ahead, or is not known
    OVERDUE = "overdue"  # its window has passed within the grace period, with nothing heard
    LAPSED = "lapsed"  # its window and the grace period have passed, with nothing heard
    KEPT = "kept"  # took place within the window first announced, or no window was announced
    SHIFTED = "moved"  # took place, on another day than first announced
    POSTPONED = "postponed"
    DROPPED = "dropped"  # called off, ruled out, refused, did not take place


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of the act: its identity, and the name and office that the reports give."""

    id: str
    name: str
    country: str | None
    kind: Kind
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One event of one report as a step of the act's story.

    `because` says why it is taken for this act ("the same traveller to Vietnam; 2019-02-25 lies within the window").
    `actors`, `recipients` and `object` are what this mention adds to those before it: an act as it was known on a day
    is made of the steps up to that day (`dragoman.follow.threads.as_of`). `trigger` is the word that names the act.
    Absent: `published` None where the report has no date.
    """

    event: str
    report: str
    published: date | None
    outlet: str
    kind: StepKind
    status: Status
    time: str | None
    place: Place | None
    source: Source
    because: str
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    object: str | None = None
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """One act with all its mentions, in the order of publication.

    `id` is the first event's, with "t" for "e"; where one event announces a journey to several countries, each country
    is an act of its own, and the second and later ones have "-2", "-3" ... behind. `type` and `mode` are the first
    event's. Parties grow with the reports; `time` and `place` are those last stated while it was open, or those of its
    taking place. `object` is the first stated.
    Absent: `mode`, `time`, `place`, `object` None where no report states them.
    """

    id: str
    type: EventType
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    time: str | None
    place: Place | None
    object: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two steps of one act that cannot both be right.

    `about` is "status", "date", "place" or "dispute" (one says, the other denies); `values` what each says.
    """

    thread: str
    about: str
    events: tuple[str, str]
    values: tuple[str, str]
