"""Kill -9 at random moments, and many processes at once: whether the store keeps what it promised.

A trial lets a child process work on a store, kills it, and asks whether everything that it had acknowledged is there,
nothing is there by half, and `verify` finds nothing.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from bench.works import PROBLEMS, WORKS, made_filing, prepare
from dragoman.archive.store import Store

ROOT: Final = Path(__file__).parents[1]
MOMENT: Final = 0.25  # seconds of work before the kill, at most
COMMANDS: Final = ("add", "fix", "reread")
DRAGOMAN: Final = "from dragoman.views.cli import main; main()"
WRITERS: Final = 4


@dataclass(slots=True)
class Outcome:
    """What a number of trials came to: `acknowledged` lines in all, and what was wrong afterwards."""

    name: str
    trials: int = 0
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The outcome in one line."""
        found = "nothing lost, nothing by half, verify clean" if not self.wrong else f"WRONG: {'; '.join(self.wrong)}"
        return f"{self.name}: {self.trials} kills, {self.acknowledged} acknowledged: {found}"


def table(trials: int, command_trials: int, seconds: float) -> str:
    """The figures."""
    lines = [kill_store(name, trials).line() for name in (*WORKS, "migrate")]
    lines += [kill_command(name, command_trials).line() for name in COMMANDS]
    return "\n".join(f"- {line}" for line in [*lines, side_by_side(seconds)])


def start(*arguments: object) -> subprocess.Popen[str]:
    """A Python process with these arguments, in a group of its own so that its workers can be killed with it."""
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}, start_new_session=True,
    )  # fmt: skip


def kill_store(name: str, trials: int, seed: int = 0) -> Outcome:
    """Trials with the store itself: `file`, `correct`, `reread`, `migrate`."""
    outcome, dice = Outcome(name), random.Random(f"{name} {seed}")
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder) / "fresh.db", name)
        for number in range(trials):
            place = Path(folder) / f"{number}" / "record.db"
            place.parent.mkdir()
            shutil.copy(Path(folder) / "fresh.db", place)
            with start("-m", "bench.works", name, place, number) as child:
                assert child.stdout
                if child.stdout.readline() != "begun\n":
                    raise RuntimeError(f"the child did not begin: {child.communicate()[1]}")
                time.sleep(dice.uniform(0, MOMENT))
                child.kill()
                told = whole_lines(child.stdout)
            outcome.trials += 1
            outcome.acknowledged += len(told)
            outcome.wrong += CHECKS[name](place, told)
            shutil.rmtree(place.parent)
    return outcome


def whole_lines(stream: IO[str]) -> list[str]:
    """The lines that were written to their end."""
    return [line[:-1] for line in stream.read().splitlines(keepends=True) if line.endswith("\n")]


def check_file(place: Path, told: Sequence[str]) -> list[str]:
    """Reports that were acknowledged and are not there, readings by half, and what verify finds."""
    with Store.open(place) as store:
        reports = {report.id for report in store.reports(current=False)}
        unread = [report.id for report in store.reports() if not store.reading(report.id).events]
        return [*(f"{id} is lost" for id in told if id not in reports), *unread, *store.verify()]


def check_correct(place: Path, told: Sequence[str]) -> list[str]:
    """Corrections that were acknowledged and are not there, and what verify finds."""
    with Store.open(place) as store:
        there = {correction.id for correction in store.corrections()}
        return [*(f"{id} is lost" for id in told if id not in there), *store.verify()]


def check_reread(place: Path, told: Sequence[str]) -> list[str]:
    """Readings that are older than what was acknowledged, and what verify finds."""
    with Store.open(place) as store:
        last = dict(line.split() for line in told)
        old = [id for id, n in last.items() if store.reading(id).version.count("x") < int(n)]
        return [*(f"the reading of {id} is lost" for id in old), *store.verify()]


def check_migrate(place: Path, told: Sequence[str]) -> list[str]:
    """Stores that are not of the present version, lost rows, and what verify finds; also in the one under way."""
    wrong = []
    copies = sorted(path for path in place.parent.glob(f"{place.name}.*") if path.suffix[1:].isdigit())
    finished = {place.with_name(name) for name in told}
    wrong += [f"{path.name} is lost" for path in finished - set(copies)]
    for path in copies:
        if path not in finished and path.stat().st_size < place.stat().st_size:
            continue  # killed while the work was still copying
        with Store.open(path) as store:
            wrong += store.verify()
            wrong += [] if len(store.problems()) == PROBLEMS else [f"{path.name} lost rows"]
    return wrong


