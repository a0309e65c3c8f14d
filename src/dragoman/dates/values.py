"""Days, weeks, months and years as EDTF level 1 values, and back."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final

PART: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
UNITS: Final = {"day": "day", "week": "week", "fortnight": "week", "month": "month", "year": "year", "decade": "year"}
TIMES: Final = {"fortnight": 2, "decade": 10}


def day(year: int, month: int, number: int) -> str | None:
    """That day, or None where the calendar has no such day."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int, number: int) -> str:
    """That month; months past December run on into the next years."""
    years, index = divmod(number - 1, 12)
    return f"{year + years:04d}-{index + 1:02d}"


def between(first: str | None, last: str | None) -> str | None:
    """From the first to the last; None where either is unknown, or the last comes before the first."""
    if first is None or last is None:
        return None
    if first == last:
        return first
    start, end = first.partition("/")[0], last.rpartition("/")[2]
    if ".." not in (start, end) and (bounds(start)[0] or date.min) > (bounds(end)[1] or date.max):
        return None
    return f"{start}/{end}"


def week(of: date, shift: int = 0) -> str:
    """The week, Monday to Sunday, that many weeks after the one that holds the day."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=shift)
    return f"{monday}/{monday + timedelta(days=6)}"


def weekend(of: date, shift: int = 0) -> str:
    """Saturday and Sunday of the week that many weeks after the one that holds the day."""
    saturday = of - timedelta(days=of.weekday()) + timedelta(weeks=shift, days=5)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def moved(of: date, count: int, unit: str) -> date:
    """The day that many units later (earlier if negative); the 31st becomes the last day of a shorter month."""
    count *= TIMES.get(unit, 1)
    kind = UNITS[unit]
    if kind == "day":
        return of + timedelta(days=count)
    if kind == "week":
        return of + timedelta(weeks=count)
    if kind == "year":
        count *= 12
    year, index = divmod(of.year * 12 + of.month - 1 + count, 12)
    return date(year, index + 1, min(of.day, calendar.monthrange(year, index + 1)[1]))


def coarse(of: date, unit: str) -> str:
    """The day, month or year that a count in this unit can point to: "two months ago" is a month, not a day."""
    kind = UNITS[unit]
    return of.isoformat() if kind in ("day", "week") else of.isoformat()[: 7 if kind == "month" else 4]


def is_value(value: str) -> bool:
    """Every end of the value is open or in the calendar, years 1 to 9999."""
    return all(part == ".." or (PART.fullmatch(part) and part[:4] != "0000") for part in value.split("/"))


def bounds(value: str) -> tuple[date | None, date | None]:
    """First and last day of the value; None for an end that is open."""
    first, _, last = value.partition("/")
    return _bound(first, upper=False), _bound(last or first, upper=True)


def _bound(part: str, upper: bool) -> date | None:
    digits = PART.match(part)
    if digits is None:
        return None
    year = int(digits[1])
    number = int(digits[2] or (12 if upper else 1))
    length = calendar.monthrange(year, number)[1]
    return date(year, number, int(digits[3] or (length if upper else 1)))
