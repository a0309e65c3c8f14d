"""What is done to a store while it is killed: each line printed says what was stored before it was printed.

`python -m bench.works NAME PLACE SEED` does the work NAME at the store PLACE until it is killed.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Final

from dragoman.archive.database import Database
from dragoman.archive.opening import migrations, statements
from dragoman.archive.store import Filing, Store
from dragoman.model.claim import Speech
from dragoman.model.document import Document
from dragoman.model.event import Actor, Event, EventType, Evidence, Gap, Reading, Source, Statement, Status
from dragoman.model.kept import Change, Correction, Raw
from dragoman.model.mention import Kind
from dragoman.model.span import Quote, Span

REPORTS: Final = 20  # that are in the store before
PROBLEMS: Final = 50  # that are in the store of the first version
ANNA: Final = Actor("Anna Volkova", "RUS", Kind.PERSON, "Foreign Minister")
HOST: Final = Actor("Uzbekistan", "UZB", Kind.COUNTRY)
NOON: Final = datetime(2025, 4, 2, 12, tzinfo=UTC)


def made_filing(key: str, revision: int, version: str = "made 0") -> Filing:
    """An invented report with its reading."""
    first = f"Foreign Minister Anna Volkova came to Tashkent for visit {revision} of {key}."
    text = f"{first} {'She spoke at length. ' * 20}"
    document = Document(key, text, date(2025, 4, 1 + revision % 28), f"Visit {revision}", "The Mail", language="en")
    return Filing(document, key, Raw(text.encode(), "text/plain"), made_reading(document, version))


def made_reading(document: Document, version: str) -> Reading:
    """A reading with events, a statement and a gap; another one for each version."""
    text = document.text
    whole = Span(0, text.index(".") + 1)
    events = tuple(
        Event(
            EventType.CONSULT, "visit", (ANNA,), (HOST,), None, f"2025-04-0{1 + at % 9}", Status.OCCURRED, Source(),
            None, Quote.cut(text, Span(at, at + 5)), whole, Evidence(whole.of(text), whole), None, (version,),
        )
        for at in range(1 + len(version) % 3)
    )  # fmt: skip
    said = Statement(ANNA, Speech.INDIRECT, "said", whole, whole.of(text))
    return Reading(
        document.id, str(document.published), document.title, document.outlet, events, (said,), (),
        (Gap(whole, whole.of(text), "made"),), text, language="en", version=version,
    )  # fmt: skip


def file_reports(store: Store, seed: str) -> Iterator[str]:
    """New reports and new revisions, in batches."""
    for n in count(1):
        yield from [report.id for report, _ in store.file(_batch(seed, n))]


def _batch(seed: str, n: int) -> list[Filing]:
    return [*(made_filing(f"{seed} {k}", n) for k in range(n % 7)), made_filing(f"{seed} new {n}", n)]


def correct(store: Store, seed: str) -> Iterator[str]:
    """Corrections of an event."""
    event = store.sightings()[0].id
    for n in count():
        yield store.correct(Correction("", NOON, seed, Change.NOTE, event, note=f"{n} " * 50)).id


def reread(store: Store, seed: str) -> Iterator[str]:
    """Another reading for each report, again and again."""
    for n in count(1):
        for report in store.reports():
            store.replace_reading(report.id, made_reading(store.document(report.id), f"{seed} {'x' * n}"))
            yield f"{report.id} {n}"


def migrate(place: Path) -> Iterator[str]:
    """Copies of a store of the first version, brought to the present one."""
    for n in count():
        copy = place.with_name(f"{place.name}.{n}")
        shutil.copy(place, copy)
        Store.open(copy).close()
        yield copy.name


WORKS: Final[dict[str, Callable[[Store, str], Iterator[str]]]] = {
    "file": file_reports, "correct": correct, "reread": reread,
}  # fmt: skip


def prepare(place: Path, name: str) -> None:
    """Make the store that the work needs."""
    if name == "migrate":
        _make_first_version(place)
        return
    with Store.create(place) as store:
        store.file([made_filing(f"there {n}", 1) for n in range(REPORTS)])


def _make_first_version(place: Path) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        for statement in statements(migrations()[1]):
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
    with Database(place, "rw") as database:
        rows = [(n, NOON.isoformat(), f"{n}.txt", "not text", "", "", "", None, 1) for n in range(1, PROBLEMS + 1)]
        database.insert("problem", rows)


def add_and_look(place: Path, name: str, seconds: float) -> Iterator[str]:
    """Reports filed as fast as they can be for so many seconds, or the store asked everything; what it came to."""
    until, done = time.monotonic() + seconds, 0
    with Store.open(place) as store:
        if name != "look":
            for n in count(1):
                done += len(store.file(_batch(name, n)))
                if time.monotonic() > until:
                    break
            yield f"{done} filed"
            return
        reports = 0
        while time.monotonic() < until:
            ids = {report.id for report in store.reports(current=False)}
            if len(ids) < reports:
                raise SystemExit(f"{reports} reports became {len(ids)}")
            reports = len(ids)
            seen = {sighting.report for sighting in store.sightings()}
            if missing := seen - {report.id for report in store.reports(current=False)}:
                raise SystemExit(f"events of reports that are not there: {missing}")
            for hit in store.search("visit", limit=3):
                store.reading(hit.report.id)
            done += 1
        yield f"{done} looks"


def main() -> None:
    """Do the work named on the command line."""
    name, place, seed = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    if name == "migrate":
        lines = migrate(place)
    elif name in WORKS:
        lines = WORKS[name](Store.open(place), seed)
    else:
        lines = add_and_look(place, name, float(seed))
    print("begun", flush=True)
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
