"""Reports that could not be read, kept with the reason until they can."""

from __future__ import annotations

from datetime import datetime

from dragoman.archive.database import Database, decoding
from dragoman.archive.raws import add_raw, raw_of
from dragoman.errors import NotInStore
from dragoman.model.kept import Problem, Raw


def add_problem(
    database: Database, where: str, what: str, remedy: str, raw: Raw | None, key: str, now: datetime
) -> Problem:
    """Keep that this could not be read; an open problem of the same place gives way to it."""
    with database.writing():
        number = 1 + database.value("SELECT coalesce(max(number), 0) FROM problem")
        for (former,) in database.rows("SELECT number FROM problem WHERE open AND place = ? AND key = ?", where, key):
            database.change("problem", "number", former, open=0)
        sha256, media = (add_raw(database, raw), raw.media) if raw else (None, "")
        database.insert("problem", [(number, now.isoformat(), where, what, remedy, key, media, sha256, 1)])
    return Problem(f"q{number}", now, where, what, remedy)


def open_problems(database: Database) -> list[Problem]:
    """What could not be read so far, the oldest first."""
    rows = database.rows("SELECT number, at, place, what, remedy FROM problem WHERE open ORDER BY number")
    with decoding(database.path):
        return [
            Problem(f"q{number}", datetime.fromisoformat(at), place, what, remedy)
            for number, at, place, what, remedy in rows
        ]


def problem_raw(database: Database, id: str) -> Raw | None:
    """The bytes that could not be read. Absent: None where there were none. Raises: NotInStore."""
    row = database.needed("SELECT raw, media FROM problem WHERE number = ?", _number(database, id))
    return raw_of(database, *row) if row[0] else None


def close_problem(database: Database, id: str) -> None:
    """The problem is solved. Raises: NotInStore."""
    with database.writing():
        database.change("problem", "number", _number(database, id), open=0)


def close_problems(database: Database, *places: str) -> None:
    """Whatever could not be read at these places, or under these keys, now was. Needs a transaction."""
    for place in filter(None, places):
        for column in ("place", "key"):
            for (number,) in database.rows(f"SELECT number FROM problem WHERE open AND {column} = ?", place):
                database.change("problem", "number", number, open=0)


def _number(database: Database, id: str) -> int:
    number = int(id[1:]) if id[:1] == "q" and id[1:].isascii() and id[1:].isdecimal() and len(id) < 19 else 0
    if not database.row("SELECT 1 FROM problem WHERE number = ?", number):
        raise NotInStore("there is no such problem", where=id or '""', remedy="list them with `dragoman problems`")
    return number
