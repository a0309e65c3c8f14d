"""Many reports read one after the other, each on its own."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import rich_click as click

from dragoman.archive.record import to_json
from dragoman.errors import DragomanError, ModelError, NotText, SourceError
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.sources import is_read, language_name, open_sources
from dragoman.views.guard import complain

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.reading import Tools


class Batch:
    """What one run of `dragoman read` has loaded and counted."""

    def __init__(self, pipeline: str, as_json: bool) -> None:
        self._pipeline, self._as_json = pipeline, as_json
        self._done = self._failed = 0

    def run(self, names: tuple[str, ...], published: date | None, title: str, outlet: str) -> int:
        """Print the record of every report; the exit code: 1 if there is one that could not be read."""
        for name in names:
            for item in open_sources([name], published=published, title=title, outlet=outlet):
                self._take(item, name)
        if self._done + self._failed > 1 and sys.stderr.isatty():
            complain(f"{self._done} reports read, {self._failed} not read")
        return 1 if self._failed else 0

    def _take(self, item: Document | SourceError, name: str) -> None:
        try:
            if isinstance(item, SourceError):
                raise item
            where = f"{name} (report {item.id})"
            with self._waiting(name):
                reading = self._read(item, where)
            self._print(reading)
            if not is_read(item.language):
                what = f"the text is in {language_name(item.language)} and was left unread"
                raise NotText(what, where=where, remedy="only English is read: give it an English version")
            self._done += 1
        except ModelError:
            raise
        except DragomanError as error:
            self._failed += 1
            complain(error)

    def _print(self, reading: Reading) -> None:
        if self._as_json:
            click.echo(to_json(reading).encode() + b"\n", nl=False)
        elif is_read(reading.language):
            from dragoman.views.table import show_reading

            show_reading(reading)

    def _read(self, document: Document, where: str) -> Reading:
        from dragoman.reading import read_one

        return read_one(document, self._tools, where)

    @cached_property
    def _tools(self) -> Tools:
        from dragoman.reading import Tools

        return Tools.load(self._pipeline)

    def _waiting(self, name: str) -> AbstractContextManager[object]:
        """A sign of life on a terminal."""
        if not sys.stderr.isatty():
            return nullcontext()
        from rich.console import Console
        from rich.text import Text

        from dragoman.views.visible import visible

        console: Console = Console(stderr=True)
        return console.status(Text(f"reading {visible(name)} ({self._done} done)"))
