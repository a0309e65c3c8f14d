"""The documentation against the code: everything is named, and every output shown is what comes out.

Run as a program it writes the outputs afresh: python tests/test_docs.py
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from enum import EnumMeta
from functools import cache
from pathlib import Path

import click
import pytest

from dragoman.model.agreement import Agreement, AgreementStep, Instrument, Stage
from dragoman.model.claim import Speech, Voucher
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
from dragoman.model.identity import Form, Identity
from dragoman.model.kept import Change, Correction
from dragoman.model.mention import Kind
from dragoman.model.relation import Ribbon, Standing, Stretch
from dragoman.model.thread import Conflict, Outcome, Step, StepKind, Thread
from dragoman.views.cli import cli

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
SHOWN = re.compile(r"<!-- output of: dragoman (?P<call>.+?) -->\n```text\n(?P<output>.*?)```", re.S)
PYTHON = re.compile(r"(?<=```python\n)>>> .*?(?=```)", re.S)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
HEADINGS = {
    Reading: "Reading", Event: "Event", Actor: "Actor", Place: "Place", Source: "Source", Statement: "Statement",
    Assessment: "Assessment", Gap: "Gap",
}  # fmt: skip


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def section(page: str, heading: str, level: str = "##") -> str:
    """What stands under a heading, up to the next one of its level or above."""
    found = re.search(rf"^{level} {re.escape(heading)}\b.*?(?=^##{{0,{len(level) - 1}}} |\Z)", page, re.S | re.M)
    assert found, f"no heading {heading!r}"
    return found.group()


def run(call: str) -> str:
    """What the command prints on standard output where that is no terminal, with the README's store."""
    return in_program("-m", "dragoman", *shlex.split(call), store=store())


def in_program(*arguments: str, store: Path) -> str:
    """What Python prints."""
    keep = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "COLUMNS")}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**keep, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "NO_COLOR": "1", "DRAGOMAN_STORE": str(store)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.strip("\n").splitlines())


@cache
def store() -> Path:
    """The store that the README's `dragoman add` makes."""
    place = Path(tempfile.mkdtemp()) / "record.db"
    added = next(line for line in read(README).splitlines() if line.startswith(".venv/bin/dragoman add "))
    in_program("-m", "dragoman", *added.split()[1:], store=place)
    return place


def shown() -> Iterator[tuple[Path, str, str]]:
    for page in PAGES:
        for block in SHOWN.finditer(read(page)):
            yield page, block["call"], block["output"]


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    page = read(ROOT / "docs" / "cli.md")
    said = section(page, f"dragoman {name}")
    for parameter in cli.commands[name].params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[0]}" in said, parameter.opts[0]
        else:
            assert (parameter.metavar or parameter.name or "").upper() in said.upper()


def test_no_documented_command_is_missing() -> None:
    documented = re.findall(r"^## dragoman (\w+)", read(ROOT / "docs" / "cli.md"), re.M)
    assert sorted(documented) == sorted(cli.commands)


@pytest.mark.parametrize("record", HEADINGS, ids=lambda r: r.__name__)
def test_every_field_is_documented(record: type) -> None:
    said = section(read(ROOT / "docs" / "record.md"), HEADINGS[record])
    for field in fields(record):  # type: ignore[arg-type]
        assert f"`{field.name}`" in said, field.name


def test_the_parts_of_the_evidence_are_documented() -> None:
    said = section(read(ROOT / "docs" / "record.md"), "Event")
    assert all(f"`{field.name}`" in said for field in fields(Evidence))


@pytest.mark.parametrize("values", [EventType, Status, State, Speech, Voucher, Kind], ids=lambda v: v.__name__)
def test_every_value_is_documented(values: EnumMeta) -> None:
    page = read(ROOT / "docs" / "record.md")
    assert all(f"`{value.value}`" in page for value in values)  # type: ignore[attr-defined]


OVER_TIME = {
    Identity: "Identity", Form: "Form", Thread: "Thread", Step: "Step", Conflict: "Conflict", Stretch: "Ribbon",
    Ribbon: "Ribbon", Agreement: "Agreement", AgreementStep: "Agreement", Correction: "Correction",
}  # fmt: skip


@pytest.mark.parametrize("record", OVER_TIME, ids=lambda r: r.__name__)
def test_every_field_of_the_record_over_time_is_documented(record: type) -> None:
    said = section(read(ROOT / "docs" / "over-time.md"), OVER_TIME[record])
    for field in fields(record):  # type: ignore[arg-type]
        assert f"`{field.name}`" in said, field.name


@pytest.mark.parametrize("values", [StepKind, Outcome, Standing, Stage, Instrument, Change], ids=lambda v: v.__name__)
def test_every_value_of_the_record_over_time_is_documented(values: EnumMeta) -> None:
    page = read(ROOT / "docs" / "over-time.md")
    assert all(f"`{value.value}`" in page for value in values)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("heading", "values"), [("Types", EventType), ("Status", Status)])
def test_tables_of_types_and_statuses_are_whole_and_in_order(heading: str, values: EnumMeta) -> None:
    table = section(read(ROOT / "docs" / "record.md"), heading, "###")
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == [v.value for v in values]  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    missing = [target for target in LINK.findall(read(page)) if not (page.parent / target).exists()]
    assert not missing


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    commands = [line for line in read(README).splitlines() if line.startswith("python3 -m venv .venv && ")]
    assert [command.split(".venv/bin/")[-1] for command in commands] == ["dragoman demo", "python -m pytest"]
    assert [line for line in read(ROOT / ".ci" / "run").splitlines() if line in commands] == commands


def test_locks_are_pinned_by_hash_and_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = read(ROOT / name)
        pins = re.split(r"\n(?=\S)", lock.strip())
        assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)
        assert "://" not in lock
        assert not re.search(r"^(torch|onnx)==", lock, re.M)


@pytest.mark.slow
@pytest.mark.parametrize(("page", "call", "output"), list(shown()))
def test_outputs_shown_are_what_comes_out(page: Path, call: str, output: str) -> None:
    assert run(call) == output, f"write it afresh: python tests/{Path(__file__).name}"


@pytest.mark.slow
def test_python_shown_in_the_readme_gives_what_it_shows() -> None:
    for session in PYTHON.findall(read(README)):
        assert replay(session) == session, f"write it afresh: python tests/{Path(__file__).name}"


def replay(session: str) -> str:
    """The session's inputs with what they give."""
    inputs = [line for line in session.splitlines() if line.startswith((">>> ", "... "))]
    program = "\n".join(["import code, sys", f"lines = {inputs!r}", REPLAYER])
    return in_program("-c", program, store=store())


REPLAYER = """
console, waiting = code.InteractiveConsole(), False
for line, following in zip(lines, [*lines[1:], ">>> "]):
    print(line)
    waiting = console.push(line[4:])
    if waiting and following.startswith(">>> "):
        console.push("")
"""


def accept() -> None:
    """Write every output shown afresh."""
    for page in PAGES:
        text = read(page)
        fresh = SHOWN.sub(lambda b: f"<!-- output of: dragoman {b['call']} -->\n```text\n{run(b['call'])}```", text)
        fresh = PYTHON.sub(lambda b: replay(b.group()), fresh)
        if fresh != text:
            page.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    accept()
