"""`verify` finds every quotation that is not what the text says."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from dragoman import Reading, Span, to_json
from dragoman.archive.verify import find_mismatches, find_quotes

Run = Callable[..., Result]


def test_every_quotation_is_looked_at(sample: Reading) -> None:
    assert [name for name, _ in find_quotes(sample)] == [
        "events[0].trigger", "events[0].evidence", "events[0].sentence", "events[0].evidence.fields.time",
        "statements[0]", "assessments[0]", "gaps[0]",
    ]
    assert list(find_mismatches(sample)) == []


@pytest.mark.parametrize(
    "path",
    [
        "events.0.trigger", "events.0.evidence", "events.0.evidence.fields.time",
        "statements.0", "assessments.0", "gaps.0",
    ],
)
def test_a_changed_span_is_found_and_ends_with_1(sample: Reading, tmp_path: Path, run: Run, path: str) -> None:
    line = json.loads(to_json(sample))
    place = line
    for step in path.split("."):
        place = place[int(step) if step.isdigit() else step]
    place["span"] = [place["span"][0] + 1, place["span"][1] + 1]
    file = tmp_path / "out.jsonl"
    file.write_text(to_json(sample) + "\n" + json.dumps(line) + "\n", "utf-8")
    result = run("verify", file)
    assert result.exit_code == 1
    found = [one for one in result.stdout.splitlines() if one.startswith(f"{file}:2: ")]
    assert any(path.split(".")[0] in one for one in found)
    assert result.stdout.splitlines()[-1] == f"2 readings, 14 quotations compared, {len(found)} wrong"


def test_a_span_outside_the_text_is_found(sample: Reading) -> None:
    actor = replace(sample.events[0].actors[0], span=Span(0, 10_000))
    event = replace(sample.events[0], actors=(actor,))
    (mismatch,) = find_mismatches(replace(sample, events=(event,)))
    assert mismatch.startswith("events[0].actors[0]: 0-10000 lies outside the text")


def test_a_changed_text_is_found(sample: Reading) -> None:
    assert list(find_mismatches(replace(sample, text=sample.text.replace("Foreign", "foreign"))))


def test_sound_readings_end_with_0(tmp_path: Path, run: Run, sample: Reading) -> None:
    file = tmp_path / "out.jsonl"
    file.write_text(to_json(sample) + "\n\n", "utf-8")
    result = run("verify", file)
    assert (result.exit_code, result.stdout) == (0, "1 readings, 7 quotations compared, 0 wrong\n")
    assert run("verify", "-", input=to_json(sample)).exit_code == 0


def test_what_cannot_be_read_is_said(tmp_path: Path, run: Run, sample: Reading) -> None:
    file = tmp_path / "out.jsonl"
    file.write_text("{broken\n" + to_json(sample) + "\n", "utf-8")
    result = run("verify", tmp_path / "none.jsonl", file)
    assert result.exit_code == 1
    assert f"{file}:1: this is not JSON" in result.stderr
    assert "none.jsonl: it cannot be opened" in result.stderr
    assert "1 readings" in result.stdout
