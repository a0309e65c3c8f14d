"""What many tests need: the shared data, the command line, and readings with and without a model."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman.archive.store import Filing, Store
from dragoman.model.claim import Speech, Voucher
from dragoman.model.document import Document
from dragoman.model.event import (
    Actor,
    Assessment,
    Event,
    EventType,
    Evidence,
    Gap,
    Place,
    Reading,
    Source,
    State,
    Statement,
    Status,
)
from dragoman.model.kept import Raw
from dragoman.model.mention import Kind
from dragoman.model.span import Quote, Span

TEXT = (
    "Foreign Minister Anna Volkova arrived in Tashkent on Monday. "
    "The visit had been long prepared, her office said. Relations between Russia and Uzbekistan are warm."
)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data beside the checkout; without it the test is skipped, but on CI it fails."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the shared data is missing beside the checkout, and CI must have it")
        pytest.skip("the shared data is not beside the checkout")
    return folder


def fake_read(document: Document, tools: object = None) -> Reading:
    """A reading with one of everything, over the first sentences of the text."""
    text, end = document.text, document.text.find(".") + 1 or len(document.text)
    published = document.published.isoformat() if document.published else None
    sentence = Span(0, end)
    words = Span(0, min(7, end))
    whole = Quote.cut(text, sentence)
    anna = Actor("Anna Volkova", "RUS", Kind.PERSON, "Foreign Minister", words)
    host = Actor("Uzbekistan", "UZB", Kind.COUNTRY)
    event = Event(
        EventType.CONSULT, "visit", (anna,), (host,), Place("Tashkent", "UZB", words),
        "2025-03-31" if published else None, Status.OCCURRED,
        Source(Voucher.NAMED, "her office", "said", True, words), None,
        Quote.cut(text, words), sentence, Evidence(whole.text, sentence, (("time", Quote.cut(text, words)),)), 1,
        ("fake", "0.91"),
    )
    return Reading(
        document.id, published, document.title, document.outlet,
        (event,), (Statement(anna, Speech.INDIRECT, "said", sentence, whole.text),),
        (Assessment(("RUS", "UZB"), State.ADVANCING, Source(), sentence, whole.text),),
        (Gap(words, words.of(text), "no actor"),), text, document.url, document.language, "fake 1",
    )


@pytest.fixture(scope="session")
def sample() -> Reading:
    """A reading with one of everything."""
    return fake_read(Document("r1", TEXT, date(2025, 4, 2), "Volkova in Tashkent", "The Mail", language="en"))


@pytest.fixture(scope="session")
def fake() -> Callable[[Document], Reading]:
    """What makes a reading with one of everything out of any report."""
    return fake_read


@pytest.fixture
def fake_reading(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Reports are read without a model in this test; the module whose `read` stands for the real one."""
    from dragoman.reading import one

    monkeypatch.setattr("dragoman.reading.Tools.load", lambda pipeline="": None)
    monkeypatch.setattr(one, "read", fake_read)
    return one


@pytest.fixture(scope="session")
def tools() -> Any:
    """The real parser, tagger and vocabulary, loaded once for all tests."""
    from dragoman.reading import Tools

    return Tools.load()


@pytest.fixture(scope="session")
def parser() -> Any:
    """The real parser, loaded once for all tests."""
    from dragoman.syntax import Parser

    return Parser()


