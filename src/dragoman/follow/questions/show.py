"""One thing of the record, by its id."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.archive.ids import event_ids
from dragoman.archive.store import Store
from dragoman.errors import NotInStore
from dragoman.follow.corrections import find_correction, in_force
from dragoman.follow.questions.names import find_actor
from dragoman.follow.questions.quotes import Said
from dragoman.follow.questions.sentences import Sentence, find_sentences
from dragoman.follow.questions.timeline import Act, act
from dragoman.follow.questions.who import Who, who
from dragoman.follow.threads import as_of as cut
from dragoman.follow.threads import conflicts
from dragoman.model.event import Assessment, Event, Reading
from dragoman.model.kept import Correction, Problem, Report
from dragoman.model.thread import Conflict, Thread

CODE: Final = re.compile("[A-Z]{3}")  # a country is an actor under its code
SHORT: Final = 10  # meetings and statements of an actor


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A revision of a report with what was read out of it, and its other revisions, the first first."""

    report: Report
    reading: Reading
    events: tuple[str, ...]
    revisions: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event as it was read, the corrections in force that touch it, and the act that it is a mention of.

    Absent: `thread` None where it was rejected, or is not followed yet.
    """

    id: str
    report: Report
    event: Event
    corrections: tuple[Correction, ...]
    thread: str | None


@dataclass(frozen=True, slots=True)
class ShownAct:
    """An act with its steps, the disagreements about it, and the sentence of each step."""

    act: Act
    conflicts: tuple[Conflict, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ShownJudgement:
    """An assessment of relations, and the report that it stands in."""

    id: str
    report: Report
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """A correction. `in_force` is False for one that was taken back."""

    correction: Correction
    in_force: bool


Shown = ShownReport | ShownEvent | ShownAct | ShownJudgement | ShownCorrection | Said | Who | Problem


def show(store: Store, id: str, *, as_of: date) -> Shown:
    """What has this id, or is the only one of its kind whose id begins so. Raises: NotInStore."""
    kind = _identity if CODE.fullmatch(id) else KINDS.get(id[:1])
    if kind is None:
        raise NotInStore("this is no id", where=id, remedy=f"ids begin with one of {', '.join(KINDS)}")
    return kind(store, id, as_of)


def _report(store: Store, id: str, as_of: date) -> ShownReport:
    report = store.report(id)
    reading = store.reading(report.id)
    return ShownReport(report, reading, event_ids(report.id, reading.events), tuple(store.revisions(report.key)))


def _event(store: Store, id: str, as_of: date) -> ShownEvent:
    return find_event(store, id)


def find_event(store: Store, id: str) -> ShownEvent:
    """The event whose id this is, or the only one whose id begins so. Raises: NotInStore."""
    report, event = store.event(id)
    whole = store.whole_id(id)
    touching = (one for one in in_force(store.corrections()) if whole in (one.target, *one.other.split()))
    return ShownEvent(whole, report, event, tuple(touching), store.thread_of(whole))


def find_thread(store: Store, id: str, as_of: date) -> Thread:
    """The act that this id, or its beginning, names, as far as it was known on that day; any of its events will do.

    Raises: NotInStore, also where nothing of it had been published by then.
    """
    try:
        found = store.threads(ids=[store.whole_id(id)])
    except NotInStore:
        thread = find_event(store, f"e{id[1:]}").thread
        found = store.threads(ids=[thread]) if thread else []
    known = cut(found[0], as_of) if found else None
    if known is None:
        raise NotInStore(f"there is no such act by {as_of}", where=id, remedy="ask as of a later day with --as-of")
    return known


def _act(store: Store, id: str, as_of: date) -> ShownAct:
    thread = find_thread(store, id, as_of)
    sentences = find_sentences(store, (step.event for step in thread.steps))
    return ShownAct(act(thread, as_of), conflicts(thread), sentences)


def _statement(store: Store, id: str, as_of: date) -> Said:
    return Said(store.whole_id(id), *store.statement(id))


def _judgement(store: Store, id: str, as_of: date) -> ShownJudgement:
    return ShownJudgement(store.whole_id(id), *store.assessment(id))


def _correction(store: Store, id: str, as_of: date) -> ShownCorrection:
    found = find_correction(store.corrections(), id)
    return ShownCorrection(found, found in in_force(store.corrections()))


def _problem(store: Store, id: str, as_of: date) -> Problem:
    for problem in store.problems():
        if problem.id == id:
            return problem
    raise NotInStore("there is no such problem, or it is solved", where=id, remedy="see `dragoman problems`")


def _identity(store: Store, id: str, as_of: date) -> Who:
    whole = store.whole_id(id) if id.startswith("p") else id
    return who(store, find_actor(store, whole, as_of), as_of=as_of, limit=SHORT)


KINDS: Final[dict[str, Callable[[Store, str, date], Shown]]] = {
    "d": _report, "e": _event, "t": _act, "s": _statement, "j": _judgement, "c": _correction, "q": _problem,
    "p": _identity, "n": _identity,
}  # fmt: skip
