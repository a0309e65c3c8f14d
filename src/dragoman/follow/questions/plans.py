"""Which plans there were, and what became of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.archive.store import Store
from dragoman.follow.questions.sentences import Sentence, find_sentences, telling
from dragoman.follow.questions.subject import ANY, Subject
from dragoman.follow.threads import outcome, window
from dragoman.model.thread import Outcome, Thread

OPEN: Final = (Outcome.DUE, Outcome.OVERDUE, Outcome.POSTPONED)


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan. `start` and `end` are its window's first and last day. Absent: None is an open or unknown end."""

    thread: Thread
    outcome: Outcome
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans as of a day, open ones first, the next first; then the decided ones, the last first.

    `since` is the day from which reports were looked at, None for all; `total` counts before the limit.
    """

    as_of: date
    about: Subject
    since: date | None
    total: int
    plans: tuple[Plan, ...]
    sentences: tuple[Sentence, ...] = ()


def plans(
    store: Store,
    about: Subject = ANY,
    *,
    as_of: date,
    outcomes: Collection[Outcome] = (),
    since: date | None = None,
    limit: int | None = None,
    quotes: bool = False,
) -> Plans:
    """What was planned by or between these, by what had been published by that day.

    Absent: no `outcomes` means all. Without `since`, for one country or everybody, those heard of in the last year.
    """
    since = about.heard_since(store, since, as_of)
    found = []
    for thread in about.threads(store, as_of=as_of, since=since, plans_only=True):
        became = outcome(thread, as_of)
        if became is not None and (not outcomes or became in outcomes):
            found.append(Plan(thread, became, *ends(thread)))
    found.sort(key=_order)
    shown = tuple(found[:limit])
    sentences = find_sentences(store, telling(plan.thread for plan in shown)) if quotes else ()
    return Plans(as_of, about, since, len(found), shown, sentences)


def ends(thread: Thread) -> tuple[date | None, date | None]:
    """First and last day of the act's window. Absent: None is open or unknown."""
    days = window(thread)
    return (days.first, days.last) if days else (None, None)


def _order(plan: Plan) -> tuple[int, int, str]:
    """Open plans by the day they are due, then undated ones, then decided ones, the last heard of or held first."""
    due = plan.end or plan.start
    if plan.outcome in OPEN and due is not None:
        return 0, due.toordinal(), plan.thread.id
    last = due or plan.thread.steps[-1].published or date.min
    return (1 if plan.outcome in OPEN else 2), -last.toordinal(), plan.thread.id
