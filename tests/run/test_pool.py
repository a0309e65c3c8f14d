"""Worker processes that are killed, that hang, that raise: real ones."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.errors import DragomanError, ModelError, WorkerError
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.run import worker
from dragoman.run.pool import Pool

SCENES = '''
"""What stands for a reading in a worker process: it does what the text says."""

import os
import time

from dragoman.errors import ModelError, NotText
from dragoman.model.event import Reading


def load():
    return read


def load_nothing():
    raise ModelError("a model file is missing", where="tagger.onnx", remedy="install dragoman again")


def load_and_die():
    os._exit(7)


def read(document, where):
    words = document.text.split()
    match words[0]:
        case "die":
            os._exit(9)
        case "once":  # dies on its first worker only
            if not os.path.exists(words[1]):
                open(words[1], "w").close()
                os._exit(9)
        case "hang":
            time.sleep(600)
        case "raise":
            raise NotText("no text", where=where, remedy="none")
        case "fault":
            raise ZeroDivisionError("x")
        case "pid":
            time.sleep(float(words[1]))
            return reading(document, str(os.getpid()))
    return reading(document, document.text)


def reading(document, text):
    return Reading(document.id, None, "", "", (), (), (), (), text)
'''


@dataclass(frozen=True)
class Job:
    document: Document
    where: str


@pytest.fixture
def scenes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A module that workers can import as well, since they take the path over."""
    (tmp_path / "pool_scenes.py").write_text(SCENES, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "pool_scenes", raising=False)
    import importlib

    return importlib.import_module("pool_scenes")


def jobs(*texts: str) -> Iterator[Job]:
    for number, text in enumerate(texts):
        yield Job(Document(str(number), text), f"report {number}")


def outcomes(pool: Pool, *texts: str) -> dict[str, Reading | DragomanError]:
    return {job.document.id: outcome for job, outcome in pool.run(jobs(*texts))}


def test_every_report_has_its_outcome_whatever_it_does(scenes, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    pool = Pool(scenes.load, workers=2, limit=3)
    texts = ["a \ud800 b", "die", "fine", f"once {tmp_path / 'mark'}", "hang", "raise", "fault", "fine too"]
    found = outcomes(pool, *texts)
    assert sorted(found) == [str(number) for number in range(len(texts))]
    for number in (0, 2, 3, 7):
        reading = found[str(number)]
        assert isinstance(reading, Reading)
        assert reading.text == texts[number]
    died, hung, refused, fault = (found[number] for number in "1456")
    assert isinstance(died, WorkerError)
    assert str(died).startswith("report 1: 2 workers died over it (exit code 9)")
    assert isinstance(hung, WorkerError)
    assert "longer than 3 seconds" in str(hung)
    assert (refused.what, refused.where, refused.remedy) == ("no text", "report 5", "none")  # type: ignore[union-attr]
    assert "ZeroDivisionError" in str(fault)


def test_a_worker_killed_from_outside_costs_no_report(scenes) -> None:  # type: ignore[no-untyped-def]
    found = []
    for job, outcome in Pool(scenes.load, workers=1, limit=60).run(jobs("pid 0", "pid 1.5", "pid 0")):
        assert isinstance(outcome, Reading)
        if job.document.id == "0":  # its worker has the next report by now
            os.kill(int(outcome.text), signal.SIGKILL)
        found.append(outcome.text)
    assert len(found) == 3
    assert found[0] != found[1] == found[2]


def test_a_second_worker_starts_only_when_there_is_work_for_it(scenes) -> None:  # type: ignore[no-untyped-def]
    alone = Pool(scenes.load, workers=4, limit=60)
    assert len(set(pids(alone, "pid 0"))) == 1
    assert len(set(pids(Pool(scenes.load, workers=2, limit=60), *["pid 0.3"] * 8))) == 2


def pids(pool: Pool, *texts: str) -> list[str]:
    return [outcome.text for outcome in outcomes(pool, *texts).values() if isinstance(outcome, Reading)]


def test_jobs_are_taken_as_workers_get_free(scenes) -> None:  # type: ignore[no-untyped-def]
    taken = []

    def many() -> Iterator[Job]:
        for job in jobs(*["fine"] * 1_000):
            taken.append(job)
            yield job

    run = Pool(scenes.load, workers=2, limit=60).run(many())
    for done in range(1, 20):
        next(run)
        assert len(taken) <= done + 2
    run.close()  # type: ignore[attr-defined]


def test_what_cannot_be_loaded_ends_the_run(scenes) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ModelError, match="a model file is missing") as raised:
        outcomes(Pool(scenes.load_nothing, workers=2, limit=60), "a", "b")
    assert raised.value.where == "tagger.onnx"
    with pytest.raises(WorkerError, match=r"die before they can read \(exit code 7\)"):
        outcomes(Pool(scenes.load_and_die, workers=2, limit=60), "a", "b")


PARENT = """
import sys
sys.path.insert(0, sys.argv[1])
import pool_scenes
from dragoman.model.document import Document
from dragoman.run.pool import Pool
from test_pool_job import Job

if __name__ == "__main__":
    texts = ["pid 0", "pid 0", "hang", "hang"]
    for job, outcome in Pool(pool_scenes.load, workers=2, limit=60).run(Job(Document(t, t), t) for t in texts):
        print(outcome.text, flush=True)
"""


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_their_parent(scenes, tmp_path: Path, kind: signal.Signals) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "parent.py").write_text(PARENT, "utf-8")
    (tmp_path / "test_pool_job.py").write_text(
        "from collections import namedtuple\nJob = namedtuple('Job', 'document where')\n", "utf-8"
    )
    room = str(Path(worker.__file__).parents[2])
    parent = subprocess.Popen(
        [sys.executable, str(tmp_path / "parent.py"), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": room}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert parent.stdout is not None
    workers = {int(parent.stdout.readline()) for _ in range(2)}
    time.sleep(0.5)
    if kind == signal.SIGINT:
        os.killpg(parent.pid, kind)  # as a terminal sends Ctrl-C: to everybody
    else:
        parent.send_signal(kind)
    _, said = parent.communicate(timeout=20)
    assert said.count("Traceback") == (1 if kind == signal.SIGINT else 0)  # the parent's own, which a command catches
    assert gone(workers)


def gone(workers: set[int], patience: float = 20) -> bool:
    """No process of these numbers runs; one that has ended counts as gone before it is buried."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if not any(running(one) for one in workers):
            return True
        time.sleep(0.1)
    return False


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
