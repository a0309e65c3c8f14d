"""Absolute dates and ranges: "March 21-22", "12 June 2020", "late 2019", "between 2014 and 2016", "2025-03-21"."""

from __future__ import annotations

import re
from typing import Final

from dragoman.dates.moment import Moment, Phrase, Reader, Tense
from dragoman.dates.terms import DASH, TO, day_number, month_number, words
from dragoman.dates.values import between, bounds, day, month
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence
from dragoman.rules import Rule


def dated(match: re.Match[str], moment: Moment, month_group: str = "month", day_group: str = "day") -> str | None:
    """The day that the groups give, in the year they give or the nearest that fits."""
    groups = match.groupdict()
    number, name = day_number(groups[day_group]), groups.get(month_group) or groups["month"]
    if groups.get("year"):
        return day(int(groups["year"]), month_number(name), number)
    return day_near(month_number(name), number, moment)


def day_near(number: int, of_month: int, moment: Moment) -> str | None:
    """The day of that month nearest to publication; one on the wrong side of the tense counts three times as far."""
    if moment.published is None:
        return None
    days = [d for d in (day(moment.published.year + n, number, of_month) for n in (-1, 0, 1)) if d]
    return min(days, key=lambda d: _off(d, moment), default=None)


def month_near(number: int, moment: Moment) -> str | None:
    """As `day_near`, for a month without a year; the month of publication itself fits any tense."""
    if moment.published is None:
        return None
    year, here = moment.published.year, moment.published.month
    if moment.tense is Tense.PAST:
        return month(year if number <= here else year - 1, number)
    if moment.tense is Tense.FUTURE:
        return month(year if number >= here else year + 1, number)
    near = min((year - 1, year, year + 1), key=lambda y: abs((y - year) * 12 + number - here - 0.5))
    return month(near, number)


def _day_range(match: re.Match[str], moment: Moment) -> str | None:
    """Both ends in one year, or across New Year; without a year, the range that fits the tense and lies nearest."""
    groups = match.groupdict()
    first_month = month_number(groups["month"])
    first = (first_month, day_number(groups["day"]))
    last = (month_number(groups["month2"]) if groups.get("month2") else first_month, day_number(groups["day2"]))
    if groups.get("year"):
        return _range_to(int(groups["year"]), first, last)
    if moment.published is None:
        return None
    ranges = [r for r in (_range_to(moment.published.year + n, first, last) for n in (-1, 0, 1)) if r]
    return min(ranges, key=lambda r: _off(r, moment), default=None)


def _range_to(year: int, first: tuple[int, int], last: tuple[int, int]) -> str | None:
    return between(day(year - (first > last), *first), day(year, *last))


def _off(value: str, moment: Moment) -> int:
    """How far in days a range lies from publication, on the wrong side of the tense three times as far."""
    first, last = bounds(value)
    if first is None or last is None or moment.published is None or first <= moment.published <= last:
        return 0
    gap = max((first - moment.published).days, (moment.published - last).days)
    wrong = Tense.PAST if first > moment.published else Tense.FUTURE
    return gap * 3 if moment.tense is wrong else gap


def _month(match: re.Match[str], moment: Moment) -> str | None:
    groups = match.groupdict()
    number = month_number(groups.get("month") or groups["name"])
    return month(int(groups["year"]), number) if groups.get("year") else month_near(number, moment)


def _month_range(match: re.Match[str], moment: Moment) -> str | None:
    groups = match.groupdict()
    first, last = month_number(groups["month"]), month_number(groups["month2"])
    if groups.get("year"):
        year = int(groups["year"])
    else:
        near = month_near(last, moment)
        if near is None:
            return None
        year = int(near[:4])
    started = int(groups["year2"]) if groups.get("year2") else year - (first > last)
    return between(month(started, first), month(year, last))


