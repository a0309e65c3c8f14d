"""How two states stand with each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.archive.store import Store
from dragoman.follow.questions.plans import OPEN, Plan, plans
from dragoman.follow.questions.sentences import Sentence, find_sentences
from dragoman.follow.questions.subject import Subject
from dragoman.follow.ribbons import as_of as cut
from dragoman.follow.ribbons import standing_on
from dragoman.model.identity import Identity
from dragoman.model.relation import Ribbon, Stretch

WEIGHTIEST: Final = 5  # sentences of each stretch that are quoted


@dataclass(frozen=True, slots=True)
class PairState:
    """How a pair stands on a day, how it came there, and what is planned between the two.

    `sentences` are the weightiest of today's stretch; of every stretch where all quotations were asked for.
    Absent: `today` and `ribbon` None where no report tells of the two by that day.
    """

    as_of: date
    pair: tuple[Identity, Identity]
    today: Stretch | None
    ribbon: Ribbon | None
    plans: tuple[Plan, ...]
    sentences: tuple[Sentence, ...]


def pair(store: Store, one: Identity, other: Identity, *, as_of: date, quotes: bool = False) -> PairState:
    """How the two states stand, by what had been published by that day."""
    codes = (min(one.id, other.id), max(one.id, other.id))
    ribbon = next((cut(found, as_of) for found in store.ribbons(pair=codes)), None)
    today = standing_on(ribbon, as_of) if ribbon else None
    stretches = ribbon.stretches if ribbon and quotes else (today,) if today else ()
    ids = [id for stretch in stretches for id in stretch.evidence[:WEIGHTIEST]]
    coming = plans(store, Subject((one, other)), as_of=as_of, outcomes=OPEN)
    return PairState(as_of, (one, other), today, ribbon, coming.plans, find_sentences(store, ids))
