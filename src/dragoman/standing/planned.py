"""What is announced, agreed, scheduled or prepared."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, governed, helped, is_refused
from dragoman.standing.embedding import CONTENT, path

PROMISING: Final = frozenset(
    "agree plan pledge vow intend commit promise undertake resolve aim prepare schedule set due look "
    "arrange hope agreement plan deal intent intention pledge vow promise scheduled determined".split()
)
PREPARING: Final = frozenset("preparation plan planning arrangement arrange schedule timetable roadmap".split())
AIMS: Final = frozenset(
    "it there this that what which thing aim goal purpose way step task role job idea intention mission "
    "hope answer".split()
)
OCCASIONS: Final = frozenset(
    "visit trip tour summit meeting talk conference forum session consultation dialogue exercise drill "
    "signing seminar".split()
)
COMING: Final = frozenset("planned scheduled upcoming forthcoming coming impending prospective future".split())
JOURNEYS: Final = frozenset({"visit", "trip", "tour", "stop", "stay"})
GOING: Final = frozenset("arrive leave depart travel fly head".split())


def _is_to(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma != "be":
        return False
    verb = links[-1].governor
    subject = sentence.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.lemma.lower() in AIMS or is_refused(sentence, verb):
        return False
    return sentence.child(verb, "attr", "acomp") is None


def _is_going_to(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.text.lower() != "going":
        return False
    return not is_refused(sentence, links[-1].governor)


def _is_ahead(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    return bool(links) and links[-1].via == "of" and links[-1].governor.lemma.lower() == "ahead"


def _is_errand(sentence: Sentence, token: Token) -> bool:
    """What somebody travels for, or in order to do; the journey itself ("arrives for a visit") is not it."""
    return token.lemma not in JOURNEYS and governed(GOING, "for", "to do")(sentence, token)


def _is_future_frame(sentence: Sentence, token: Token) -> bool:
    """The occasion of something that will be: "the summit will discuss", "will meet during the visit"."""
    if token.lemma.lower() not in OCCASIONS:
        return False
    links = path(sentence, token)
    if not links or links[-1].via not in ("subject", "passive", "object", "during", "at", "on", "in"):
        return False
    return any(c.lemma in ("will", "shall") for c in sentence.children(links[-1].governor) if c.dep == "aux")


RULES: Final = (
    Rule(
        "standing.will",
        Status.PLANNED,
        At(helped({"will", "shall", "'ll", "’ll"})),
        examples=("Oslo will [meet] the envoy .", "The [talks] will [take] [place] in June ."),
        near_misses=("Oslo will not meet the envoy .", "The will of Oslo prevailed ."),
    ),
    Rule(
        "standing.is_to",
        Status.PLANNED,
        At(_is_to),
        examples=("The minister is to [visit] Lima .",),
        near_misses=("It is a pleasure to visit Lima .", "The minister is not to visit Lima ."),
    ),
    Rule(
        "standing.going_to",
        Status.PLANNED,
        At(_is_going_to),
        examples=("We are going to [meet] the envoy .",),
        near_misses=("We are going home .",),
    ),
    Rule(
        "standing.agreed_to",
        Status.PLANNED,
        At(governed(PROMISING, "to do")),
        examples=("Oslo agreed to [meet] the envoy .", "They announced a plan to [hold] [talks] ."),
        near_misses=("Oslo refused to meet the envoy .",),
    ),
    Rule(
        "standing.prepared_for",
        Status.PLANNED,
        At(governed(PREPARING, "for")),
        examples=("Preparations for the [visit] are under way .",),
        near_misses=("Thanks for the visit .",),
    ),
    Rule(
        "standing.agreed_on",
        Status.PLANNED,
        At(governed({"agree", "look", "commit"}, "to", "ing", "forward")),
        examples=("Oslo agreed to a [truce] .", "We look forward to [meeting] the envoy ."),
        near_misses=("Oslo objected to a cease-fire .",),
    ),
    Rule(
        "standing.ahead_of",
        Status.PLANNED,
        At(_is_ahead),
        examples=("They met ahead of the [summit] .",),
        near_misses=("They met at the summit .",),
    ),
    Rule(
        "standing.scheduled",
        Status.PLANNED,
        At(governed({"plan", "schedule", "slate"}, "object", "passive")),
        examples=("Oslo plans a [visit] to Lima .", "The [summit] is scheduled for June ."),
        near_misses=("Oslo condemned the visit .",),
    ),
    Rule(
        "standing.planned_noun",
        Status.PLANNED,
        At(described(COMING)),
        examples=("They spoke about the upcoming [visit] .",),
        near_misses=("They spoke about the recent visit .",),
    ),
    Rule(
        "standing.during_what_will_be",
        Status.PLANNED,
        At(_is_future_frame),
        examples=("The [summit] will discuss trade .", "He will meet the envoy during the [visit] ."),
        near_misses=("The sanctions will hurt trade .", "He met the envoy during the visit ."),
    ),
    Rule(
        "standing.travelled_for",
        Status.PLANNED,
        At(_is_errand),
        examples=("The envoy arrived in Lima for [talks] .",),
        near_misses=("The envoy left Lima after talks .",),
    ),
)