def _year_range(match: re.Match[str], moment: Moment) -> str | None:
    last = match["year2"] if match.groupdict().get("year2") else match["year"][:2] + match["short"][-2:]
    return between(match["year"], last)


def _numeric(match: re.Match[str], moment: Moment) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    if match["mark"] == "/" and first <= 12:
        first, second = second, first
    return day(int(match["year"]), second, first)


def _iso(match: re.Match[str], moment: Moment) -> str | None:
    return day(int(match["year"]), int(match["m"]), int(match["d"]))


def no_month(sentence: Sentence, span: Span) -> bool:
    """The word that looks like a month is a person ("Theresa May"), a verb ("May they ..."), or a march."""
    for token in sentence.within(span):
        if token.text in ("May", "March", "August", "April", "June"):
            before = sentence.tokens[token.index - 1] if token.index else None
            if token.entity == "PERSON" or token.pos in ("VERB", "AUX"):
                return True
            if before is None:
                return token.text in ("May", "March")
            if before.text in TITLES or (before.pos == "PROPN" and before.entity in ("PERSON", "GPE", "ORG")):
                return True
    return False


TITLES: Final = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Minister President Secretary Senator Theresa".split())
WEEKDAY: Final = r"(?:{weekday},? )?"
WEEKDAY2: Final = r"(?:{weekday2},? )?"
COUNTED: Final = (
    r"(?:people|troops|soldiers|migrants|refugees|prisoners|men|women|tons|tonnes|miles|km|meters|metres|dollars|"
    r"workers|homes|police|GMT|UTC|hours)"
)

