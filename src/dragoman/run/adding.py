"""Reports into the store: what is known is left alone, the rest is read by many workers and filed batch by batch."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.archive.ids import fingerprint
from dragoman.archive.store import Filing, Store
from dragoman.errors import DragomanError, NotFound
from dragoman.model.event import Reading
from dragoman.model.kept import Filed, Raw, Report
from dragoman.run.pool import Pool
from dragoman.sources import Item, Items, Unread, is_read

BATCH: Final = 50  # reports of one transaction
PATIENCE: Final = 2.0  # seconds that a report waits for its transaction, as long as others come
PLACE: Final = re.compile(r"(?P<source>.*?)(?::\d+| \((?:entry|record) \d+.*\))?", re.S)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one report, once that is durable. Absent: `report` None was known, or could not be read."""

    where: str
    filed: Filed | None
    report: Report | None = None
    error: DragomanError | None = None


@dataclass(slots=True)
class Tally:
    """How many reports were filed as what, could not be read, or are in another language and stored unread."""

    new: int = 0
    unchanged: int = 0
    revised: int = 0
    failed: int = 0
    unread: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.unchanged + self.revised + self.failed

    def line(self) -> str:
        """The counts in words."""
        parts = [f"{self.new:,} new", f"{self.unchanged:,} unchanged", f"{self.revised:,} revised"]
        if self.unread:
            parts.append(f"{self.unread:,} in another language stored unread")
        if self.failed:
            parts.append(f"{self.failed:,} could not be read (dragoman problems)")
        return ", ".join(parts)


class Adding:
    """One run of reports into the store. `tell` hears of every report once what became of it is durable.

    Interrupted, it files what has been read. Raises: StoreError; ModelError, VocabularyError, WorkerError where nothing
    can be read at all.
    """

    def __init__(self, store: Store, pool: Pool, tell: Callable[[Added], None]) -> None:
        self.tally = Tally()
        self._store, self._pool, self._tell = store, pool, tell
        self._problems = {problem.where: problem.id for problem in store.problems()}
        self._running: dict[str, list[Item]] = {}  # by key, in the order in which they came
        self._done: dict[int, Reading | DragomanError | None] = {}  # by the item's identity, until it is its turn
        self._batch: list[tuple[Item, Reading | None]] = []
        self._since = 0.0

    def run(self, items: Items) -> Tally:
        """Read and file these."""
        try:
            for item, outcome in self._pool.run(self._fresh(items)):
                self._finish(item, outcome)
        except KeyboardInterrupt:
            self._file()
            raise
        self._file()
        return self.tally

    def _fresh(self, items: Items) -> Iterator[Item]:
        """The reports that must be read."""
        for item in items:
            if self._batch and time.monotonic() - self._since > PATIENCE:
                self._file()
            if isinstance(item, Unread):
                self._fail(item.error, item.raw, item.key)
            elif self._store.known(item.key, fingerprint(item.document)) is Filed.UNCHANGED:
                self.tally.unchanged += 1
                self._tell(Added(item.where, Filed.UNCHANGED))
            else:
                self._running.setdefault(item.key, []).append(item)
                if is_read(item.document.language):
                    yield item
                else:
                    self._finish(item, None)

    def _finish(self, item: Item, outcome: Reading | DragomanError | None) -> None:
        """Revisions of one report are filed in the order in which they came, not in which they were read."""
        self._done[id(item)] = outcome
        running = self._running[item.key]
        while running and id(running[0]) in self._done:
            first = running.pop(0)
            result = self._done.pop(id(first))
            if isinstance(result, DragomanError):
                self._fail(result, first.raw, first.key)
            else:
                self._since = self._since if self._batch else time.monotonic()
                self._batch.append((first, result))
        if not running:
            del self._running[item.key]
        if len(self._batch) >= BATCH or (self._batch and time.monotonic() - self._since > PATIENCE):
            self._file()

    def _file(self) -> None:
        batch = list(self._batch)
        filed = self._store.file([Filing(item.document, item.key, item.raw, read) for item, read in batch])
        del self._batch[: len(batch)]
        for (item, reading), (report, how) in zip(batch, filed, strict=True):
            self._solve(item.where)
            self.tally.new += how is Filed.NEW
            self.tally.revised += how is Filed.REVISED
            self.tally.unchanged += how is Filed.UNCHANGED
            self.tally.unread += reading is None and how is not Filed.UNCHANGED
            self._tell(Added(item.where, how, report))

    def _solve(self, where: str) -> None:
        """What could not be read at this place before, or of the source that it is in, now was."""
        for place in {where, source_of(where)} & self._problems.keys():
            self._store.close_problem(self._problems.pop(place))

    def _fail(self, error: DragomanError, raw: Raw | None, key: str) -> None:
        """Keep it, unless there is nothing at that place: a mistyped name is no report."""
        if not isinstance(error, NotFound):
            self._store.problem(error.where, error.what, error.remedy, raw, key)
            self._problems.pop(error.where, None)
        self.tally.failed += 1
        self._tell(Added(error.where, None, error=error))


def source_of(where: str) -> str:
    """The file or address that a report came from, without its line, entry or record."""
    found = PLACE.fullmatch(where)
    return found["source"] if found else where
