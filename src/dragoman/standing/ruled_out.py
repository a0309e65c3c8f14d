"""What is refused in advance, or will not take place."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.agenda import is_off
from dragoman.standing.conditions import governed, helped, is_denied, unless
from dragoman.standing.embedding import CONTENT, is_existential, path

REFUSING: Final = frozenset({"refuse", "decline", "refusal", "unwilling"})
REJECTING: Final = frozenset({"reject", "refuse", "decline", "dismiss", "rebuff"})
OFFERS: Final = frozenset({"proposal", "offer", "invitation", "request", "call", "demand", "appeal", "plan"})
PROSPECTS: Final = frozenset({"prospect", "prospects", "chance", "plan", "possibility", "question", "talk"})
INTENDING: Final = frozenset(
    "plan intend intention vow pledge promise agree want ready willing prepared prospect need reason "
    "going consider seek".split()
)


def _is_excluded(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("object", "passive", "ing", "clause", "predicate"):
        return False
    verb = links[-1].governor
    out = any(c.lemma == "out" and c.dep in ("prt", "advmod") for c in sentence.children(verb))
    if verb.lemma != "rule" or not out or any(c.dep == "neg" for c in sentence.children(verb)):
        return False
    return not any(a.lemma == "refuse" for a in sentence.ancestors(verb))


def _is_turned_down(sentence: Sentence, token: Token) -> bool:
    """The act is what a rejected offer offers, or is itself declined."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or token.lemma in OFFERS:
        return False
    last = links[-1]
    if last.via == "object" and last.governor.lemma == "decline":
        return True
    if last.via not in ("to do", "for", "of") or last.governor.lemma not in OFFERS or last.governor.pos != "NOUN":
        return False
    return last.governor.dep in ("dobj", "nsubjpass") and sentence.head(last.governor).lemma in REJECTING


def _is_vowed_against(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos == "VERB" else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma not in INTENDING:
        return False
    return any(c.dep == "neg" for c in sentence.children(token))


def _has_no_prospect(sentence: Sentence, token: Token) -> bool:
    """ "There are no prospects for it", "there are not any plans for it"."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("of", "for") or links[-1].governor.lemma.lower() not in PROSPECTS:
        return False
    prospect = links[-1].governor
    verb = sentence.head(prospect)
    return is_denied(sentence, prospect) or (is_existential(sentence, verb) and is_denied(sentence, verb))


def _has_until(sentence: Sentence, token: Token) -> bool:
    return any(t.lemma.lower() == "until" and t.index > token.index for t in sentence.tokens)


RULES: Final = (
    Rule(
        "standing.excluded",
        Status.RULED_OUT,
        At(_is_excluded),
        examples=("Oslo ruled out [talks] with Lima .", "The minister rules out [visiting] Lima ."),
        near_misses=("Oslo does not rule out talks with Lima .", "The court ruled on talks ."),
    ),
    Rule(
        "standing.off_table",
        Status.RULED_OUT,
        At(is_off),
        examples=(
            "The [summit] is off the agenda .",
            "[Talks] are off the table .",
            "The [resumption] of flights has been taken off the agenda .",
            "The question of a [summit] was removed from the agenda .",
            "The [summit] is no longer on the table .",
        ),
        near_misses=(
            "The visit took off .",
            "The envoy was taken off the plane .",
            "The summit may be taken off the agenda .",
            "The summit is on the agenda .",
        ),
    ),
    Rule(
        "standing.refused",
        Status.RULED_OUT,
        At(governed(REFUSING, "to do")),
        examples=("Oslo refused to [meet] the envoy .",),
        near_misses=("Oslo agreed to meet the envoy .", "Oslo did not refuse to meet the envoy ."),
    ),
    Rule(
        "standing.turned_down",
        Status.RULED_OUT,
        At(_is_turned_down),
        examples=("Oslo rejected an offer to [mediate] .", "Oslo declined [talks] with Lima ."),
        near_misses=("Oslo accepted an offer to host the talks .", "Oslo rejected the report ."),
    ),
    Rule(
        "standing.no_intention",
        Status.RULED_OUT,
        At(governed(INTENDING, "to do", "of", denied=True)),
        examples=("Oslo does not plan to [meet] the envoy .", "Oslo has no intention of [meeting] the envoy ."),
        near_misses=("Oslo plans to meet the envoy .",),
    ),
    Rule(
        "standing.no_prospect",
        Status.RULED_OUT,
        At(_has_no_prospect),
        examples=("There are no prospects for [negotiations] .", "Oslo has no plans for a [visit] ."),
        near_misses=("There are prospects for negotiations .", "Oslo has plans for a visit ."),
    ),
    Rule(
        "standing.vowed_against",
        Status.RULED_OUT,
        At(_is_vowed_against),
        examples=("Oslo vowed not to [meet] the envoy .",),
        near_misses=("Oslo vowed to meet the envoy .", "Oslo failed to meet the envoy ."),
    ),
    Rule(
        "standing.will_not",
        Status.RULED_OUT,
        At(unless(helped({"will", "wo", "shall", "'ll"}, denied=True), _has_until)),
        examples=("Oslo will not [meet] the envoy .", "He won't [hold] [talks] ."),
        near_misses=("Oslo will meet the envoy .", "Oslo did not meet the envoy ."),
    ),
)
