"""Words that say that somebody else vouches, without saying who: "reportedly", "it is believed that", "is said to"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.claims.clauses import clause
from dragoman.claims.words import BELIEF, HEARSAY, HEARSAY_ADJECTIVES, RUMOURS
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

CUES: Final = BELIEF | RUMOURS
Reader = Callable[[Sentence, Token], Span | None]


@dataclass(frozen=True, slots=True)
class Hearsay:
    """The cue and the stretch that it shifts away from the author."""

    cue: Token
    content: Span
    rule: str


def _adverb(sentence: Sentence, token: Token) -> Span | None:
    if token.text.lower() not in HEARSAY:
        return None
    return clause(sentence, sentence.head(token), token)


def _adjective(sentence: Sentence, token: Token) -> Span | None:
    if token.text.lower() not in HEARSAY_ADJECTIVES or token.dep != "amod":
        return None
    return clause(sentence, sentence.head(token))


def _rumour(sentence: Sentence, token: Token) -> Span | None:
    """What nobody named is said to have done: "reports of raids"; not "Roe's report of the raid"."""
    if token.lemma not in RUMOURS or token.tag != "NNS" or sentence.child(token, "poss") is not None:
        return None
    of = sentence.child(token, "prep")
    inner = sentence.child(of, "pobj", "pcomp") if of and of.text == "of" and not _by(sentence, token) else None
    return clause(sentence, inner) if inner else None


def _by(sentence: Sentence, token: Token) -> bool:
    """Somebody is said to have made the reports."""
    return any(t.text in ("by", "from") for t in sentence.children(token))


def _belief(sentence: Sentence, token: Token) -> Span | None:
    if token.lemma not in BELIEF or token.tag != "VBN" or sentence.child(token, "auxpass") is None:
        return None
    inner = sentence.child(token, "ccomp", "xcomp")
    return clause(sentence, inner) if inner and sentence.child(token, "agent") is None else None


def _rule(name: str, read: Reader, examples: tuple[str, ...], near_misses: tuple[str, ...]) -> Rule[Reader]:
    def holds(sentence: Sentence, token: Token) -> bool:
        return read(sentence, token) is not None

    return Rule(f"claims.hearsay.{name}", read, At(holds), examples, near_misses)


RULES: Final = (
    _rule(
        "adverb",
        _adverb,
        ("The envoy has [reportedly] left Oslo.", "[Allegedly], the envoy left Oslo."),
        ("The envoy has quietly left Oslo.",),
    ),
    _rule(
        "adjective",
        _adjective,
        ("Police held four [alleged] smugglers.",),
        ("Police held four armed smugglers.", "The consul alleged a plot."),
    ),
    _rule(
        "rumour",
        _rumour,
        ("The consul spoke about [reports] of raids.",),
        ("The consul read the report of the court.", "The envoy dismissed Peru's allegations of theft."),
    ),
    _rule(
        "belief",
        _belief,
        ("It is [believed] that the envoy has left.", "The envoy is [said] to have left."),
        ("The envoy believed that they had left.",),
    ),
)


def find_hearsay(sentence: Sentence) -> Iterator[Hearsay]:
    """The cues of hearsay in the sentence, in text order."""
    for token in sentence.tokens:
        if token.lemma in CUES or token.text.lower() in HEARSAY or token.text.lower() in HEARSAY_ADJECTIVES:
            yield from _read(sentence, token)


def _read(sentence: Sentence, token: Token) -> Iterator[Hearsay]:
    for rule in RULES:
        if span := rule.gives(sentence, token):
            yield Hearsay(token, span, rule.name)
            return
