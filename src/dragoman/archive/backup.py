"""A copy of the store, checked before it takes its name."""

from __future__ import annotations

import os
from pathlib import Path

from dragoman.archive.database import Database
from dragoman.errors import NotAStore, StoreError, StoreFull


def back_up(database: Database, to: Path) -> None:
    """A copy at this place, whatever others write meanwhile. Raises: StoreError where there is a file already."""
    _refuse_file(to)
    half = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        _copy(database, half)
        _refuse_file(to)
        half.rename(to)
    except OSError as error:
        what = f"it cannot be written ({error.strerror})"
        raise StoreFull(what, where=str(to), remedy="name another place") from error
    finally:
        for left in (half, half.with_name(f"{half.name}-journal"), half.with_name(f"{half.name}-wal")):
            if os.path.lexists(left):
                left.unlink()


def _refuse_file(to: Path) -> None:
    if os.path.lexists(to):
        raise StoreError("there is a file already", where=str(to), remedy="give the backup another name")


def _copy(database: Database, to: Path) -> None:
    with Database(to, "rwc") as copy:
        database.copy_to(copy)
        copy.run("PRAGMA journal_mode = DELETE")  # one file, with no log beside it
        if copy.rows("PRAGMA integrity_check") != [("ok",)]:
            raise NotAStore("the copy is damaged", where=str(to), remedy="run `dragoman verify` on the store")
    with to.open("rb+") as file:
        os.fsync(file.fileno())
