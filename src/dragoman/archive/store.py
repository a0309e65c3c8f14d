"""The store: everything that is kept, behind one door."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from dragoman.archive import corrections, derived, faults, feeds, filing, lines, lookup, problems, reports, search
from dragoman.archive.backup import back_up
from dragoman.archive.counts import Counts, count_all
from dragoman.archive.database import Database
from dragoman.archive.feeds import FeedState
from dragoman.archive.filing import Filing
from dragoman.archive.opening import create_database, open_database
from dragoman.archive.search import Hit
from dragoman.archive.state import CHANGES, DERIVED, get_state
from dragoman.model.document import Document
from dragoman.model.event import Assessment, Event, EventType, Gap, Reading, Statement
from dragoman.model.identity import Identity
from dragoman.model.kept import Correction, Filed, Judgement, Problem, Raw, Report, Sighting
from dragoman.model.relation import Ribbon
from dragoman.model.thread import Thread

__all__ = ["Counts", "FeedState", "Filing", "Hit", "Store"]


def now() -> datetime:
    """The time of day, to the second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)


class Store:
    """One SQLite file, open until it is closed; a context manager.

    Whatever is handed in is stored durably, and whole or not at all, when the method returns. Raises, anywhere:
    StoreBusy where another process holds the store too long, StoreFull where nothing can be written, NotAStore where
    the file is damaged.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime] = now, *, readonly: bool = False) -> None:
        self._database = database
        self.readonly = readonly
        self._clock = clock
        self.path = database.path

    @classmethod
    def create(cls, path: Path, *, clock: Callable[[], datetime] = now) -> Store:
        """The store at this place, made if there is none, with its folders."""
        return cls(create_database(path), clock)

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False, clock: Callable[[], datetime] = now) -> Store:
        """The store at this place, brought to the present schema. Raises: NoStore, NotAStore."""
        return cls(open_database(path, readonly=readonly), clock, readonly=readonly)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # Reports in

    def known(self, key: str, sha256: str) -> Filed:
        """What filing a report with this key and fingerprint would be."""
        return filing.known(self._database, key, sha256)[0]

    def file(self, filings: Sequence[Filing]) -> list[tuple[Report, Filed]]:
        """Store these reports in one transaction; what became of each."""
        return filing.file_reports(self._database, filings, self._clock())

    def replace_reading(self, report: str, reading: Reading) -> None:
        """Put this reading in the place of the report's former one. Raises: NotInStore."""
        filing.replace_reading(self._database, report, reading)

    def problem(self, where: str, what: str, remedy: str, raw: Raw | None = None, key: str = "") -> Problem:
        """Keep that this could not be read; it is closed when a report of this key or place is filed."""
        return problems.add_problem(self._database, where, what, remedy, raw, key, self._clock())

    def problems(self) -> list[Problem]:
        """What could not be read so far, the oldest first."""
        return problems.open_problems(self._database)

    def problem_raw(self, problem: str) -> Raw | None:
        """The bytes that could not be read. Absent: None where none came. Raises: NotInStore."""
        return problems.problem_raw(self._database, problem)

    def close_problem(self, problem: str) -> None:
        """The problem is solved, or of no more interest. Raises: NotInStore."""
        problems.close_problem(self._database, problem)

    # Reports out

    def reports(self, *, current: bool = True) -> Iterator[Report]:
        """The reports in the order in which they came, or all revisions of them; the store may change meanwhile."""
        return reports.all_reports(self._database, current=current)

    def outdated(self, version: str) -> Iterator[Report]:
        """The current reports that are unread, or were read by other rules than these; the store may change."""
        return reports.outdated(self._database, version)

    def latest_day(self, until: date) -> date | None:
        """The last day by that day on which a report was published. Absent: None where there is none."""
        return reports.latest_day(self._database, until)

    def report(self, id: str) -> Report:
        """The report with this id or unique beginning of one. Raises: NotInStore."""
        return reports.one_report(self._database, id)

    def revisions(self, key: str) -> list[Report]:
        """All revisions of one report, the first one first."""
        return reports.revisions(self._database, key)

    def document(self, report: str) -> Document:
        """The report with its text. Raises: NotInStore."""
        return reports.document_of(self._database, reports.the_number(self._database, report))

    def reading(self, report: str) -> Reading:
        """The report as last read; without lines and version where it is stored unread. Raises: NotInStore."""
        return lines.reading_of(self._database, reports.the_number(self._database, report))

    def raw(self, report: str) -> Raw:
        """The bytes that the report was taken from. Raises: NotInStore."""
        return reports.raw_of_report(self._database, report)

    def whole_id(self, id: str) -> str:
        """The id that this unique beginning of one stands for, whatever it names. Raises: NotInStore."""
        return reports.whole_id(self._database, id)

    # The record's lines, as read: corrections are not applied

    def sightings(self, *, since: date | None = None) -> list[Sighting]:
        """The events of all current reports, by publication; those published from `since` on, where it is given."""
        return lookup.all_sightings(self._database, since=since)

    def judgements(self) -> list[Judgement]:
        """The assessments of all current reports, by publication."""
        return lookup.all_judgements(self._database)

    def event(self, id: str) -> tuple[Report, Event]:
        """The event with this id or unique beginning of one, and its report. Raises: NotInStore."""
        return lookup.one_line(self._database, Event, id)

    def events(self, ids: Iterable[str]) -> dict[str, tuple[Report, Event]]:
        """The events with these ids, each with its report; ids of nothing that is stored are left out."""
        return lookup.some_events(self._database, ids)

    def statement(self, id: str) -> tuple[Report, Statement]:
        """The statement with this id or unique beginning of one, and its report. Raises: NotInStore."""
        return lookup.one_line(self._database, Statement, id)

    def statements(
        self, *, speaker_names: Collection[str] = (), until: date | None = None, limit: int | None = None
    ) -> list[tuple[str, Report, Statement]]:
        """Statements with their ids and reports, the last published first; by these speakers where any are named."""
        return lookup.some_statements(self._database, speaker_names=speaker_names, until=until, limit=limit)

    def assessment(self, id: str) -> tuple[Report, Assessment]:
        """The assessment with this id or unique beginning of one, and its report. Raises: NotInStore."""
        return lookup.one_line(self._database, Assessment, id)

    def gap(self, id: str) -> tuple[Report, Gap]:
        """The gap with this id or unique beginning of one, and its report. Raises: NotInStore."""
        return lookup.one_line(self._database, Gap, id)

    def search(self, words: str, *, until: date | None = None, limit: int = 20) -> list[Hit]:
        """The current reports with all these words, the best first; "quoted words" together, wor* for any ending."""
        return search.search_words(self._database, words, until=until, limit=limit)

    def counts(self) -> Counts:
        """How much the store holds."""
        return count_all(self._database)

    # Corrections

    def correct(self, correction: Correction) -> Correction:
        """Add this correction; it comes back with the id that it is stored under, whatever id it had."""
        return corrections.add_correction(self._database, correction)

    def corrections(self) -> list[Correction]:
        """All corrections, the oldest first."""
        return corrections.all_corrections(self._database)

    # What many reports show together

    def state(self) -> str:
        """A name for what the record has come to; another one after every change to reports or corrections."""
        return get_state(self._database, CHANGES) or "0"

    def derived_state(self) -> str:
        """The `state` that the derived lines were last stored under, "" before the first time."""
        return get_state(self._database, DERIVED)

    def replace_derived(
        self, threads: Sequence[Thread], identities: Sequence[Identity], ribbons: Sequence[Ribbon], *, state: str
    ) -> None:
        """Put these in the place of the former ones. `state` names what they rest on."""
        derived.replace_derived(self._database, threads, identities, ribbons, state=state)

    def threads(
        self,
        *,
        pair: tuple[str, str] | None = None,
        country: str | None = None,
        identity: str | None = None,
        plans_only: bool = False,
        conflicts_only: bool = False,
        ids: Iterable[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        type: EventType | None = None,
    ) -> list[Thread]:
        """The threads that pass all the tests, by id.

        Some report of it was published on `since` or later, and one by `until`.
        `plans_only` gives those in which some report speaks of an act not yet done, `conflicts_only` those with more
        than one step: all that may be plans, or hold conflicts, and some that do not.
        """
        return derived.some_threads(
            self._database, pair=pair, country=country, identity=identity, plans_only=plans_only,
            conflicts_only=conflicts_only, ids=ids, since=since, until=until, type=type,
        )  # fmt: skip

    def thread_of(self, event: str) -> str | None:
        """The id of the thread that the event is a step of. Absent: None where it has not been followed."""
        return derived.thread_of(self._database, event)

    def identities(self, *, name: str | None = None, ids: Iterable[str] | None = None) -> list[Identity]:
        """The actors that pass all the tests; `name` is a name or some of its words, `ids` of actors or name forms."""
        return derived.some_identities(self._database, name=name, ids=ids)

    def ribbons(self, *, pair: tuple[str, str] | None = None) -> list[Ribbon]:
        """The ribbons of all pairs, or of this one in either order of its countries."""
        return derived.some_ribbons(self._database, pair=pair)

    # Feeds

    def feed(self, url: str) -> FeedState | None:
        """Where the feed stands. Absent: None where it was never asked."""
        return feeds.get_feed(self._database, url)

    def set_feed(self, url: str, etag: str, modified: str, checked: datetime) -> None:
        """Keep where the feed stands."""
        feeds.set_feed(self._database, FeedState(url, etag, modified, checked))

    # Health

    def verify(self) -> Iterator[str]:
        """One line for each fault: pages, seals, fingerprints, quotations, counts, index."""
        return faults.find_faults(self._database)

    def backup(self, to: Path) -> None:
        """A checked copy of the store at this place. Raises: StoreError where there is a file already."""
        back_up(self._database, to)
