"""Names of stored things: short, stable, and made from what they name."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dragoman.model.document import Document
from dragoman.model.event import Actor, Event

LENGTH: Final = 10  # characters of base 32, 50 bits: two of a million names meet once in 2,000 stores


def digest(*parts: str) -> str:
    """The SHA-256 of these strings, in hexadecimal; no two lists of strings share one."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _name(letter: str, *parts: str) -> str:
    return letter + base64.b32encode(bytes.fromhex(digest(*parts))).decode().lower()[:LENGTH]


def fingerprint(document: Document) -> str:
    """The SHA-256 of a report: of its text and everything known about it but its id."""
    published = document.published.isoformat() if document.published else ""
    return digest(document.text, published, document.title, document.outlet, document.url, document.language)


def report_id(key: str, sha256: str) -> str:
    """The id of a report's revision."""
    return _name("d", key, sha256)


def event_ids(report: str, events: tuple[Event, ...]) -> tuple[str, ...]:
    """The ids of a report's events, each made from the place of its trigger."""
    return _places("e", report, [e.trigger.span for e in events])


def line_ids(letter: str, report: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The ids of a report's statements ("s"), judgements ("j") or gaps ("g"), each made from its place."""
    return _places(letter, report, spans)


def _places(letter: str, report: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    seen: Counter[tuple[int, int]] = Counter()
    names = []
    for start, end in spans:
        names.append(_name(letter, report, str(start), str(end), str(seen[start, end])))
        seen[start, end] += 1
    return tuple(names)


def form_id(actor: Actor) -> str:
    """The id of a name form: of an actor's kind, country and name."""
    return _name("n", actor.kind, actor.country or "", actor.name)
