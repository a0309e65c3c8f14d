"""The form of a rule: a small named thing that answers or abstains, and carries its examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token

Given = TypeVar("Given")


class Pattern(Protocol):
    """Finds its places in one sentence."""

    def find(self, sentence: Sentence, text: str) -> Iterator[Span]:
        """The spans this pattern reads, in text order; offsets count in `text`, which holds the sentence."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A pattern over the characters of the sentence; the group named `read`, if there is one, is the span read."""

    regex: re.Pattern[str]

    def find(self, sentence: Sentence, text: str) -> Iterator[Span]:
        for match in self.regex.finditer(text, *sentence.span):
            yield Span(*match.span("read" if "read" in self.regex.groupindex else 0))


@dataclass(frozen=True, slots=True)
class At:
    """A pattern over the parse, asked of one word at a time."""

    holds: Callable[[Sentence, Token], bool]

    def find(self, sentence: Sentence, text: str) -> Iterator[Span]:
        return (token.span for token in sentence.tokens if self.holds(sentence, token))


@dataclass(frozen=True, slots=True)
class Rule(Generic[Given]):
    """One way of reading one thing.

    `examples` mark with [brackets] exactly what is read, `near_misses` are left alone; the tests run all of both.
    """

    name: str
    gives: Given
    pattern: Pattern
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
