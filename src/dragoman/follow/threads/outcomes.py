"""What became of a plan, as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from dragoman.follow.threads.steps import HAPPENED, assembled
from dragoman.follow.threads.windows import Window, window_of
from dragoman.model.event import Status
from dragoman.model.thread import Outcome, Step, StepKind, Thread

GRACE: Final = 14  # days after its window in which word of a plan may still come; or a third of the window, if longer
UNDATED: Final = 365  # days after its last mention in which a plan without a date, or put off without one, is open
PLANS: Final = frozenset({Status.PLANNED, Status.EXPECTED, Status.PROPOSED, Status.POSSIBLE, Status.CONDITIONAL})
NEVER_DONE: Final = PLANS | {Status.UNLIKELY, Status.POSTPONED, Status.CANCELLED, Status.RULED_OUT}
OFF_STATUSES: Final = frozenset({Status.POSTPONED, Status.CANCELLED, Status.RULED_OUT, Status.DID_NOT_OCCUR})
OFF: Final[Mapping[StepKind, Outcome]] = {
    StepKind.POSTPONED: Outcome.POSTPONED,
    StepKind.CANCELLED: Outcome.DROPPED,
    StepKind.DID_NOT_TAKE_PLACE: Outcome.DROPPED,
}
ON: Final = frozenset(
    {StepKind.PROPOSED, StepKind.ANNOUNCED, StepKind.CONFIRMED, StepKind.MOVED, StepKind.REOPENED, StepKind.DOUBTED}
)


def as_of(thread: Thread, day: date) -> Thread | None:
    """The act as it was known on that day; None where nothing had been published of it by then."""
    steps = tuple(step for step in thread.steps if step.published is not None and step.published <= day)
    return assembled(thread.id, thread.type, thread.mode, steps) if steps else None


def window(thread: Thread) -> Window | None:
    """When it is to be, as last stated before it took place; once it did, when it did. None where no day is told."""
    return window_of(thread.time)


def outcome(thread: Thread, today: date) -> Outcome | None:
    """What became of the plan by that day, as far as this thread tells (cut it with `as_of` first).

    A plan whose window has passed is overdue for 14 days, or a third of the window's length if that is longer, and then
    has lapsed. One without a date lapses a year after it was last spoken of, and so does one that was put off.
    Absent: None where it was never a plan.
    """
    before = _before(thread)
    if not any(step.status in NEVER_DONE for step in before):
        return None
    if len(before) < len(thread.steps):
        return _held(before, window(thread))
    off = _off(thread)
    if off is Outcome.DROPPED:
        return off
    until = _until(thread, put_off=off is not None)
    if until is None or today <= until:
        return off or Outcome.DUE
    if off is not None or window(thread) is None:
        return Outcome.LAPSED
    return Outcome.OVERDUE if today <= until + _grace(window(thread)) else Outcome.LAPSED


def _before(thread: Thread) -> tuple[Step, ...]:
    """The steps before it took place."""
    for n, step in enumerate(thread.steps):
        if step.kind in HAPPENED:
            return thread.steps[:n]
    return thread.steps


def _held(before: tuple[Step, ...], held: Window | None) -> Outcome:
    announced = [w for step in before if step.status not in OFF_STATUSES and (w := window_of(step.time)) is not None]
    if held is None or not announced or announced[0].meets(held, 1):  # a day either way is a matter of time zones
        return Outcome.KEPT
    return Outcome.SHIFTED


def _off(thread: Thread) -> Outcome | None:
    """How it was called off, if that is the last word on it."""
    for step in reversed(thread.steps):
        if step.kind in OFF:
            return OFF[step.kind]
        if step.kind in ON:
            return None
    return None


def _until(thread: Thread, put_off: bool) -> date | None:
    """The last day on which it can be; for want of one, a year after it was last spoken of."""
    found = window(thread)
    if found is not None and found.last is not None and not put_off:
        return found.last
    spoken = [step.published for step in thread.steps if step.published is not None]
    return max(spoken) + timedelta(days=UNDATED) if spoken else None


def _grace(found: Window | None) -> timedelta:
    return timedelta(days=max(GRACE, ((found.length or 0) if found else 0) // 3))
