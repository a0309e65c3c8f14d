"""The one place that talks to SQLite: connections, transactions, rows in and out, and errors in a person's words."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final, Self

from dragoman.archive.cells import MARK, Cell, escaped, seal, unescaped
from dragoman.errors import DragomanError, NotAStore, RecordError, StoreBusy, StoreError, StoreFull

PATIENCE: Final = 30.0  # seconds that another process may hold the store
AT_ONCE: Final = 500  # values in one list of a query

MARKED_BYTES: Final = MARK.encode()

DAMAGED_LINE: Final = "a stored line is damaged"
MEND: Final = "run `dragoman verify`, and go back to a backup"
FREE: Final = "free space there, or choose another place with --store"
DAMAGES: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
CLOSED_PLACES: Final = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}


class Database:
    """One connection to one store file.

    Strings come back exactly as they were given, lone surrogates included. Everything that SQLite refuses is raised as
    a StoreError of one line.
    """

    def __init__(self, path: Path, mode: str) -> None:
        """Connects. `mode`: "rw", "rwc" (made if missing), "ro", or "immutable" (on a medium that cannot change)."""
        self.path = path
        query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
        with translated(path):
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?{query}", uri=True, timeout=PATIENCE, isolation_level=None
            )
            self._connection.text_factory = _text

    def close(self) -> None:
        """After it, nothing can be asked of this connection."""
        with translated(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def rows(self, sql: str, *cells: Cell) -> list[tuple[Any, ...]]:
        """All rows that the query gives."""
        with translated(self.path):
            return self._connection.execute(sql, _bound(cells)).fetchall()

    def row(self, sql: str, *cells: Cell) -> tuple[Any, ...] | None:
        """The first row that the query gives."""
        with translated(self.path):
            found: tuple[Any, ...] | None = self._connection.execute(sql, _bound(cells)).fetchone()
            return found

    def needed(self, sql: str, *cells: Cell) -> tuple[Any, ...]:
        """The first row that the query gives. Raises: NotAStore where there is none, as only damage can bring about."""
        found = self.row(sql, *cells)
        if found is None:
            raise NotAStore("a row is missing", where=str(self.path), remedy=MEND)
        return found

    def value(self, sql: str, *cells: Cell) -> Any:
        """The first cell of the first row. Absent: None."""
        found = self.row(sql, *cells)
        return found[0] if found else None

    def stream(self, sql: str, *cells: Cell) -> Generator[tuple[Any, ...]]:
        """The query's rows one by one; the store must not be changed meanwhile."""
        with translated(self.path):
            yield from self._connection.execute(sql, _bound(cells))

    def rows_of(self, sql: str, values: Iterable[Cell]) -> list[tuple[Any, ...]]:
        """The rows that a query with `IN (?)` gives for these values, however many they are."""
        rows, left = [], iter(values)
        while some := list(islice(left, AT_ONCE)):
            rows += self.rows(sql.replace("IN (?)", f"IN ({', '.join('?' * len(some))})"), *some)
        return rows

    def insert(self, table: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Add these rows, each with its seal."""
        self._insert(table, ((*row, seal(row)) for row in rows))

    def insert_plain(self, table: str, rows: Iterable[Sequence[Cell]]) -> None:
        """Add these rows to a table without seals."""
        self._insert(table, rows)

    def _insert(self, table: str, rows: Iterable[Sequence[Cell]]) -> None:
        every = [_bound(row) for row in rows]
        if every:
            with translated(self.path):
                self._connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(every[0]))})", every)

    def change(self, table: str, key: str, value: Cell, /, **cells: Cell) -> None:
        """Give the row whose `key` is `value` these cells, and a new seal."""
        found = self.needed(f"SELECT * FROM {table} WHERE {key} = ?", value)
        row = {**dict(zip(self.columns(table), found, strict=True)), **cells}
        del row["seal"]
        sets = ", ".join(f"{name} = ?" for name in (*cells, "seal"))
        self.run(f"UPDATE {table} SET {sets} WHERE {key} = ?", *cells.values(), seal(row.values()), value)

    def columns(self, table: str) -> list[str]:
        """The names of the table's columns, in order."""
        return [name for (name,) in self.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", table)]

    def run(self, sql: str, *cells: Cell) -> None:
        """Do what the statement says."""
        with translated(self.path):
            self._connection.execute(sql, _bound(cells))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it is stored, durably, at the end, or none of it."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def looking(self) -> Iterator[None]:
        """All queries meanwhile see one state of the store, whatever others write."""
        with translated(self.path):
            inside = self._connection.in_transaction
        if inside:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def _roll_back(self) -> None:
        with translated(self.path):
            self._connection.rollback()

    @contextmanager
    def leniently(self) -> Iterator[None]:
        """Damaged text comes out as well as it can meanwhile, instead of raising NotAStore."""
        self._connection.text_factory = _damaged_text
        try:
            yield
        finally:
            self._connection.text_factory = _text

    def copy_to(self, other: Database) -> None:
        """All of the store, as it is now, into the other."""
        with translated(other.path):
            self._connection.backup(other._connection)


def _bound(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple([escaped(cell) if isinstance(cell, str) else cell for cell in cells])


def _text(cell: bytes) -> str:
    return unescaped(cell.decode()) if MARKED_BYTES in cell else cell.decode()


def _damaged_text(cell: bytes) -> str:
    return unescaped(cell.decode("utf-8", "replace"))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """What SQLite raises becomes a StoreError of one line."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(error, path) from error
    except UnicodeDecodeError as error:
        raise NotAStore(DAMAGED_LINE, where=str(path), remedy=MEND) from error


@contextmanager
def decoding(path: Path) -> Iterator[None]:
    """What a damaged cell raises when a value is made of it becomes a StoreError of one line."""
    try:
        yield
    except (zlib.error, RecordError, LookupError, TypeError, ValueError) as error:
        raise NotAStore(DAMAGED_LINE, where=str(path), remedy=MEND) from error


def fault_of(error: sqlite3.Error, path: Path) -> DragomanError:
    """The one line for what SQLite says."""
    where, said = str(path), str(error)
    code = getattr(error, "sqlite_errorcode", None)
    match None if code is None else code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreBusy("another process holds the store", where=where, remedy="try again when it has finished")
        case sqlite3.SQLITE_FULL:
            return StoreFull("the disk is full; nothing stored before is lost", where=where, remedy=FREE)
        case sqlite3.SQLITE_IOERR:
            what = f"the disk does not read or write it ({said})"
            return StoreFull(what, where=where, remedy="check the disk and the space left on it")
        case None if isinstance(error, sqlite3.ProgrammingError):
            return StoreError(f"it cannot be asked ({said})", where=where, remedy="open the store again")
        case sqlite3.SQLITE_NOTADB:
            return NotAStore("this is not a dragoman store", where=where, remedy="name another file with --store")
        case primary if primary in CLOSED_PLACES:
            what = "it may not be written to"
            return StoreFull(what, where=where, remedy="check the permissions of the file and its folder")
        case primary if primary in DAMAGES:
            return NotAStore(f"the store is damaged ({said})", where=where, remedy=MEND)
        case _:
            return StoreError(f"the store refused a change ({said})", where=where, remedy=MEND)
