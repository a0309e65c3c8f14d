"""How much the store holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.archive.database import Database

COUNTED: Final = (
    "report WHERE current", "report", "event", "statement", "assessment", "gap", "problem WHERE open", "correction",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each; lines are those of current reports, `revisions` all that were ever filed."""

    reports: int
    revisions: int
    events: int
    statements: int
    assessments: int
    gaps: int
    problems: int
    corrections: int


def count_all(database: Database) -> Counts:
    """How much the store holds at this moment."""
    with database.looking():
        return Counts(*(database.value(f"SELECT count(*) FROM {rows}") for rows in COUNTED))
