"""Dates counted from the day of publication: "yesterday", "last month", "ten days ago", "in three weeks"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dragoman.dates.moment import Moment, Phrase, Reader, Tense
from dragoman.dates.tense import tense_at
from dragoman.dates.terms import DASH, number, words
from dragoman.dates.values import between, coarse, month, moved, week, weekend
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence
from dragoman.rules import Rule

SHIFTS: Final = {"yesterday": -1, "tomorrow": 1}
STEPS: Final = {"last": -1, "previous": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1, "following": 1}


def day_shift(shift: int) -> Reader:
    """A reader that gives the day so many days after publication."""

    def read(match: re.Match[str], moment: Moment) -> str | None:
        return None if moment.published is None else (moment.published + timedelta(days=shift)).isoformat()

    return read


def unit_at(of: date, unit: str, shift: int) -> str:
    """The whole week, weekend, month or year so many after the one that holds the day."""
    if unit == "week":
        return week(of, shift)
    if unit == "weekend":
        return weekend(of, shift)
    return month(of.year, of.month + shift) if unit == "month" else str(of.year + shift)


def _step(match: re.Match[str], moment: Moment) -> str | None:
    if moment.published is None:
        return None
    step = STEPS[(match["step"] or "this").lower()]
    unit = match["kind"].lower()
    if unit == "decade":
        start = moment.published.year // 10 + step
        return f"{start * 10}/{start * 10 + 9}"
    if unit == "fortnight":
        return _window(moment, 2 * step, "week")
    if unit == "week" and step == 0 and match[0].lower().startswith("earlier") and moment.published.weekday():
        return between(week(moment.published).partition("/")[0], (moment.published - timedelta(days=1)).isoformat())
    return unit_at(moment.published, unit, step)


def _weekend(match: re.Match[str], moment: Moment) -> str | None:
    """ "Over the weekend": the last one for what is past, the next for what is to come."""
    if moment.published is None:
        return None
    early = moment.published.weekday() < 5
    return weekend(moment.published, -1 if moment.tense is not Tense.FUTURE and early else 0)


def _ago(match: re.Match[str], moment: Moment) -> str | None:
    if moment.published is None:
        return None
    unit = match["unit"].lower().rstrip("s")
    return coarse(moved(moment.published, -number(match["number"]), unit), unit)


def _ahead(match: re.Match[str], moment: Moment) -> str | None:
    if moment.published is None:
        return None
    unit = match["unit"].lower().rstrip("s")
    return coarse(moved(moment.published, number(match["number"]), unit), unit)


def not_ahead(sentence: Sentence, span: Span) -> bool:
    """The verb does not speak of the future: "for the first time in three years" is a length."""
    return tense_at(sentence, span) is not Tense.FUTURE


def _window(moment: Moment, count: int, unit: str) -> str | None:
    """From publication to so many units away, at the precision of the unit."""
    if moment.published is None:
        return None
    unit_of_value = "month" if unit in ("year", "decade") else unit
    here, there = coarse(moment.published, unit_of_value), coarse(moved(moment.published, count, unit), unit_of_value)
    return between(*sorted((here, there)))


def _past_units(match: re.Match[str], moment: Moment) -> str | None:
    return _window(moment, -number(match["number"]), match["unit"].lower().rstrip("s"))


def _next_units(match: re.Match[str], moment: Moment) -> str | None:
    return _window(moment, number(match["number"]), match["unit"].lower().rstrip("s"))


def _within(match: re.Match[str], moment: Moment) -> str | None:
    """ "Within three weeks": days from publication on; a past act's window is not known."""
    if moment.published is None or moment.tense is Tense.PAST:
        return None
    unit = match["unit"].lower().rstrip("s")
    there = moved(moment.published, number(match["number"]), unit)
    if unit in ("year", "decade"):
        return between(str(moment.published.year), str(there.year))
    return between(moment.published.isoformat(), there.isoformat())


def _vague(match: re.Match[str], moment: Moment) -> str | None:
    return None


KIND: Final = r"(?P<kind>weekend|week|month|year|decade|fortnight)\b(?!-)"
NEARER: Final = (
    r"(?:(?i:earlier|later|early|late|the end of|end of|the start of|the beginning of|the middle of|mid)(?: |-))?"
)

