"""Longer periods: decades, quarters, halves, seasons, fiscal years, wars with a date; and open ends ("since 2018")."""

from __future__ import annotations

import re
from typing import Final

from dragoman.dates.calendar import month_near
from dragoman.dates.moment import Moment, Phrase, Reader, Tense
from dragoman.dates.terms import DASH, ORDINALS, SEASONS, month_number, words
from dragoman.dates.values import between, bounds, month
from dragoman.rules import Rule

EVENTS: Final = {
    "world war ii": "1939/1945",
    "second world war": "1939/1945",
    "wwii": "1939/1945",
    "world war two": "1939/1945",
    "world war i": "1914/1918",
    "first world war": "1914/1918",
    "wwi": "1914/1918",
    "world war one": "1914/1918",
    "korean war": "1950/1953",
    "september 11 attacks": "2001-09-11",
    "9/11": "2001-09-11",
}
STEPS: Final = {"last": -1, "this": 0, "next": 1, "current": 0, "previous": -1, "coming": 1}


def _decade(match: re.Match[str], moment: Moment) -> str | None:
    start = int(match["decade"])
    part = (match["nearer"] or "").lower()
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return f"{start + first}/{start + last}"


def _year_of(match: re.Match[str], moment: Moment) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if moment.published is None:
        return None
    return moment.published.year + STEPS.get((groups.get("step") or "this").lower(), 0)


def _quarter(match: re.Match[str], moment: Moment) -> str | None:
    year = _year_of(match, moment)
    if year is None:
        return None
    quarter = int(match["q"]) if match.groupdict().get("q") else ORDINALS[match["ordinal"].lower()]
    return between(month(year, quarter * 3 - 2), month(year, quarter * 3))


def _quarter_step(match: re.Match[str], moment: Moment) -> str | None:
    """ "Last quarter": the calendar quarter before the one that holds the day of publication."""
    if moment.published is None:
        return None
    first = (moment.published.month - 1) // 3 * 3 + 1 + 3 * STEPS[match["step"].lower()]
    return season(moment.published.year, first)


def _half(match: re.Match[str], moment: Moment) -> str | None:
    year = _year_of(match, moment)
    if year is None:
        return None
    first = match["ordinal"].lower() in ("first", "1st")
    return between(month(year, 1 if first else 7), month(year, 6 if first else 12))


def season(year: int, first: int) -> str | None:
    """Three months from the first one on: a northern season."""
    return between(month(year, first), month(year, first + 2))


def _season(match: re.Match[str], moment: Moment) -> str | None:
    first, groups = SEASONS[match["season"].lower()], match.groupdict()
    if groups.get("year"):
        return season(int(groups["year"]), first)
    if moment.published is None:
        return None
    year, here = moment.published.year, moment.published.month
    step = (groups.get("step") or "").lower()
    if step in ("last", "previous"):
        return season(year if first + 2 < here else year - 1, first)
    if step in ("next", "coming"):
        return season(year if first > here else year + 1, first)
    if step != "this" and moment.tense is Tense.PAST and first > here:
        year -= 1
    if step != "this" and moment.tense is Tense.FUTURE and first + 2 < here:
        year += 1
    return season(year, first)


def _fiscal(match: re.Match[str], moment: Moment) -> str | None:
    """A fiscal year of the US government: October to September."""
    year = _year_of(match, moment)
    if year is None:
        return None
    if not match.groupdict().get("year") and moment.published and moment.published.month >= 10:
        year += 1
    return between(month(year - 1, 10), month(year, 9))


def _century(match: re.Match[str], moment: Moment) -> str | None:
    number = int(match["count"])
    return f"{(number - 1) * 100 + 1}/{number * 100}"


def _event(match: re.Match[str], moment: Moment) -> str | None:
    return EVENTS[" ".join(match[0].lower().split())]


def _month_of_year(match: re.Match[str], moment: Moment) -> str | None:
    if moment.published is None:
        return None
    year = moment.published.year + STEPS[match["step"].lower()]
    return month(year, month_number(match["name"]))


def _last_month_named(match: re.Match[str], moment: Moment) -> str | None:
    """ "Last November": the latest one that is over; "next May": the first to come."""
    if moment.published is None:
        return None
    number, here, year = month_number(match["name"]), moment.published.month, moment.published.year
    step = match["step"].lower()
    if step in ("this", "current", "coming"):
        return month_near(number, moment) if step == "coming" else month(year, number)
    if step == "next":
        return month(year if number > here else year + 1, number)
    return month(year if number < here else year - 1, number)


OF_YEAR: Final = r"(?:,?(?: of)? {year}|(?: of)? (?P<step>(?i:last|this|next)) year)"

