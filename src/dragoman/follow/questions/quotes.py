"""What somebody is reported to have said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.archive.store import Store
from dragoman.follow.questions.names import bare, known_forms, spellings
from dragoman.model.event import Statement
from dragoman.model.identity import Identity
from dragoman.model.kept import Report


@dataclass(frozen=True, slots=True)
class Said:
    """One statement and the report that it stands in."""

    id: str
    report: Report
    statement: Statement


@dataclass(frozen=True, slots=True)
class Quotes:
    """What was said, the latest first. `total` counts before the limit. Absent: an empty `about` is everything."""

    as_of: date
    by: Identity
    about: str
    total: int
    quotes: tuple[Said, ...]


def quotes(store: Store, by: Identity, *, as_of: date, about: str = "", limit: int | None = None) -> Quotes:
    """What this actor said, under all its names, by what had been published by that day."""
    names = {form.name for form in known_forms(store, by, as_of).forms} | {by.name}
    said = [Said(*found) for found in store.statements(speaker_names=names, until=as_of)]
    if about:
        words = re.compile("|".join(rf"\b{re.escape(way)}\b" for way in spellings(about)), re.IGNORECASE)
        said = [one for one in said if words.search(one.statement.quote)]
    return Quotes(as_of, bare(by), about, len(said), tuple(said[:limit]))
