"""What carries a time that is still to come when the report appears: "a visit next month", "the June 14 summit"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from dragoman.model.event import Status
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.embedding import CONTENT, carriers, path

MONTHS: Final = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), start=1
    )
}
ANY: Final = "|".join(MONTHS)
UNITS: Final = "days|weeks|months|years"
AHEAD: Final = re.compile(
    r"\b(?:tomorrow|near future"
    r"|next (?:week|month|year|spring|summer|autumn|fall|winter|[A-Z][a-z]+day|" + ANY + ")"
    r"|later (?:this|next) (?:week|month|year)"
    rf"|(?:coming|next) (?:(?:few|several|two|three) )?(?:{UNITS}))\b"
)
WRITTEN: Final = re.compile(
    rf"\b(?:(?P<first>\d{{1,2}})(?: ?(?:-|–|to|and) ?\d{{1,2}})? (?P<before>{ANY})"
    rf"|(?P<after>{ANY})(?: (?P<second>\d{{1,2}})(?!\d))?)(?:(?: ?(?:-|–|to|and) ?\d{{1,2}})?,? (?P<year>\d{{4}}))?\b"
)
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
SOON: Final = 75  # days after which a date without a year is rather one of the past
ENDS: Final = frozenset({"until", "till", "since", "after", "before"})
PASSED: Final = frozenset({"GPE", "LOC", "FAC", "ORG", "DATE", "TIME"})


def is_coming(sentence: Sentence, token: Token, text: str, published: date | None) -> bool:
    """Whether a date later than the report's own, or a word like "tomorrow", hangs on the act.

    Offsets count in `text`. Absent: without a day of publication only the words count.
    """
    if token.pos not in CONTENT or token.tag in ("VBD", "VBZ", "VBP"):
        return False
    spans = [*_words(sentence, text), *(_dates(sentence, text, published) if published else ())]
    return bool(spans) and _holds(sentence, token, spans)


def _is_coming_in_words(sentence: Sentence, token: Token) -> bool:
    return is_coming(sentence, token, _own_text(sentence), None)


def _own_text(sentence: Sentence) -> str:
    """The sentence's words, each at its own offset."""
    parts, at = [], 0
    for word in sentence.tokens:
        parts.append(" " * max(0, word.span.start - at) + word.text)
        at = max(at, word.span.start) + len(word.text)
    return "".join(parts)


def _holds(sentence: Sentence, token: Token, spans: list[Span]) -> bool:
    holders = {c.index for c in carriers(sentence, token, path(sentence, token)) if c.tag not in ("VBD", "VBZ", "VBP")}
    for span in spans:
        inside = {w.index for w in sentence.within(span)}
        if any(_holder(sentence, sentence.tokens[i], inside) in holders for i in inside):
            return True
    return False


def _holder(sentence: Sentence, word: Token, inside: set[int]) -> int | None:
    """The first word above that is no part of the time, and neither a preposition nor a name of a place."""
    for above in sentence.ancestors(word):
        if above.lemma.lower() in ENDS:
            return None
        if above.index not in inside and above.pos != "ADP" and above.entity not in PASSED:
            return above.index
    return None


def _words(sentence: Sentence, text: str) -> Iterator[Span]:
    return (Span(*m.span()) for m in AHEAD.finditer(text, *sentence.span))


def _dates(sentence: Sentence, text: str, published: date) -> Iterator[Span]:
    for match in WRITTEN.finditer(text, *sentence.span):
        if _is_after(match, published):
            yield Span(*match.span())
    for match in YEAR.finditer(text, *sentence.span):
        if int(match[0]) > published.year:
            yield Span(*match.span())


def _is_after(match: re.Match[str], published: date) -> bool:
    month = MONTHS[match["before"] or match["after"]]
    day = int(match["first"] or match["second"] or 0)
    if match["year"]:
        return (int(match["year"]), month, day or published.day) > (published.year, published.month, published.day)
    if not day:
        return False
    for year in (published.year, published.year + 1):
        try:
            ahead = (date(year, month, day) - published).days
        except ValueError:
            return False
        if 0 < ahead <= SOON:
            return True
    return False


RULES: Final = (
    Rule(
        "standing.coming",
        Status.PLANNED,
        At(_is_coming_in_words),
        examples=("Oslo spoke of a [visit] next month .", "Oslo spoke of next week 's [summit] ."),
        near_misses=("Oslo spoke of a visit last month .", "Oslo met the envoy ."),
    ),
)
