"""What a reader of one expression may look at, and the form of a dates rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dragoman.model.span import Span
from dragoman.model.syntax import Sentence


class Tense(StrEnum):
    """Where the governing verb puts the act, seen from the day of publication."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Moment:
    """The surroundings of one expression.

    Absent: `published` None means that nothing relative can be resolved; `anchor` None means that the report has given
    no date yet.
    """

    published: date | None
    tense: Tense = Tense.OPEN
    anchor: str | None = None


Reader = Callable[[re.Match[str], Moment], str | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern over the characters, with a look at the parse: `unless` may veto a place."""

    regex: re.Pattern[str]
    unless: Callable[[Sentence, Span], bool] | None = None

    def find(self, sentence: Sentence, text: str) -> Iterator[Span]:
        """The spans this pattern reads, in text order."""
        return (Span(*m.span()) for m in self.matches(sentence, text))

    def matches(self, sentence: Sentence, text: str) -> Iterator[re.Match[str]]:
        """As `find`, with the groups."""
        for match in self.regex.finditer(text, *sentence.span):
            if self.unless is None or not self.unless(sentence, Span(*match.span())):
                yield match
