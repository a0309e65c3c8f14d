"""Direct speech: quotations of whole sentences, and who speaks them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.claims.reported import find_reports
from dragoman.claims.speakers import Speaker, Speakers, stands_for_quotation
from dragoman.claims.words import VERBS
from dragoman.model.span import Span
from dragoman.model.syntax import Quotation, Sentence, Token
from dragoman.rules import At, Rule

Finder = Callable[[Sentence, Token], Token | None]
CARRIED: Final = "claims.quotation.carried"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A whole quotation with its speaker. Absent: `cue` None where no word marks it."""

    content: Span
    speaker: Speaker
    cue: Token | None
    rule: str


class Woven:
    """The quotations of a few words that stand in the author's own sentences, by place."""

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        self._all = [q for q in quotations if not q.whole]
        self._starts = [q.span.start for q in self._all]

    def meeting(self, span: Span) -> list[Quotation]:
        """Those that share a character with the span, in text order."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, span.end)
        return [q for q in self._all[first:last] if q.span.meets(span)]


def _cue(sentence: Sentence, token: Token) -> Token | None:
    """The verb of communication that the quotation belongs to: above it, else the nearest."""
    if not stands_for_quotation(token):
        return None
    above = next((t for t in sentence.ancestors(token) if t.lemma in VERBS and t.pos in ("VERB", "AUX")), None)
    if above is not None:
        return above
    cues = (t for t in sentence.tokens if t.lemma in VERBS and t.pos == "VERB")
    return min(cues, key=lambda t: abs(t.index - token.index), default=None)


def _named_before_colon(sentence: Sentence, token: Token) -> Token | None:
    """The name in "Roe: '...'"."""
    if not stands_for_quotation(token) or token.index < 1 or sentence.tokens[token.index - 1].text != ":":
        return None
    before = sentence.tokens[: token.index - 1]
    return next((t for t in before if t.dep in ("ROOT", "nsubj") and t.pos in ("PROPN", "NOUN", "PRON")), None)


def _rule(name: str, find: Finder, examples: tuple[str, ...], near_misses: tuple[str, ...]) -> Rule[Finder]:
    def holds(sentence: Sentence, token: Token) -> bool:
        return find(sentence, token) is not None

    return Rule(f"claims.quotation.{name}", find, At(holds), examples, near_misses)


RULES: Final = (
    _rule(
        "cue",
        _cue,
        ("[“The road to the border is open,”] said the consul.", "The consul added: [«We will keep it open.»]"),
        ("The consul lives on the “Red Road”.",),
    ),
    _rule(
        "colon",
        _named_before_colon,
        ("Jane Roe: [“The road to the border is open.”]",),
        ("The consul opened the door to the “Red Room”.",),
    ),
)


def spoken_in(sentence: Sentence, quotation: Quotation, speakers: Speakers) -> Spoken | None:
    """The quotation as its outer sentence presents it; None where nobody there speaks."""
    token = next((t for t in sentence.tokens if t.span == quotation.span), None)
    if token is None:
        return None
    cue = _cue(sentence, token)
    if cue is not None and (speaker := speakers.of(sentence, cue)):
        return Spoken(quotation.content, speaker, cue, RULES[0].name)
    name = _named_before_colon(sentence, token)
    if name is not None and (speaker := speakers.named(sentence, name)):
        return Spoken(quotation.content, speaker, None, RULES[1].name)
    return None


def find_spoken(quotations: Sequence[Quotation], sentences: Sequence[Sentence], speakers: Speakers) -> Iterator[Spoken]:
    """The whole quotations whose speaker is found; one on its own goes to who spoke, or was spoken of, last."""
    outers = [s for s in sentences if s.quotation is None]
    starts = [s.span.start for s in outers]
    paragraphs = {s.quotation: s.paragraph for s in sentences if s.quotation is not None}
    last: Spoken | None = None
    spoken_at = -9
    for quotation in (q for q in quotations if q.whole):
        paragraph = paragraphs.get(quotation.content, spoken_at)
        place = bisect_right(starts, quotation.span.start)
        outer = outers[place - 1] if place and outers[place - 1].span.holds(quotation.span) else None
        spoken = spoken_in(outer, quotation, speakers) if outer else None
        if spoken is None and last is not None and paragraph - spoken_at <= 1:
            spoken = Spoken(quotation.content, last.speaker, last.cue, CARRIED)
        if spoken is None:
            spoken = _introduced(quotation, outers[max(place - 2, 0) : place], paragraph, speakers)
        if spoken is not None:
            last, spoken_at = spoken, paragraph
            yield spoken


def _introduced(quotation: Quotation, before: Sequence[Sentence], paragraph: int, speakers: Speakers) -> Spoken | None:
    """A quotation that follows a sentence about its speaker."""
    for sentence in reversed(before):
        if sentence.span.end > quotation.span.start or paragraph - sentence.paragraph > 1:
            continue
        for report in find_reports(sentence):
            if speaker := speakers.of(sentence, report.cue):
                return Spoken(quotation.content, speaker, None, CARRIED)
        subject = next((t for t in sentence.tokens if t.dep == "nsubj" and sentence.head(t).dep == "ROOT"), None)
        if subject and (speaker := speakers.named(sentence, subject)):
            return Spoken(quotation.content, speaker, None, CARRIED)
    return None
