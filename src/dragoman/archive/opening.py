"""A store made, opened, and brought to the present schema."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from dragoman.archive.database import PATIENCE, Database
from dragoman.errors import NoStore, NotAStore, StoreBusy, StoreFull

APPLICATION: Final = int.from_bytes(b"drgn")
NUMBERED: Final = re.compile(r"(\d{4})_\w+\.sql")


def migrations() -> dict[int, str]:
    """The numbered steps of the schema, in order: number and SQL."""
    folder = files("dragoman.archive") / "migrations"
    found = {int(m[1]): step for step in folder.iterdir() if (m := NUMBERED.fullmatch(step.name))}
    return {number: found[number].read_text("utf-8") for number in sorted(found)}


def create_database(path: Path) -> Database:
    """The store at this place, made if there is none. Raises: NotAStore, StoreBusy, StoreFull."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"its folder cannot be made ({error.strerror})"
        raise StoreFull(what, where=str(path), remedy="choose another place with --store") from error
    _refuse_folder(path)
    return _ready(Database(path, "rwc"), fresh=True)


def open_database(path: Path, *, readonly: bool) -> Database:
    """The store at this place. Raises: NoStore, NotAStore, StoreBusy, StoreFull."""
    _refuse_folder(path)
    if not path.exists():
        raise NoStore("there is no store here", where=str(path), remedy="make one with `dragoman init`")
    if not readonly:
        return _ready(Database(path, "rw"), fresh=False)
    try:
        return _ready(Database(path, "ro"), fresh=False, readonly=True)
    except StoreFull:
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        # the folder takes no -shm file, so nobody else writes there either
        return _ready(Database(path, "immutable"), fresh=False, readonly=True)


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise NotAStore("this is a folder", where=str(path), remedy="name a file with --store")


def _ready(database: Database, *, fresh: bool, readonly: bool = False) -> Database:
    try:
        database.run("PRAGMA foreign_keys = ON")
        database.run("PRAGMA synchronous = FULL")
        version = _version(database, fresh=fresh)
        if readonly:
            _refuse_earlier(database, version)
        else:
            _set_wal(database)
            _migrate(database, version)
    except BaseException:
        database.close()
        raise
    return database


def _version(database: Database, *, fresh: bool) -> int:
    """The version of the store's schema, 0 for a file with nothing in it yet."""
    where = str(database.path)
    with database.looking():
        application = database.value("PRAGMA application_id")
        version = int(database.value("PRAGMA user_version"))
        empty = database.value("SELECT count(*) FROM sqlite_master") == 0
    if empty and application in (0, APPLICATION):
        if fresh:
            return 0
        raise NotAStore("the file is empty", where=where, remedy="make a store of it with `dragoman init`")
    if application != APPLICATION:
        raise NotAStore("this is another program's database", where=where, remedy="name another file with --store")
    latest = max(migrations())
    if version > latest:
        what = f"the store is of a later version ({version}; this dragoman knows {latest})"
        raise NotAStore(what, where=where, remedy="upgrade dragoman")
    return version


def _refuse_earlier(database: Database, version: int) -> None:
    if version < max(migrations()):
        what = f"the store is of an earlier version ({version}) and is open for reading only"
        raise NotAStore(what, where=str(database.path), remedy="open it once where it may be written to")


def _set_wal(database: Database) -> None:
    """Writers and readers go side by side. SQLite does not wait for others at this step, so it is tried again."""
    until = time.monotonic() + PATIENCE
    while database.value("PRAGMA journal_mode") != "wal":
        try:
            database.run("PRAGMA journal_mode = WAL")
        except StoreBusy:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def _migrate(database: Database, version: int) -> None:
    """Each step is one transaction; another process may have taken it first."""
    for number, script in migrations().items():
        if number <= version:
            continue
        with database.writing():
            if int(database.value("PRAGMA user_version")) >= number:
                continue
            for statement in statements(script):
                database.run(statement)
            database.run(f"PRAGMA user_version = {number}")


def statements(script: str) -> Iterator[str]:
    """The script's statements one by one, so that they can stand in one transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
