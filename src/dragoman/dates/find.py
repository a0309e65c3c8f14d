"""Every time expression of a report, resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from dragoman.dates import anchors, calendar, lengths, periods, relative, weekdays
from dragoman.dates.moment import Moment, Phrase, Reader, Tense
from dragoman.dates.tense import tense_at
from dragoman.dates.values import bounds, is_value
from dragoman.model.document import Document
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence
from dragoman.model.time import Time
from dragoman.rules import Rule

RULES: Final[tuple[Rule[Reader | None], ...]] = (
    *lengths.RULES,
    *calendar.RULES,
    *periods.RULES,
    *relative.RULES,
    *weekdays.RULES,
    *anchors.RULES,
)
PHRASES: Final = tuple((rule, rule.pattern) for rule in RULES if isinstance(rule.pattern, Phrase))
HINT: Final = re.compile(
    r"\d\d|\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|World War|WW|Korean War|Q[1-4])|"
    r"(?i:day|week|month|year|decade|fortnight|spring|summer|autumn|winter|fall|morrow|tonight|quarter|"
    r"last night|this morning|this afternoon|this evening)"
)
SURNAMES: Final = frozenset({"May", "March", "April", "June", "August"})
IN_MONTH: Final = re.compile(r"(?:\b(?:in|since|until|by|next|last|this|during|mid|early|late)|-)\s*\Z", re.IGNORECASE)
BRIDGE: Final = re.compile(r",?\s*(?:\(|on|from|of)?\s*")
OPENER: Final = re.compile(
    r"\b(since|until|till|by|before|after)\s+(?:about\s+|around\s+|at\s+least\s+)?$", re.IGNORECASE
)


class Candidate(NamedTuple):
    """One rule's reading of one stretch."""

    span: Span
    rule: Rule[Reader | None]
    match: re.Match[str]


def find_times(document: Document, sentences: Sequence[Sentence]) -> tuple[Time, ...]:
    """The time expressions of the report's text in text order, each once; titles are not read."""
    times: list[Time] = []
    anchor: str | None = None
    people = _namesakes(sentences)
    for sentence in sentences:
        if sentence.part is Part.TITLE or HINT.search(document.text, *sentence.span) is None:
            continue
        for candidate in _longest(_candidates(document.text, sentence)):
            start = candidate.span.start
            if candidate.match[0] in people and not IN_MONTH.search(document.text, max(0, start - 12), start):
                continue
            time = _resolve(document, sentence, candidate, anchor)
            if time is not None:
                times.append(time)
                anchor = time.value or anchor
    times.sort(key=lambda t: t.span)
    blunt = {a.span for a, b in pairwise(times) if _is_sharpened(document.text, a, b)}
    return tuple(t for t in times if t.span not in blunt)


def _namesakes(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The months that are somebody's last name in this report."""
    return frozenset(
        word.text
        for sentence in sentences
        for before, word in pairwise(sentence.tokens)
        if word.text in SURNAMES
        and before.pos == "PROPN"
        and (before.entity == "PERSON" or (before.head == word.index and "DATE" not in (before.entity, word.entity)))
    )


def _is_sharpened(text: str, time: Time, after: Time) -> bool:
    """The next expression says the same more exactly: "this week, on Tuesday", "next Monday, January 31"."""
    if time.value is None or after.value is None or BRIDGE.fullmatch(text, time.span.end, after.span.start) is None:
        return False
    (first, last), (start, end) = bounds(time.value), bounds(after.value)
    if time.rule.endswith("weekday") and after.rule in ("dates.month_day", "dates.day_month"):
        return True
    return bool(first and last and start and end and first <= start and end <= last and time.value != after.value)


def _candidates(text: str, sentence: Sentence) -> Iterator[Candidate]:
    hidden = [t.span for t in sentence.tokens if t.text == "this" and t.span.end - t.span.start > len(t.text)]
    for rule, phrase in PHRASES:
        for match in phrase.matches(sentence, text):
            span = Span(*match.span())
            if not any(h.meets(span) for h in hidden):
                yield Candidate(span, rule, match)


def _longest(candidates: Iterator[Candidate]) -> list[Candidate]:
    """The longest of those that overlap, the earlier rule of two equals; what is no date blocks what it covers."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.span.start - c.span.end):
        if not any(candidate.span.meets(k.span) for k in kept):
            kept.append(candidate)
    return sorted((k for k in kept if k.rule.gives is not None), key=lambda k: k.span)


def _resolve(document: Document, sentence: Sentence, candidate: Candidate, anchor: str | None) -> Time | None:
    span, rule, match = candidate
    if rule.gives is None:
        return None
    tense = Tense.OPEN if rule.name == "dates.month" and _modifies(sentence, span) else tense_at(sentence, span)
    moment = Moment(document.published, tense, anchor)
    try:
        value = rule.gives(match, moment)
    except (ValueError, OverflowError):  # counted past the calendar's ends: "900 decades ago"
        value = None
    if value is not None and not is_value(value):
        value = None
    reason = "" if value else _reason(moment)
    opener = OPENER.search(document.text, max(sentence.span.start, span.start - 20), span.start)
    if value and opener and ".." not in value and not _modifies(sentence, span):
        value = periods.OPENERS[opener[1].lower()](value)
        span = Span(opener.start(), span.end)
    return Time(span, sentence.index, value, rule.name, reason)


def _modifies(sentence: Sentence, span: Span) -> bool:
    """The words stand before a noun they belong to: "after last year's raid", "before the May summit"."""
    return any(
        not span.holds(sentence.head(word).span)
        and sentence.head(word).span.start >= span.end
        and sentence.head(word).pos in ("NOUN", "PROPN", "VERB")
        for word in sentence.within(span)
        if word.dep not in ("npadvmod", "advmod")
    )


def _reason(moment: Moment) -> str:
    if moment.published is None:
        return "the report has no publication date to count from"
    return "the words do not say which day, or there is nothing to count from"
