"""Who somebody is, as the reports have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.archive.store import Store
from dragoman.follow.questions.names import known_forms
from dragoman.follow.questions.quotes import Said, quotes
from dragoman.follow.questions.sentences import Sentence, find_sentences
from dragoman.follow.questions.subject import Subject
from dragoman.follow.questions.timeline import Act, act
from dragoman.model.event import EventType, Status
from dragoman.model.identity import Identity

TOOK_PLACE: Final = (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class Who:
    """One actor: its names with the reason for each, its offices, whom it met, and what it said, the latest first.

    `met` and `said` count all, also those beyond the limit. `sentences` are those that state the offices.
    Absent: `heard` None is all meetings; for a country it is the day since which they were heard of.
    """

    as_of: date
    identity: Identity
    heard: date | None
    met: int
    meetings: tuple[Act, ...]
    said: int
    statements: tuple[Said, ...]
    sentences: tuple[Sentence, ...] = ()


def who(store: Store, actor: Identity, *, as_of: date, limit: int | None = None, with_quotes: bool = False) -> Who:
    """What is known of this actor, found as of that day, by what had been published by then."""
    actor = known_forms(store, actor, as_of)
    about = Subject((actor,))
    heard = about.heard_since(store, None, as_of)
    acts = (act(t, as_of) for t in about.threads(store, as_of=as_of, since=heard, type=EventType.CONSULT))
    meetings = sorted((one for one in acts if one.status in TOOK_PLACE), key=lambda one: (one.day, one.thread.id))
    statements = quotes(store, actor, as_of=as_of)
    sentences = find_sentences(store, (held.event for held in actor.offices)) if with_quotes else ()
    latest = tuple(meetings[::-1][:limit])
    return Who(as_of, actor, heard, len(meetings), latest, statements.total, statements.quotes[:limit], sentences)
