"""The record's lines out: as many reports are followed by, or one by one with the report that each was read in."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar

from dragoman.archive.cells import Cell, compact, escaped
from dragoman.archive.database import Database, decoding
from dragoman.archive.lines import line_of
from dragoman.archive.reports import COLUMNS, report_of, whole_id
from dragoman.model.claim import Voucher
from dragoman.model.event import (
    Actor,
    Assessment,
    Event,
    EventType,
    Gap,
    Place,
    Source,
    State,
    Statement,
    Status,
)
from dragoman.model.kept import Judgement, Report, Sighting
from dragoman.model.mention import Kind

T = TypeVar("T")
LETTERS: Final[dict[type, str]] = {Event: "e", Statement: "s", Assessment: "j", Gap: "g"}
TYPES: Final = {one.value: one for one in EventType}
STATUSES: Final = {one.value: one for one in Status}
KINDS: Final = {one.value: one for one in Kind}
VOUCHERS: Final = {one.value: one for one in Voucher}
STATES: Final = {one.value: one for one in State}


def all_sightings(database: Database, *, since: date | None) -> list[Sighting]:
    """The events of all current reports, by publication; from `since` on, where it is given."""
    rows = database.rows(
        "SELECT event.id, report.id, key, published, outlet, type, mode, status, actors, recipients, place, time, "
        f"source, object, trigger, at, same_as FROM event JOIN report ON number = event.report {_since(since)}",
        *_cells(since),
    )
    with decoding(database.path):
        actors, place, source, day = cache(_actors), cache(_place), cache(_source), cache(_day)
        found = [
            Sighting(
                row[0], row[1], row[2], day(row[3]), row[4], TYPES[row[5]], row[6], STATUSES[row[7]], actors(row[8]),
                actors(row[9]), place(row[10]), row[11], source(row[12]), row[13], row[14], row[15], row[16],
            )
            for row in rows
        ]  # fmt: skip
    return sorted(found, key=lambda one: one.order)


def all_judgements(database: Database) -> list[Judgement]:
    """The assessments of all current reports, by publication."""
    rows = database.rows(
        "SELECT assessment.id, report.id, key, published, outlet, one, other, state, source, at "
        "FROM assessment JOIN report ON number = assessment.report"
    )
    with decoding(database.path):
        found = [
            Judgement(id, report, key, _day(day), outlet, (one, other), STATES[state], _source(source), at)
            for id, report, key, day, outlet, one, other, state, source, at in rows
        ]
    return sorted(found, key=lambda one: one.order)


def _since(since: date | None) -> str:
    return "WHERE published >= ?" if since else ""


def _cells(day: date | None) -> list[Cell]:
    return [day.isoformat()] if day else []


def _day(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _actors(cell: str) -> tuple[Actor, ...]:
    return tuple(Actor(name, country, KINDS[kind], office) for name, country, kind, office in json.loads(cell))


def _place(cell: str | None) -> Place | None:
    return Place(*json.loads(cell)) if cell else None


def _source(cell: str) -> Source:
    kind, name, cue, quoted = json.loads(cell)
    return Source(VOUCHERS[kind], name, cue, quoted)


def some_events(database: Database, ids: Iterable[str]) -> dict[str, tuple[Report, Event]]:
    """The events with these ids, each with its report; ids that are not in the store are left out."""
    rows = database.rows_of(_query("event", "WHERE event.id IN (?)"), ids)
    return {id: (report, event) for id, report, event in _lines(database, Event, rows)}


def one_line(database: Database, kind: type[T], id: str) -> tuple[Report, T]:
    """The line of this type with this id or unique beginning of one, with its report. Raises: NotInStore."""
    table = kind.__name__.lower()
    rows = database.rows(_query(table, f"WHERE {table}.id = ?"), whole_id(database, id, LETTERS[kind]))
    (_, report, line), *_ = _lines(database, kind, rows)
    return report, line


def some_statements(
    database: Database, *, speaker_names: Collection[str], until: date | None, limit: int | None
) -> list[tuple[str, Report, Statement]]:
    """Statements with their ids and reports, the last published first; by these speakers where any are named.

    `until` leaves out what was published later, or nobody knows when.
    """
    tests, cells = [], list[Cell]()
    if speaker_names:
        tests.append("speaker IN (SELECT value FROM json_each(?))")
        cells.append(compact(sorted(map(escaped, speaker_names))))
    if until:
        tests.append("published <= ?")
        cells.append(until.isoformat())
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    rows = database.rows(
        _query("statement", f"{where} ORDER BY published DESC, key, at, ordinal LIMIT ?"),
        *cells, -1 if limit is None else limit,
    )  # fmt: skip
    return list(_lines(database, Statement, rows))


def _query(table: str, rest: str) -> str:
    return f"SELECT {table}.id, line, {COLUMNS} FROM {table} JOIN report ON number = {table}.report {rest}"


def _lines(database: Database, kind: type[T], rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, Report, T]]:
    for id, line, *report in rows:
        with decoding(database.path):
            found = id, report_of(tuple(report)), line_of(kind, line)
        yield found
