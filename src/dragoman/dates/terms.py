"""The words that expressions are built from, and how a pattern names them.

`words("{month} {day}")` is a pattern with the groups `month` and `day`; a blank stands for any white space.
"""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
WEEKDAYS: Final = {name: n for n, name in enumerate("mon tue wed thu fri sat sun".split())}
NUMBERS: Final = {
    name: n
    for n, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {
    "a": 1,
    "an": 1,
    "single": 1,
    "couple of": 2,
    "a couple of": 2,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
}
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4} | {
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
DASH: Final = "[-\u2010\u2011\u2012\u2013\u2014\u2015\u2212]"

FRAGMENTS: Final = {
    "month": (
        r"\b(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?|July?|Aug(?:ust|\b\.?)|"
        r"Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?)|"
        r"january|february|april|june|july|september|october|november|december|"
        r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![A-Za-z])"
    ),
    "name": r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![A-Za-z])",
    "day": r"(?<![\d.,])(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%A-Za-z]|[.,:]\d)",
    "year": r"(?<![\d.,$€£])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)",
    "short": r"'?\d\d(?!\d)",
    "weekday": r"\b(?i:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri)\.",
    "part": (
        r"(?i:early|mid|late|the start of|the beginning of|the middle of|the end of|end of|the close of|the eve of)"
    ),
    "number": (
        r"(?i:\b(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
        r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|(?:a )?couple of|single))"
    ),
    "unit": r"\b(?:day|week|fortnight|month|year|decade)s?\b",
    "season": r"(?i:\b(?:spring|summer|autumn|fall|winter)\b)",
    "ordinal": r"(?i:\b(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)\b)",
    "time": r"(?i:morning|afternoon|evening|night|midnight|noon)",
}
NAMED: Final = re.compile(r"\{([a-z]+)(\d?)\}")
TO: Final = rf"(?: ?{DASH} ?|/| (?:to|through|until|till) )"


def words(pattern: str) -> re.Pattern[str]:
    """The pattern with its {fragments} filled in as named groups (`{month2}` is the group `month2`)."""

    def fill(match: re.Match[str]) -> str:
        return f"(?P<{match[0][1:-1]}>{FRAGMENTS[match[1]]})"

    return re.compile(NAMED.sub(fill, pattern).replace("{{", "{").replace(" ", r"\s+").replace(r"\s+?", r"\s?"))


def month_number(name: str) -> int:
    """1 to 12."""
    return MONTHS[name[:3].lower()]


def day_number(written: str) -> int:
    """The day of the month: "22", "22nd"."""
    return int(written.rstrip("stndrh"))


def number(written: str) -> int:
    """The count: "3", "three", "a"."""
    return int(written) if written.isdigit() else NUMBERS[" ".join(written.lower().split())]
