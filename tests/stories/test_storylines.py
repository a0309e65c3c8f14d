"""Whole stories out of real reports, read and followed as a user's would be: each plan one act, from word to deed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import pytest

from dragoman.archive.sightings import sightings
from dragoman.follow.identities.find import Registry
from dragoman.follow.threads import as_of, find_threads, outcome
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.model.kept import Report
from dragoman.model.thread import Outcome, Step, StepKind, Thread
from dragoman.reading import Tools, read_one

pytestmark = pytest.mark.slow
JOURNEYS = (date(2022, 5, 12), date(2022, 5, 16)), (date(2022, 7, 5), date(2022, 7, 11))
LONG = 20_000  # characters: briefings, not needed for the story


def documents(shared: Path, story: str) -> Iterable[Document]:
    ids = set(json.loads((shared / "news/storylines.json").read_text("utf-8"))[story]["ids"])
    for line in (shared / "news/diplomacy.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in ids:
            day = date.fromisoformat(row["published"][:10])
            yield Document(row["id"], row["text"], day, row["title"], row["publisher"], row["url"], "en")


def seed(shared: Path) -> Document:
    rows = map(json.loads, (shared / "gold/dev_long.reports.jsonl").read_text("utf-8").splitlines())
    row = next(r for r in rows if r["id"] == "seed")
    return Document("seed", row["text"], date.fromisoformat(row["published"]), row["title"])


class Story:
    """The acts that some reports tell of, and the sentence of each step."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        found = []
        self._sentences: dict[str, str] = {}
        for reading in readings:
            day = date.fromisoformat(reading.published) if reading.published else None
            report = Report(
                reading.id, reading.id, 1, day, reading.title, reading.outlet, reading.url, "en", "", datetime.min
            )
            told = list(sightings(reading, report))
            found += told
            self._sentences |= {s.id: e.evidence.quote for s, e in zip(told, reading.events, strict=True)}
        self.threads = find_threads(sorted(found, key=lambda s: s.order), Registry().place)

    def of(self, type: str, mode: str | None, *names: str, day: str | None = None) -> list[Thread]:
        """The acts of this sort in which these take part (by surname or country), told of on that day."""
        return [
            thread
            for thread in self.threads
            if thread.type == type
            and (mode is None or mode in (thread.mode or ""))
            and all(any(name in (*p.name.split(), p.country) for p in parties(thread)) for name in names)
            and (day is None or any(str(step.published) == day for step in thread.steps))
        ]

    def sentence(self, step: Step) -> str:
        return self._sentences[step.event]


def parties(thread: Thread) -> tuple:  # type: ignore[type-arg]
    return (*thread.actors, *thread.recipients)


def on(thread: Thread, day: str) -> list[StepKind]:
    """The kinds of its steps of that day."""
    return [step.kind for step in thread.steps if str(step.published) == day]


@pytest.fixture(scope="session")
def summits(shared: Path, tools: Tools) -> Story:
    return Story(read_one(d, tools) for d in documents(shared, "trump-kim-2018-19"))


@pytest.fixture(scope="session")
def partners(shared: Path, tools: Tools) -> Story:
    return Story(read_one(d, tools) for d in (*documents(shared, "russia-dprk-2023-26"), seed(shared)))


@pytest.fixture(scope="session")
def journeys(shared: Path, tools: Tools) -> Story:
    return Story(
        read_one(d, tools)
        for d in documents(shared, "blinken-trips-2022")
        if len(d.text) < LONG and d.published and any(first <= d.published <= last for first, last in JOURNEYS)
    )


@pytest.fixture(scope="session")
def singapore(summits: Story) -> Thread:
    (thread,) = summits.of("CONSULT", None, "Trump", "PRK", day="2018-05-10")
    return thread


