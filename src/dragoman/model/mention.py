"""Who is named in a report, where, and under which name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.span import Span
from dragoman.model.syntax import Part


class Kind(StrEnum):
    """What sort of political actor (RECORD.md section 3)."""

    COUNTRY = "country"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"


class Form(StrEnum):
    """How a mention names its actor."""

    NAME = "name"  # "Russia", "Sergei Shoigu", "NATO"
    ADJECTIVE = "adjective"  # "Russian" in "Russian troops", "Russian-US talks"
    METONYM = "metonym"  # "Moscow", "the Kremlin" for the government
    PLACE = "place"  # "Moscow", "Geneva" as a place only
    DESCRIPTION = "description"  # "the Russian representative", "the foreign minister"
    PRONOUN = "pronoun"  # "he", "they", "both sides"
    SPEAKER = "speaker"  # "I", "we", "our" in a release, a transcript or a quotation


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor of one report, under its fullest name there.

    Absent: `country` None means no state; international bodies have "IGO". `office` None means not stated.
    """

    name: str
    kind: Kind
    country: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named.

    Offsets: `span` counts in the report's `part`. `sentence` is the sentence's index, `head` its head word's.
    Absent: no entities means that whom it refers to was not found ("they" with nobody before it); more than one
    means that several are meant at once ("both sides", "the two countries").
    """

    index: int
    span: Span
    sentence: int
    head: int
    form: Form
    kind: Kind
    entities: tuple[Entity, ...] = ()
    part: Part = Part.TEXT
    rule: str = ""