RULES: Final[tuple[Rule[Reader | None], ...]] = (
    Rule(
        "dates.today",
        day_shift(0),
        Phrase(words(r"\b(?i:today|tonight|this morning|this afternoon|this evening|earlier today|later today)\b")),
        ("the premier flew home [today] with an offer", "they dine [tonight] in Rome"),
        ("the to-day life", "this morningstar"),
    ),
    Rule(
        "dates.yesterday",
        day_shift(-1),
        Phrase(
            words(
                r"\b(?:(?i:late|early|earlier) )?"
                r"(?i:last night|yesterday(?: (?:morning|evening|afternoon|night))?)\b"
            )
        ),
        ("shells fell [yesterday] near the town", "[last night] he left"),
        ("the last nightmare",),
    ),
    Rule(
        "dates.tomorrow",
        day_shift(1),
        Phrase(words(r"\b(?:(?i:late|early) )?(?i:tomorrow(?: (?:morning|evening|afternoon|night))?)\b")),
        ("the ministers sign [tomorrow morning] at nine",),
        ("tomorrowland is shut",),
    ),
    Rule(
        "dates.day_before_yesterday",
        day_shift(-2),
        Phrase(words(r"\b(?i:the day before yesterday)\b")),
        ("he had landed [the day before yesterday] in Cairo",),
        ("the day before the vote",),
    ),
    Rule(
        "dates.day_after_tomorrow",
        day_shift(2),
        Phrase(words(r"\b(?i:the day after tomorrow)\b")),
        ("she lands [the day after tomorrow] in Cairo",),
        ("the day after the vote",),
    ),
    Rule(
        "dates.step",
        _step,
        Phrase(
            words(
                rf"\b{NEARER}(?:(?i:the) )?(?P<step>(?i:last|this|next|previous|current|coming)) "
                rf"(?:(?i:calendar) )?{KIND}"
            )
        ),
        ("[last month] the two sides fell out", "a round is due [early next month]", "[later this year] he travels"),
        ("the last weeks of the war", "this week-long strike"),
    ),
    Rule(
        "dates.end_of_unit",
        _step,
        Phrase(
            words(
                r"\b(?i:the end of|end of|the start of|the middle of|the rest of|the second half of|the first half of) "
                r"(?P<step>the) (?P<kind>week|month|year|decade)\b"
            )
        ),
        ("a deal by [the end of the year] is likely",),
        ("the end of the yearbook",),
    ),
    Rule(
        "dates.in_the_year",
        _step,
        Phrase(words(r"\b(?i:earlier|later) in (?P<step>the) (?P<kind>week|month|year|decade)\b")),
        ("[earlier in the year] both had walked out",),
        ("the first time in the year-long feud",),
    ),
    Rule(
        "dates.weekend",
        _weekend,
        Phrase(words(r"\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n) (?:the|a) weekend\b")),
        ("envoys met [over the weekend] in Doha",),
        ("over the weekender bag",),
    ),
    Rule(
        "dates.ago",
        _ago,
        Phrase(words(rf"{{number}}(?: |{DASH}){{unit}}(?: (?i:ago|back\b|prior(?! to))|,? (?i:before now))")),
        ("[ten days ago] the border was shut", "the seizure of a ship [a year ago] still rankles"),
        ("ten days again",),
    ),
    Rule(
        "dates.ahead",
        _ahead,
        Phrase(words(r"\b(?i:in) (?:(?i:about|around|roughly) )?{number} {unit}(?i:'s? time|’s? time| from now)")),
        ("a vote [in three weeks' time] decides",),
        ("in three weeks they won",),
    ),
    Rule(
        "dates.in_units",
        _ahead,
        Phrase(words(r"\b(?:In|in) (?:(?i:about|around|roughly) )?{number} {unit}(?!['’])"), not_ahead),
        ("the leaders will meet [in three days] again",),
        ("in three-day talks",),
    ),
    Rule(
        "dates.from_now",
        _ahead,
        Phrase(words(r"{number} {unit} (?i:from now|from today|hence)\b")),
        ("the pact ends [two years from now] at last",),
        ("two years from the start",),
    ),
    Rule(
        "dates.past_units",
        _past_units,
        Phrase(words(r"\b(?i:(?:the|these) (?:past|last|previous)) {number} {unit}")),
        ("in [the past two weeks] three ships were stopped",),
        ("the past week's news",),
    ),
    Rule(
        "dates.next_units",
        _next_units,
        Phrase(words(r"\b(?i:(?:the|these) (?:next|coming|following)) {number} {unit}")),
        ("aid flows over [the next five years] at least",),
        ("the next big week",),
    ),
    Rule(
        "dates.past_unit",
        lambda match, moment: _window(moment, -1, match["kind"]),
        Phrase(words(r"\b(?i:the past|over the last|in the last) (?P<kind>day|week|month|year|decade)\b")),
        ("strikes rose in [the past week] alone",),
        ("the past weeks were calm",),
    ),
    Rule(
        "dates.within",
        _within,
        Phrase(words(rf"\b(?i:within) (?:(?i:the next|about|just) )?{{number}}(?: |{DASH}){{unit}}")),
        ("troops must leave [within three weeks] or fight",),
        ("within reach",),
    ),
    Rule(
        "dates.recent",
        _vague,
        Phrase(
            words(
                r"\b(?:(?i:in|over|during|for)(?: the)? )?(?i:recent|past few|last few|coming|next few|past several|"
                r"past couple of) (?:days|weeks|months|years|decades)\b"
            )
        ),
        ("tension has grown [in recent weeks] there",),
        ("recent weekly talks",),
    ),
)
