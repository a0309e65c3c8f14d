"""The record of one act, and of one judgement on relations (RECORD.md sections 1 to 6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.model.claim import Speech, Voucher
from dragoman.model.mention import Kind
from dragoman.model.span import Quote, Span


class EventType(StrEnum):
    """The 16 PLOVER types, in the order of preference when two fit."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """How an act stands, in the report's words (RECORD.md section 2)."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    CONDITIONAL = "conditional"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    RULED_OUT = "ruled_out"
    DID_NOT_OCCUR = "did_not_occur"


class State(StrEnum):
    """How relations between two actors stand, in a source's judgement (RECORD.md section 6)."""

    ADVANCING = "advancing"
    STEADY = "steady"
    STALLED = "stalled"
    WORSENING = "worsening"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Actor:
    """A political actor in a record; fields as `Entity`.

    Absent: `span` None means that only the title or the outlet names it.
    """

    name: str
    country: str | None
    kind: Kind
    office: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an act takes place: the name as written, and its ISO 3166-1 alpha-3 country, None if unknown."""

    name: str
    country: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who vouches. Absent: `name` None for the author and for unnamed sources; `cue` None where no word marks it."""

    kind: Voucher = Voucher.AUTHOR
    name: str | None = None
    cue: str | None = None
    quoted: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a record was read from: the sentence, and for each field the characters that gave it."""

    quote: str
    span: Span
    fields: tuple[tuple[str, Quote], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One act as one sentence mentions it (RECORD.md section 1).

    Offsets: code points over the report's text. Absent: `mode`, `place`, `time`, `object` None mean not stated; no
    actors means that the text hides who acts. `same_as` is shared by the mentions of one act in the report.
    `because` names the rules and the probability that made it, in the order they spoke.
    After: PLOVER 2.0 (types, modes), EDTF level 1 (`time`).
    """

    type: EventType
    mode: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    time: str | None
    status: Status
    source: Source
    object: str | None
    trigger: Quote
    sentence: Span
    evidence: Evidence
    same_as: int | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said. `span` is the content only, from its first to its last character."""

    speaker: Actor | None
    form: Speech
    cue: str | None
    span: Span
    quote: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A judgement on how two actors' relations stand. `pair` is two country codes in alphabetical order."""

    pair: tuple[str, str]
    state: State
    source: Source
    span: Span
    quote: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A passage with something to read in it that gave no record, and why."""

    span: Span
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read out of one report. `version` names the rules and the model that read it."""

    id: str
    published: str | None
    title: str
    outlet: str
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    assessments: tuple[Assessment, ...]
    gaps: tuple[Gap, ...]
    text: str = field(default="", repr=False)
    url: str = ""
    language: str = ""
    version: str = ""
