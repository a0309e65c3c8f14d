"""Which two countries a phrase about relations means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.model.claim import Turn
from dragoman.model.mention import Form, Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token

MOST: Final = 3  # countries that one phrase sets against another
BETWEEN: Final = frozenset({"between", "among"})
NOMINAL: Final = frozenset(
    {"NOUN", "PROPN", "PRON", "DET", "SCONJ"}
)  # to the parser, "that with Peru" has a conjunction
WITH: Final = frozenset({"with", "to", "towards", "toward"})


class Pairs:
    """The countries of one report, by where they are named and by who has the floor."""

    def __init__(self, mentions: Sequence[Mention], turns: Sequence[Turn]) -> None:
        self._mentions = [m for m in mentions if m.part is Part.TEXT and m.entities and m.form is not Form.PLACE]
        self._turns = turns
        counts = Counter(e.country for m in self._mentions for e in m.entities if e.country)
        self._common = [country for country, _ in counts.most_common()]
        own = Counter(e.country for m in self._mentions if m.form is Form.SPEAKER for e in m.entities if e.country)
        self._own = [country for country, _ in own.most_common(1)]

    def of(self, sentence: Sentence, noun: Token, span: Span, *, shared: bool) -> list[tuple[str, str]]:
        """The pairs that the phrase with this noun means, each in alphabetical order; none if it cannot be told.

        "Between A and B and C" is A with each of the others, "A's ties with B and C" too. With `shared`, a phrase
        that names no country means the two that the sentence, the one before, or else the report speaks of.
        """
        partners = self._partners(sentence, noun)
        if not partners and any(
            t.entity == "GPE" for w in self._ways(sentence, noun, WITH) for t in sentence.children(w)
        ):
            return []  # with a place that no country is known for
        if len(sides := self._sides(sentence, noun)) > 1:
            return [_pair(sides[0], other) for other in sides[1 : 1 + MOST]]
        if len(sides) == 1:  # "between the kingdom and Peru": whom the sentence named last
            last = reversed(self._named(Span(sentence.span.start, noun.span.start)))
            return [_pair(sides[0], other) for other in last if other not in sides][:1]
        named = self._named(sentence.reach(noun))
        if len(named) < 2:
            named += [c for c in self._named(span) if c not in named]
        rivals = self._rivals(sentence, noun) if partners else set()
        named = [c for c in named if c not in rivals or c in partners]
        if partners and set(named) <= set(partners):
            outside = (c for c in self._outside(sentence, noun, span) if c not in partners)
            hub = next((c for c in outside if c not in rivals), None)
            return [_pair(hub, other) for other in partners[:MOST]] if hub else []
        if len(named) == 1:
            named += [c for c in self._outside(sentence, noun, span) if c not in named][:1]
        if not named:
            named = self._unnamed(sentence) if shared else self._named(sentence.span)[:2]
        if partners and len(partners) < len(named):
            hub = next(c for c in named if c not in partners)
            return [_pair(hub, other) for other in partners[:MOST]]
        return [_pair(*named[:2])] if len(named) > 1 else []

    def _sides(self, sentence: Sentence, noun: Token) -> list[str]:
        """The countries of "between A and B and C", without those that only describe them."""
        return self._listed(sentence, noun, BETWEEN)

    def _listed(self, sentence: Sentence, noun: Token, ways: frozenset[str]) -> list[str]:
        found: list[str] = []
        for way in self._ways(sentence, noun, ways):
            for side in self._joined(sentence, way):
                found += self._headed(sentence, side)
        return list(dict.fromkeys(found))

    def _ways(self, sentence: Sentence, noun: Token, ways: frozenset[str]) -> list[Token]:
        """The prepositions on the noun, also one that follows it but hangs, to the parser, on the verb."""
        after = sentence.tokens[noun.index + 1 : noun.index + 2]
        return [t for t in dict.fromkeys([*sentence.children(noun), *after]) if t.dep == "prep" and t.lemma in ways]

    def _joined(self, sentence: Sentence, top: Token) -> Iterator[Token]:
        """The nouns below, as far as prepositions and conjunctions lead, without what stands in apposition."""
        for child in sentence.children(top):
            if child.dep in ("pobj", "conj"):
                yield child
            if child.dep in ("pobj", "conj") or child.lemma == "of":
                yield from self._joined(sentence, child)

    def _headed(self, sentence: Sentence, side: Token) -> list[str]:
        """The countries of the mention that has this word, or else stands right below it."""
        for word in (side, *(c for c in sentence.children(side) if c.dep in ("compound", "amod", "poss"))):
            if named := self._named_in(m for m in self._mentions if m.span.meets(word.span)):
                return named
        return []

    def _partners(self, sentence: Sentence, noun: Token) -> list[str]:
        """The countries of "with A and B"."""
        return self._listed(sentence, noun, WITH)

    def _rivals(self, sentence: Sentence, noun: Token) -> set[str]:
        """The countries that other nouns' "with" names: in "ties with A, talks with B", B is no side of the ties."""
        others = (t for t in sentence.tokens if t.pos in NOMINAL and t.index != noun.index)
        return {country for other in others for country in self._partners(sentence, other)}

    def _outside(self, sentence: Sentence, noun: Token, span: Span) -> Iterator[str]:
        """Who may be the other side of a phrase that names only one, the likeliest first."""
        yield from self._subject(sentence, noun)
        yield from self._speaker(span)
        yield from self._named(sentence.span)
        yield from self._own
        yield from self._common

    def _unnamed(self, sentence: Sentence) -> list[str]:
        """The two that the sentence names, else the two of the sentence before, else those of the report."""
        here = self._named(sentence.span)[:2]
        if len(here) == 2:
            return here
        before = [m for m in self._mentions if m.span.end <= sentence.span.start]
        last = self._named_in(m for m in before if m.sentence == before[-1].sentence)
        if len(last) == 2 and set(here) <= set(last):
            return last
        return list(dict.fromkeys([*here, *self._own, *self._common]))[:2]

    def _named(self, span: Span) -> list[str]:
        """The countries that mentions inside the span, or running into it, stand for, in text order."""
        return self._named_in(m for m in self._mentions if span.meets(m.span) and m.span.end <= span.end)

    def _named_in(self, mentions: Iterator[Mention]) -> list[str]:
        return list(dict.fromkeys(e.country for m in mentions for e in m.entities if e.country))

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


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)
