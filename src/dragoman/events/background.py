"""Where in its sentence a word stands tells whether it names an act of its own, or only what the sentence is about."""

from __future__ import annotations

from typing import Final

from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

NOUNS: Final = frozenset({"NOUN", "PROPN"})
OCCASIONS: Final = frozenset({"during", "after", "following", "follow", "amid", "by"})


def _is_subject(_: Sentence, token: Token) -> bool:
    return token.pos in NOUNS and token.dep in ("nsubj", "nsubjpass") and not token.entity


def _is_joined(_: Sentence, token: Token) -> bool:
    return token.dep == "conj" and token.pos == "VERB"


def _is_occasion(sentence: Sentence, token: Token) -> bool:
    return token.pos in NOUNS and token.dep == "pobj" and sentence.head(token).lemma.lower() in OCCASIONS


def _is_definite(sentence: Sentence, token: Token) -> bool:
    if token.pos not in NOUNS or _is_subject(sentence, token) or _is_occasion(sentence, token):
        return False
    return any(c.dep == "det" and c.text.lower() == "the" for c in sentence.children(token))


def _is_predicate(_: Sentence, token: Token) -> bool:
    return token.dep in ("attr", "acomp")


def _is_modifier(_: Sentence, token: Token) -> bool:
    return token.dep in ("compound", "nmod", "amod")


RULES: Final[tuple[Rule[float], ...]] = (
    # What a sentence is about, and what something happened after, took place itself.
    Rule(
        "events.subject",
        0.9,
        At(_is_subject),
        examples=("The [talks] ended in Oslo .",),
        near_misses=("Oslo ended the talks .",),
    ),
    Rule(
        "events.occasion",
        1.0,
        At(_is_occasion),
        examples=("They quarrelled during the king's [visit] .", "Oslo was calm after the [meeting] ."),
        near_misses=("They quarrelled about the visit .",),
    ),
    # The second of two joined verbs gets too little of the tagger's attention.
    Rule(
        "events.joined",
        0.8,
        At(_is_joined),
        examples=("Oslo condemned the raid and [recalled] its envoy .",),
        near_misses=("Oslo condemned the raid .", "They spoke of trade and cooperation ."),
    ),
    # "the agreement", "the sanctions" as the object of something else: known already, and in the background.
    Rule(
        "events.definite",
        -0.7,
        At(_is_definite),
        examples=("Critics of the [deal] wrote to Oslo .",),
        near_misses=("Oslo offered a deal .", "The deal pleased Oslo ."),
    ),
    # "is a threat", "is a violation": a judgement, not an act.
    Rule(
        "events.predicate",
        -0.8,
        At(_is_predicate),
        examples=("The missile is a [threat] .",),
        near_misses=("Oslo made a threat .",),
    ),
    # "ceasefire line", "aid worker": names something else.
    Rule(
        "events.modifier",
        -1.0,
        At(_is_modifier),
        examples=("The [aid] worker came home .",),
        near_misses=("Oslo sent aid .",),
    ),
)
