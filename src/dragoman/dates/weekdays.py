"""Days of the week: "on Tuesday", "last Friday", "Monday night", "from Monday to Wednesday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dragoman.dates.moment import Moment, Phrase, Reader, Tense
from dragoman.dates.terms import TO, WEEKDAYS, words
from dragoman.dates.values import between
from dragoman.rules import Rule


def weekday_near(name: str, moment: Moment) -> date | None:
    """The day of that name: the last one up to and with publication, or the next one for what is to come."""
    if moment.published is None:
        return None
    back = (moment.published.weekday() - WEEKDAYS[name[:3].lower()]) % 7
    if moment.tense is Tense.FUTURE:
        return moment.published + timedelta(days=(7 - back) % 7)
    if moment.tense is Tense.OPEN and back > 4:
        return moment.published + timedelta(days=7 - back)
    return moment.published - timedelta(days=back)


def _weekday(match: re.Match[str], moment: Moment) -> str | None:
    found = weekday_near(match["weekday"], moment)
    return found.isoformat() if found else None


def _last(match: re.Match[str], moment: Moment) -> str | None:
    if moment.published is None:
        return None
    back = (moment.published.weekday() - WEEKDAYS[match["weekday"][:3].lower()]) % 7
    return (moment.published - timedelta(days=back or 7)).isoformat()


def _next(match: re.Match[str], moment: Moment) -> str | None:
    """ "Next Friday": the one of the next week, Monday to Sunday; the one to come is plain "Friday"."""
    if moment.published is None:
        return None
    monday = moment.published + timedelta(days=7 - moment.published.weekday())
    return (monday + timedelta(days=WEEKDAYS[match["weekday"][:3].lower()])).isoformat()


def _of_week(match: re.Match[str], moment: Moment) -> str | None:
    """ "Tuesday last week": that day of the week named."""
    if moment.published is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1}[match["step"].lower()]
    monday = moment.published - timedelta(days=moment.published.weekday())
    return (monday + timedelta(weeks=shift, days=WEEKDAYS[match["weekday"][:3].lower()])).isoformat()


def _range(match: re.Match[str], moment: Moment) -> str | None:
    if moment.published is None:
        return None
    last = weekday_near(match["weekday2"], moment)
    first = WEEKDAYS[match["weekday"][:3].lower()]
    if last is None:
        return None
    return between((last - timedelta(days=(last.weekday() - first) % 7)).isoformat(), last.isoformat())


PART: Final = r"(?: (?:morning|afternoon|evening|night|noon|midnight)\b)?"
EARLY: Final = r"(?:(?i:early|late|earlier|later) (?:on )?)?"

RULES: Final[tuple[Rule[Reader | None], ...]] = (
    Rule(
        "dates.weekday",
        _weekday,
        Phrase(words(rf"{EARLY}{{weekday}}{PART}(?!s)")),
        ("the envoy left on [Tuesday] without a word", "a bomb fell [Friday night] in the port"),
        ("he hates Mondays", "Fridayland"),
    ),
    Rule(
        "dates.last_weekday",
        _last,
        Phrase(words(rf"\b(?:[Ll]ast|[Pp]ast|[Pp]revious) {{weekday}}{PART}")),
        ("since [last Friday] nobody has called",),
        ("at last, Friday's talks began",),
    ),
    Rule(
        "dates.next_weekday",
        _next,
        Phrase(words(rf"\b(?:[Nn]ext|[Cc]oming) {{weekday}}{PART}")),
        ("they sign [next Thursday] in Bern",),
        ("next came Thursday",),
    ),
    Rule(
        "dates.this_weekday",
        _weekday,
        Phrase(words(rf"\b[Tt]his {{weekday}}{PART}")),
        ("[this Sunday] the polls open",),
        ("this is Sunday's paper",),
    ),
    Rule(
        "dates.weekday_of_week",
        _of_week,
        Phrase(words(r"{weekday}(?: of)? (?P<step>(?i:last|this|next)) week\b")),
        ("on [Tuesday last week] they met",),
        ("on Tuesday last weekend's talks failed",),
    ),
    Rule(
        "dates.weekdays",
        _range,
        Phrase(words(rf"{{weekday}}(?:{TO}| and ){{weekday2}}")),
        ("from [Monday to Wednesday] the port is shut", "on [Monday and Tuesday] they talked"),
        ("Monday or Tuesday",),
    ),
)
