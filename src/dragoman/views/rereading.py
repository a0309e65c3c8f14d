"""Old reports read again before a person's eyes."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import Final

import rich_click as click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dragoman.archive.record import plain
from dragoman.archive.store import Store
from dragoman.errors import DragomanError
from dragoman.follow.correct import lost_corrections
from dragoman.follow.refresh import refresh
from dragoman.reading.tools import present_version
from dragoman.run.pool import Pool
from dragoman.run.rereading import Reread, reread, to_reread
from dragoman.run.worker import load_reading
from dragoman.views.answers.things import correction_line
from dragoman.views.guard import complain
from dragoman.views.visible import visible

SHOWN: Final = ("type", "mode", "status", "time", "place", "actors", "recipients", "source", "object")


def reread_store(place: Path, every: bool, jobs: int, timeout: float, verbose: bool, pipeline: str) -> int:
    """Read again what other rules read, print what changed, and what it did to corrections; the exit code."""
    version = present_version(pipeline) if pipeline else present_version()
    with Store.open(place) as store:
        total = sum(1 for _ in to_reread(store, version, every=every))
        if not total:
            click.echo(f"all {store.counts().reports:,} reports were read by the present rules")
            return 0
        pool = Pool(partial(load_reading, pipeline), workers=jobs, limit=timeout)
        counts: Counter[str] = Counter()
        with _progress() as progress:
            task = progress.add_task("reading again", total=total)
            for outcome in reread(store, pool, to_reread(store, version, every=every)):
                _count(outcome, counts)
                if verbose and isinstance(outcome, Reread):
                    _print(outcome)
                progress.advance(task)
        refresh(store)
        click.echo(_line(counts))
        for lost in lost_corrections(store):
            complain(f"corrects nothing now: {correction_line(lost).plain}")
    return 1 if counts["failed"] else 0


def _progress() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    return Progress(*columns, console=console, disable=not console.is_terminal, transient=True)


def _count(outcome: Reread | DragomanError, counts: Counter[str]) -> None:
    if isinstance(outcome, DragomanError):
        counts["failed"] += 1
        complain(outcome)
        return
    counts["read"] += 1
    counts["touched"] += bool(outcome.changed)
    for _, before, after in outcome.changed:
        counts["new" if before is None else "gone" if after is None else "other"] += 1


def _line(counts: Counter[str]) -> str:
    failed = f", {counts['failed']:,} could not be read and stay as they were" if counts["failed"] else ""
    return (
        f"{counts['read']:,} reports read again, {counts['touched']:,} of them changed: {counts['new']:,} events new, "
        f"{counts['gone']:,} gone, {counts['other']:,} changed{failed}"
    )


def _print(outcome: Reread) -> None:
    for id, before, after in outcome.changed:
        trigger = next(one.trigger.text for one in (after, before) if one)
        click.echo(f"{outcome.report.id} {id} “{visible(trigger)}”")
        for name in SHOWN:
            old, new = (visible(str(plain(getattr(one, name)))) if one else "-" for one in (before, after))
            if old != new:
                click.echo(f"  {name}: {old} > {new}")
