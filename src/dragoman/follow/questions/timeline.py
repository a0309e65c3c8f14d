"""What happened, in the order of the days on which it did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.archive.store import Store
from dragoman.follow.questions.plans import ends
from dragoman.follow.questions.sentences import Sentence, find_sentences, telling
from dragoman.follow.questions.subject import RECENT, Subject
from dragoman.follow.threads import outcome
from dragoman.model.event import Status
from dragoman.model.thread import Outcome, StepKind, Thread


@dataclass(frozen=True, slots=True)
class Act:
    """One act as it is known.

    `day` is the first day on which it took or would take place, failing that the day of its first report. `status`
    is that of the last report which says something new. Absent: `outcome` None is an act that nobody planned.
    """

    day: date
    thread: Thread
    status: Status
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The acts in the order of their days; with a limit the last ones. `total` counts before the limit.

    `heard` is the day since which they must have been heard of. Absent: None is no such day.
    """

    as_of: date
    about: Subject
    since: date | None
    until: date | None
    heard: date | None
    total: int
    acts: tuple[Act, ...]
    sentences: tuple[Sentence, ...] = ()


def timeline(
    store: Store, about: Subject, *, as_of: date, since: date | None = None, until: date | None = None,
    limit: int | None = None, quotes: bool = False,
) -> Timeline:  # fmt: skip
    """What these did or planned from one day to another, by what had been published by `as_of`.

    Absent: without `since`, for one country or everybody, what was heard of in the last year; with it, nothing that was
    last heard of more than a year before.
    """
    heard = since - RECENT if since else about.heard_since(store, None, as_of)
    known = (act(thread, as_of) for thread in about.threads(store, as_of=as_of, since=heard))
    found = [one for one in known if (since or date.min) <= one.day <= (until or date.max)]
    found.sort(key=lambda one: (one.day, one.thread.id))
    shown = tuple(found[-limit:] if limit else found)
    sentences = find_sentences(store, telling(one.thread for one in shown)) if quotes else ()
    return Timeline(as_of, about, since, until, heard, len(found), shown, sentences)


def act(thread: Thread, as_of: date) -> Act:
    """The act as this thread, cut to that day, tells it."""
    start, end = ends(thread)
    first = thread.steps[0].published or as_of
    telling_steps = [step for step in thread.steps if step.kind is not StepKind.REPEATED]
    return Act(start or end or first, thread, telling_steps[-1].status, outcome(thread, as_of))
