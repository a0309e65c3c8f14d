"""Whether two mentions of one side of an act name the same."""

from __future__ import annotations

from enum import IntEnum

from dragoman.follow.threads.profile import Side


class Trust(IntEnum):
    """How surely the same take part: states only, one side's persons too, those of both sides."""

    STATES = 0
    ONE_SIDE = 1
    ALL = 2


def likeness(one: Side, other: Side) -> Trust | None:
    """ALL for a person or body in common, ONE_SIDE for an office in common where no name contradicts, STATES where one
    of the two names nobody; None for other persons."""
    if one.persons & other.persons:
        return Trust.ALL
    if one.persons and other.persons:
        return None
    if one.bodies & other.bodies:
        return Trust.ALL
    if one.offices & other.offices:  # one of the two has no name
        return Trust.ONE_SIDE
    return Trust.STATES
