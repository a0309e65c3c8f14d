"""A visit told by "was in": what the tagger sees seldom, and the parse shows plainly."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import EventType
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

GUESTS: Final = frozenset(
    "delegation envoy minister president premier leader chancellor king secretary mission team".split()
)
SEATS: Final = frozenset({"capital", "city"})
ERRANDS: Final = frozenset({"talk", "visit", "meeting", "summit", "negotiation", "consultation", "discussion"})


def _is_presence(sentence: Sentence, token: Token) -> bool:
    """Somebody who represents a state is in a place, for talks or at a time."""
    if token.lemma != "be" or token.dep in ("aux", "auxpass"):
        return False
    subject = sentence.child(token, "nsubj")
    if sentence.child(token, "attr", "acomp", "neg") is not None:
        return False
    if subject is None or not (subject.entity == "PERSON" or subject.lemma.lower() in GUESTS):
        return False
    return _is_in_a_place(sentence, token) and (_has_errand(sentence, token) or _has_time(sentence, token))


def _objects(sentence: Sentence, token: Token, *prepositions: str) -> list[Token]:
    leads = (c for c in sentence.children(token) if c.dep == "prep" and c.lemma.lower() in prepositions)
    return [t for lead in leads for t in sentence.children(lead) if t.dep == "pobj"]


def _is_in_a_place(sentence: Sentence, token: Token) -> bool:
    return any(t.entity == "GPE" or t.lemma.lower() in SEATS for t in _objects(sentence, token, "in"))


def _has_errand(sentence: Sentence, token: Token) -> bool:
    return any(t.lemma.lower() in ERRANDS for t in _objects(sentence, token, "for", "on"))


def _has_time(sentence: Sentence, token: Token) -> bool:
    return any(t.entity == "DATE" for t in _objects(sentence, token, "on", "in", "from"))


RULES: Final[tuple[Rule[EventType], ...]] = (
    Rule(
        "events.presence",
        EventType.CONSULT,
        At(_is_presence),
        examples=(
            "In May , a delegation from Peru [was] in Oslo for talks with the king .",
            "On June 3 , Defence Minister John Smith [was] in Lima .",
        ),
        near_misses=(
            "John Smith was in Lima .",
            "The treaty was in Oslo for a year .",
            "On June 3 , he was ill in Lima .",
        ),
    ),
)
