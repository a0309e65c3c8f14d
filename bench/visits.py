"""Visits of the US President and Secretary of State, read out of their releases, against the official travel record.

`python -m bench visits` reads `../shared/news/releases_2021.jsonl.gz` (May to August 2021), follows the acts over all
of them and compares with `visits_official.csv`. A coded visit is one act (a thread) of mode "visit" that took place;
it is right if the record has the traveller in that country within two days. Anchor: of ICEWS's coded visits 29% fall
within two days of a real one (48% for Secretaries alone), and 52 to 76% of the real visits it had as made before they
happened.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from dragoman.archive.record import from_json
from dragoman.archive.sightings import judgements, sightings
from dragoman.follow.refresh import Derived, derive
from dragoman.follow.threads import as_of, outcome
from dragoman.follow.threads.windows import Window, window_of
from dragoman.model.event import Reading, Status
from dragoman.model.kept import Judgement, Report, Sighting
from dragoman.model.mention import Kind
from dragoman.model.thread import Outcome, Party, StepKind, Thread
from dragoman.reading import Tools, read_one
from dragoman.sources.report import Given, report
from dragoman.vocab.load import fold, load_countries

NEAR: Final = timedelta(days=2)
DATED: Final = 14  # days: a visit dated more loosely says no day
SPOKEN_OF: Final = timedelta(days=30)  # around a visit in which a release may mention it
END: Final = date(2021, 10, 31)  # as of which outcomes are asked
HAPPENED: Final = frozenset({StepKind.TOOK_PLACE, StepKind.UNDER_WAY})
DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING})
NAMES: Final = {  # of the official list, where the vocabulary has the country under another name
    "China, People’s Republic of": "CHN",
    "Korea, Republic of": "KOR",
    "Korea, South": "KOR",
    "Korea, North": "PRK",
    "Bosnia-Herzegovina": "BIH",
    "Palestinian Authority": "PSE",
    "Holy See": "VAT",
    "Denmark (Greenland)": "DNK",
    "Kyrgyz Republic": "KGZ",
    "Brunei Darussalam": "BRN",
}
REALM: Final = {"GRL": "DNK", "FRO": "DNK"}  # the official list counts Greenland as Denmark
TRAVEL: Final = re.compile(r"\b(?:visit|travel|trip|arriv|depart|meet|met|summit|stop|here)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit of the official record. `traveller` is a surname, `country` ISO 3166-1 alpha-3."""

    traveller: str
    country: str
    city: str
    start: date
    end: date

    def near(self, found: Window) -> bool:
        """The days lie within two days of the visit."""
        first, last = found.first or date.min, found.last or date.max
        return first <= self.end + NEAR and self.start - NEAR <= last

    def __str__(self) -> str:
        return f"{self.traveller} in {self.city or self.country} ({self.country}) {self.start} to {self.end}"


def official(file: Path) -> list[Visit]:
    """The outbound visits with exact days."""
    found = []
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            country = _country(row["country"])
            if row["direction"] == "outbound" and country and len(row["start"]) == 10:
                end = row["end"] if len(row["end"]) == 10 else row["start"]
                days = date.fromisoformat(row["start"]), date.fromisoformat(end)
                found.append(Visit(row["traveller"].split()[-1], country, row["city"], *days))
    return found


_vocabulary = cache(load_countries)


def _country(name: str) -> str | None:
    _, names = _vocabulary()
    known = names.get(fold(name))
    return NAMES.get(name) or (known.iso3 if known else None)


@dataclass(frozen=True, slots=True)
class Coded:
    """One visit as dragoman has it: who was where and when, by which act."""

    traveller: str
    country: str
    window: Window | None
    thread: Thread

    @property
    def is_dated(self) -> bool:
        """It says a day, or a few."""
        return self.window is not None and (self.window.length or DATED + 1) <= DATED

    def is_of(self, year: int) -> bool:
        """It may have been in that year: earlier ones were made in other offices."""
        return self.window is None or self.window.first is None or self.window.first.year == year


class Travellers:
    """The Presidents and Secretaries of State who travelled as such in one year, by surname."""

    def __init__(self, visits: Iterable[Visit], year: int) -> None:
        self.visits: dict[str, list[Visit]] = {}
        for visit in visits:
            if visit.start.year == year:
                self.visits.setdefault(visit.traveller, []).append(visit)

    def of(self, parties: Iterable[Party]) -> str | None:
        """The surname of the one among the parties, if there is one of them."""
        for party in parties:
            surname = next((w for w in reversed(re.findall(r"[A-Z][a-z]+", party.name)) if w in self.visits), None)
            if surname and party.country == "USA" and party.kind is Kind.PERSON:
                return surname
        return None

    def matched(self, coded: Coded) -> Visit | None:
        """The visit of the record that the coded one is."""
        found = [v for v in self.visits[coded.traveller] if v.country == coded.country]
        return next((v for v in found if coded.window is not None and v.near(coded.window)), None)


