"""Whether everything in the store is still what was put there: one line for each thing that is not."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Final

from dragoman.archive.cells import seal
from dragoman.archive.database import Database, decoding
from dragoman.archive.derived import index_rows, thread_cells
from dragoman.archive.ids import fingerprint, report_id
from dragoman.archive.lines import KINDS, index_cells, line_of, reading_digest, whole_reading
from dragoman.archive.opening import migrations, statements
from dragoman.archive.reports import COLUMNS, document_of, report_of
from dragoman.archive.search import find_index_faults
from dragoman.archive.verify import find_mismatches
from dragoman.errors import StoreError
from dragoman.model.document import Document
from dragoman.model.identity import Identity
from dragoman.model.kept import Report
from dragoman.model.thread import Thread

Check = Callable[[Database], Iterator[str]]
SEALED: Final = (
    "raw", "report", "body", "problem", "feed", "state", "reading", "event", "statement", "assessment", "gap",
    "correction", "thread", "identity", "ribbon",
)  # fmt: skip
SCHEMA: Final = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'words!_%' ESCAPE '!'"


def find_faults(database: Database) -> Iterator[str]:
    """One line for each fault: pages, links, seals, hashes, quotations, counts, search index, derived lines."""
    checks: tuple[Check, ...] = (
        _page_faults, _schema_faults, _link_faults, _seal_faults, _raw_faults, _revision_faults, _report_faults,
        find_index_faults, _derived_faults,
    )  # fmt: skip
    with database.leniently():
        for check in checks:
            try:
                yield from check(database)
            except StoreError as error:
                yield error.what


def _page_faults(database: Database) -> Iterator[str]:
    for (said,) in database.rows("PRAGMA integrity_check"):
        if said != "ok":
            yield f"pages: {' '.join(said.split())}"


def _schema_faults(database: Database) -> Iterator[str]:
    """Tables and indexes that are not those of the migrations; the index's own tables are SQLite's affair."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        for script in migrations().values():
            for statement in statements(script):
                fresh.execute(statement)
        wanted = set(fresh.execute(SCHEMA))
    for _, name, _ in sorted(wanted ^ set(database.rows(SCHEMA)), key=str):
        yield f"schema: {name} is not as it was made"


def _link_faults(database: Database) -> Iterator[str]:
    for table, row, other, _ in database.rows("PRAGMA foreign_key_check"):
        yield f"{table}, row {row}: what it belongs to in {other} is missing"


def _seal_faults(database: Database) -> Iterator[str]:
    """Rows whose cells are not those that were sealed."""
    for table in SEALED:
        try:
            for row, *cells, sealed in database.stream(f"SELECT rowid, * FROM {table}"):
                if seal(cells) != sealed:
                    yield f"{table}, row {row} ({cells[0]}): it is not what was stored"
        except StoreError as error:
            yield f"{table}: {error.what}"


def _raw_faults(database: Database) -> Iterator[str]:
    for sha256, data in database.stream("SELECT sha256, data FROM raw"):
        try:
            whole = hashlib.sha256(zlib.decompress(data)).hexdigest() == sha256
        except (zlib.error, TypeError):
            whole = False
        if not whole:
            yield f"raw {sha256}: the bytes are not those that came"


def _revision_faults(database: Database) -> Iterator[str]:
    for (key,) in database.rows(
        "SELECT key FROM report GROUP BY key HAVING min(revision) <> 1 OR max(revision) <> count(*) "
        "OR sum(current) <> 1 OR max(revision * current) <> count(*)"
    ):
        yield f"report {key}: its revisions are not 1, 2, 3 ... with the last one current"


def _report_faults(database: Database) -> Iterator[str]:
    for number, name in database.rows("SELECT number, id FROM report ORDER BY number"):
        try:
            with database.looking(), decoding(database.path):
                report = report_of(database.needed(f"SELECT {COLUMNS} FROM report WHERE number = ?", number))
                document = document_of(database, number)
                found = [*_name_faults(report, document), *_reading_faults(database, number, report, document)]
        except StoreError as error:
            found = [error.what]
        for fault in found:
            yield f"{name}: {fault}"


def _name_faults(report: Report, document: Document) -> Iterator[str]:
    if fingerprint(document) != report.sha256:
        yield "the text, or what is known about it, is not what was stored"
    if report_id(report.key, report.sha256) != report.id:
        yield "its id is not that of its key and fingerprint"


def _reading_faults(database: Database, number: int, report: Report, document: Document) -> Iterator[str]:
    reading = whole_reading(database, number, document)
    if reading is None:
        return
    sha256, folded, *counts = database.needed(
        "SELECT sha256, whole IS NOT NULL, events, statements, assessments, gaps FROM reading WHERE report = ?", number
    )
    if reading_digest(reading, document) != sha256:
        yield "the reading is not what was stored"
    if folded == report.current:
        yield "the reading's lines are not where those of a current report are"
    expected = index_cells(reading, report)
    for table, count in zip(KINDS, counts, strict=True):
        rows = database.rows(f"SELECT * FROM {table} WHERE report = ? ORDER BY ordinal", number)
        if [row[2] for row in rows] != list(range(0 if folded else count)):
            yield f"{len(rows)} lines in {table} do not count from 0 to {count - 1}"
        elif not folded and [(row[0], *row[3:-2]) for row in rows] != expected[table]:
            yield f"what its lines in {table} are searched by is not what they say"
    yield from find_mismatches(reading)


def _derived_faults(database: Database) -> Iterator[str]:
    """Derived lines that are not found by what they say."""
    with decoding(database.path):
        threads = [line_of(Thread, line) for (line,) in database.rows("SELECT line FROM thread")]
        identities = [line_of(Identity, line) for (line,) in database.rows("SELECT line FROM identity")]
        expected = index_rows(threads, identities)
    if sorted(row[:-1] for row in database.rows("SELECT * FROM thread")) != sorted(map(thread_cells, threads)):
        yield "thread: what threads are searched by is not what they say"
    for table, rows in expected.items():
        if set(database.rows(f"SELECT * FROM {table}")) != set(rows):
            yield f"{table}: it is not what the lines say that it indexes"