SINGAPORE = [
    ("2018-03-08", {StepKind.ANNOUNCED, StepKind.PROPOSED}),
    ("2018-05-10", {StepKind.MOVED, StepKind.CONFIRMED, StepKind.ANNOUNCED}),
    ("2018-05-22", {StepKind.DOUBTED}),
    ("2018-05-24", {StepKind.CANCELLED}),
    ("2018-05-25", {StepKind.REOPENED}),
    ("2018-06-01", {StepKind.CONFIRMED, StepKind.ANNOUNCED}),
    ("2018-06-12", {StepKind.TOOK_PLACE}),
]


@pytest.mark.parametrize(("day", "expected"), SINGAPORE)
def test_singapore_is_one_plan_from_the_invitation_to_the_day(
    singapore: Thread, day: str, expected: set[StepKind]
) -> None:
    assert expected & set(on(singapore, day)), on(singapore, day)


def test_singapore_has_its_day_and_place(singapore: Thread) -> None:
    (step,) = [s for s in singapore.steps if str(s.published) == "2018-05-10"]
    assert step.time == "2018-06-12"
    assert step.place is not None
    assert step.place.country == "SGP"
    assert singapore.time == "2018-06-12"
    assert singapore.steps[0].published == date(2018, 3, 8)
    assert all(s.kind is StepKind.REPEATED for s in singapore.steps if str(s.published) > "2018-06-12")


STANDS = [
    ("2018-05-23", Outcome.DUE),
    ("2018-05-24", Outcome.DROPPED),
    ("2018-05-25", Outcome.DUE),
    ("2018-06-11", Outcome.DUE),
    ("2018-06-12", Outcome.SHIFTED),  # announced "by May"
]


@pytest.mark.parametrize(("day", "expected"), STANDS)
def test_singapore_as_it_stood_on_a_day(singapore: Thread, day: str, expected: Outcome) -> None:
    then = as_of(singapore, date.fromisoformat(day))
    assert then is not None
    assert outcome(then, date.fromisoformat(day)) is expected


def test_hanoi_was_announced_held_and_ended_early(summits: Story) -> None:
    (hanoi,) = summits.of("CONSULT", None, "Trump", "PRK", day="2019-02-28")
    assert {StepKind.ANNOUNCED, StepKind.CONFIRMED} & set(on(hanoi, "2019-02-05"))
    assert on(hanoi, "2019-02-27") == [StepKind.TOOK_PLACE]
    (last,) = [s for s in hanoi.steps if str(s.published) == "2019-02-28"]
    assert "ends earlier than scheduled" in summits.sentence(last)
    assert hanoi.place is not None
    assert hanoi.place.country == "VNM"
    assert outcome(hanoi, date(2019, 3, 2)) is Outcome.KEPT


def test_the_second_summit_is_not_the_first(summits: Story, singapore: Thread) -> None:
    (hanoi,) = summits.of("CONSULT", None, "Trump", "PRK", day="2019-02-28")
    assert hanoi.id != singapore.id
    assert on(hanoi, "2018-09-24")  # expected, three months after Singapore
    assert not on(singapore, "2018-09-24")


def test_vladivostok_was_announced_and_held(summits: Story) -> None:
    (visit,) = summits.of("CONSULT", "visit", "PRK", "RUS", day="2019-04-23")
    assert on(visit, "2019-04-23") == [StepKind.ANNOUNCED]
    assert on(visit, "2019-04-24") == [StepKind.TOOK_PLACE]
    assert visit.place is not None
    assert visit.place.name == "Vladivostok"
    assert outcome(visit, date(2019, 4, 30)) is Outcome.KEPT


def test_panmunjom_came_unannounced(summits: Story) -> None:
    (meeting,) = summits.of("CONSULT", "meeting", "Trump", "PRK", day="2019-06-30")[:1]
    assert on(meeting, "2019-06-30") == [StepKind.TOOK_PLACE]
    assert outcome(meeting, date(2019, 7, 1)) is None


def test_the_korean_summit_of_april_2018_was_announced_and_held(summits: Story) -> None:
    held = [t for t in summits.of("CONSULT", None, "Moon", "PRK", day="2018-04-27") if t.time == "2018-04-27"]
    assert [outcome(t, date(2018, 5, 1)) for t in held] == [Outcome.KEPT]
    assert {StepKind.ANNOUNCED, StepKind.CONFIRMED} & set(on(held[0], "2018-03-29"))


