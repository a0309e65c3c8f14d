"""What the archive keeps: reports in their revisions, and what was read out of them, each line with its own id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dragoman.model.event import Actor, EventType, Place, Source, State, Status


class Filed(StrEnum):
    """What became of a report that was handed to the store."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Report:
    """One revision of a stored report, without its text.

    `id` is "d" and ten characters made from `key` and `sha256`. `key` is what the revisions of one report share: its
    address, or the name that its source gives it. `sha256` is that of the text and of what is known about it.
    `current` is False for a revision with a later one. Absent: `published` None is unknown; an empty string too.
    """

    id: str
    key: str
    revision: int
    published: date | None
    title: str
    outlet: str
    url: str
    language: str
    sha256: str
    added: datetime
    current: bool = True


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes that a report was taken from, exactly as they came, and what sort they are ("text/html")."""

    data: bytes
    media: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """One event of one current report, as the rooms see it that look at many reports: without its quotations.

    `id` is "e" and ten characters made from the report and the trigger's place, so that it outlives a second reading.
    Corrections are applied; `confirmed` tells that a person has looked at it and agreed.
    Offsets: `at` is where the trigger begins in the report's text. Actors, place and source come without spans.
    Absent: `published` None puts the event behind all dated ones, and out of every question as of a day.
    """

    id: str
    report: str
    key: str
    published: date | None
    outlet: str
    type: EventType
    mode: str | None
    status: Status
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    time: str | None
    source: Source
    object: str | None
    trigger: str
    at: int
    same_as: int | None = None
    confirmed: bool = False

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Where it stands among all events: by publication, never by arrival."""
        return (self.published or date.max, self.key, self.at, self.id)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One assessment of one current report; fields as `Sighting`. `id` begins with "j"."""

    id: str
    report: str
    key: str
    published: date | None
    outlet: str
    pair: tuple[str, str]
    state: State
    source: Source
    at: int

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Where it stands among all judgements: by publication, never by arrival."""
        return (self.published or date.max, self.key, self.at, self.id)


class Change(StrEnum):
    """What a person's correction does."""

    FIELD = "field"  # another value for one field of an event
    MERGE = "merge"  # two events are one act; two name forms are one actor
    SPLIT = "split"  # the event is an act of its own; the name form an actor of its own
    REJECT = "reject"  # the event is not in the report
    CONFIRM = "confirm"
    NOTE = "note"
    UNDO = "undo"  # takes an earlier correction back


@dataclass(frozen=True, slots=True)
class Correction:
    """One line that a person added to the record; never edited, never deleted.

    `id` is "c" and a number. `target` and `other` are ids: of an event, of a name form ("n..."), for UNDO of a
    correction. `value` is the field's new value as `dragoman.follow.values` reads it, "" for none. For SPLIT
    `other` names all that the target is told apart from, with spaces between.
    """

    id: str
    at: datetime
    who: str
    change: Change
    target: str
    field: str = ""
    value: str = ""
    other: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A report that could not be read, and why; kept so that it can be tried again."""

    id: str
    at: datetime
    where: str
    what: str
    remedy: str
