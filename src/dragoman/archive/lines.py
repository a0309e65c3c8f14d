"""A reading's lines as rows, and back."""

from __future__ import annotations

import json
from typing import Any, Final, TypeVar

from dragoman.archive.cells import Cell, compact, packed, unpacked
from dragoman.archive.database import Database, decoding
from dragoman.archive.ids import digest, line_ids
from dragoman.archive.record import decoded, plain
from dragoman.archive.reports import document_of
from dragoman.archive.sightings import judgements, sightings
from dragoman.model.document import Document
from dragoman.model.event import Actor, Assessment, Event, Gap, Reading, Source, Statement
from dragoman.model.kept import Judgement, Report, Sighting

T = TypeVar("T")
KINDS: Final[dict[str, type]] = {"event": Event, "statement": Statement, "assessment": Assessment, "gap": Gap}


def add_reading(database: Database, number: int, report: Report, document: Document, reading: Reading) -> None:
    """Store the reading of the report with this number, a row for each line. Needs a transaction."""
    header, lines = _header(reading, document), _lines(reading)
    counts = [len(lines[table]) for table in KINDS]
    row = (number, reading.version, header, *counts, _digest(header, lines), None)
    database.insert("reading", [row])
    rows = index_cells(reading, report)
    for table in KINDS:
        database.insert(
            table,
            (
                (id, number, ordinal, *cells, packed(line))
                for ordinal, ((id, *cells), line) in enumerate(zip(rows[table], lines[table], strict=True))
            ),
        )


def _header(reading: Reading, document: Document) -> str:
    """What the reading says besides its lines; the text only where it is not the report's."""
    header = {
        name: plain(getattr(reading, name))
        for name in ("id", "published", "title", "outlet", "url", "language", "version")
    }
    return compact(header if reading.text == document.text else {**header, "text": reading.text})


def _lines(reading: Reading) -> dict[str, list[str]]:
    return {table: [compact(plain(one)) for one in getattr(reading, f"{table}s")] for table in KINDS}


def reading_digest(reading: Reading, document: Document) -> str:
    """The SHA-256 of a whole reading of the document."""
    return _digest(_header(reading, document), _lines(reading))


def _digest(header: str, lines: dict[str, list[str]]) -> str:
    return digest(header, *(part for table in lines for part in (table, *lines[table])))


def index_cells(reading: Reading, report: Report) -> dict[str, list[tuple[Cell, ...]]]:
    """For each line its id and the cells that many lines are searched by."""
    spoken = [statement.span for statement in reading.statements]
    return {
        "event": [sighting_cells(one) for one in sightings(reading, report)],
        "statement": [
            (id, one.speaker.name if one.speaker else None, one.span.start)
            for id, one in zip(line_ids("s", report.id, spoken), reading.statements, strict=True)
        ],
        "assessment": [judgement_cells(one) for one in judgements(reading, report)],
        "gap": [(id,) for id in line_ids("g", report.id, [gap.span for gap in reading.gaps])],
    }


def sighting_cells(sighting: Sighting) -> tuple[Cell, ...]:
    """The event's cells, from `id` to `same_as`."""
    place = sighting.place
    return (
        sighting.id, sighting.type.value, sighting.mode, sighting.status.value, _actors(sighting.actors),
        _actors(sighting.recipients), compact([place.name, place.country]) if place else None, sighting.time,
        _source(sighting.source), sighting.object, sighting.trigger, sighting.at, sighting.same_as,
    )  # fmt: skip


def judgement_cells(judgement: Judgement) -> tuple[Cell, ...]:
    """The assessment's cells, from `id` to `at`."""
    one, other = judgement.pair
    return judgement.id, one, other, judgement.state.value, _source(judgement.source), judgement.at


def _actors(actors: tuple[Actor, ...]) -> str:
    return compact([[actor.name, actor.country, actor.kind.value, actor.office] for actor in actors])


def _source(source: Source) -> str:
    return compact([source.kind.value, source.name, source.cue, source.quoted])


def remove_reading(database: Database, number: int) -> None:
    """Take the reading of the report with this number out. Needs a transaction."""
    for table in (*KINDS, "reading"):
        database.run(f"DELETE FROM {table} WHERE report = ?", number)


def fold_reading(database: Database, number: int, document: Document) -> None:
    """Keep the reading in one piece, and no line of it where lines are looked for. Needs a transaction."""
    reading = whole_reading(database, number, document)
    if reading is None:
        return
    for table in KINDS:
        database.run(f"DELETE FROM {table} WHERE report = ?", number)
    database.change("reading", "report", number, whole=packed(compact(plain(reading))))


def whole_reading(database: Database, number: int, document: Document) -> Reading | None:
    """The reading of the report with this number. Absent: None where it is stored unread."""
    with database.looking(), decoding(database.path):
        row = database.row("SELECT header, whole FROM reading WHERE report = ?", number)
        if row is None:
            return None
        header, whole = row
        if whole is not None:
            return line_of(Reading, whole)
        value: dict[str, Any] = {"text": document.text, **json.loads(header)}
        for table in KINDS:
            rows = database.rows(f"SELECT line FROM {table} WHERE report = ? ORDER BY ordinal", number)
            value[f"{table}s"] = [json.loads(unpacked(line)) for (line,) in rows]
        return decoded(Reading, value)


def reading_of(database: Database, number: int) -> Reading:
    """The reading of the report with this number; without lines and version where it is stored unread."""
    with database.looking():
        document = document_of(database, number)
        reading = whole_reading(database, number, document)
    published = document.published.isoformat() if document.published else None
    return reading or Reading(
        document.id, published, document.title, document.outlet, (), (), (), (), document.text, document.url,
        document.language,
    )  # fmt: skip


def line_of(kind: type[T], line: bytes) -> T:
    """The line of this type in a row's cell."""
    return decoded(kind, json.loads(unpacked(line)))
