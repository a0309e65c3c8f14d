"""Places in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one text.

    Offsets: Unicode code points over the text as stored, [start, end), so that `text[start:end]` is what is quoted.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """The other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """The two share at least one character."""
        return self.start < other.end and other.start < self.end


class Quote(NamedTuple):
    """A span together with the characters it had when it was read: what `verify` compares."""

    text: str
    span: Span

    @classmethod
    def cut(cls, text: str, span: Span) -> Quote:
        """The quotation of `span` out of `text`."""
        return cls(span.of(text), span)
