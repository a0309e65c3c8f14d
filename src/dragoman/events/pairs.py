"""Which two countries a phrase about relations means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.model.claim import Turn
from dragoman.model.mention import Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token


class Pairs:
    """The countries of one report, by where they are named and by who has the floor."""

    def __init__(self, mentions: Sequence[Mention], turns: Sequence[Turn]) -> None:
        self._mentions = [m for m in mentions if m.part is Part.TEXT and m.entities]
        self._turns = turns
        counts = Counter(e.country for m in self._mentions for e in m.entities if e.country)
        self._common = [country for country, _ in counts.most_common(2)]

    def of(self, sentence: Sentence, noun: Token, span: Span, *, several: bool, shared: bool) -> list[tuple[str, str]]:
        """The pairs that the phrase with this noun means, each in alphabetical order; none if it cannot be told.

        With `several`, "between A and B and C" is A with each of the others. With `shared`, a phrase that names no
        country means the two that the report speaks of most.
        """
        named = self._named(span)
        if not several:
            named = named[:2]
        if len(named) == 1:
            outside = [*self._subject(sentence, noun), *self._speaker(span), *self._named(sentence.span), *self._common]
            named += [c for c in outside if c not in named][:1]
        if not named:
            named = self._named(sentence.span)[:2]
            if len(named) < 2:
                named = [*named, *(c for c in self._common if c not in named)][:2] if shared else []
        return [(min(named[0], other), max(named[0], other)) for other in named[1:3]]

    def _named(self, span: Span) -> list[str]:
        """The countries that mentions inside the span, or running into it, stand for, in text order."""
        found: list[str] = []
        for mention in self._mentions:
            if span.meets(mention.span) and mention.span.end <= span.end:
                found.extend(e.country for e in mention.entities if e.country and e.country not in found)
        return found

    def _subject(self, sentence: Sentence, noun: Token) -> list[str]:
        """The countries that the subject of the nearest verb above names."""
        for above in sentence.ancestors(noun):
            subject = sentence.child(above, "nsubj", "nsubjpass")
            if subject is None or subject.index == noun.index:
                continue
            if named := self._named(sentence.reach(subject)):
                return named
        return []

    def _speaker(self, span: Span) -> list[str]:
        turn = next((t for t in self._turns if t.span.holds(span)), None)
        return [turn.speaker.country] if turn and turn.speaker and turn.speaker.country else []
