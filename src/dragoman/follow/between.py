"""Between which states an act is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from dragoman.model.event import EventType
from dragoman.model.thread import Step, Thread

Pair = tuple[str, str]  # two country codes in alphabetical order

NO_STATE: Final = "IGO"  # a body of many states forms no pair
TOGETHER: Final = frozenset({EventType.AGREE, EventType.COOPERATE})
SIGNING: Final = ("sign", "ratif", "establish", "restor", "normali", "conclu")


def with_pairs(thread: Thread) -> Iterator[tuple[Step, tuple[Pair, ...]]]:
    """Each step with the pairs of states that the act was by then known to be between."""
    actors: dict[str, str] = {}
    recipients: dict[str, str] = {}
    pairs: tuple[Pair, ...] = ()
    for step in thread.steps:
        if step.actors or step.recipients:
            for party in step.actors:
                (recipients if party.id in recipients else actors)[party.id] = party.country or NO_STATE
            for party in step.recipients:
                (actors if party.id in actors else recipients)[party.id] = party.country or NO_STATE
            pairs = _pairs(thread, sorted({*actors.values()}), sorted({*recipients.values()}))
        yield step, pairs


def _pairs(thread: Thread, actors: Sequence[str], recipients: Sequence[str]) -> tuple[Pair, ...]:
    found = {*product(actors, recipients)}
    if _is_mutual(thread, len(actors), bool(recipients)):
        found |= {*combinations(actors, 2)}
    ordered = {(min(pair), max(pair)) for pair in found if pair[0] != pair[1] and NO_STATE not in pair}
    return tuple(sorted(ordered))


def _is_mutual(thread: Thread, actors: int, is_towards: bool) -> bool:
    """Those who act, act towards each other: all who meet, agree or work together, and who clash or sign alone."""
    if thread.type is EventType.CONSULT:
        return thread.mode not in ("visit", "third-party") or not is_towards
    if thread.type in TOGETHER:
        return True
    if is_towards:
        return False
    if thread.type is EventType.SUPPORT:
        return actors == 2 or thread.steps[0].trigger.lower().startswith(SIGNING)
    return thread.type is EventType.ASSAULT and actors == 2
