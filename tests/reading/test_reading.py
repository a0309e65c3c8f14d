"""The whole reading: what must hold of any report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.archive.record import from_json, to_json
from dragoman.archive.verify import find_mismatches
from dragoman.model.document import Document
from dragoman.model.event import EventType, Status
from dragoman.reading import read
from dragoman.reading.explain import explain

REPORT = (
    "Chilean Foreign Minister Alberto van Klaveren arrived in La Paz on Tuesday for talks with President Luis Arce.\n\n"
    '"We will reopen our embassies next month," he told reporters. '
    "Bolivian officials said President Arce could travel to Santiago in May.\n\n"
    "Peru suspended its own talks with Bolivia last week. "
    "The Bolivian government denied that it had expelled the Peruvian envoy."
)

PIECES = [
    "Chilean Foreign Minister van Klaveren",
    " visited ",
    "La Paz",
    " on Tuesday. ",
    "\n\n",
    "“We will sign the treaty,” ",
    "he said. ",
    "The United States",
    " may impose sanctions on ",
    "Iran",
    ". ",
    "\ud800",
    "\x00",
    "\u202e",
    "’",
    "talks between Norway and Peru ",
]


def document(text: str = REPORT) -> Document:
    return Document("r", text, date(2025, 4, 9), "Minister in La Paz", "The Mail")


def test_acts_stand_as_the_report_says(tools: Any) -> None:
    events = read(document(), tools).events
    stand = {e.trigger.text: e.status for e in events}
    assert stand["arrived"] is Status.OCCURRED
    assert stand["talks"] is Status.CANCELLED  # the last ones: Peru's
    assert stand["travel"] is Status.POSSIBLE
    assert all(e.status is not Status.OCCURRED for e in events if e.trigger.text in ("reopen", "travel"))


def test_same_report_same_reading(tools: Any) -> None:
    assert to_json(read(document(), tools)) == to_json(read(document(), tools))


def test_nothing_is_dated_without_a_publication_date(tools: Any) -> None:
    reading = read(replace(document(), published=None), tools)
    assert all(e.time is None for e in reading.events)
    assert any("Tuesday" in gap.quote for gap in reading.gaps)


def test_every_record_says_why(tools: Any) -> None:
    assert all(e.because for e in read(document(), tools).events)


def test_explain_names_the_rules_at_a_place(tools: Any) -> None:
    found = explain(document(), REPORT.index("arrived"), tools)
    assert any(one.rule == "tagger" and one.fired for one in found)
    assert any(one.rule.startswith("standing.") for one in found)
    assert explain(document(), REPORT.index("reporters") + 9, tools) == []


def test_types_are_plovers(tools: Any) -> None:
    assert {e.type for e in read(document(), tools).events} <= set(EventType)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_text_reads_back_to_its_own_characters(tools: Any, pieces: list[str]) -> None:
    reading = read(document("".join(pieces)), tools)
    assert list(find_mismatches(reading)) == []
    assert from_json(to_json(reading)) == reading
