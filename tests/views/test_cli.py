"""The commands, with a reading that needs no model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator
from rich.console import Console

import dragoman
from dragoman import Reading, from_json
from dragoman.views.table import show_reading

Run = Callable[..., Result]
TEXT = (
    "Foreign Minister Anna Volkova arrived in Tashkent on Monday. The visit had been long prepared, her office said. "
    "Relations between Russia and Uzbekistan are warm."
)
pytestmark = pytest.mark.usefixtures("fake_reading")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_read_prints_the_record_as_tables(run: Run, file: Path) -> None:
    result = run("read", file, "--published", "2025-04-02", "--title", "Volkova [in] Tashkent", "--outlet", "The Mail")
    assert result.exit_code == 0
    assert not result.stderr
    for heading in ("When", "Who", "Act", "Whom", "Where", "Status", "Says who", "Quote", "Seen and not coded"):
        assert heading in result.stdout
    for value in ("Volkova [in] Tashkent", "The Mail; published: 2025-04-02", "CONSULT visit", "Anna Volkova (RUS)"):
        assert value in result.stdout


def test_read_says_what_a_missing_date_means(run: Run, file: Path) -> None:
    assert "give --published YYYY-MM-DD" in run("read", file).stdout


def test_a_narrow_terminal_gets_short_lines(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.views.table.WIDE", 72)
    result = run("read", file)
    assert max(map(len, result.stdout.splitlines())) <= 72
    assert "Anna Volkova (RUS) > Uzbekistan (UZB), at Tashkent" in result.stdout


@pytest.mark.parametrize("width", [60, 109, 110, 130, 160, 250])
def test_no_character_of_the_record_is_lost_to_a_narrow_column(sample: Reading, width: int) -> None:
    event = replace(sample.events[0], actors=sample.events[0].actors * 5)
    screen = StringIO()
    show_reading(replace(sample, events=(event,) * 3), Console(file=screen, width=width))
    assert max(map(len, screen.getvalue().splitlines())) <= width
    shown = Counter("".join(screen.getvalue().split()))
    assert not Counter("AnnaVolkova(RUS)" * 15 + "".join(sample.events[0].evidence.quote.split()) * 5) - shown


def test_read_json_gives_one_object_a_line(run: Run, file: Path) -> None:
    result = run("read", file, "-", "--json", input=TEXT)
    assert result.exit_code == 0
    first, second = map(from_json, result.stdout.splitlines())
    assert first == second
    assert first.text == TEXT


def test_one_bad_source_does_not_stop_the_others(run: Run, file: Path, tmp_path: Path) -> None:
    result = run("read", "--json", tmp_path / "none.txt", file)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == f"dragoman: {tmp_path}/none.txt: there is no such file; check the path\n"


def test_a_fault_of_our_own_is_one_line_and_the_others_are_read(
    run: Run, file: Path, fake_reading: ModuleType
) -> None:
    fake_reading.read = lambda document, tools: 1 / 0  # type: ignore[attr-defined]
    result = run("read", file, file)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    assert "ZeroDivisionError at test_cli.py:" in result.stderr


def test_control_characters_of_a_report_do_not_reach_the_terminal(run: Run) -> None:
    result = run("read", "-", "--title", "\x1b[2J\u202e", input="\x1b]0;x\x07 They \u200b met\x9b31m in Lima.")
    assert result.exit_code == 0
    assert not set(result.stdout) & set("\x1b\x07\x9b\u202e\u200b")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "--jsno", "x"], "no such option"),
        (["--colour"], "no such option"),
        (["reed"], "no such command"),
        (["read"], "missing argument"),
        (["read", "x", "--published", "last week"], "--published"),
        (["explain", "x"], "--at"),
        (["explain", "x", "--at", "-3"], "--at"),
    ],
)
def test_wrong_usage_is_one_line_and_ends_with_2(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("dragoman: ")
    assert said in line.lower()
    assert "--help" in line


def test_explain_shows_what_fired_and_what_declined(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("dragoman.reading.explain")
    fired = SimpleNamespace(rule="events.visit", fired=True, detail="arrived")
    found = [fired, SimpleNamespace(rule="dates.day", fired=False, detail="")]
    module.explain = lambda document, offset, tools: found if offset == 30 else []  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.reading.explain", module)
    result = run("explain", file, "--at", 30)
    assert result.exit_code == 0
    assert "events.visit" in result.stdout
    assert "fired" in result.stdout
    assert "declined" in result.stdout
    assert "No rule looks at this place." in run("explain", file, "--at", 31).stdout
    assert run("explain", file, "--at", 9_999).exit_code == 2


def test_explain_wants_one_report(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("dragoman.reading.explain")
    module.explain = lambda document, offset, tools: []  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.reading.explain", module)
    path = tmp_path / "two.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n" + json.dumps({"id": "b", "text": TEXT}), "utf-8")
    result = run("explain", path, "--at", 1)
    assert result.exit_code == 1
    assert "2 reports; name one of them with --id" in result.stderr
    assert run("explain", path, "--at", 1, "--id", "b").exit_code == 0


def test_demo_reads_the_bundled_reports_and_says_what_next(run: Run) -> None:
    result = run("demo")
    assert result.exit_code == 0
    assert "reports read:" in result.stdout
    assert "Seen and not coded" in result.stdout
    assert "What to type next:" in result.stdout
    assert "dragoman verify" in result.stdout


def test_schema_is_a_schema(run: Run) -> None:
    Draft202012Validator.check_schema(json.loads(run("schema").stdout))


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == f"dragoman {dragoman.__version__}\n"
    assert "dragoman demo" in run().stdout
    for command in ("read", "explain", "verify", "demo", "schema"):
        assert command in run("--help").stdout
        assert run(command, "--help").exit_code == 0


def test_help_is_quick_and_loads_no_model() -> None:
    code = (
        "import sys; from dragoman.views.cli import cli; cli.main(['--help'], standalone_mode=False); "
        "sys.exit(any(name in sys.modules for name in ('spacy', 'onnxruntime', 'trafilatura', 'httpx', 'pydantic')))"
    )
    room = str(Path(dragoman.__file__).parents[1])
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": room}, capture_output=True, check=True)
    assert time.perf_counter() - start < 5  # half a second on a machine that does nothing else


def test_the_python_function_reads_one_text() -> None:
    dragoman._tools.cache_clear()
    reading = dragoman.read(TEXT, published="2025-04-02", title="t", outlet="o")
    dragoman._tools.cache_clear()
    assert (reading.published, reading.title, reading.outlet, reading.text) == ("2025-04-02", "t", "o", TEXT)
    with pytest.raises(ValueError, match="last week"):
        dragoman.read(TEXT, published="last week")
    with pytest.raises(dragoman.DragomanError):
        dragoman.read(" ")
