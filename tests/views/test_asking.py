"""The commands that ask, over a small store that is really one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from rich.console import Console

import dragoman
from dragoman.archive.store import Filing, Store

Run = Callable[..., Result]
Make = Callable[[Path, Sequence[Filing]], Store]
DAY = ("--as-of", "2025-05-01")
QUESTIONS = [
    ("plans",), ("plans", "Anna Volkova"), ("plans", "RUS", "UZB", "--due"), ("pair", "RUS", "UZB"), ("pairs",),
    ("pairs", "Russia", "--standing", "advancing"), ("timeline", "RUS"), ("timeline", "RUS", "UZB"), ("who", "Volkova"),
    ("quotes", "--by", "Karimov"), ("conflicts",), ("conflicts", "UZB"), ("agreements", "RUS", "UZB"),
    ("search", "treaty"),
]  # fmt: skip


@pytest.fixture(scope="module")
def place(made_store: Make, story: Sequence[Filing], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asking") / "record.db"
    made_store(path, story).close()
    return path


@pytest.fixture
def ask(run: Run, place: Path) -> Run:
    return lambda *args, **more: run(*args, "--store", place, *DAY, **more)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_every_question_has_an_answer_in_words_and_in_json(ask: Run, question: tuple[str, ...]) -> None:
    shown, given = ask(*question), ask(*question, "--json")
    assert shown.exit_code == given.exit_code == 0
    assert not shown.stderr and not given.stderr
    assert len(shown.stdout.splitlines()) >= 2
    assert given.stdout.count("\n") == 1
    assert json.loads(given.stdout)["as_of"] == "2025-05-01"


def test_plans_say_what_became_of_them_and_what_to_type_next(ask: Run) -> None:
    shown = ask("plans", "RUS", "UZB").stdout
    assert "Plans of Russia and Uzbekistan as of 2025-05-01  2" in shown
    due, moved = (line for line in shown.splitlines() if line.startswith(" t"))
    assert "due" in due and "2025-06" in due and "Timur Karimov (UZB)" in due
    assert "moved" in moved and "Tashkent (UZB)" in moved
    story = ask("show", moved.split()[0]).stdout
    for words in ("announced", "took place", "The reports disagree", "Foreign Minister Anna Volkova will visit"):
        assert words in story
    event = next(word for word in story.split() if word.startswith("e") and len(word) == 11)
    assert "actors: Anna Volkova (RUS, Foreign Minister)" in ask("show", event).stdout


def test_quotes_show_the_sentences_under_each_line(ask: Run) -> None:
    assert "did not visit Tashkent" not in ask("timeline", "RUS").stdout
    assert "did not visit Tashkent" in ask("timeline", "RUS", "--quotes").stdout


def test_a_pair_is_drawn_in_signs_without_colours_and_in_blocks_with_them(
    ask: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = ask("pair", "RUS", "UZB").stdout
    assert "Russia and Uzbekistan as of 2025-05-01" in plain
    assert "+ advancing" in plain and "█" not in plain
    screen = StringIO()
    monkeypatch.setattr(
        "dragoman.views.table.open_console",
        lambda: Console(file=screen, width=130, force_terminal=True, color_system="standard", _environ={}),
    )
    ask("pair", "RUS", "UZB")
    assert "█" in screen.getvalue()


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("width", [60, 130, 160])
def test_an_answer_keeps_to_the_width(
    ask: Run, question: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.views.table.WIDE", width)
    assert max(map(len, ask(*question).stdout.splitlines())) <= width


def test_a_limit_says_how_much_it_kept_back(ask: Run) -> None:
    assert "1 of 2 shown; more with --limit 2" in ask("plans", "--limit", "1").stdout
    assert len(json.loads(ask("plans", "--limit", "1", "--json").stdout)["plans"]) == 1


@pytest.mark.parametrize(
    ("question", "code", "hint"),
    [
        (("pair", "Rusia", "UZB"), 1, "the nearest are"),
        (("who", "Nobody Here"), 1, "no report names anybody so"),
        (("show", "ezzzz"), 1, "ezzzz: there is no such event"),
        (("show", "?"), 1, "this is no id"),
        (("plans", "a", "b", "c"), 2, "name one or two actors"),
        (("plans", "--outcome", "splendid"), 2, "splendid"),
        (("quotes",), 2, "--by"),
        (("timeline", "RUS", "--since", "yesterday"), 2, "yesterday"),
    ],
)
def test_what_cannot_be_answered_gets_one_line(ask: Run, question: tuple[str, ...], code: int, hint: str) -> None:
    result = ask(*question, standalone_mode=True)
    assert result.exit_code == code
    assert hint in result.stderr
    assert not result.stdout
    assert result.stderr.count("\n") == 1


def test_without_a_store_or_a_report_the_line_says_what_to_do(run: Run, tmp_path: Path) -> None:
    missing = run("plans", "--store", tmp_path / "no.db")
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)
    assert "dragoman init" in missing.stderr
    Store.create(tmp_path / "empty.db").close()
    empty = run("plans", "--store", tmp_path / "empty.db")
    assert (empty.exit_code, empty.stderr.count("\n")) == (1, 1)
    assert "dragoman add" in empty.stderr


def test_the_store_may_be_named_by_the_environment(run: Run, place: Path) -> None:
    assert run("plans", *DAY, env={"DRAGOMAN_STORE": str(place)}).exit_code == 0


def test_a_store_that_cannot_be_written_to_is_asked_all_the_same(
    run: Run, made_store: Make, story: Sequence[Filing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.db"
    made_store(path, story[:1]).close()
    with Store.open(path) as store:
        store.file(story[1:])
    held = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert held.stdout is not None and held.stdout.readline() == "held\n"
    monkeypatch.setattr("dragoman.archive.database.PATIENCE", 0.2)
    try:
        result = run("plans", "--store", path, *DAY)
    finally:
        held.communicate("\n")
    assert result.exit_code == 0
    assert "5 reports are not followed yet" in result.stderr
    assert run("plans", "--store", path, *DAY).stderr == ""


HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


def test_the_same_questions_in_python(place: Path) -> None:
    with dragoman.open(place) as record:
        assert len(list(record.reports())) == 6
        found = record.plans("Russia", "Tashkent", as_of="2025-02-10")
        assert [(plan.outcome, plan.thread.time) for plan in found.plans] == [("due", "2025-03-10")]
        assert record.event(found.plans[0].thread.steps[0].event)[0].outlet == "The Mail"
        calls: list[Any] = [
            record.pair("RUS", "UZB"), record.pairs(), record.timeline("RUS"), record.who("Volkova"),
            record.quotes("Karimov"), record.conflicts(), record.agreements("RUS", "UZB"), record.search("treaty"),
            record.show(found.plans[0].thread.id),
        ]  # fmt: skip
        assert all(calls)


def test_questions_load_no_model(place: Path) -> None:
    """Loading the parser would take longer than any answer may."""
    program = (
        "import sys; from dragoman.views.cli import cli; "
        f"cli(['who', 'Volkova', '--store', {str(place)!r}, '--as-of', '2025-05-01'], standalone_mode=False); "
        "print([name for name in ('spacy', 'onnxruntime', 'tokenizers', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
