"""Corrections, and reading again, by command."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from dragoman.archive.store import Filing, Store
from dragoman.errors import WorkerError
from dragoman.model.document import Document
from dragoman.model.event import Reading, Status
from dragoman.views import rereading

Run = Callable[..., Result]
Make = Callable[[Path, Sequence[Filing]], Store]
DAY = ("--as-of", "2025-05-01")


@pytest.fixture
def place(made_store: Make, story: Sequence[Filing], tmp_path: Path) -> Path:
    made_store(tmp_path / "record.db", story).close()
    return tmp_path / "record.db"


@pytest.fixture
def do(run: Run, place: Path) -> Run:
    return lambda *args, **more: run(*args, "--store", place, **more)


@pytest.fixture
def events(do: Run) -> list[str]:
    """The events of the visit, the first one first."""
    plan = json.loads(do("plans", "Anna Volkova", "--json", *DAY).stdout)["plans"][0]
    return [step["event"] for step in plan["thread"]["steps"]]


def outcome(do: Run) -> list[str]:
    found = json.loads(do("plans", "Anna Volkova", "--json", *DAY).stdout)
    return [plan["outcome"] for plan in found["plans"]]


def test_a_field_is_corrected_and_taken_back(do: Run, events: list[str]) -> None:
    assert outcome(do) == ["moved"]
    made = do("fix", events[2], "status=cancelled", "object=the lake", "--who", "Ada", "--note", "see the gazette")
    assert made.exit_code == 0, made.stderr
    assert "status: occurred > cancelled" in made.stdout
    assert "object: none > the lake" in made.stdout
    assert "Ada" in made.stdout and "see the gazette" in made.stdout
    assert outcome(do) == ["dropped"]
    assert "corrected: c1" in do("show", events[2]).stdout
    assert do("fix", "c1", "undo").exit_code == 0
    assert outcome(do) == ["moved"]
    listed = do("fix").stdout.splitlines()
    assert [line.split()[0] for line in listed] == ["c1", "c2", "c3"]
    assert "(taken back)" in listed[0] and "(taken back)" not in listed[1]


def test_a_rejected_event_counts_no_more(do: Run, events: list[str]) -> None:
    made = do("fix", events[0], "reject")
    assert "counted: none > no, rejected" in made.stdout
    plan = json.loads(do("plans", "Anna Volkova", "--json", *DAY).stdout)["plans"][0]
    assert events[0] not in [step["event"] for step in plan["thread"]["steps"]]


def test_a_mention_is_split_off_and_merged_again(do: Run, events: list[str]) -> None:
    before = json.loads(do("show", events[2], "--json").stdout)["thread"]
    split = do("fix", events[2], "split")
    assert split.exit_code == 0, split.stderr
    after = json.loads(do("show", events[2], "--json").stdout)["thread"]
    assert before != after and f"act: {before} > {after}" in split.stdout
    assert do("fix", events[2], "merge", events[0][:8]).exit_code == 0
    assert json.loads(do("show", events[2], "--json").stdout)["thread"] == before


def test_names_are_split_and_merged(do: Run) -> None:
    forms = {f["name"]: f["id"] for f in json.loads(do("who", "Volkova", "--json").stdout)["identity"]["forms"]}
    assert set(forms) == {"Anna Volkova", "Volkova"}
    assert do("fix", forms["Volkova"], "split").exit_code == 0
    anna = json.loads(do("who", "Anna Volkova", "--json").stdout)["identity"]
    assert [form["name"] for form in anna["forms"]] == ["Anna Volkova"]
    assert do("fix", f"p{forms['Anna Volkova'][1:]}", "merge", forms["Volkova"]).exit_code == 0
    anna = json.loads(do("who", "Anna Volkova", "--json").stdout)["identity"]
    assert {form["name"] for form in anna["forms"]} == {"Anna Volkova", "Volkova"}


def test_a_confirmation_and_a_note_are_kept(do: Run, events: list[str]) -> None:
    assert "confirmed: no > yes" in do("fix", events[0], "confirm").stdout
    assert do("fix", events[0], "note", "well", "read").exit_code == 0
    assert "“well read”" in do("show", events[0]).stdout
    assert json.loads(do("fix", events[0], "confirm", "--json").stdout)["corrections"][0]["change"] == "confirm"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("status=splendid",), "none of the statuses"), (("colour=red",), "no field 'colour'"),
        ((), "say what to change"), (("time=tomorrow",), "is no time"), (("merge",), "say with whom"),
        (("undo",), "begin with c"),
        (("split", "n1"), "n1"), (("note",), "say what to change"), (("reject", "it"), "say what to change"),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_gets_one_line_and_changes_nothing(
    do: Run, place: Path, events: list[str], words: tuple[str, ...], hint: str
) -> None:
    result = do("fix", events[0], *words, standalone_mode=True)
    assert result.exit_code in (1, 2)
    assert hint in result.stderr
    assert result.stderr.count("\n") == 1
    with Store.open(place) as store:
        assert not store.corrections()


class FakePool:
    """Reads in this process, one report after the other, by a given rule."""

    def __init__(self, change: Callable[[Document], Reading | WorkerError]) -> None:
        self._change = change

    def run(self, jobs: Iterator[rereading.Stored]) -> Iterator[tuple[rereading.Stored, Reading | WorkerError]]:
        for job in jobs:
            yield job, self._change(job.document)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Document], Reading | WorkerError]], None]:
    """What makes these the present rules."""

    def set_rules(change: Callable[[Document], Reading | WorkerError]) -> None:
        monkeypatch.setattr(rereading, "Pool", lambda load, **more: FakePool(change))

    return set_rules


def reader(story: Sequence[Filing], **fields: object) -> Callable[[Document], Reading]:
    """The story's readings again, by the present rules; the event of 10 March with these fields."""
    known = {filing.document.id: filing.reading for filing in story}

    def read(document: Document) -> Reading:
        reading = known[document.id]
        assert reading is not None
        changed = replace(reading.events[0], **fields) if reading.published == "2025-03-10" else reading.events[0]  # type: ignore[arg-type]
        return replace(reading, events=(changed,), version=rereading.present_version())

    return read


