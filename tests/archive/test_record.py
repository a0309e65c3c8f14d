"""The JSON form of a reading: RECORD.md's names, one line, and exactly the same reading back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dragoman import from_json, json_schema, to_json
from dragoman.errors import RecordError
from dragoman.model.document import Document
from dragoman.model.event import Event, EventType, Reading, Status
from dragoman.sources import report

ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1)


def test_names_and_values_are_those_of_the_record_page(sample: Reading) -> None:
    line = json.loads(to_json(sample))
    assert list(line) == [
        "id", "published", "title", "outlet", "events", "statements", "assessments", "gaps",
        "text", "url", "language", "version",
    ]
    (event,) = line["events"]
    assert list(event) == [field.name for field in fields(Event)]
    assert event["type"] == "CONSULT"
    assert event["mode"] == "visit"
    assert event["status"] == "occurred"
    assert event["trigger"] == {"text": "Foreign", "span": [0, 7]}
    assert event["sentence"] == [0, 60]
    assert event["actors"][0] == {
        "name": "Anna Volkova", "country": "RUS", "kind": "person", "office": "Foreign Minister", "span": [0, 7],
    }
    assert event["source"] == {"kind": "named", "name": "her office", "cue": "said", "quoted": True, "span": [0, 7]}
    assert event["evidence"]["fields"] == {"time": {"text": "Foreign", "span": [0, 7]}}
    assert event["because"] == ["fake", "0.91"]
    assert line["published"] == "2025-04-02"
    assert line["text"] == sample.text
    assert line["assessments"][0]["pair"] == ["RUS", "UZB"]


@given(text=ANY_TEXT.filter(str.strip))
@settings(max_examples=200, deadline=None)
def test_a_reading_comes_back_exactly_and_its_line_is_one_line_of_utf8(
    fake: Callable[[Document], Reading], text: str
) -> None:
    reading = fake(report(text))
    line = to_json(reading)
    assert len(line.splitlines()) == 1
    assert from_json(line) == reading
    assert from_json(line.encode("utf-8")) == reading


def test_what_is_written_fits_the_schema(sample: Reading) -> None:
    Draft202012Validator.check_schema(json_schema())
    Draft202012Validator(json_schema()).validate(json.loads(to_json(sample)))


def test_the_schema_names_every_value() -> None:
    definitions = json_schema()["$defs"]
    assert definitions["EventType"]["enum"] == [kind.value for kind in EventType]
    assert definitions["Status"]["enum"] == [status.value for status in Status]
    assert set(definitions["Reading"]["properties"]) == {field.name for field in fields(Reading)}
    assert all(definition["description"] for definition in definitions.values())


def change(reading: Reading, path: str, value: object) -> str:
    line: Any = json.loads(to_json(reading))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = line
    for step in steps:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return json.dumps(line)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("id", 5, "id is not a string"),
        ("events", {}, "events is not a list"),
        ("events.0.type", "VISIT", "events[0].type is not one of AGREE"),
        ("events.0.status", None, "events[0].status is not there"),
        ("events.0.trigger.span", [5, 2], "events[0].trigger.span is not a span"),
        ("events.0.trigger.span", [1, 2, 3], "events[0].trigger.span is not a span"),
        ("events.0.trigger", "x", "events[0].trigger is not a quotation"),
        ("events.0.evidence.quote", 1, "events[0].evidence is not evidence"),
        ("events.0.evidence.fields.time", [], "events[0].evidence.fields.time is not a quotation"),
        ("events.0.source.quoted", 1, "events[0].source.quoted is not true or false"),
        ("events.0.same_as", "1", "events[0].same_as is not a whole number"),
        ("events.0.colour", "red", "events[0].colour is not a field of the record"),
        ("assessments.0.pair", ["RUS"], "assessments[0].pair is not a list of 2"),
    ],
)
def test_a_line_that_is_no_reading_is_refused(sample: Reading, path: str, value: object, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_json(change(sample, path, value), "out.jsonl:3")
    assert str(caught.value).startswith("out.jsonl:3: ")
    assert said in str(caught.value)
    assert "dragoman read --json" in caught.value.remedy


@pytest.mark.parametrize("line", ["", "{", "[]", "null", "[" * 100_000, b"\xff"])
def test_what_is_no_json_object_is_refused(line: str | bytes) -> None:
    with pytest.raises(RecordError):
        from_json(line)
