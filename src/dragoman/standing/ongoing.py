"""What is taking place, or continues."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, governed, helped
from dragoman.standing.embedding import CONTENT, NOUNS, auxiliaries, carriers, is_open, path

DECLARING: Final = frozenset(
    "impose sanction designate extend terminate restrict threaten urge welcome take allow call examine "
    "refer announce suspend expel recall condemn ask demand offer reject refuse lift travel undertake "
    "trip see go come leave return send".split()
)
GLAD: Final = frozenset(
    "pleased pleasure honor honour honored honoured glad delighted thrilled excited good great wonderful "
    "fantastic lovely nice terrific "
    "privilege".split()
)
HOSTING: Final = frozenset({"have", "host", "be", "receive", "welcome", "join", "come"})
RECEIVING: Final = frozenset({"be", "have", "see", "welcome", "host", "receive"})
LIFTING: Final = frozenset({"end", "lift", "ease", "remove", "removal", "lifting", "easing", "relax"})
IMPOSED: Final = frozenset("embargo blockade sanction siege occupation ban restriction boycott quarantine".split())
KEEPING: Final = frozenset({"continue", "keep", "remain"})
STARTING: Final = KEEPING | {"begin", "start"}
RESUMING: Final = STARTING | {"resume", "restart", "open"}


def _is_progressive(sentence: Sentence, token: Token) -> bool:
    if token.pos not in CONTENT:
        return False
    if token.lemma in DECLARING or not helped({"is", "are", "am", "'s", "'re", "'m"})(sentence, token):
        return False
    doing = any(c.tag == "VBG" for c in carriers(sentence, token, path(sentence, token)))
    return doing or any(a.text == "being" for a in auxiliaries(sentence, token))


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """The act is what begins or continues, told as done."""
    if token.pos not in CONTENT:
        return False
    links = path(sentence, token)
    for link in links:
        going = {"to do": KEEPING, "ing": STARTING}.get(link.via, RESUMING)
        if link.via not in ("object", "passive", "subject", "to do", "ing", "in"):
            continue
        does = link.via == "subject" and sentence.child(link.governor, "dobj") is not None
        began = link.via == "subject" and link.governor.tag == "VBD" and link.governor.lemma not in KEEPING
        if link.governor.lemma in going and link.governor.pos == "VERB" and not does and not began:
            outer = max(list(carriers(sentence, token, links))[-1], link.governor, key=lambda w: w.pos == "VERB")
            return _is_finite(sentence, outer) and not is_open(sentence, outer) and token.lemma != "fire"
    return False


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    """The verb tells of itself: in a tense of its own, or in the perfect ("have continued to")."""
    perfect = verb.tag == "VBN" and any(c.dep == "aux" and c.lemma == "have" for c in sentence.children(verb))
    return perfect or verb.tag in ("VBD", "VBZ", "VBP")


def _is_welcome(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do":
        return False
    governor = links[-1].governor
    verb = governor if governor.lemma == "be" else sentence.head(governor)
    if links[-1].word.lemma not in RECEIVING or verb.tag == "VBD":
        return False
    glad = [governor, *sentence.children(governor)] if governor.lemma == "be" else [governor]
    return any(w.lemma.lower() in GLAD for w in glad)


def _is_here(sentence: Sentence, token: Token) -> bool:
    """A guest or host speaks of where they are: "here", "thank you for having us"."""
    if token.text.lower() == "here":
        return sentence.head(token).lemma in ("be", "have", "see", "welcome")
    links = path(sentence, token) if token.tag == "VBG" else ()
    thanked = bool(links) and links[-1].via == "for" and links[-1].governor.lemma in ("thank", "thanks")
    return thanked and token.lemma in HOSTING


def _is_under_way(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in NOUNS else ()
    if not links:
        return False
    governor = links[-1].governor
    if governor.tag not in ("VBZ", "VBP") or governor.lemma not in ("be", "get", "remain"):
        return False
    if links[-1].via == "in":
        return token.lemma in ("talk", "negotiation", "discussion")
    after = (w for w in sentence.subtree(governor) if w.index > token.index)
    return links[-1].via == "subject" and any(w.text.lower() in ("underway", "way", "progress") for w in after)


RULES: Final = (
    Rule(
        "standing.is_doing",
        Status.ONGOING,
        At(_is_progressive),
        examples=("They are [holding] [talks] .",),
        near_misses=("The ministers held talks .", "The ministers are pleased ."),
    ),
    Rule(
        "standing.goes_on",
        Status.ONGOING,
        At(_goes_on),
        examples=(
            "She continues to [support] the mission .",
            "They have continued to [support] the mission .",
            "They began [talks] in Lima .",
            "Oslo starts [releasing] the prisoners .",
        ),
        near_misses=(
            "Oslo will continue to support the mission .",
            "The ministers ended talks in Lima .",
            "The guards opened fire .",
            "The shooting began at noon .",
        ),
    ),
    Rule(
        "standing.host_speaks",
        Status.ONGOING,
        At(_is_welcome),
        examples=("I am pleased to [welcome] the minister .", "It is a pleasure to [welcome] him ."),
        near_misses=("I agreed to welcome the minister .",),
    ),
    Rule(
        "standing.here",
        Status.ONGOING,
        At(_is_here),
        examples=("It is wonderful to be [here] .", "Thank you for [hosting] us ."),
        near_misses=("The envoy is there .", "Thanks for nothing ."),
    ),
    Rule(
        "standing.under_way",
        Status.ONGOING,
        At(_is_under_way),
        examples=("The [talks] are underway .", "Oslo is in [talks] with Lima ."),
        near_misses=("The talks were underway .", "Oslo is in favour of the treaty ."),
    ),
    Rule(
        "standing.in_force",
        Status.ONGOING,
        At(governed(LIFTING, "object", "of", "passive", where=lambda t: t.lemma in IMPOSED)),
        examples=("Oslo asked Lima to lift the [embargo] .",),
        near_misses=("Oslo asked Lima to end the visit .",),
    ),
    Rule(
        "standing.ongoing_noun",
        Status.ONGOING,
        At(described({"ongoing", "on-going"})),
        examples=("They spoke about the ongoing [talks] .",),
        near_misses=("They spoke about the coming talks .",),
    ),
)