def coded_visits(threads: Iterable[Thread], travellers: Travellers) -> Iterator[Coded]:
    """The visits abroad of these travellers."""
    for thread in threads:
        if thread.mode == "visit" and (who := travellers.of(thread.actors)) is not None:
            host = thread.place.country if thread.place and thread.place.country else None
            host = host or next((p.country for p in thread.recipients if p.kind is Kind.COUNTRY), None)
            if host and host not in ("USA", "IGO"):
                yield Coded(who, REALM.get(host, host), window_of(thread.time), thread)


def took_place(coded: Coded) -> bool:
    """A report said that the visit took or takes place."""
    return any(step.kind in HAPPENED for step in coded.thread.steps)


@dataclass(frozen=True, slots=True)
class Read:
    """The releases, read and followed."""

    reports: Mapping[str, Reading]
    sightings: Sequence[Sighting]
    derived: Derived


def follow(readings: Iterable[Reading]) -> Read:
    """What follows from the readings together."""
    seen: list[Sighting] = []
    judged: list[Judgement] = []
    reports: dict[str, Reading] = {}
    for reading in readings:
        published = date.fromisoformat(reading.published) if reading.published else None
        report = Report(
            reading.id, reading.id, 1, published, reading.title, reading.outlet, reading.url, reading.language, "",
            datetime(2021, 12, 31, tzinfo=UTC),
        )  # fmt: skip
        reports[report.id] = reading
        seen.extend(sightings(reading, report))
        judged.extend(judgements(reading, report))
    return Read(reports, seen, derive(seen, judged, ()))


def mentioned(visits: Iterable[Visit], reports: Iterable[Reading]) -> list[Visit]:
    """The visits that some release of those days speaks of: traveller, place and a word of travel in one sentence."""
    dated = [(date.fromisoformat(r.published), r) for r in reports if r.published]
    found = []
    for visit in visits:
        places = _words_for(visit)
        near = (r for day, r in dated if visit.start - SPOKEN_OF <= day <= visit.end + SPOKEN_OF)
        if any(_speaks_of(r, visit, places) for r in near):
            found.append(visit)
    return found


def _words_for(visit: Visit) -> re.Pattern[str]:
    countries, _ = _vocabulary()
    names = [countries[visit.country].name, *re.split(r"[,(]", visit.city)]
    return re.compile("|".join(re.escape(n.strip(" )")) for n in names if n.strip(" )")))


