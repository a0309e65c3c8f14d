"""What people added to the record: rows that only ever grow in number."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dragoman.archive.database import Database, decoding
from dragoman.archive.state import mark_changed
from dragoman.model.kept import Change, Correction


def add_correction(database: Database, correction: Correction) -> Correction:
    """The correction as it is stored, with its id; the one that it came with does not count."""
    with database.writing():
        number = 1 + database.value("SELECT coalesce(max(number), 0) FROM correction")
        row = (
            number, correction.at.isoformat(), correction.who, correction.change.value, correction.target,
            correction.field, correction.value, correction.other, correction.note,
        )  # fmt: skip
        database.insert("correction", [row])
        mark_changed(database)
    return replace(correction, id=f"c{number}")


def all_corrections(database: Database) -> list[Correction]:
    """All corrections, the oldest first."""
    rows = database.rows(
        "SELECT number, at, who, change, target, field, value, other, note FROM correction ORDER BY number"
    )
    with decoding(database.path):
        return [
            Correction(f"c{number}", datetime.fromisoformat(at), who, Change(change), *rest)
            for number, at, who, change, *rest in rows
        ]
