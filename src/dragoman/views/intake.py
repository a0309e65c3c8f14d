"""Reports on their way into the store, as a person at a terminal sees it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import rich_click as click

from dragoman.archive.store import Store
from dragoman.follow.refresh import refresh
from dragoman.model.kept import Filed
from dragoman.run.adding import Added, Adding, Tally
from dragoman.run.pool import Pool
from dragoman.run.worker import load_reading
from dragoman.sources import Items
from dragoman.sources.count import count_reports
from dragoman.views.desk import waiting
from dragoman.views.guard import complain
from dragoman.views.visible import visible

if TYPE_CHECKING:
    from dragoman.run.watching import Checked


class Intake:
    """A store open for new reports, and the workers to read them; a context manager.

    A store is made where there is none. `exit_code` is 1 as soon as something could not be read.
    """

    def __init__(self, place: Path, pipeline: str, jobs: int, timeout: float, verbose: bool) -> None:
        self.store = Store.create(place)
        self.exit_code = 0
        self._pool = Pool(partial(load_reading, pipeline), workers=jobs, limit=timeout)
        self._verbose = verbose
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.store.close()

    def add(self, items: Items, names: Iterable[str] = ()) -> Tally:
        """File these reports; `names` are their sources, where it is worth counting them beforehand."""
        adding = Adding(self.store, self._pool, self._tell)
        try:
            with self._showing(names):
                return adding.run(items)
        except KeyboardInterrupt:
            complain(f"{adding.tally.line()} before it was stopped")
            raise

    def report(self, items: Items, names: Iterable[str] = ()) -> int:
        """File these reports, print how many there were, and follow what they show; the exit code."""
        click.echo(self.add(items, names).line())
        self._follow()
        return self.exit_code

    def _follow(self) -> None:
        with waiting("following what is new in the record"):
            refresh(self.store)

    def tell_checked(self, checked: Checked) -> None:
        """A line for a feed that was asked, if it brought something or could not be read."""
        if checked.error:
            self.exit_code = 1
            complain(checked.error)
        elif checked.tally and (checked.tally.new or checked.tally.revised or checked.tally.failed):
            click.echo(f"{visible(checked.url)}: {checked.tally.line()}")
            self._follow()
        elif self._verbose:
            click.echo(f"{visible(checked.url)}: nothing new")

    def _tell(self, added: Added) -> None:
        if self._progress:
            self._progress.advance()
        if added.error:
            self.exit_code = 1
            complain(added.error)
        elif self._verbose and added.report and added.filed is not Filed.UNCHANGED:
            title = added.report.title or added.report.url or added.where
            click.echo(f"{added.filed} {added.report.id} {visible(title)}")

    def _showing(self, names: Iterable[str]) -> AbstractContextManager[Any]:
        if not sys.stderr.isatty():
            return nullcontext()
        self._progress = Progress(count_reports(names) if names else None)
        return self._progress


class Progress:
    """How far it is on a terminal: reports, rate, and the time left where it is known how many there will be."""

    def __init__(self, total: int | None) -> None:
        from rich import progress
        from rich.console import Console

        left: list[Any] = [progress.TextColumn("{task.fields[rate]}"), progress.TimeRemainingColumn()]
        self._bar = progress.Progress(
            progress.TextColumn("reading"), progress.BarColumn(), progress.MofNCompleteColumn(), *left,
            console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._task = self._bar.add_task("reading", total=total, rate="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._bar.stop()

    def advance(self) -> None:
        """One report more."""
        task = self._bar.tasks[0]
        rate = task.speed
        self._bar.update(self._task, advance=1, rate=f"{rate:,.1f} reports a second" if rate else "")
