"""Words that look like an act and name none: another word has it, or there is none."""

from __future__ import annotations

from typing import Final

from dragoman.events.telling import PAPERS, PENALTIES, RELATIONS
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

LAWS: Final = frozenset("bill law legislation budget decree amendment".split())
ILLS: Final = frozenset(
    "covid covid-19 coronavirus pandemic virus ebola malaria disease poverty corruption hunger climate change crime "
    "trafficking drug inflation terrorism terror extremism".split()
)
ORDINALS: Final = ("first", "second", "third", "fourth", "latest", "last", "only")
TRAVELLING: Final = frozenset("be arrive visit travel come go fly meet stay hold".split())
STRUGGLES: Final = frozenset("fight battle war struggle campaign combat".split())
SPENT: Final = {
    **dict.fromkeys("sign ratify initial approve".split(), PAPERS),
    **dict.fromkeys("impose reimpose extend tighten lift ease end remove relax waive".split(), PENALTIES),
    **dict.fromkeys("reaffirm reiterate underscore".split(), frozenset({"commitment", "support"})),
    **dict.fromkeys("cut sever break restore resume establish normalize normalise".split(), RELATIONS),
}  # a verb that is the act itself, and the objects that only complete it


def _completes(sentence: Sentence, token: Token) -> bool:
    if token.pos != "NOUN" or token.dep not in ("dobj", "nsubjpass"):
        return False
    return token.lemma.lower() in SPENT.get(sentence.head(token).lemma, ())


def _is_lawmaking(sentence: Sentence, token: Token) -> bool:
    return token.lemma in ("sign", "approve", "pass", "adopt", "ratify", "veto") and any(
        c.dep in ("dobj", "nsubjpass") and c.lemma.lower() in LAWS for c in sentence.children(token)
    )


def _is_for_the_press(sentence: Sentence, token: Token) -> bool:
    return token.lemma.lower() in ("conference", "briefing") and any(
        c.dep == "compound" and c.lemma.lower() in ("news", "press") for c in sentence.children(token)
    )


def _is_against_ills(sentence: Sentence, token: Token) -> bool:
    if token.lemma.lower() not in STRUGGLES:
        return False
    for child in sentence.children(token):
        if child.dep == "dobj" and child.lemma.lower() in ILLS:
            return True
        if child.dep == "prep" and child.lemma in ("against", "on"):
            return any(t.lemma.lower() in ILLS for t in sentence.children(child))
    return False


def _wants_no_name(sentence: Sentence, token: Token) -> bool:
    """ "An official who asked not to be named"."""
    if token.lemma not in ("ask", "request", "decline", "refuse", "insist", "prefer"):
        return False
    return any(c.lemma in ("name", "identify", "quote") and c.dep == "xcomp" for c in sentence.children(token))


def _is_preparation(sentence: Sentence, token: Token) -> bool:
    """ "preparations for a visit": the visit is the act."""
    if token.lemma.lower() not in ("preparation", "plan", "arrangement") or token.pos != "NOUN":
        return False
    named = any(c.dep == "acl" or (c.dep == "prep" and c.lemma in ("for", "of")) for c in sentence.children(token))
    return named or (token.dep in ("nsubj", "nsubjpass") and sentence.head(token).lemma == "be")


def _is_traveller(sentence: Sentence, token: Token) -> bool:
    """ "A delegation was in Oslo", "the mission arrived": who travels, not the journey."""
    if token.lemma.lower() not in ("delegation", "mission", "team") or token.dep not in ("nsubj", "nsubjpass"):
        return False
    return sentence.head(token).lemma in TRAVELLING


def _is_such(sentence: Sentence, token: Token) -> bool:
    """ "the first such meeting": says more about an act named before."""
    words = {c.lemma.lower() for c in sentence.children(token)} if token.pos == "NOUN" else set()
    return "such" in words and not words.isdisjoint(ORDINALS)


RULES: Final[tuple[Rule[str], ...]] = (
    Rule(
        "events.preparation",
        "the act prepared for is named beside it",
        At(_is_preparation),
        examples=("[Preparations] are underway for a visit .", "[Plans] for a summit were made ."),
        near_misses=("The preparations pleased everybody .",),
    ),
    Rule(
        "events.anonymous",
        "somebody does not want to be named",
        At(_wants_no_name),
        examples=("An official who [asked] not to be named said so .", "He [declined] to be identified ."),
        near_misses=("He asked them to leave .", "He declined to meet the king ."),
    ),
    Rule(
        "events.traveller",
        "who travels, not the journey",
        At(_is_traveller),
        examples=("A [delegation] from Peru was in Oslo for talks .",),
        near_misses=("Peru sent a delegation to Oslo .",),
    ),
    Rule(
        "events.completes",
        "the verb above it names the act",
        At(_completes),
        examples=("They signed a [treaty] .", "Oslo lifted the [sanctions] .", "Oslo reaffirmed its [commitment] ."),
        near_misses=("Oslo announced sanctions .", "They reached an agreement ."),
    ),
    Rule(
        "events.lawmaking",
        "a law at home",
        At(_is_lawmaking),
        examples=("The president [signed] the bill .",),
        near_misses=("The president signed the treaty .",),
    ),
    Rule(
        "events.press",
        "a meeting with the press",
        At(_is_for_the_press),
        examples=("He spoke at a news [conference] .",),
        near_misses=("He spoke at a peace conference .",),
    ),
    Rule(
        "events.against_ills",
        "a struggle against an ill, not against somebody",
        At(_is_against_ills),
        examples=("The [fight] against corruption goes on .", "Oslo will [fight] poverty ."),
        near_misses=("The fight against the rebels goes on .",),
    ),
    Rule(
        "events.such",
        "says more about an act named before",
        At(_is_such),
        examples=("They met in Oslo , the first such [meeting] in years .",),
        near_misses=("Such a meeting was held in Oslo .",),
    ),
)
