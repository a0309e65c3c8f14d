"""What is offered or asked for, and not yet accepted."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, either, governed
from dragoman.standing.embedding import CONTENT, path

ASKING: Final = frozenset(
    "urge call ask invite request demand beg appeal implore press seek propose offer ready willing "
    "readiness willingness encourage petition lobby plead open".split()
)
CALLS: Final = frozenset("call ask appeal push press plead request proposal demand appeal invite offer".split())
GIVEN: Final = frozenset({"support", "condolence", "thanks", "congratulation", "solidarity", "sympathy"})
SOUGHT: Final = frozenset("demand propose seek request urge offer suggest".split())
OFFERS: Final = frozenset({"proposal", "offer", "invitation", "request", "demand", "appeal", "call"})
ANSWERING: Final = frozenset(
    {
        "accept",
        "reject",
        "refuse",
        "decline",
        "consider",
        "turn",
        "take",
        "welcome",
        "approve",
        "grant",
        "ignore",
        "have",
    }
)
WISHING: Final = frozenset({"demand", "insist", "urge", "propose", "suggest", "recommend", "request", "ask", "want"})


def _is_on_offer(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.pos != "NOUN":
        return False
    return links[-1].governor.lemma in OFFERS and sentence.head(links[-1].governor).lemma not in ANSWERING


def _is_wished(sentence: Sentence, token: Token) -> bool:
    """The clause that a demand asks for, in the subjunctive or after "should"."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "clause" or links[-1].governor.lemma not in WISHING:
        return False
    verb = links[-1].word
    passive = verb.tag == "VBN" and any(c.text.lower() == "be" for c in sentence.children(verb))
    return verb.dep == "ccomp" and (verb.tag == "VB" or passive)


RULES: Final = (
    Rule(
        "standing.asked_to",
        Status.PROPOSED,
        At(either(governed(ASKING, "to do"), _is_on_offer)),
        examples=(
            "Oslo urged Lima to [withdraw] its troops .",
            "Oslo is ready to [meet] the envoy .",
            "Oslo repeated its offer to [meet] the envoy .",
        ),
        near_misses=("Oslo agreed to meet the envoy .", "Oslo accepted the proposal to meet the envoy ."),
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
