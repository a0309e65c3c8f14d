"""Stored reports read again by the present rules, each put in the place of its former reading as it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.archive.ids import event_ids
from dragoman.archive.store import Store
from dragoman.errors import DragomanError
from dragoman.model.document import Document
from dragoman.model.event import Event, Reading
from dragoman.model.kept import Report
from dragoman.run.pool import Pool
from dragoman.sources import is_read


@dataclass(frozen=True, slots=True)
class Stored:
    """A report as a job for the workers."""

    report: Report
    document: Document

    @property
    def where(self) -> str:
        """Names it in messages."""
        return f"report {self.report.id}"


@dataclass(frozen=True, slots=True)
class Reread:
    """What another reading of one report changed: each event that came, went or is another, before and after.

    Absent: `before` None is a new event, `after` None one that is gone.
    """

    report: Report
    changed: tuple[tuple[str, Event | None, Event | None], ...]


def to_reread(store: Store, version: str, *, every: bool) -> Iterator[Report]:
    """The reports that other rules than these read, or all of them; those in other languages stay unread."""
    reports = store.reports() if every else store.outdated(version)
    return (report for report in reports if is_read(report.language))


def reread(store: Store, pool: Pool, reports: Iterator[Report]) -> Iterator[Reread | DragomanError]:
    """Each report with what changed, as it is stored; or why it could not be read, and stays as it was."""
    for job, outcome in pool.run(Stored(report, store.document(report.id)) for report in reports):
        if isinstance(outcome, DragomanError):
            yield outcome
            continue
        before = store.reading(job.report.id)
        store.replace_reading(job.report.id, outcome)
        yield Reread(job.report, tuple(_changes(job.report, before, outcome)))


def _changes(report: Report, before: Reading, after: Reading) -> Iterator[tuple[str, Event | None, Event | None]]:
    """By place in the text; why the rules made an event is no part of it."""
    old, new = ({id: replace(e, because=()) for id, e in _events(report, reading)} for reading in (before, after))
    for id in {**old, **new}:
        if old.get(id) != new.get(id):
            yield id, old.get(id), new.get(id)


def _events(report: Report, reading: Reading) -> Iterator[tuple[str, Event]]:
    return zip(event_ids(report.id, reading.events), reading.events, strict=True)
