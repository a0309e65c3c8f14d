"""Whether every record of a stored reading still says what the reading's text says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from dragoman.archive.record import from_json
from dragoman.archive.store import Store
from dragoman.archive.verify import find_mismatches, find_quotes
from dragoman.errors import NotFound, RecordError
from dragoman.views.visible import visible


@dataclass(slots=True)
class Count:
    """What was looked at and found wrong."""

    readings: int = 0
    quotations: int = 0
    wrong: int = 0

    def line(self) -> str:
        """The counts in one line."""
        return f"{self.readings} readings, {self.quotations} quotations compared, {self.wrong} wrong"


def verify_files(names: Iterable[str], show: Callable[[str], object], complain: Callable[[object], object]) -> Count:
    """Check every line of these files ("-": standard input); mismatches are shown, unreadable lines complained of."""
    count = Count()
    for name in names:
        try:
            for where, line in _lines(name):
                _verify_line(line, where, count, show, complain)
        except OSError as error:
            count.wrong += 1
            complain(NotFound(f"it cannot be opened ({error.strerror})", where=name, remedy="check the path"))
    return count


def _lines(name: str) -> Iterator[tuple[str, bytes]]:
    with nullcontext(sys.stdin.buffer) if name == "-" else open(name, "rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield f"{name}:{number}", line


def _verify_line(
    line: bytes, where: str, count: Count, show: Callable[[str], object], complain: Callable[[object], object]
) -> None:
    try:
        reading = from_json(line, where)
    except RecordError as error:
        count.wrong += 1
        complain(error)
        return
    count.readings += 1
    count.quotations += sum(1 for _ in find_quotes(reading))
    for mismatch in find_mismatches(reading):
        count.wrong += 1
        show(f"{where}: {mismatch}")


def verify_store(place: Path, show: Callable[[str], object]) -> int:
    """Check every text, hash, span and count of the store, and show each fault; the exit code."""
    with Store.open(place, readonly=True) as store:
        faults = 0
        for fault in store.verify():
            faults += 1
            show(visible(fault))
        counts = store.counts()
    show(f"{counts.revisions:,} reports, {counts.events:,} events, {counts.statements:,} statements, {faults:,} wrong")
    return 1 if faults else 0
