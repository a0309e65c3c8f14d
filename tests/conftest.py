"""What many tests need: the shared data, the command line, and readings with and without a model."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

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
