"""Sentences and their parse, free of any parser's own types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.model.span import Span


class Part(StrEnum):
    """Which of a report's texts a sentence stands in; offsets count in that text."""

    TEXT = "text"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the dependency tree (ClearNLP labels, Universal POS, Penn tags).

    `index` and `head` count tokens of the sentence; a root is its own head. `entity` is the name type the model gave
    ("PERSON", "GPE", ... or ""), `begins` tells where a name starts.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of direct quotation.

    Offsets: `span` includes the marks, `content` does not. `whole` is True where it quotes whole sentences or clauses,
    False for a few words woven into the author's own sentence.
    """

    span: Span
    content: Span
    whole: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence before it is parsed; fields as in `Sentence`. `masked` quotations stand in it as one word."""

    index: int
    span: Span
    paragraph: int
    part: Part
    quotation: Span | None = None
    outer: int | None = None
    masked: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A report cut into sentences, with the quotations found on the way."""

    units: tuple[Unit, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence.

    Offsets: `span` and every token's span count in the report's `part` (its text, or its title).
    `quotation` is the content of the direct quotation that this sentence was parsed out of, or None in running text.
    A quotation inside running text is one placeholder token there (its span covers the quotation, marks included) and
    is parsed as sentences of its own, with `outer` the index of the sentence that holds it.
    """

    index: int
    span: Span
    tokens: tuple[Token, ...]
    paragraph: int = 0
    part: Part = Part.TEXT
    quotation: Span | None = None
    outer: int | None = None
    _children: tuple[tuple[int, ...], ...] = field(default=(), repr=False, compare=False)

    def children(self, token: Token) -> Iterator[Token]:
        """The words that hang directly on this one, in text order."""
        return (self.tokens[i] for i in self._children[token.index])

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first word hanging on this one by one of these relations, or None."""
        return next((t for t in self.children(token) if t.dep in deps), None)

    def head(self, token: Token) -> Token:
        """The word this one hangs on; a root is its own head."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The words above this one, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """The word and everything below it, in text order."""
        found, waiting = [token.index], [token.index]
        while waiting:
            below = self._children[waiting.pop()]
            found.extend(below)
            waiting.extend(below)
        return [self.tokens[i] for i in sorted(found)]

    def reach(self, token: Token) -> Span:
        """From the first to the last character of the word's subtree."""
        words = self.subtree(token)
        return Span(words[0].span.start, words[-1].span.end)

    def at(self, offset: int) -> Token | None:
        """The word that covers this offset, or None."""
        return next((t for t in self.tokens if t.span.start <= offset < t.span.end), None)

    def within(self, span: Span) -> list[Token]:
        """The words that share a character with the span, in text order."""
        start, end = span
        return [t for t in self.tokens if t.span[0] < end and start < t.span[1]]


def sentence(index: int, span: Span, tokens: tuple[Token, ...], **place: object) -> Sentence:
    """A sentence with its tree of children filled in; `place` as the fields of `Sentence`."""
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return Sentence(index, span, tokens, _children=tuple(map(tuple, below)), **place)  # type: ignore[arg-type]
