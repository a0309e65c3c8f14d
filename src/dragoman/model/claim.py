"""Who says so: speech and attribution."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.mention import Entity
from dragoman.model.span import Quote, Span


class Speech(StrEnum):
    """How speech is reported (RECORD.md section 5)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Voucher(StrEnum):
    """What sort of source vouches (RECORD.md section 4)."""

    AUTHOR = "author"
    NAMED = "named"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text that somebody other than the report's author vouches for.

    Offsets: `pieces` are the content only (inside the quotation marks; the reported clause), in text order.
    `cue` marks it ("said", "reportedly"), None if nothing does. `kind` is never AUTHOR.
    `statement` is False where a cue only shifts who vouches ("reportedly", "it is believed") and nobody's words are
    reported. Nested claims are claims whose pieces lie inside another's.
    Absent: `speaker` None is nobody known; an unnamed voucher may have one ("U.S. officials").
    """

    pieces: tuple[Span, ...]
    kind: Voucher
    speaker: Entity | None
    cue: Quote | None
    form: Speech
    statement: bool
    rule: str

    @property
    def span(self) -> Span:
        """From the first to the last piece."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    def holds(self, span: Span) -> bool:
        """The span lies inside one of the pieces."""
        return any(piece.holds(span) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of the text in which one person speaks in the first person: a transcript's turn, a signed release.

    Absent: `speaker` None is somebody whose name the report does not give ("QUESTION:").
    """

    span: Span
    speaker: Entity | None
    rule: str
