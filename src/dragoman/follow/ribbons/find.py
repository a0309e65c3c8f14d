"""How each pair of states has stood, from what was reported."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from dragoman.follow.between import Pair
from dragoman.follow.ribbons.known import Known, known_of_pairs
from dragoman.follow.ribbons.sweep import Figures, figures
from dragoman.follow.ribbons.verdict import grounds, judge
from dragoman.model.kept import Judgement
from dragoman.model.relation import Ribbon, Standing, Stretch
from dragoman.model.thread import Thread
from dragoman.vocab.plover import load_plover

MOST: Final = 12  # ids that one stretch names

_plover = cache(load_plover)


def find_ribbons(threads: Iterable[Thread], judgements: Iterable[Judgement]) -> tuple[Ribbon, ...]:
    """The ribbon of every pair of states of which something is known, in order of the pair.

    An act counts once per thread and pair, on the day on which it took place or else was first reported as done, and
    only from its publication on: what the ribbon says of a day rests on what had been published by then.
    After: PLOVER 2.0 (scores).
    """
    known = known_of_pairs(threads, judgements, _plover())
    return tuple(_ribbon(pair, known[pair]) for pair in sorted(known))


def _ribbon(pair: Pair, known: Iterable[Known]) -> Ribbon:
    starts: list[Stretch] = []
    standing, rests_on = Standing.QUIET, frozenset[str]()
    for now in figures(known):
        before, standing = standing, judge(now, standing)
        if starts and standing is before and not _is_outworn(rests_on, now):
            continue
        found = grounds(now, standing)
        evidence = tuple(dict.fromkeys(thing.id for thing in found.known))[:MOST]
        since = starts[-1].since if starts and standing is before else now.day
        starts.append(Stretch(now.day, None, since, standing, now.level, now.trend, evidence, found.because))
        rests_on = frozenset(evidence)
    ends = [*(stretch.start for stretch in starts[1:]), None]
    return Ribbon(pair, tuple(replace(stretch, end=end) for stretch, end in zip(starts, ends, strict=True)))


def _is_outworn(rests_on: frozenset[str], now: Figures) -> bool:
    """All that the stretch rests on lies behind both windows, or is no longer heeded."""
    return bool(rests_on) and rests_on.isdisjoint(thing.id for thing in now.recent + now.before + now.stops)


def standing_on(ribbon: Ribbon, day: date) -> Stretch | None:
    """The stretch that holds the day. Absent: None where nothing was known of the pair by then."""
    place = bisect_right(ribbon.stretches, day, key=lambda stretch: stretch.start)
    return ribbon.stretches[place - 1] if place else None


def as_of(ribbon: Ribbon, day: date) -> Ribbon | None:
    """The ribbon as it was on that day, its last stretch open. Absent: None where nothing was known by then."""
    known = [stretch for stretch in ribbon.stretches if stretch.start <= day]
    if not known:
        return None
    return replace(ribbon, stretches=(*known[:-1], replace(known[-1], end=None)))