CHECKS: Final[dict[str, Callable[[Path, Sequence[str]], list[str]]]] = {
    "file": check_file, "correct": check_correct, "reread": check_reread, "migrate": check_migrate,
}  # fmt: skip


def kill_command(name: str, trials: int, seed: int = 0) -> Outcome:
    """Trials with the commands as people use them, all on one store: `add`, `fix`, `reread`."""
    outcome, dice = Outcome(f"dragoman {name}"), random.Random(f"{name} {seed}")
    with tempfile.TemporaryDirectory() as folder:
        place, source = Path(folder) / "record.db", Path(folder) / "reports.jsonl"
        prepare(place, "command")
        seconds = _whole_run(_arguments(name, place, source, trials))
        for number in range(trials):
            with start("-c", DRAGOMAN, *_arguments(name, place, source, number)) as child:
                assert child.stdout
                time.sleep(seconds * dice.uniform(0.3, 1.1))
                os.killpg(child.pid, signal.SIGKILL)
                told = whole_lines(child.stdout)
            outcome.trials += 1
            outcome.acknowledged += len(told)
            outcome.wrong += _check_command(name, place, told, number)
    return outcome


def _whole_run(arguments: Sequence[str]) -> float:
    """How many seconds the command takes when nobody kills it."""
    begun = time.monotonic()
    with start("-c", DRAGOMAN, *arguments) as child:
        _, errors = child.communicate()
    if child.returncode:
        raise RuntimeError(f"the command failed: {errors}")
    return time.monotonic() - begun


def _arguments(name: str, place: Path, source: Path, number: int) -> list[str]:
    match name:
        case "add":
            filings = [made_filing(f"trial {number}.{n}", number) for n in range(30)]
            records = ({"id": one.key, "text": one.document.text, "published": "2025-04-01"} for one in filings)
            source.write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
            rest = [str(source), "--jobs", "1", "--verbose"]
        case "fix":
            with Store.open(place) as store:
                rest = [store.sightings()[0].id, "note", f"trial {number}"]
        case _:
            rest = ["--all", "--verbose"]
    return [name, *rest, "--store", str(place)]


def _check_command(name: str, place: Path, told: Sequence[str], number: int) -> list[str]:
    """What was acknowledged and is not there, and what verify finds."""
    with Store.open(place) as store:
        reports = {report.id for report in store.reports(current=False)}
        named = {id for line in told for id in re.findall(r"\bd[a-z2-7]{10}\b", line)}
        lost = [f"{id} is lost" for id in named - reports]
        if name == "fix" and told and not [c for c in store.corrections() if c.note == f"trial {number}"]:
            lost.append(f"correction {number} is lost")
        return [*lost, *store.verify()]


def side_by_side(seconds: float) -> str:
    """Four writers and a reader at once; what they came to, and whether it is all there."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.db"
        prepare(place, "file")
        with Store.open(place) as store:
            before = store.counts().revisions
        names = [*(f"writer-{n}" for n in range(WRITERS)), "look"]
        children = [start("-m", "bench.works", name, place, seconds) for name in names]
        outputs = [child.communicate() for child in children]
        wrong = [errors for child, (_, errors) in zip(children, outputs, strict=True) if child.returncode or errors]
        filed = [int(found) for output, _ in outputs for found in re.findall(r"(\d+) filed", output)]
        looks = [int(found) for output, _ in outputs for found in re.findall(r"(\d+) looks", output)]
        with Store.open(place) as store:
            there = store.counts().revisions - before
            wrong += store.verify()
    if there != sum(filed):
        wrong.append(f"{sum(filed)} filed, {there} there")
    found = "no error, exact counts, verify clean" if not wrong else f"WRONG: {'; '.join(wrong)}"
    return f"side by side, {seconds:g} s: {sum(filed)} reports by {len(filed)} writers, {sum(looks)} looks: {found}"
