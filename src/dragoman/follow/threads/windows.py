"""EDTF level 1 values as stretches of days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

PART: Final = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)")
SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # spring to winter, in the northern year


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a value can mean, both ends included.

    Absent: an end that is None is open or unknown.
    """

    first: date | None
    last: date | None

    @property
    def length(self) -> int | None:
        """How many days; None where an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    def meets(self, other: Window, slack: int = 0) -> bool:
        """The two share a day, or come within `slack` days of it."""
        return _before(self.first, other.last, slack) and _before(other.first, self.last, slack)

    def apart(self, other: Window) -> int:
        """How many days lie between the two; 0 where they meet."""
        gaps = [
            (later - earlier).days
            for later, earlier in ((other.first, self.last), (self.first, other.last))
            if later is not None and earlier is not None
        ]
        return max(0, *gaps, 0)


def _before(first: date | None, last: date | None, slack: int) -> bool:
    return first is None or last is None or (first - last).days <= slack


@lru_cache(maxsize=20_000)
def window_of(value: str | None) -> Window | None:
    """The days of an EDTF level 1 value; a value marked as approximate or uncertain reaches a third of its length
    further on both sides.

    Absent: None for no value, for one that is not EDTF level 1, and for one with both ends open.
    After: EDTF (Library of Congress, 2019), level 1.
    """
    if not value:
        return None
    start, slash, end = value.partition("/")
    first, last = _part(start), _part(end) if slash else _part(start)
    if (first is None and start not in ("", "..")) or (last is None and (end if slash else start) not in ("", "..")):
        return None
    found = Window(first.first if first else None, last.last if last else None)
    if found == Window(None, None) or (found.length is not None and found.length < 1):
        return None
    return found


def day_window(day: date) -> Window:
    """That day alone."""
    return Window(day, day)


def _part(text: str) -> Window | None:
    digits = PART.fullmatch(text)
    if digits is None:
        return None
    year, month, number, mark = digits.groups()
    try:
        first, last = _days(year, month, number)
    except ValueError:
        return None
    if mark:
        more = timedelta(days=max(1, ((last - first).days + 1) // 3))
        first, last = max(first, date.min + more) - more, min(last, date.max - more) + more
    return Window(first, last)


def _days(year: str, month: str | None, number: str | None) -> tuple[date, date]:
    """First and last day. Raises: ValueError where the calendar has no such day."""
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    index = int(month)
    if index in SEASONS:
        start, end = SEASONS[index]
        later = high + 1 if end < start else high
        return date(low, start, 1), date(later, end, calendar.monthrange(later, end)[1])
    if not 1 <= index <= 12:
        raise ValueError(month)
    if number is None or number == "XX":
        return date(low, index, 1), date(high, index, calendar.monthrange(high, index)[1])
    return date(low, index, int(number)), date(high, index, int(number))