RULES: Final[tuple[Rule[Reader | None], ...]] = (
    Rule(
        "dates.decade",
        _decade,
        Phrase(
            words(
                rf"\b(?:(?i:the) )?(?:(?P<nearer>(?i:early|mid|late))(?: |{DASH}))?(?:(?i:the) )?"
                r"(?P<decade>(?:1[5-9]|20)\d0) ?['’]?s\b"
            )
        ),
        ("an accord from [the early 1960s] lapsed", "[the 1990s] were calm"),
        ("the 1991s",),
    ),
    Rule(
        "dates.decades",
        lambda match, moment: f"{match['first']}/{int(match['second']) + 9}",
        Phrase(
            words(
                r"\b(?:(?i:the) )?(?P<first>(?:1[5-9]|20)\d0)['’]?s (?:and|to) "
                r"(?:(?i:the) )?(?P<second>(?:1[5-9]|20)\d0)['’]?s\b"
            )
        ),
        ("citizens taken in [the 1970s and 1980s] came home",),
        ("the 1970s or 1980s",),
    ),
    Rule(
        "dates.quarter_step",
        _quarter_step,
        Phrase(words(r"\b(?:(?i:the) )?(?P<step>(?i:last|this|next|current|previous|coming)) (?i:quarter)\b(?! of)")),
        ("trade fell [last quarter] by half",),
        ("last quarterly report", "the last quarter of 2020"),
    ),
    Rule(
        "dates.quarter",
        _quarter,
        Phrase(words(rf"\b(?:(?i:the) )?(?:{{ordinal}} quarter|Q(?P<q>[1-4])){OF_YEAR}?")),
        ("in [the first quarter of 2024] trade grew", "[Q3 2021] was weak"),
        ("a quarter of the staff", "Q5"),
    ),
    Rule(
        "dates.half",
        _half,
        Phrase(words(rf"\b(?:(?i:the) )?(?P<ordinal>(?i:first|second|1st|2nd)) half{OF_YEAR}")),
        ("during [the first half of 2017] many fled",),
        ("the second half of the match",),
    ),
    Rule(
        "dates.season",
        _season,
        Phrase(words(rf"\b(?:(?i:early|mid|late|the)(?: |{DASH}))?{{season}}(?: of| in)?,? {{year}}")),
        ("talks broke down in [the spring of 2014] there", "[summer 2019] was hot"),
        ("the fall of Saigon in 1975",),
    ),
    Rule(
        "dates.season_step",
        _season,
        Phrase(words(r"\b(?:(?i:early|late) )?(?P<step>(?i:last|this|next|previous|coming)) {season}(?!-)")),
        ("a visit [this spring] was put off",),
        ("last spring-loaded trap",),
    ),
    Rule(
        "dates.season_of_year",
        _season,
        Phrase(words(r"\b(?i:in|during|by|since|until) (?:(?i:early|late) )?(?:(?i:the) )?{season}\b(?! of)")),
        ("the bridge opens [in the spring] again",),
        ("in the fall of the regime",),
    ),
    Rule(
        "dates.fiscal_year",
        _fiscal,
        Phrase(
            words(
                r"\b(?:(?i:the) )?(?:(?P<step>(?i:last|this|next|current|previous|coming)) "
                r"(?i:fiscal|financial) year|(?i:fiscal year|FY) ?{year})"
            )
        ),
        ("10,000 places in [the next fiscal year] were promised", "funds of [fiscal year 2026] remain"),
        ("fiscal years",),
    ),
    Rule(
        "dates.century",
        _century,
        Phrase(words(r"\b(?:(?i:the) )?(?P<count>1\d|2[01])(?:st|th)(?: |-)(?i:century)\b")),
        ("a feud of [the 19th century] lives on",),
        ("the 19th round",),
    ),
    Rule(
        "dates.event",
        _event,
        Phrase(
            words(
                r"\b(?:(?:World War|WORLD WAR) (?:II|I|Two|One)|WWII?|(?:First|Second) World War|"
                r"Korean War|September 11 attacks|9/11)\b"
            )
        ),
        ("prisoners held in [World War II] were honoured",),
        ("World Warming",),
    ),
    Rule(
        "dates.month_of_year",
        _month_of_year,
        Phrase(words(rf"(?:(?i:early|mid|late)(?: |{DASH}))?{{name}},?(?: of)? (?P<step>(?i:last|this|next)) year\b")),
        ("the two met in [May this year] in Seoul",),
        ("May this yearning end",),
    ),
    Rule(
        "dates.step_month",
        _last_month_named,
        Phrase(words(r"\b(?P<step>(?i:last|this|next|previous|coming|past)) {name}")),
        ("[last November] a pact was reached",),
        ("at last, November came to an end",),
    ),
)


def since(value: str) -> str:
    """From then on."""
    return f"{value.partition('/')[0]}/.."


def until(value: str) -> str:
    """Up to and with then."""
    return f"../{value.rpartition('/')[2]}"


def after(value: str) -> str:
    """Later than then, to no known end."""
    return since(value) if bounds(value)[1] else value


OPENERS: Final = {
    "since": since,
    "until": until,
    "till": until,
    "til": until,
    "by": until,
    "before": until,
    "after": after,
}
