"""Which mentions of one report tell of one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.model.event import Event, EventType, Place, Status

MET: Final = frozenset({"visit", "meeting", "multilateral"})


def number_acts(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `same_as` filled: one number per act, given in text order."""
    firsts: list[Event] = []
    numbered: list[Event] = []
    for event in events:
        number = next((n for n, first in enumerate(firsts, 1) if _same(first, event)), None)
        if number is None:
            firsts.append(event)
            number = len(firsts)
        numbered.append(replace(event, same_as=number, place=event.place or _place_before(numbered, event)))
    return tuple(numbered)


def _place_before(earlier: Sequence[Event], event: Event) -> Place | None:
    """Where those who meet last met or visited each other in the report; None for other acts."""
    if event.mode != "meeting":
        return None
    countries, people = _countries(event), _people(event)
    return next(
        (
            e.place
            for e in reversed(earlier)
            if e.mode in MET and e.place and _countries(e) == countries and not people.isdisjoint(_people(e))
        ),
        None,
    )


def _countries(event: Event) -> frozenset[str]:
    return frozenset(a.country or a.name for a in (*event.actors, *event.recipients))


def _same(first: Event, event: Event) -> bool:
    """One type, mode and cast, on days that agree, and neither called off where the other took place."""
    if first.type is not event.type or first.mode != event.mode or not first.actors:
        return False
    if not _times_agree(first.time, event.time) or not _statuses_agree(first.status, event.status):
        return False
    if first.type is EventType.CONSULT:
        return _people(first) == _people(event)
    return (
        _people(first) == _people(event)
        and first.object == event.object
        and first.trigger.text.lower()[:5] == event.trigger.text.lower()[:5]
    )


def _people(event: Event) -> frozenset[str]:
    return frozenset(a.name for a in (*event.actors, *event.recipients))


def _times_agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    return one.startswith(other) or other.startswith(one)


def _statuses_agree(one: Status, other: Status) -> bool:
    done = {Status.OCCURRED, Status.ONGOING}
    return (one in done) == (other in done)
