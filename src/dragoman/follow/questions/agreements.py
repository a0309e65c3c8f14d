"""What two states have agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.archive.store import Store
from dragoman.follow.agreements import agreements as find_agreements
from dragoman.follow.questions.sentences import Sentence, find_sentences
from dragoman.follow.questions.subject import Subject
from dragoman.model.agreement import Agreement
from dragoman.model.identity import Identity


@dataclass(frozen=True, slots=True)
class Agreements:
    """The agreements of a pair, the one last heard of first; `sentences` are the first of each step."""

    as_of: date
    pair: tuple[Identity, Identity]
    agreements: tuple[Agreement, ...]
    sentences: tuple[Sentence, ...] = ()


def agreements(store: Store, one: Identity, other: Identity, *, as_of: date, quotes: bool = False) -> Agreements:
    """What the two states have agreed, signed, put in force or ended, by what had been published by that day."""
    threads = Subject((one, other)).threads(store, as_of=as_of)
    found = find_agreements(threads, (min(one.id, other.id), max(one.id, other.id)))
    latest = tuple(sorted(found, key=lambda agreed: (-agreed.steps[-1].published.toordinal(), agreed.id)))
    ids = [step.events[0] for agreed in latest for step in agreed.steps]
    return Agreements(as_of, (one, other), latest, find_sentences(store, ids) if quotes else ())