@pytest.fixture
def real_reading(tools: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are read for real in this test, with tools that are loaded once."""
    monkeypatch.setattr("dragoman.reading.Tools.load", lambda pipeline="": tools)


@pytest.fixture
def run() -> Callable[..., Result]:
    """The command line: `run("read", "report.txt", input="...")`."""
    from dragoman.views.cli import cli

    def invoke(*args: object, **extra: Any) -> Result:
        result = CliRunner().invoke(cli, [str(arg) for arg in args], **extra)
        assert "Traceback" not in result.output
        return result

    return invoke


ANNA = Actor("Anna Volkova", "RUS", Kind.PERSON, "Foreign Minister")
VOLKOVA = Actor("Volkova", "RUS", Kind.PERSON)
TIMUR = Actor("Timur Karimov", "UZB", Kind.PERSON, "Foreign Minister")
RUSSIA, UZBEKISTAN = Actor("Russia", "RUS", Kind.COUNTRY), Actor("Uzbekistan", "UZB", Kind.COUNTRY)
TASHKENT, SAMARKAND = Place("Tashkent", "UZB"), Place("Samarkand", "UZB")


def told(
    day: str, outlet: str, text: str, word: str, status: Status, *, time: str | None = None,
    type: EventType = EventType.CONSULT, mode: str | None = "visit", actors: tuple[Actor, ...] = (ANNA,),
    recipients: tuple[Actor, ...] = (UZBEKISTAN,), place: Place | None = TASHKENT, object: str | None = None,
    says: Actor | None = None, state: State | None = None,
) -> Filing:  # fmt: skip
    """A report of one sentence with one event; with `says`, also a statement of it, with `state` an assessment."""
    whole = Span(0, len(text))
    at = text.index(word)
    source = Source(Voucher.NAMED, says.name, "said") if says else Source()
    event = Event(
        type, mode, actors, recipients, place, time, status, source, object,
        Quote.cut(text, Span(at, at + len(word))), whole, Evidence(text, whole), None, ("made",),
    )  # fmt: skip
    document = Document(f"{outlet}-{day}-{at}", text, date.fromisoformat(day), text[:20], outlet, language="en")
    statements = (Statement(says, Speech.INDIRECT, "said", whole, text),) if says else ()
    judged = (Assessment(("RUS", "UZB"), state, source, whole, text),) if state else ()
    reading = Reading(
        document.id, day, document.title, outlet, (event,), statements, judged, (), text, language="en", version="made",
    )  # fmt: skip
    return Filing(document, f"{outlet}/{document.id}", Raw(text.encode(), "text/plain"), reading)


STORY = (
    told("2025-01-10", "The Mail", "Foreign Minister Anna Volkova will visit Tashkent on 3 March.", "visit",
         Status.PLANNED, time="2025-03-03"),
    told("2025-02-01", "The Post", "The visit of Volkova to Tashkent will begin on 10 March, Timur Karimov said.",
         "visit", Status.PLANNED, time="2025-03-10", actors=(VOLKOVA,), says=TIMUR),
    told("2025-03-10", "The Mail", "Anna Volkova arrived in Tashkent on Monday.", "arrived", Status.OCCURRED,
         time="2025-03-10", state=State.ADVANCING),
    told("2025-03-11", "The Post", "Anna Volkova did not visit Tashkent on Monday, Timur Karimov said.", "visit",
         Status.DID_NOT_OCCUR, time="2025-03-10", says=TIMUR),
    told("2025-03-12", "The Mail", "Russia and Uzbekistan signed a treaty on water in Samarkand.", "signed",
         Status.OCCURRED, time="2025-03-12", type=EventType.SUPPORT, mode=None, actors=(RUSSIA, UZBEKISTAN),
         recipients=(), place=SAMARKAND, object="treaty on water"),
    told("2025-04-01", "The Post", "Timur Karimov will travel to Moscow in June, he said of Russia.", "travel",
         Status.PLANNED, time="2025-06", actors=(TIMUR,), recipients=(RUSSIA,), place=Place("Moscow", "RUS"),
         says=TIMUR),
)  # fmt: skip
CLOCK = datetime(2025, 5, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def story() -> tuple[Filing, ...]:
    """A few reports, with handmade readings, on one plan, one treaty and one dispute, in the order of publication."""
    return STORY


@pytest.fixture(scope="session")
def made_store() -> Callable[[Path, Sequence[Filing]], Store]:
    """What makes a store of these reports at this place, followed and open."""
    from dragoman.follow.refresh import refresh

    def make(place: Path, filings: Sequence[Filing]) -> Store:
        store = Store.create(place, clock=lambda: CLOCK)
        for filing in filings:
            store.file([filing])
        assert refresh(store)
        return store

    return make