def _speaks_of(reading: Reading, visit: Visit, places: re.Pattern[str]) -> bool:
    office = "the Secretary" if visit.traveller == "Blinken" else "the President"
    return any(
        places.search(line) and TRAVEL.search(line) and (visit.traveller in line or office in line)
        for line in re.split(r"(?<=[.!?])\s|\n", f"{reading.title}\n{reading.text}")
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """What came out. Lists hold a line for every miss."""

    right: int
    wrong: list[str]
    loose: int
    recalled: int
    missed: list[str]
    early_records: list[str]
    done_records: int
    early_visits: int
    followed: int
    outcomes: list[str]

    @property
    def precision(self) -> float:
        """Of the coded visits with a day, those within two days of a real one."""
        return self.right / max(self.right + len(self.wrong), 1)

    @property
    def recall(self) -> float:
        """Of the real visits that the releases mention, those coded within two days."""
        return self.recalled / max(self.recalled + len(self.missed), 1)

    @property
    def early(self) -> float:
        """Of the records that say a visit took place, those published before it did."""
        return len(self.early_records) / max(self.done_records, 1)

    @property
    def outcome(self) -> float:
        """Of the announced visits, those with the right outcome."""
        return self.followed / max(self.followed + len(self.outcomes), 1)


def measure(read: Read, visits: Sequence[Visit]) -> Figures:
    """The comparison."""
    first, last = _span(read.reports.values())
    travellers = Travellers(visits, first.year)
    coded = [c for c in coded_visits(read.derived.threads, travellers) if c.is_of(first.year)]
    done = [c for c in coded if took_place(c)]
    dated = [c for c in done if c.is_dated]
    right = [c for c in dated if travellers.matched(c) is not None]
    spoken = mentioned([v for v in visits if first <= v.start <= last], read.reports.values())
    hit = {travellers.matched(c) for c in right}
    early = [(c, step.event, visit) for c in done for step, visit in _early(c, travellers)]
    records = sum(step.status in DONE for c in done for step in c.thread.steps)
    outcomes = [(c, *_outcome(c, travellers)) for c in _announced(coded, last)]
    return Figures(
        right=len(right),
        wrong=[_line(c) for c in dated if travellers.matched(c) is None],
        loose=len(done) - len(dated),
        recalled=sum(v in hit for v in spoken),
        missed=[str(v) for v in spoken if v not in hit],
        early_records=[f"{event}: {visit}" for _, event, visit in early],
        done_records=records,
        early_visits=len({visit for *_, visit in early}),
        followed=sum(found is wanted for _, found, wanted in outcomes),
        outcomes=[f"{found} for {wanted}: {_line(c)}" for c, found, wanted in outcomes if found is not wanted],
    )


def _span(reports: Iterable[Reading]) -> tuple[date, date]:
    days = sorted(date.fromisoformat(r.published) for r in reports if r.published)
    return days[0], days[-1]


def _line(coded: Coded) -> str:
    steps = ", ".join(f"{s.event} {s.published} {s.kind}" for s in coded.thread.steps[:3])
    return f"{coded.traveller} in {coded.country} {coded.thread.time} ({coded.thread.id}: {steps})"


def _early(coded: Coded, travellers: Travellers) -> Iterator[tuple[Any, Visit]]:
    """The steps that call it done before it began, with the visit that was then still to come."""
    known = [v for v in travellers.visits[coded.traveller] if v.country == coded.country]
    for step in coded.thread.steps:
        if step.status in DONE and step.published is not None:
            coming = [v for v in known if step.published < v.start <= step.published + SPOKEN_OF]
            been = [v for v in known if v.start <= step.published and coded.window and v.near(coded.window)]
            if coming and not been:
                yield step, coming[0]


def _announced(coded: Iterable[Coded], last: date) -> Iterator[Coded]:
    """The visits that were announced for days within the time of the releases."""
    for one in coded:
        before = as_of(one.thread, _first_done(one) - timedelta(days=1)) if took_place(one) else one.thread
        window = window_of(before.time) if before else None
        announced = before is not None and any(step.status is Status.PLANNED for step in before.steps)
        if announced and window and window.last and (window.length or DATED + 1) <= DATED and window.last <= last:
            yield one


def _first_done(coded: Coded) -> date:
    return min((s.published for s in coded.thread.steps if s.kind in HAPPENED and s.published), default=END)


def _outcome(coded: Coded, travellers: Travellers) -> tuple[Outcome | None, Outcome]:
    """What became of it, as dragoman has it and by the official record."""
    found = outcome(coded.thread, END)
    gone = {Outcome.POSTPONED: Outcome.DROPPED, Outcome.LAPSED: Outcome.DROPPED}
    before = as_of(coded.thread, _first_done(coded) - timedelta(days=1)) or coded.thread
    planned = window_of(before.time)
    known = [v for v in travellers.visits[coded.traveller] if v.country == coded.country]
    if planned is not None and any(v.near(planned) for v in known):
        return gone.get(found, found) if found else None, Outcome.KEPT
    moved = planned is not None and any(
        v.start - SPOKEN_OF <= (planned.first or v.start) <= v.end + SPOKEN_OF for v in known
    )
    return gone.get(found, found) if found else None, Outcome.SHIFTED if moved else Outcome.DROPPED


def table(shared: Path, readings: Sequence[Path] = ()) -> str:
    """The figures as lines of Markdown, then every miss. `readings`: lines of `dragoman read --json`, made before."""
    visits = official(shared / "news" / "visits_official.csv")
    figures = measure(follow(_readings(shared, readings)), visits)
    rows = [
        "| figure | ICEWS | to reach | measured |",
        "|---|---|---|---|",
        f"| coded visits within two days of a real one | .29 (Secretaries .48) | .75 | {figures.precision:.3f} "
        f"({figures.right} of {figures.right + len(figures.wrong)}; {figures.loose} more without a day) |",
        f"| real visits that the releases mention, coded within two days | | .75 | {figures.recall:.3f} "
        f"({figures.recalled} of {figures.recalled + len(figures.missed)}) |",
        f"| records of visits done, published before the visit | | .05 | {figures.early:.3f} "
        f"({len(figures.early_records)} of {figures.done_records}) |",
        f"| real visits with such a record | .52-.76 | | {figures.early_visits} |",
        f"| announced visits with the right outcome | | | {figures.outcome:.3f} "
        f"({figures.followed} of {figures.followed + len(figures.outcomes)}) |",
    ]
    misses = (
        ("coded, and not in the record", figures.wrong),
        ("in the record and mentioned, not coded", figures.missed),
        ("reported as done too early", figures.early_records),
        ("another outcome than the record's", figures.outcomes),
    )
    for title, lines in misses:
        rows += ["", f"{title}:", *(f"- {line}" for line in lines)]
    return "\n".join(rows)


def _readings(shared: Path, files: Sequence[Path]) -> Iterator[Reading]:
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            yield from_json(line, f"{file}:{number}")
    if files:
        return
    tools = Tools.load()
    with gzip.open(shared / "news" / "releases_2021.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            given = Given(date.fromisoformat(row["published"][:10]), row["title"], row["publisher"])
            yield read_one(report(row["text"], given, id=row["id"], url=row["url"]), tools)
