"""Where reports of one act cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from dragoman.follow.threads.windows import Window, window_of
from dragoman.follow.threads.words import names_act, noun_of
from dragoman.model.claim import Voucher
from dragoman.model.event import Status
from dragoman.model.thread import Conflict, Step, StepKind, Thread

DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING})
DENIED: Final = frozenset({Status.DID_NOT_OCCUR})
FIRM: Final = frozenset({Status.PLANNED})
REFUSED: Final = frozenset({Status.RULED_OUT, Status.CANCELLED})
SAME_TIME: Final = 1  # days between two reports up to which the later does not know better, but otherwise
SAME_STATE: Final = 14  # days between a report that it took place and the denial of it
EXACT: Final = 3  # days: a window that tells a day


def conflicts(thread: Thread) -> tuple[Conflict, ...]:
    """The pairs of mentions that contradict each other, one for each pair of sides and each matter.

    Only what different outlets, or different speakers, say of one state of the act is compared: a later report of a
    later state supersedes, it does not contradict.
    """
    found: list[Conflict] = []
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for one, other in combinations(thread.steps, 2):
        for about, values in _contradictions(one, other):
            key = about, tuple(sorted(values))
            if key not in seen:
                seen.add(key)
                found.append(Conflict(thread.id, about, (one.event, other.event), values))
    return tuple(found)


def _contradictions(one: Step, other: Step) -> Iterator[tuple[str, tuple[str, str]]]:
    if _voice(one) == _voice(other) or not (names_act(one.trigger) and names_act(other.trigger)):
        return
    if _statuses_clash(one, other):
        yield _clash_of(one, other), (one.status.value, other.status.value)
    elif one.outlet != other.outlet:
        if _announced_together(one, other) and _days_clash(one, other):
            yield "date", (str(one.time), str(other.time))
        if (_both_done(one, other) or _announced_together(one, other)) and _places_clash(one, other):
            yield "place", (_place(one), _place(other))


def _voice(step: Step) -> tuple[str, str | None]:
    return step.outlet, step.source.name


def _statuses_clash(one: Step, other: Step) -> bool:
    """One says it took place, the other that it did not; or, in the same report, that it will and that it will not."""
    pair = {one.status, other.status}
    if pair & DONE and pair & DENIED:
        return _windows_meet(one, other) and _days_apart(one, other) <= SAME_STATE
    if not (pair & FIRM and pair & REFUSED and _both_named(one, other)):
        return False
    return one.report == other.report and noun_of(one.trigger) == noun_of(other.trigger)


def _clash_of(one: Step, other: Step) -> str:
    return "dispute" if _both_named(one, other) else "status"


def _both_named(one: Step, other: Step) -> bool:
    named = one.source.kind is Voucher.NAMED and other.source.kind is Voucher.NAMED
    return named and one.source.name != other.source.name


def _both_done(one: Step, other: Step) -> bool:
    return one.status in DONE and other.status in DONE


def _announced_together(one: Step, other: Step) -> bool:
    """Both announce it at the same time, so that the later does not know better."""
    if one.status not in FIRM or other.status not in FIRM or StepKind.REOPENED in (one.kind, other.kind):
        return False
    return _days_apart(one, other) <= SAME_TIME


def _days_clash(one: Step, other: Step) -> bool:
    first, second = _exact_day(one), _exact_day(other)
    return first is not None and second is not None and first.apart(second) > 1


def _exact_day(step: Step) -> Window | None:
    found = window_of(step.time)
    return found if found is not None and (found.length or EXACT + 1) <= EXACT else None


def _places_clash(one: Step, other: Step) -> bool:
    """Other countries on the same day: on the way from one to the other it is no contradiction."""
    days, first, second = (_exact_day(one), _exact_day(other)), one.place, other.place
    if first is None or second is None or first.country is None or second.country is None:
        return False
    return first.country != second.country and None not in days and days[0] == days[1]


def _place(step: Step) -> str:
    return step.place.name if step.place else ""


def _windows_meet(one: Step, other: Step) -> bool:
    first, second = window_of(one.time), window_of(other.time)
    return first is None or second is None or first.meets(second, 1)


def _days_apart(one: Step, other: Step) -> int:
    if one.published is None or other.published is None:
        return SAME_TIME + 1
    return abs((other.published - one.published).days)