def hosts(story: Story, first: date, day: date) -> set[str | None]:
    """The countries that the Secretary was announced, by that day, to visit on a journey announced from then on."""
    legs = (as_of(t, day) for t in story.of("CONSULT", "visit", "Blinken"))
    return {
        p.country
        for leg in legs
        if leg is not None and leg.steps[0].published is not None and leg.steps[0].published >= first
        for p in leg.recipients
        if StepKind.ANNOUNCED in {s.kind for s in leg.steps} and p.country != "USA"
    }


def test_the_journey_of_may_2022_gains_the_emirates(journeys: Story) -> None:
    first = date(2022, 5, 12)
    assert hosts(journeys, first, date(2022, 5, 13)) == {"DEU", "FRA"}
    assert hosts(journeys, first, date(2022, 5, 14)) == {"DEU", "FRA", "ARE"}


def test_the_journey_of_july_2022_gains_tokyo(journeys: Story) -> None:
    first = date(2022, 7, 5)
    assert hosts(journeys, first, date(2022, 7, 9)) == {"IDN", "THA"}
    assert hosts(journeys, first, date(2022, 7, 10)) == {"IDN", "THA", "JPN"}


@pytest.mark.parametrize(
    ("country", "day"), [("DEU", "2022-05-15"), ("FRA", "2022-05-15"), ("IDN", "2022-07-08"), ("JPN", "2022-07-11")]
)
def test_a_stop_took_place_when_he_met_somebody_there(journeys: Story, country: str, day: str) -> None:
    kept = [t for t in journeys.of("CONSULT", "visit", "Blinken", country) if StepKind.TOOK_PLACE in on(t, day)]
    assert kept
    assert outcome(kept[0], date(2022, 8, 1)) is Outcome.KEPT


def test_the_treaty_was_signed_and_put_in_force(partners: Story) -> None:
    signed = partners.of("SUPPORT", None, "Putin", "PRK", day="2024-06-19")
    ratified = partners.of("SUPPORT", None, "Putin", "PRK", day="2024-11-09")
    assert [t.time for t in (*signed, *ratified)] == ["2024-06-19", "2024-11-09"]
    assert "Treaty on Comprehensive Strategic Partnership" in (ratified[0].object or "")


def test_both_leaders_visited(partners: Story) -> None:
    (kim,) = partners.of("CONSULT", "visit", "Kim", "RUS", day="2023-09-12")
    (putin,) = partners.of("CONSULT", "visit", "Putin", "PRK", day="2024-06-17")
    assert on(kim, "2023-09-12") == [StepKind.TOOK_PLACE]
    assert on(putin, "2024-06-17")[0] is StepKind.ANNOUNCED
    (summit,) = partners.of("CONSULT", None, "Kim", "RUS", day="2023-09-13")[:1]
    assert outcome(summit, date(2023, 9, 20)) is Outcome.KEPT


def test_the_bridge_announced_by_the_seed_report_is_announced_again(partners: Story) -> None:
    (bridge,) = partners.of("COOPERATE", None, "RUS", "PRK", day="2025-05-01")
    assert "bridge" in (bridge.object or "")
    assert (on(bridge, "2025-04-02"), on(bridge, "2025-05-01")) == ([StepKind.ANNOUNCED], [StepKind.CONFIRMED])


def test_the_train_announced_by_the_seed_report_came_a_month_late(partners: Story) -> None:
    (train,) = partners.of("COOPERATE", None, "RUS", "PRK", day="2025-06-25")
    assert on(train, "2025-04-02") == [StepKind.PROPOSED, StepKind.ANNOUNCED]
    assert on(train, "2025-06-25") == [StepKind.TOOK_PLACE]
    then = as_of(train, date(2025, 6, 10))
    assert then is not None
    assert outcome(then, date(2025, 6, 10)) is Outcome.OVERDUE
    assert outcome(train, date(2025, 7, 1)) is Outcome.SHIFTED
