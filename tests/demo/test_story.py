"""The story that the bundled dispatches tell: a summit proposed, cancelled, brought back and held."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from dragoman.model.document import Document
from dragoman.model.event import EventType, Reading, Status

pytestmark = pytest.mark.slow

SUMMIT = (
    ("korea-2018-05-10", Status.PLANNED),
    ("korea-2018-05-24", Status.CANCELLED),
    ("korea-2018-05-25", Status.POSSIBLE),
    ("korea-2018-06-01", Status.PLANNED),
    ("korea-2018-06-12", Status.OCCURRED),
)


@pytest.fixture(scope="module")
def readings(tools: Any) -> dict[str, Reading]:
    from dragoman.reading import read

    lines = (files("dragoman") / "demo" / "dispatches.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = [d for d in map(json.loads, lines) if d["id"] in dict(SUMMIT)]
    return {
        d["id"]: read(Document(d["id"], d["text"], date.fromisoformat(d["published"]), d["title"], d["outlet"]), tools)
        for d in wanted
    }


@pytest.mark.parametrize(("name", "status"), SUMMIT)
def test_the_summit_stands_as_its_dispatch_says(readings: dict[str, Reading], name: str, status: Status) -> None:
    meetings = [e for e in readings[name].events if e.type is EventType.CONSULT]
    assert status in {e.status for e in meetings if {"USA", "PRK"} <= {a.country for a in e.actors + e.recipients}}


@pytest.mark.parametrize("name", [name for name, _ in SUMMIT[:-1]])
def test_the_summit_is_never_reported_as_held_before_it_was(readings: dict[str, Reading], name: str) -> None:
    held = [e for e in readings[name].events if e.status is Status.OCCURRED and e.time == "2018-06-12"]
    assert not held


def test_every_quotation_of_a_reading_is_in_its_text(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        for event in reading.events:
            assert event.trigger.span.of(reading.text) == event.trigger.text
            assert event.evidence.span.of(reading.text) == event.evidence.quote
