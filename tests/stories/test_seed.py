"""The seed report, read whole: the acts that must be right in every field."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.model.document import Document
from dragoman.model.event import Event, Reading, Status
from dragoman.reading import Tools, read


@pytest.fixture(scope="module")
def reading(shared: Path, tools: Tools) -> Reading:
    rows = map(json.loads, (shared / "gold/dev_long.reports.jsonl").read_text("utf-8").splitlines())
    row = next(r for r in rows if r["id"] == "seed")
    return read(Document("seed", row["text"], date.fromisoformat(row["published"]), row["title"]), tools)


def find(reading: Reading, sentence: str, trigger: str) -> Event:
    """The one event whose sentence has these words and whose act is named by this word."""
    found = [e for e in reading.events if sentence in e.evidence.quote and e.trigger.text == trigger]
    listed = [(e.trigger.text, e.evidence.quote[:60]) for e in reading.events]
    assert len(found) == 1, f"{sentence!r} / {trigger!r}: {listed}"
    return found[0]


ACTS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "On March 21–22",
        "was",
        {
            "type": "CONSULT",
            "mode": "visit",
            "who": ["Sergei Shoigu"],
            "countries": ["RUS"],
            "whom": ["PRK"],
            "place": "Pyongyang",
            "time": "2025-03-21/2025-03-22",
            "status": "occurred",
            "source": ("author", None),
        },
    ),
    (
        "visit to Moscow last November",
        "visit#2",
        {
            "type": "CONSULT",
            "mode": "visit",
            "who": ["Choe Son Hui"],
            "countries": ["PRK"],
            "whom": ["RUS"],
            "place": "Moscow",
            "time": "2024-11",
            "status": "occurred",
            "source": ("author", None),
        },
    ),
    (
        "In January, DPRK Foreign Minister",
        "visited",
        {
            "type": "CONSULT",
            "mode": "visit",
            "who": ["Choe Son Hui"],
            "countries": ["PRK"],
            "whom": ["RUS"],
            "place": "Moscow",
            "time": "2025-01",
            "status": "occurred",
            "source": ("author", None),
        },
    ),
    (
        "officially announced that preparations",
        "visit",
        {
            "type": "CONSULT",
            "mode": "visit",
            "who": ["Kim Jong Un"],
            "countries": ["PRK"],
            "whom": ["RUS"],
            "place": "Moscow",
            "time": "2025",
            "status": "planned",
            "source": ("named", "Andrey Rudenko"),
        },
    ),
    (
        "visit to Moscow last November",
        "visit#1",
        {
            "type": "CONSULT",
            "mode": "visit",
            "who": ["Sergey Lavrov"],
            "countries": ["RUS"],
            "whom": ["PRK"],
            "place": "DPRK",
            "time": None,
            "status": "planned",
            "source": ("author", None),
        },
    ),
    (
        "In February, a delegation",
        "was",
        {
            "type": "CONSULT",
            "mode": "visit",
            "who": ["Workers’ Party of Korea"],
            "countries": ["PRK"],
            "whom": ["RUS"],
            "place": "Moscow",
            "time": "2025-02",
            "status": "occurred",
            "source": ("author", None),
        },
    ),
    (
        "received Li Hi Yong",
        "received",
        {
            "type": "CONSULT",
            "mode": "meeting",
            "who": ["Vladimir Putin"],
            "countries": ["RUS"],
            "whom": ["PRK"],
            "place": "Kremlin",
            "time": "2025-02",
            "status": "occurred",
            "source": ("author", None),
        },
    ),
    (
        "absolutely no prospects",
        "negotiations",
        {
            "type": "CONSULT",
            "whom": ["PRK"],
            "status": "ruled_out",
            "source": ("named", "Alexander Matsegora"),
            "quoted": True,
        },
    ),
    (
        "definitively taken off the agenda",
        "abandonment",
        {"type": "RETREAT", "countries": ["PRK"], "status": "ruled_out", "source": ("author", None)},
    ),
    (
        "air service was restored",
        "restored",
        {"type": "COOPERATE", "pair": {"RUS", "PRK"}, "status": "occurred", "time": None, "source": ("author", None)},
    ),
    (
        "The resumption of regular rail service",
        "resumption",
        {"type": "COOPERATE", "pair": {"RUS", "PRK"}, "status": "possible", "time": None, "source": ("author", None)},
    ),
    (
        "plans to start regular train service",
        "start",
        {
            "type": "COOPERATE",
            "pair": {"RUS", "PRK"},
            "status": "planned",
            "time": "2025-05",
            "source": ("author", None),
        },
    ),
    (
        "build a new bridge",
        "build",
        {"type": "COOPERATE", "pair": {"RUS", "PRK"}, "status": "planned", "time": None, "source": ("author", None)},
    ),
]


@pytest.mark.parametrize(("sentence", "trigger", "expected"), ACTS, ids=[f"{s[:24]} {t}" for s, t, _ in ACTS])
def test_act(reading: Reading, sentence: str, trigger: str, expected: dict[str, Any]) -> None:
    word, _, number = trigger.partition("#")
    if number:
        event = [e for e in reading.events if sentence in e.evidence.quote and e.trigger.text == word][int(number) - 1]
    else:
        event = find(reading, sentence, word)
    read: dict[str, Any] = {
        "type": event.type,
        "mode": event.mode,
        "who": [a.name for a in event.actors],
        "countries": [a.country for a in event.actors],
        "whom": [a.country for a in event.recipients],
        "pair": {a.country for a in (*event.actors, *event.recipients)},
        "place": event.place.name if event.place else None,
        "time": event.time,
        "status": event.status,
        "source": (event.source.kind, event.source.name),
        "quoted": event.source.quoted,
    }
    assert {key: read[key] for key in expected} == expected


def test_one_person_under_two_name_forms(reading: Reading) -> None:
    names = {a.name for e in reading.events for a in (*e.actors, *e.recipients) if "Son Hui" in a.name}
    assert names == {"Choe Son Hui"}


def test_no_plan_is_reported_as_done(reading: Reading) -> None:
    trips = [e for e in reading.events if e.mode == "visit" and [a.name for a in e.actors] == ["Kim Jong Un"]]
    assert len(trips) >= 4
    assert all(e.status is not Status.OCCURRED for e in trips)


def test_message_is_a_quoted_statement(reading: Reading) -> None:
    quotes = [s for s in reading.statements if s.quote.startswith("I would like to convey to you the greetings")]
    assert [(s.speaker.name if s.speaker else None, s.form) for s in quotes] == [("Sergei Shoigu", "direct")]


def test_both_pairs_are_assessed(reading: Reading) -> None:
    judged = {(a.pair, a.state.value) for a in reading.assessments if a.source.kind == "author"}
    assert judged == {(("PRK", "RUS"), "advancing"), (("PRK", "USA"), "stalled")}