def test_old_reports_are_read_again_once_and_the_change_is_printed(
    do: Run, rules: Callable[..., None], story: Sequence[Filing]
) -> None:
    rules(reader(story, status=Status.ONGOING))
    first = do("reread", "--verbose")
    assert first.exit_code == 0, first.stderr
    assert "status: occurred > ongoing" in first.stdout
    assert first.stdout.splitlines()[-1] == "6 reports read again, 1 of them changed: 0 events new, 0 gone, 1 changed"
    assert do("reread").stdout == "all 6 reports were read by the present rules\n"
    assert do("reread", "--all").stdout.startswith("6 reports read again, 0 of them changed")


def test_reading_again_goes_on_where_it_was_stopped(
    do: Run, place: Path, rules: Callable[..., None], story: Sequence[Filing]
) -> None:
    read, left = reader(story), [3]

    def stopped(document: Document) -> Reading:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return read(document)

    rules(stopped)
    assert do("reread", standalone_mode=True).exit_code == 130
    rules(read)
    assert do("reread").stdout.startswith("3 reports read again")


def test_a_report_that_fails_stays_as_it_was(
    do: Run, place: Path, rules: Callable[..., None], story: Sequence[Filing]
) -> None:
    read = reader(story)

    def some(document: Document) -> Reading | WorkerError:
        return WorkerError("too long", where=document.id) if document.outlet == "The Post" else read(document)

    rules(some)
    result = do("reread")
    assert result.exit_code == 1
    assert "3 could not be read and stay as they were" in result.stdout
    assert result.stderr.count("too long") == 3
    with Store.open(place) as store:
        assert len(store.sightings()) == 6


def test_corrections_hold_after_another_reading_and_lost_ones_are_told(
    do: Run, rules: Callable[..., None], story: Sequence[Filing], events: list[str], place: Path
) -> None:
    do("fix", events[2], "status=cancelled")
    rules(reader(story, object="water"))
    assert do("reread").exit_code == 0
    assert outcome(do) == ["dropped"]
    rules(lambda document: replace(reader(story)(document), events=()))
    result = do("reread", "--all")
    assert "6 gone" in result.stdout
    assert "corrects nothing now: c1" in result.stderr
    assert "no longer read out of the report" in do("fix").stdout
    with Store.open(place) as store:
        assert len(store.corrections()) == 1


def test_verify_finds_a_changed_letter_in_the_store(do: Run, place: Path) -> None:
    assert do("verify").stdout.splitlines()[-1].endswith(", 0 wrong")
    with sqlite3.connect(place) as database:
        database.execute("UPDATE event SET status = 'planned' WHERE status = 'occurred'")
    result = do("verify")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) >= 2
