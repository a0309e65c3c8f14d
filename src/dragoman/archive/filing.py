"""Reports in: new ones, changed ones as a further revision, known ones left alone; and readings renewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dragoman.archive.cells import packed
from dragoman.archive.database import Database
from dragoman.archive.ids import fingerprint, report_id
from dragoman.archive.lines import add_reading, fold_reading, remove_reading, whole_reading
from dragoman.archive.problems import close_problems
from dragoman.archive.raws import add_raw
from dragoman.archive.reports import COLUMNS, document_of, report_of, the_number
from dragoman.archive.search import add_words, remove_words
from dragoman.archive.state import mark_changed
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.model.kept import Filed, Raw, Report


@dataclass(frozen=True, slots=True)
class Filing:
    """A report to be stored: what it says, what its revisions share, the bytes it came from, what was read in it.

    Absent: `reading` None is stored unread.
    """

    document: Document
    key: str
    raw: Raw
    reading: Reading | None


def known(database: Database, key: str, sha256: str) -> tuple[Filed, Report | None]:
    """What filing a report of this key and fingerprint would be, and the stored report where it is UNCHANGED.

    A revision that a later one has replaced counts as known, so that adding old and new files again changes nothing.
    """
    row = database.row(f"SELECT {COLUMNS} FROM report WHERE key = ? AND sha256 = ?", key, sha256)
    if row:
        return Filed.UNCHANGED, report_of(row)
    there = database.row("SELECT 1 FROM report WHERE key = ? LIMIT 1", key)
    return (Filed.REVISED if there else Filed.NEW), None


def file_reports(database: Database, filings: Sequence[Filing], now: datetime) -> list[tuple[Report, Filed]]:
    """Store these, all of them or none; what became of each."""
    with database.writing():
        done = [_file(database, filing, now) for filing in filings]
        if any(filed is not Filed.UNCHANGED for _, filed in done):
            mark_changed(database)
    return done


def _file(database: Database, filing: Filing, now: datetime) -> tuple[Report, Filed]:
    document, sha256 = filing.document, fingerprint(filing.document)
    close_problems(database, filing.key, document.url)
    filed, report = known(database, filing.key, sha256)
    if report:
        return report, filed
    revision = _retire(database, filing.key) + 1
    number = 1 + database.value("SELECT coalesce(max(number), 0) FROM report")
    report = Report(
        report_id(filing.key, sha256), filing.key, revision, document.published, document.title, document.outlet,
        document.url, document.language, sha256, now,
    )  # fmt: skip
    raw = add_raw(database, filing.raw)
    published = document.published.isoformat() if document.published else None
    row = (
        number, report.id, report.key, revision, document.id, published, report.title, report.outlet, report.url,
        report.language, sha256, filing.raw.media, raw, now.isoformat(), 1,
    )  # fmt: skip
    database.insert("report", [row])
    database.insert("body", [(number, packed(document.text))])
    add_words(database, number, document.title, document.text)
    if filing.reading:
        add_reading(database, number, report, document, filing.reading)
    return report, filed


def _retire(database: Database, key: str) -> int:
    """Put the current revision of this key behind; its number, 0 where there is none."""
    found = database.row("SELECT number, revision FROM report WHERE key = ? AND current", key)
    if not found:
        return 0
    number, revision = found
    document = document_of(database, number)
    database.change("report", "number", number, current=0)
    remove_words(database, number, document.title, document.text)
    fold_reading(database, number, document)
    return int(revision)


def replace_reading(database: Database, id: str, reading: Reading) -> None:
    """Put this reading in the place of the report's former one. Raises: NotInStore."""
    with database.writing():
        number = the_number(database, id)
        row = database.needed(f"SELECT {COLUMNS} FROM report WHERE number = ?", number)
        report, document = report_of(row), document_of(database, number)
        if whole_reading(database, number, document) == reading:
            return
        remove_reading(database, number)
        add_reading(database, number, report, document, reading)
        if report.current:
            mark_changed(database)
        else:
            fold_reading(database, number, document)
