"""The day on which a plan was given up for lost, because its time had passed and nothing was heard."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.follow.threads.outcomes import GRACE, NEVER_DONE, as_of, outcome
from dragoman.follow.threads.windows import window_of
from dragoman.model.thread import Outcome, Step, Thread


def lapse(thread: Thread) -> tuple[date, Step] | None:
    """The first day on which the plan with a date counts as lapsed, and its last step known by then; None where it
    never did."""
    days = set()
    for step in thread.steps:
        window = window_of(step.time) if step.status in NEVER_DONE else None
        if window is not None and window.last is not None and step.published is not None:
            grace = max(GRACE, (window.length or 0) // 3)
            days.add(max(window.last + timedelta(grace + 1), step.published))
    for day in sorted(days):
        known = as_of(thread, day)
        if known is not None and outcome(known, day) is Outcome.LAPSED:
            return day, known.steps[-1]
    return None
