"""The tagger's classes, in the order of its outputs."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import EventType, Status

TYPES: Final[tuple[EventType | None, ...]] = (None, *EventType)  # None: names no act
STATUSES: Final = tuple(Status)
MODES: Final = (None, "visit", "meeting", "call", "letter", "multilateral", "third-party")
VOUCHERS: Final = ("author", "named", "unnamed")
WHENS: Final = ("none", "published", "stated")  # no time, the publication date, a time that the report states
ROLES: Final = ("actor", "recipient", "place", "source", "speaker")
