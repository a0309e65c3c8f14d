"""What is offered or asked for, and not yet accepted."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, either, governed, is_denied, unless
from dragoman.standing.embedding import CONTENT, is_open, path

ASKING: Final = frozenset(
    "urge call ask invite request demand beg appeal implore press seek propose offer ready willing "
    "readiness willingness encourage petition lobby plead open pressure convince persuade prepared ultimatum".split()
)
CALLS: Final = frozenset(
    "call ask appeal push press plead request proposal demand invite offer invitation "
    "demonstrate protest march campaign lobby ready readiness willingness".split()
)
GIVEN: Final = frozenset({"support", "condolence", "thanks", "congratulation", "solidarity", "sympathy"})
SOUGHT: Final = frozenset("demand propose seek request urge offer suggest".split())
OFFERS: Final = frozenset({"proposal", "offer", "invitation", "request", "demand", "appeal", "call"})
WANTING: Final = frozenset({"like", "want", "tell", "wish", "prefer"})
ACCEPTING: Final = frozenset({"accept", "approve", "grant"})
ANSWERING: Final = ACCEPTING | frozenset("reject refuse decline consider turn take welcome ignore have".split())
WISHING: Final = frozenset(
    "demand insist urge propose suggest recommend request ask want proposal suggestion recommendation".split()
)


def _is_on_offer(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("to do", "to", "for") or links[-1].governor.pos != "NOUN":
        return False
    return links[-1].governor.lemma in OFFERS and sentence.head(links[-1].governor).lemma not in ANSWERING


def _is_wanted(sentence: Sentence, token: Token) -> bool:
    """What somebody wants another to do: "would like Lima to sell", "wants Lima to sell", "told them to leave"."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma not in WANTING:
        return False
    verb, word = links[-1].governor, links[-1].word
    other = sentence.child(verb, "dobj", "nsubjpass") is not None or sentence.child(word, "nsubj") is not None
    return verb.pos == "VERB" and other and not is_denied(sentence, verb)


def _is_accepted(sentence: Sentence, token: Token) -> bool:
    """What an accepted offer, invitation or request is for."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("to do", "to", "for") or links[-1].governor.lemma not in OFFERS:
        return False
    offer, verb = links[-1].governor, sentence.head(links[-1].governor)
    answered = verb.lemma in ACCEPTING and offer.dep in ("dobj", "nsubjpass")
    return answered and not is_open(sentence, verb) and not is_denied(sentence, verb)


def _is_wished(sentence: Sentence, token: Token) -> bool:
    """The clause that a demand asks for, in the subjunctive or after "should"."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "clause" or links[-1].governor.lemma not in WISHING:
        return False
    verb = links[-1].word
    passive = verb.tag == "VBN" and any(c.text.lower() == "be" for c in sentence.children(verb))
    return verb.dep in ("ccomp", "acl") and (verb.tag == "VB" or passive)


RULES: Final = (
    Rule(
        "standing.asked_to",
        Status.PROPOSED,
        At(
            either(
                unless(governed(ASKING, "to do"), _is_accepted),
                _is_on_offer,
                _is_wanted,
                governed({"invite", "open"}, "to"),
            )
        ),
        examples=(
            "Oslo urged Lima to [withdraw] its troops .",
            "Oslo is ready to [meet] the envoy .",
            "Oslo is prepared to [meet] the envoy .",
            "Oslo pressured Lima to [withdraw] its troops .",
            "Oslo repeated its offer to [meet] the envoy .",
            "Oslo would like Lima to [sell] copper .",
            "Oslo sent Lima an invitation to a [summit] .",
        ),
        near_misses=("Oslo agreed to meet the envoy .", "Oslo accepted the proposal to meet the envoy ."),
    ),
    Rule(
        "standing.accepted",
        Status.PLANNED,
        At(_is_accepted),
        examples=("Oslo accepted an invitation to [visit] Lima .", "Lima granted our request for a [meeting] ."),
        near_misses=("Oslo rejected an invitation to visit Lima .", "Oslo may accept an invitation to a summit ."),
    ),
    Rule(
        "standing.called_for",
        Status.PROPOSED,
        At(governed(CALLS, "for")),
        examples=("Oslo called for [talks] with Lima .",),
        near_misses=("Oslo arrived for talks with Lima .",),
    ),
    Rule(
        "standing.sought",
        Status.PROPOSED,
        At(governed(SOUGHT, "object", "ing", where=lambda t: t.lemma not in GIVEN)),
        examples=("Oslo proposed [talks] with Lima .", "Oslo demands an [apology] from Lima ."),
        near_misses=("Oslo welcomed talks with Lima .",),
    ),
    Rule(
        "standing.demanded_that",
        Status.PROPOSED,
        At(_is_wished),
        examples=("Oslo demanded that troops be [withdrawn] .",),
        near_misses=("Oslo says that Lima withdrew its troops .",),
    ),
    Rule(
        "standing.proposed_noun",
        Status.PROPOSED,
        At(described({"proposed"})),
        examples=("They spoke about the proposed [summit] .",),
        near_misses=("They spoke about the last summit .",),
    ),
)
