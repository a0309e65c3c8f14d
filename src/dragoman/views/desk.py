"""The record opened for one question, and where its answer goes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

import rich_click as click

from dragoman.archive.record import json_line
from dragoman.errors import NotInStore
from dragoman.follow.refresh import is_fresh, open_for_questions, refresh, unfollowed
from dragoman.views.guard import complain

if TYPE_CHECKING:
    from rich.console import Console

Answer = TypeVar("Answer")
ROWS: Final = 30  # lines of an answer for a person who set no --limit


class Desk:
    """A store brought up to date, the day as of which is asked, and whether the answer is wanted as JSON.

    Raises (on opening): NoStore, NotAStore, StoreBusy; NotInStore where there is no report yet.
    """

    def __init__(self, place: Path, as_of: date, as_json: bool = False) -> None:
        self.as_of, self.as_json = as_of, as_json
        self.store = open_for_questions(place)
        if next(self.store.reports(), None) is None:
            self.store.close()
            raise NotInStore("the store holds no report yet", where=str(place), remedy="add some: `dragoman add FILE`")
        self.follow()

    def follow(self) -> None:
        """Bring what many reports show up to date; a line on stderr where that cannot be."""
        if is_fresh(self.store):
            return
        with waiting("following what is new in the record"):
            done = refresh(self.store)
        if not done:
            new = unfollowed(self.store)
            what = f"{new:,} reports are not followed yet" if new > 0 else "the latest changes are not followed yet"
            complain(f"{what}: another process is writing to the store, or it is read-only; ask again later")

    def rows(self, limit: int | None) -> int | None:
        """How many lines are wanted: all for JSON, a screenful for a person, unless something else was asked for."""
        return limit or (None if self.as_json else ROWS)

    def answer(self, answer: Answer, show: Callable[[Answer, Console], None]) -> int:
        """Print the answer; the exit code."""
        if self.as_json:
            click.echo(json_line(answer).encode() + b"\n", nl=False)
        else:
            from dragoman.views.table import open_console

            show(answer, open_console())
        return 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.store.close()


def waiting(what: str) -> AbstractContextManager[Any]:
    """A sign of life on a terminal."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(what)
