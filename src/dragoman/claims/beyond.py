"""Who may go on speaking where no claim reaches: later in the sentence, or in the paragraph's next sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from dragoman.claims.hearsay import RULES
from dragoman.model.act import Act
from dragoman.model.claim import Claim, Voucher
from dragoman.model.syntax import Sentence

HEARSAY: Final = frozenset(rule.name for rule in RULES)


class Cues:
    """The words of one report by which somebody named speaks, in text order."""

    def __init__(self, claims: Sequence[Claim], sentences: Sequence[Sentence]) -> None:
        found = [
            (c.cue.span.start, c)
            for c in claims
            if c.cue and c.speaker and c.kind is Voucher.NAMED and c.rule not in HEARSAY
        ]
        found.sort(key=lambda pair: pair[0])
        self._starts = [start for start, _ in found]
        self._claims = [claim for _, claim in found]
        self._opens: dict[int, int] = {}
        for sentence in sentences:
            at = self._opens.setdefault(sentence.paragraph, sentence.span.start)
            self._opens[sentence.paragraph] = min(at, sentence.span.start)

    def before(self, act: Act, sentence: Sentence) -> tuple[Claim, str] | None:
        """The claim whose cue stands last before the act, and how far it is: in its sentence, or in its paragraph."""
        place = bisect_left(self._starts, act.span.start) - 1
        if place < 0:
            return None
        start = self._starts[place]
        if start >= sentence.span.start:
            return self._claims[place], "sources.beyond"
        if start >= self._opens.get(sentence.paragraph, sentence.span.start):
            return self._claims[place], "sources.continued"
        return None
