"""Days, weeks and months as EDTF, whatever the day they count from."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates import values

DAYS = st.dates(min_value=date(1000, 1, 8), max_value=date(9000, 1, 1))


@given(DAYS, st.integers(-60, 60), st.sampled_from(sorted(values.UNITS)))
def test_a_moved_day_keeps_its_precision(of: date, count: int, unit: str) -> None:
    value = values.coarse(values.moved(of, count, unit), unit)
    assert parse_edtf(value)
    assert value.count("-") == {"day": 2, "week": 2, "month": 1, "year": 0}[values.UNITS[unit]]


@given(DAYS, st.integers(-5, 5))
def test_a_week_holds_seven_days(of: date, shift: int) -> None:
    first, last = values.bounds(values.week(of, shift))
    assert first is not None
    assert last is not None
    assert (first.weekday(), (last - first).days) == (0, 6)


@given(st.integers(1000, 9000), st.integers(-24, 36))
def test_months_run_on_over_new_year(year: int, number: int) -> None:
    first, _ = values.bounds(values.month(year, number))
    assert first is not None
    assert first.year * 12 + first.month == year * 12 + number


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2025-03-21", "2025-03-22", "2025-03-21/2025-03-22"),
        ("2025-03-21", "2025-03-21", "2025-03-21"),
        ("2025-03-22", "2025-03-21", None),
        (None, "2025", None),
        ("2025-01/2025-03", "2025-04/2025-06", "2025-01/2025-06"),
    ],
)
def test_ranges_run_forward(first: str | None, last: str | None, value: str | None) -> None:
    assert values.between(first, last) == value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2018/..", date(2018, 1, 1), None),
        ("../2025-12", None, date(2025, 12, 31)),
    ],
)
def test_bounds_are_the_first_and_the_last_day(value: str, first: date | None, last: date | None) -> None:
    assert values.bounds(value) == (first, last)


def test_a_day_the_calendar_lacks_is_none() -> None:
    assert values.day(2025, 2, 30) is None
