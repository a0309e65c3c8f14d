"""Reports out: their headers, texts, revisions and raw bytes; and whole ids for abbreviated ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from dragoman.archive.cells import unpacked
from dragoman.archive.database import AT_ONCE, Database, decoding
from dragoman.archive.raws import raw_of
from dragoman.errors import NotInStore
from dragoman.model.document import Document
from dragoman.model.kept import Raw, Report

COLUMNS: Final = (
    "report.id, report.key, report.revision, report.published, report.title, report.outlet, report.url, "
    "report.language, report.sha256, report.added, report.current"
)
WIDTH: Final = 11  # of COLUMNS
TABLES: Final = {
    "d": ("report", "report"), "e": ("event", "event"), "s": ("statement", "statement"),
    "j": ("assessment", "judgement"), "g": ("gap", "gap"), "t": ("thread", "thread"), "p": ("identity", "actor"),
}  # fmt: skip


def report_of(row: tuple[Any, ...]) -> Report:
    """The report of a row of COLUMNS."""
    id, key, revision, published, title, outlet, url, language, sha256, added, current = row
    day = date.fromisoformat(published) if published else None
    return Report(
        id, key, revision, day, title, outlet, url, language, sha256, datetime.fromisoformat(added), bool(current)
    )


def all_reports(database: Database, *, current: bool) -> Iterator[Report]:
    """The reports in the order in which they came; the store may be changed meanwhile."""
    number, wanted = 0, "AND current" if current else ""
    while rows := database.rows(
        f"SELECT {COLUMNS}, number FROM report WHERE number > ? {wanted} ORDER BY number LIMIT ?", number, AT_ONCE
    ):
        number = rows[-1][WIDTH]
        for row in rows:
            with decoding(database.path):
                report = report_of(row[:WIDTH])
            yield report


def outdated(database: Database, version: str) -> Iterator[Report]:
    """The current reports that were not read by these rules, in the order in which they came."""
    number = 0
    while rows := database.rows(
        f"SELECT {COLUMNS}, number FROM report LEFT JOIN reading ON reading.report = number "
        "WHERE number > ? AND current AND version IS NOT ? ORDER BY number LIMIT ?",
        number, version, AT_ONCE,
    ):  # fmt: skip
        number = rows[-1][WIDTH]
        for row in rows:
            with decoding(database.path):
                report = report_of(row[:WIDTH])
            yield report


def one_report(database: Database, id: str) -> Report:
    """The report with this id or unique beginning of one. Raises: NotInStore."""
    row = database.needed(f"SELECT {COLUMNS} FROM report WHERE number = ?", the_number(database, id))
    with decoding(database.path):
        return report_of(row)


def latest_day(database: Database, until: date) -> date | None:
    """The last day by that day on which a current report was published. Absent: None where there is none."""
    found = database.value("SELECT max(published) FROM report WHERE current AND published <= ?", until.isoformat())
    with decoding(database.path):
        return date.fromisoformat(found) if found else None


def revisions(database: Database, key: str) -> list[Report]:
    """All revisions of one report, the first one first."""
    rows = database.rows(f"SELECT {COLUMNS} FROM report WHERE key = ? ORDER BY revision", key)
    with decoding(database.path):
        return [report_of(row) for row in rows]


def the_number(database: Database, id: str) -> int:
    """The report's number in the tables. Raises: NotInStore."""
    return int(database.value("SELECT number FROM report WHERE id = ?", whole_id(database, id, "d")))


def whole_id(database: Database, id: str, letter: str = "") -> str:
    """The id that this one stands for: itself, or the only one that begins with it.

    `letter` is the sort of thing that it must be. Raises: NotInStore.
    """
    table, thing = TABLES.get(letter or id[:1], ("", ""))
    if not table or (letter and id[:1] != letter):
        what = f"this is not the id of {_article(thing)}" if thing else "this is not an id"
        raise NotInStore(what, where=id or '""', remedy="ids are printed with every line of the record")
    found = database.rows(
        f"SELECT DISTINCT id FROM {table} WHERE id >= ? AND id < ? || '~' ORDER BY id LIMIT 4", id, id
    )
    names = [name for (name,) in found]
    if id in names or len(names) == 1:
        return id if id in names else str(names[0])
    if names:
        shown = ", ".join(names[:3]) + (", ..." if len(names) > 3 else "")
        raise NotInStore(f"several begin so: {shown}", where=id, remedy="give more of the id")
    raise NotInStore(f"there is no such {thing}", where=id, remedy="check the id")


def _article(thing: str) -> str:
    return f"an {thing}" if thing[0] in "aeiou" else f"a {thing}"


def document_of(database: Database, number: int) -> Document:
    """The report with its text."""
    row = database.needed(
        "SELECT name, text, published, title, outlet, url, language FROM report JOIN body ON body.report = number "
        "WHERE number = ?",
        number,
    )
    name, text, published, title, outlet, url, language = row
    with decoding(database.path):
        day = date.fromisoformat(published) if published else None
        return Document(name, unpacked(text), day, title, outlet, url, language)


def raw_of_report(database: Database, id: str) -> Raw:
    """The bytes that the report was taken from. Raises: NotInStore."""
    row = database.needed("SELECT raw, media FROM report WHERE number = ?", the_number(database, id))
    return raw_of(database, *row)
