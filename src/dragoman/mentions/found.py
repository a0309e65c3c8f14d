"""What the finders of this room work on: one sentence, and the names found in it so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dragoman.model.mention import Form, Kind
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token
from dragoman.vocab.types import Vocabulary


@dataclass(frozen=True, slots=True)
class Found:
    """A name or a description in one sentence, not yet linked to the report's actors.

    `start` and `end` are its words, [start, end); `head` its head word. Absent: `country` None is not stated here.
    `usual` is the name that the vocabulary has for a body, "" where only the report's own words name it.
    `stated` is False where `country` was only inferred from the surroundings.
    """

    start: int
    end: int
    head: int
    span: Span
    form: Form
    kind: Kind
    name: str
    rule: str
    country: str | None = None
    office: str | None = None
    usual: str = ""
    plural: bool = False
    stated: bool = True
    bearer: Found | None = None  # the person whose country it has: "the Assad regime"
    also: tuple[str, ...] = ()  # further countries: "the presidents of Peru and Chile"


@dataclass(slots=True)
class Line:
    """One sentence with its words in lower case and, for each word, what has been found on it."""

    sentence: Sentence
    text: str
    vocabulary: Vocabulary
    published: date | None
    words: tuple[str, ...] = ()
    owner: list[Found | None] = field(default_factory=list)
    shouted: bool = False
    taken: set[int] = field(default_factory=set)  # words of an office that stands with its bearer's name

    @classmethod
    def of(cls, sentence: Sentence, text: str, vocabulary: Vocabulary, published: date | None) -> Line:
        """The sentence with nothing found yet."""
        words = tuple(t.text.lower() for t in sentence.tokens)
        own = sentence.span.of(text)
        shouted = sum(map(str.isupper, own)) > sum(map(str.islower, own))
        return cls(sentence, text, vocabulary, published, words, [None] * len(words), shouted and len(words) > 3)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words with their parse."""
        return self.sentence.tokens

    def span(self, start: int, end: int) -> Span:
        """The characters of the words [start, end)."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)

    def phrase(self, start: int, end: int) -> str:
        """The words [start, end) as written, on one line."""
        written = self.span(start, end).of(self.text) if start < end else ""
        return " ".join(written.split())

    def top(self, start: int, end: int) -> int:
        """The word of [start, end) that hangs on a word outside: the head of the phrase."""
        tokens = self.tokens
        return next(
            (i for i in range(end - 1, start - 1, -1) if not start <= tokens[i].head < end or tokens[i].head == i),
            end - 1,
        )

    def place(self, found: Found) -> None:
        """Put it on its words; what stood there before and shares a word with it goes."""
        for i in range(found.start, found.end):
            before = self.owner[i]
            if before is not None:
                self.drop(before)
        for i in range(found.start, found.end):
            self.owner[i] = found

    def drop(self, found: Found) -> None:
        """Take it off its words."""
        for i in range(found.start, found.end):
            if self.owner[i] is found:
                self.owner[i] = None

    def found(self) -> Iterator[Found]:
        """Everything found, in text order."""
        last: Found | None = None
        for item in self.owner:
            if item is not None and item is not last:
                yield item
            last = item

    def word(self, i: int) -> str:
        """The word in lower case, "" outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def capital(self, i: int) -> bool:
        """The word is there and begins with a capital."""
        return 0 <= i < len(self.words) and self.tokens[i].text[:1].isupper()
