"""Counted from a date given before: "two days earlier", "the same month", "the following day", "on the 15th"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dragoman.dates.moment import Moment, Phrase, Reader
from dragoman.dates.relative import unit_at
from dragoman.dates.terms import day_number, number, words
from dragoman.dates.values import bounds, coarse, day, moved
from dragoman.rules import Rule


def _fixed(moment: Moment) -> tuple[date | None, date | None]:
    """First and last day of the date the report gave before; the day of publication if it gave none."""
    first, last = bounds(moment.anchor) if moment.anchor else (moment.published, moment.published)
    return first or last, last or first


def _earlier(match: re.Match[str], moment: Moment) -> str | None:
    first, _ = _fixed(moment)
    unit = match["unit"].lower().rstrip("s")
    return coarse(moved(first, -number(match["number"]), unit), unit) if first else None


def _later(match: re.Match[str], moment: Moment) -> str | None:
    _, last = _fixed(moment) if moment.anchor else (None, None)
    unit = match["unit"].lower().rstrip("s")
    return coarse(moved(last, number(match["number"]), unit), unit) if last else None


def _next(match: re.Match[str], moment: Moment) -> str | None:
    _, last = _fixed(moment) if moment.anchor else (None, None)
    return _unit(last, match["kind"], 1)


def _previous(match: re.Match[str], moment: Moment) -> str | None:
    first, _ = _fixed(moment)
    return _unit(first, match["kind"] or match["kind2"], -1)


def _same(match: re.Match[str], moment: Moment) -> str | None:
    first, _ = _fixed(moment) if moment.anchor else (None, None)
    return _unit(first, match["kind"] or match["kind2"], 0)


def _unit(of: date | None, unit: str, shift: int) -> str | None:
    if of is None:
        return None
    return (of + timedelta(days=shift)).isoformat() if unit == "day" else unit_at(of, unit, shift)


def _ordinal_day(match: re.Match[str], moment: Moment) -> str | None:
    first, _ = _fixed(moment)
    return day(first.year, first.month, day_number(match["day"])) if first else None


def _after_event(match: re.Match[str], moment: Moment) -> str | None:
    """ "six years after they quarrelled": when what follows the words took place, counted back from publication."""
    if moment.published is None:
        return None
    unit = match["unit"].lower().rstrip("s")
    return coarse(moved(moment.published, -number(match["number"]), unit), unit)


KIND: Final = r"(?P<kind>day|week|month|year)\b"

RULES: Final[tuple[Rule[Reader | None], ...]] = (
    Rule(
        "dates.units_earlier",
        _earlier,
        Phrase(words(r"{number} {unit} (?i:earlier|before(?=[.,;]|$)|previously)")),
        ("[two days earlier] he had landed in Baku",),
        ("two days early", "two days before the vote"),
    ),
    Rule(
        "dates.units_later",
        _later,
        Phrase(words(r"{number} {unit} (?i:later|afterwards?|after(?=[.,;]|$))\b")),
        ("[three days later] the talks broke up",),
        ("three days late",),
    ),
    Rule(
        "dates.units_after",
        _after_event,
        Phrase(
            words(
                r"(?<!or\s)(?:(?i:just|about|only|nearly|almost|over|more than) )?"
                r"{number} {unit} (?i:after|since|from when)\b"
            )
        ),
        ("fishing resumes [six years after] a ship was seized",),
        ("five years of it",),
    ),
    Rule(
        "dates.following_unit",
        _next,
        Phrase(words(rf"\b(?:[Tt]he|[Oo]n the) (?:following|next) {KIND}(?!-)")),
        ("[the following day] both signed",),
        ("the following days",),
    ),
    Rule(
        "dates.previous_unit",
        _previous,
        Phrase(
            words(
                rf"\b[Tt]he (?:previous|preceding) {KIND}|"
                r"\b(?:[Tt]he|[Aa]) (?P<kind2>day) (?:before|earlier)(?=[.,;]|$)"
            )
        ),
        ("[the previous month] a truce had held",),
        ("the previous months",),
    ),
    Rule(
        "dates.same_unit",
        _same,
        Phrase(words(rf"\b(?:[Tt]he|[Tt]hat) same {KIND}|\b(?:[Oo]n|[Ii]n) that (?P<kind2>day|month|year)\b")),
        ("in [the same month] a second ship sank",),
        ("the same months", "that weekly paper"),
    ),
    Rule(
        "dates.ordinal_day",
        _ordinal_day,
        Phrase(
            words(
                r"\b(?i:on|until|by|since|from) the (?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))\b"
                r"(?!\s+(?!of\b|and\b|he\b|she\b|they\b)[A-Za-z])"
            )
        ),
        ("he will be in Rome [on the 15th], she later",),
        ("on the 15th floor",),
    ),
)
