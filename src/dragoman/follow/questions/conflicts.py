"""Where reports of one act do not agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.archive.store import Store
from dragoman.follow.questions.sentences import Sentence, find_sentences
from dragoman.follow.questions.subject import ANY, Subject
from dragoman.follow.threads import conflicts as find_conflicts
from dragoman.model.thread import Conflict, Thread


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reports that cannot both be right, and the act they tell of."""

    conflict: Conflict
    thread: Thread
    published: date | None


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The disagreements, the latest first, with both sentences of each. `total` counts before the limit."""

    as_of: date
    about: Subject
    since: date | None
    total: int
    conflicts: tuple[Disagreement, ...]
    sentences: tuple[Sentence, ...]


def conflicts(
    store: Store, about: Subject = ANY, *, as_of: date, since: date | None = None, limit: int | None = None
) -> Conflicts:
    """Where reports on acts of these actors disagree, by what had been published by that day.

    Absent: without `since`, for one country or everybody, acts heard of in the last year.
    """
    since = about.heard_since(store, since, as_of)
    found: list[Disagreement] = []
    for thread in about.threads(store, as_of=as_of, since=since, conflicts_only=True):
        published = {step.event: step.published for step in thread.steps}
        found.extend(Disagreement(one, thread, published[one.events[1]]) for one in find_conflicts(thread))
    found.sort(key=lambda one: (-(one.published or date.min).toordinal(), one.conflict.events))
    shown = tuple(found[:limit])
    sentences = find_sentences(store, (event for one in shown for event in one.conflict.events))
    return Conflicts(as_of, about, since, len(found), shown, sentences)
