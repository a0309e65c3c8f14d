"""What took place."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, governed, is_refused
from dragoman.standing.embedding import CONTENT, auxiliaries, carriers, is_open, path

HYPOTHETICAL: Final = frozenset({"if", "unless", "until", "whether", "till", "before", "should", "once"})
PERFECT: Final = frozenset({"has", "have", "had", "was", "were"})
UNREAL: Final = frozenset({"be", "being", "will", "would", "could", "may", "might", "should", "must"})
PERFORMED: Final = frozenset(
    "thank congratulate acknowledge commend express apologise apologize praise reiterate".split()
)


def _is_past_cause(sentence: Sentence, token: Token) -> bool:
    """ "After the raid", "in response to the raid", told of what is past."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or is_refused(sentence, token):
        return False
    last = links[-1]
    if last.via in ("after", "despite", "following") and last.word.tag != "VB":
        return not any(is_open(sentence, v) for v in (last.governor, last.word) if v.pos == "VERB")
    return last.via == "to" and last.governor.lemma in ("response", "retaliation", "reaction")


def _is_told(sentence: Sentence, token: Token) -> bool:
    if token.pos not in CONTENT:
        return False
    verb = list(carriers(sentence, token, path(sentence, token)))[-1]
    if verb.pos != "VERB" or verb.tag not in ("VBD", "VBZ", "VBN", "VBP") or is_refused(sentence, token):
        return False
    if any(c.dep in ("mark", "advmod") and c.lemma.lower() in HYPOTHETICAL for c in sentence.children(verb)):
        return False
    if verb.dep == "advcl" and is_open(sentence, sentence.head(verb)):
        return False
    helps = {a.text.lower() for a in auxiliaries(sentence, token)}
    if verb.tag in ("VBD", "VBZ"):
        return not helps
    return verb.tag == "VBN" and bool(helps & PERFECT) and not helps & UNREAL


RULES: Final = (
    Rule(
        "standing.told",
        Status.OCCURRED,
        At(_is_told),
        examples=("Oslo [condemned] the raid .", "Oslo has [recalled] its envoy ."),
        near_misses=("Oslo will recall its envoy .", "Oslo has not recalled its envoy ."),
    ),
    Rule(
        "standing.past_cause",
        Status.OCCURRED,
        At(_is_past_cause),
        examples=("Oslo recalled its envoy after the [raid] .", "The move came in response to the [raid] ."),
        near_misses=("Oslo recalled its envoy before the raid .",),
    ),
    Rule(
        "standing.performed",
        Status.OCCURRED,
        At(governed({"want", "like", "wish"}, "to do", where=lambda t: t.lemma in PERFORMED)),
        examples=("I want to [thank] the minister .", "We would like to [congratulate] Lima ."),
        near_misses=("Oslo wants to join the treaty .",),
    ),
    Rule(
        "standing.recent_noun",
        Status.OCCURRED,
        At(described({"recent", "last", "previous", "earlier", "past"})),
        examples=("They spoke about the recent [visit] .",),
        near_misses=("They spoke about the next visit .",),
    ),
)
