"""One report, as stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One report: the text that every offset counts in, and what is known about it.

    Absent: `published` None means that relative dates stay unresolved; an empty `title`, `outlet` or `url` is unknown.
    `language` is an ISO 639-1 code; "" is unknown and is read as English.
    """

    id: str
    text: str
    published: date | None = None
    title: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
