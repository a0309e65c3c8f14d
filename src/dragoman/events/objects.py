"""What an act is about: a short span of its sentence."""

from __future__ import annotations

from typing import Final

from dragoman.events.telling import VEHICLES
from dragoman.model.event import EventType
from dragoman.model.span import Quote, Span
from dragoman.model.syntax import Sentence, Token

ABOUT: Final = frozenset({"on", "about", "over", "regarding", "concerning", "of"})
CLAUSES: Final = frozenset({"relcl", "advcl", "acl", "appos", "punct", "cc", "parataxis"})
LONGEST: Final = 120  # characters: past this the span is cut before its first clause


def object_of(sentence: Sentence, trigger: Token, kind: EventType, text: str) -> Quote | None:
    """The thing acted on or talked about, or None.

    A verb gives its direct object (not where that is whom it acts on), its passive subject, the train or flight that
    arrives, or an "on/about/over" phrase; a noun its "on/about/of" phrase.
    """
    for token in _candidates(sentence, trigger, kind):
        span = _short(sentence, token)
        if span.end > span.start:
            return Quote.cut(text, span)
    return None


def _candidates(sentence: Sentence, trigger: Token, kind: EventType) -> list[Token]:
    found: list[Token] = []
    children = list(sentence.children(trigger))
    if trigger.pos == "VERB" and kind is not EventType.ASSAULT:
        found += [t for t in children if t.dep in ("dobj", "nsubjpass") and not _is_name(t)]
        found += [t for t in children if kind is EventType.COOPERATE and t.dep == "nsubj" and t.lemma in VEHICLES]
    for preposition in children:
        if preposition.dep == "prep" and preposition.lemma.lower() in ABOUT:
            found += [t for t in sentence.children(preposition) if t.dep in ("pobj", "pcomp")]
    if trigger.pos in ("VERB", "AUX") and not found:
        found += [
            t
            for t in children
            if t.dep in ("xcomp", "ccomp") and kind in (EventType.AGREE, EventType.REQUEST, EventType.THREATEN)
        ]
    return [t for t in found if t.pos != "PRON"]


def _is_name(token: Token) -> bool:
    return token.entity in ("PERSON", "GPE", "NORP")


def _short(sentence: Sentence, token: Token) -> Span:
    reach = sentence.reach(token)
    if reach.end - reach.start <= LONGEST:
        return reach
    cut = [t for t in sentence.children(token) if t.dep in CLAUSES and t.index > token.index]
    end = sentence.tokens[min(sentence.subtree(c)[0].index for c in cut) - 1].span.end if cut else reach.end
    return Span(reach.start, max(end, token.span.end))