RULES: Final[tuple[Rule[Reader | None], ...]] = (
    Rule(
        "dates.iso",
        _iso,
        Phrase(words(r"(?<![\d-]){year}[-/.](?P<m>0[1-9]|1[0-2])[-/.](?P<d>[0-2]\d|3[01])(?![\d-])")),
        ("the note is dated [2025-03-21] and unsigned",),
        ("file 2025-03-215 was lost",),
    ),
    Rule(
        "dates.numeric",
        _numeric,
        Phrase(
            words(
                r"(?<![\d/.])(?P<first>[0-2]?\d|3[01])(?P<mark>[/.])(?P<second>[0-2]?\d|3[01])(?P=mark)(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
            )
        ),
        ("signed on [21.03.2025] by both",),
        ("a ratio of 1/2 held",),
    ),
    Rule(
        "dates.month_days",
        _day_range,
        Phrase(words(rf"{WEEKDAY}{{month}} {{day}}(?:{TO}| and ){{day2}}(?:,? {{year}})?")),
        ("The envoys meet on [March 21-22] in Oslo", "it ran from [March 3 to 5, 2019] there"),
        ("between March 21 and April 2",),
    ),
    Rule(
        "dates.days_month",
        _day_range,
        Phrase(words(rf"(?:the )?{{day}}(?:{TO}| and )(?:the )?{{day2}} (?:of )?{{month}}(?:,?(?: of)? {{year}})?")),
        ("a forum on [12-13 June] in Baku", "talks ran from [22 to 27 February]", "on [21/22 March 2025]"),
        ("between 2 and 3 people",),
    ),
    Rule(
        "dates.month_day_to_month_day",
        _day_range,
        Phrase(
            words(
                rf"{WEEKDAY}{{month}} {{day}}(?:, {{year2}})?(?:{TO}| and )"
                rf"{WEEKDAY2}{{month2}} {{day2}}(?:,? {{year}})?"
            )
        ),
        ("the tour lasts from [February 28 to March 3]",),
        ("February 28 or March 3",),
    ),
    Rule(
        "dates.day_month_to_day_month",
        _day_range,
        Phrase(
            words(
                rf"{WEEKDAY}{{day}} {{month}}(?: {{year2}})?(?:{TO}| and ){WEEKDAY2}{{day2}} {{month2}}(?:,? {{year}})?"
            )
        ),
        ("the tour lasts from [28 February to 3 March]",),
        ("28 February or 3 March",),
    ),
    Rule(
        "dates.month_day_to_day_month",
        _day_range,
        Phrase(words(rf"{{month}} {{day}}{TO}{{day2}} {{month2}}(?:,? {{year}})?")),
        ("the tour lasts from [October 31 – 4 November 2016]",),
        ("October 31, 4 people",),
    ),
    Rule(
        "dates.month_day",
        dated,
        Phrase(words(rf"{WEEKDAY}{{month}} (?:the )?{{day}}(?:,? {{year}})?(?!\s+{COUNTED})"), no_month),
        ("the pact of [July 1, 2020] stands", "they met on [Friday, June 4]", "until [November 7th]"),
        ("in May 2,000 soldiers left",),
    ),
    Rule(
        "dates.day_month",
        dated,
        Phrase(words(rf"{WEEKDAY}(?:the )?{{day}} (?:of )?{{month}}(?:,?(?: of)? {{year}})?")),
        ("a ceremony on [the 12th of June] closed it", "[21 March 2025] was cold"),
        ("the 12 Marchers left",),
    ),
    Rule(
        "dates.months",
        _month_range,
        Phrase(
            words(rf"(?:{{part}} )?{{month}}(?: {{year2}})?{TO}(?:{{part2}} )?{{month2}}(?: (?:of )?{{year}})?"),
            no_month,
        ),
        ("shelling from [June to August 2020] stopped", "the [May–July] round"),
        ("May to leave Brussels",),
    ),
    Rule(
        "dates.between_months",
        _month_range,
        Phrase(words(r"(?:(?<=etween\s)|(?<=rom\s)){month}(?: {year2})? (?:and|to) {month2} {year}")),
        ("flights between [March 2014 and September 2017] were few",),
        ("March 2014 and September 2017 were wet",),
    ),
    Rule(
        "dates.month_year",
        _month,
        Phrase(words(rf"(?:{{part}}(?: |{DASH}))?{{month}},?(?: of)? {{year}}")),
        ("signed in [November 2024] at home", "by [late April 2019]"),
        ("in May 2,000 soldiers left",),
    ),
    Rule(
        "dates.part_of_month",
        _month,
        Phrase(words(rf"(?:{{part}}(?: |{DASH})){{month}}")),
        ("expected by [mid-May] at the latest", "at [the end of August]"),
        ("the middle of Marchand Street",),
    ),
    Rule(
        "dates.month",
        _month,
        Phrase(words(r"(?<![-\w]){name}(?!\s+(?:\d|Street|Square|Road))"), no_month),
        ("the ministers return in [November] for more", "[September]'s accord holds"),
        ("Theresa May flew to Rome", "they may agree", "the protesters march on"),
    ),
    Rule(
        "dates.years",
        _year_range,
        Phrase(words(rf"(?<![-/\d])(?:{{part}} )?{{year}}{TO}(?:(?:{{part2}} )?{{year2}}|{{short}})(?![-/\d])")),
        ("observers stayed in [2002-2003] only", "the [2014–16] mission"),
        ("on 2014-05-16 it",),
    ),
    Rule(
        "dates.between_years",
        _year_range,
        Phrase(words(r"(?:(?<=etween\s)|(?<=rom\s)){year} (?:and|to) {year2}")),
        ("deployed between [2014 and 2016] there",),
        ("in 2014 and 2016",),
    ),
    Rule(
        "dates.year",
        lambda match, moment: match["year"],
        Phrase(words(rf"(?<![-/\d#№])(?:{{part}}(?: |{DASH}))?{{year}}(?!{DASH}?[A-Za-z\d]|/|\s+{COUNTED})")),
        ("a treaty of [1961] on trade", "since [late 2019] it has", "[2018]'s best"),
        ("sent 2000 troops", "worth $2015 then", "2,018 men"),
    ),
)
