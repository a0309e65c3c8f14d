"""Supervised worker processes: every report gives a reading or an error, whatever it does to its worker."""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Final, Generic, Protocol, TypeVar

from dragoman.errors import DragomanError, WorkerError
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.run.worker import READY, Load, work

LOADING: Final = 300.0  # seconds for a worker to be ready
TRIES: Final = 2  # workers that may die over one report
FALSE_STARTS: Final = 3  # workers in a row that die before they are ready


class Job(Protocol):
    """A report to read; `where` names it in messages."""

    @property
    def document(self) -> Document:
        """What is read."""

    @property
    def where(self) -> str:
        """Where it comes from."""


J = TypeVar("J", bound=Job)
Outcome = tuple[J, Reading | DragomanError]


@dataclass(slots=True)
class _Worker(Generic[J]):
    """A process, and what it has to do. Absent: `job` None is idle."""

    process: SpawnProcess
    connection: Connection
    deadline: float
    job: J | None = None
    tries: int = 0
    ready: bool = False


class Pool:
    """Worker processes for one run. `load` gives each of them what it reads with, and must be importable by name.

    A worker that dies or takes longer than `limit` seconds over a report is replaced; the report is tried once more
    only if the worker died. Processes are started as there is work for them, `workers` at most.
    """

    def __init__(self, load: Load, *, workers: int, limit: float) -> None:
        self._load, self._most, self._limit = load, workers, limit

    def run(self, jobs: Iterable[J]) -> Iterator[Outcome[J]]:
        """Each job with its reading or its error, as they finish; a job is taken when a worker is free for it.

        Raises: ModelError, VocabularyError or WorkerError where no worker gets ready to read.
        """
        run = _Run(iter(jobs), self._load, self._most, self._limit)
        try:
            yield from run.outcomes()
        finally:
            run.end()


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C is ignored, by this process and by those that it starts meanwhile."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class _Run(Generic[J]):
    def __init__(self, jobs: Iterator[J], load: Load, most: int, limit: float) -> None:
        self._jobs, self._load, self._most, self._limit = jobs, load, most, limit
        self._workers: list[_Worker[J]] = []
        self._again: deque[tuple[J, int]] = deque()  # jobs whose worker died, with their tries
        self._context = get_context("spawn")
        self._false_starts = 0

    def outcomes(self) -> Iterator[Outcome[J]]:
        self._give()
        while any(worker.job is not None for worker in self._workers):
            for worker in self._heard():
                outcome = self._hear(worker)
                self._give()  # before the outcome is looked at, so that nobody waits for the caller
                if outcome is not None:
                    yield outcome

    def end(self) -> None:
        """No process is left."""
        for worker in self._workers:
            worker.process.kill()
        while self._workers:
            self._bury(self._workers[-1])

    def _give(self) -> None:
        """A job for every worker that is free or may still be started."""
        while len(self._workers) < self._most or any(worker.job is None for worker in self._workers):
            if self._again:
                job, tries = self._again.popleft()
            else:
                fresh = next(self._jobs, None)
                if fresh is None:
                    return
                job, tries = fresh, 0
            idle = next((one for one in self._workers if one.job is None), None) or self._start()
            idle.job, idle.tries = job, tries + 1
            if idle.ready:
                self._send(idle)

    def _start(self) -> _Worker[J]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._load), daemon=True)
        with _deaf():  # or Ctrl-C would end it with a traceback before it has begun
            process.start()
        theirs.close()
        worker: _Worker[J] = _Worker(process, ours, time.monotonic() + LOADING)
        self._workers.append(worker)
        return worker

    def _send(self, worker: _Worker[J]) -> None:
        if worker.job is not None:
            worker.deadline = time.monotonic() + self._limit
            with suppress(OSError):  # it has died, which is heard next
                worker.connection.send((worker.job.document, worker.job.where))

    def _heard(self) -> list[_Worker[J]]:
        """The workers that answered, died, or took too long."""
        busy = [worker for worker in self._workers if worker.job is not None]
        left = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
        answered = wait([worker.connection for worker in busy], left)
        now = time.monotonic()
        return [worker for worker in busy if worker.connection in answered or worker.deadline <= now]

    def _hear(self, worker: _Worker[J]) -> Outcome[J] | None:
        job = worker.job
        assert job is not None
        try:
            if not worker.connection.poll():
                return self._overrun(worker, job)
            answer = worker.connection.recv()
        except (EOFError, OSError):
            return self._died(worker, job)
        if worker.ready:
            worker.job = None
            return job, answer
        if answer != READY:
            raise answer
        worker.ready, self._false_starts = True, 0
        self._send(worker)
        return None

    def _overrun(self, worker: _Worker[J], job: J) -> Outcome[J]:
        worker.process.kill()
        self._bury(worker)
        if not worker.ready:
            raise WorkerError(f"no worker was ready to read within {LOADING:g} seconds", remedy="see `dragoman doctor`")
        what = f"reading it took longer than {self._limit:g} seconds"
        return job, WorkerError(what, where=job.where, remedy="split it, or give it more time with --timeout")

    def _died(self, worker: _Worker[J], job: J) -> Outcome[J] | None:
        self._bury(worker)
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts >= FALSE_STARTS:
                what = f"workers die before they can read (exit code {worker.process.exitcode})"
                raise WorkerError(what, remedy="see `dragoman doctor`")
            self._again.append((job, worker.tries - 1))
        elif worker.tries < TRIES:
            self._again.append((job, worker.tries))
        else:
            what = f"{TRIES} workers died over it (exit code {worker.process.exitcode})"
            return job, WorkerError(what, where=job.where, remedy="try it alone, with more memory, or split it")
        return None

    def _bury(self, worker: _Worker[J]) -> None:
        self._workers.remove(worker)
        worker.process.join()
        worker.connection.close()
