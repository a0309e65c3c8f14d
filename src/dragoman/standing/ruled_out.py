"""What is refused in advance, or will not take place."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.agenda import is_off
from dragoman.standing.conditions import called, either, governed, helped, is_denied, unless
from dragoman.standing.embedding import CONTENT, is_existential, negated, path

REFUSING: Final = frozenset({"refuse", "decline", "refusal", "unwilling"})
REJECTING: Final = frozenset({"reject", "refuse", "decline", "dismiss", "rebuff"})
OFFERS: Final = frozenset("proposal offer invitation request call demand appeal plan chance opportunity".split())
OCCASIONS: Final = frozenset("talk negotiation dialogue discussion meeting summit conference visit truce".split())
PROSPECTS: Final = frozenset("prospect prospects chance plan possibility question talk point sense interest".split())
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
    if last.via == "object" and _turns_down(sentence, last.governor):
        return last.governor.lemma == "decline" or token.lemma in OCCASIONS
    if last.via not in ("to do", "for", "of") or last.governor.lemma not in OFFERS or last.governor.pos != "NOUN":
        return False
    return last.governor.dep in ("dobj", "nsubjpass") and _turns_down(sentence, sentence.head(last.governor))


def _turns_down(sentence: Sentence, verb: Token) -> bool:
    down = verb.lemma == "turn" and any(c.lemma == "down" for c in sentence.children(verb))
    return (down or verb.lemma in REJECTING) and verb.pos == "VERB" and not is_denied(sentence, verb)


def _is_denied_plan(sentence: Sentence, token: Token) -> bool:
    """ "Denies that it will meet the envoy"."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "clause" or links[-1].governor.lemma != "deny":
        return False
    future = any(c.lemma in ("will", "would") for c in sentence.children(links[-1].word) if c.dep == "aux")
    return future and not is_denied(sentence, links[-1].governor)


def _is_vowed_against(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma not in INTENDING:
        return False
    return negated(sentence, links[-1].word)


def _has_no_prospect(sentence: Sentence, token: Token) -> bool:
    """ "There are no prospects for it", "there are not any plans for it"."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("of", "for", "in") or links[-1].governor.lemma.lower() not in PROSPECTS:
        return False
    prospect = links[-1].governor
    verb = sentence.head(prospect)
    if prospect.dep == "nsubj" and any(c.lemma in ("nil", "zero") for c in sentence.children(verb)):
        return True
    return is_denied(sentence, prospect) or (is_existential(sentence, verb) and is_denied(sentence, verb))


def _is_out_of_question(sentence: Sentence, token: Token) -> bool:
    return _questioned(sentence, token) is False


def is_in_question(sentence: Sentence, token: Token) -> bool:
    """ "A visit is not out of the question"."""
    return _questioned(sentence, token) is True


def _questioned(sentence: Sentence, token: Token) -> bool | None:
    """False for "is out of the question", True for "is not out of the question", else None."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    verb = next((k.governor for k in links if k.via == "subject" and k.governor.lemma == "be"), None)
    out = next((c for c in sentence.children(verb) if c.lemma == "out"), None) if verb else None
    if verb is None or out is None or not any(w.lemma == "question" for w in sentence.subtree(out)):
        return None
    return is_denied(sentence, verb)


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
        examples=("Oslo rejected an offer to [mediate] .", "Oslo turned down [talks] with Lima ."),
        near_misses=("Oslo accepted an offer to host the talks .", "Oslo rejected the report ."),
    ),
    Rule(
        "standing.denied_plan",
        Status.RULED_OUT,
        At(_is_denied_plan),
        examples=("Oslo denied that it would [meet] the envoy .",),
        near_misses=("Oslo denied that it had met the envoy .", "Oslo said that it would meet the envoy ."),
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
        examples=(
            "There are no prospects for [negotiations] .",
            "There are and will be absolutely no prospects for [talks] .",
            "Oslo sees no point in [talks] .",
            "Oslo has no plans for a [visit] .",
        ),
        near_misses=("There are prospects for negotiations .", "Oslo has plans for a visit ."),
    ),
    Rule(
        "standing.out_of_question",
        Status.RULED_OUT,
        At(either(_is_out_of_question, called({"impossible", "unthinkable", "unacceptable"}))),
        examples=("A [visit] is out of the question .", "[Talks] are impossible ."),
        near_misses=("A visit is not out of the question .", "Talks are possible ."),
    ),
    Rule(
        "standing.vowed_against",
        Status.RULED_OUT,
        At(_is_vowed_against),
        examples=(
            "Oslo vowed not to [meet] the envoy .",
            "Oslo vowed to never resume [talks] .",
        ),
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
