"""What was planned and is called off."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, is_denied
from dragoman.standing.embedding import CONTENT, is_open, path

CALLING_OFF: Final = frozenset({"cancel", "scrap", "scrub", "abandon", "drop", "axe", "nix"})
TALKS: Final = frozenset("talk negotiation dialogue discussion consultation".split())
SUSPENDING: Final = frozenset({"suspend", "freeze", "halt", "terminate"})
CALL_OFF: Final = frozenset({"call", "break"})


def _is_called_off(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("object", "passive", "of", "to do"):
        return False
    canceller = links[-1].governor
    if canceller.lemma not in CALLING_OFF and not (canceller.lemma in CALL_OFF and _has_off(sentence, canceller)):
        return canceller.lemma == "cancellation" and links[-1].via == "of"
    return canceller.pos == "VERB" and not is_open(sentence, canceller) and not is_denied(sentence, canceller)


def _has_off(sentence: Sentence, verb: Token) -> bool:
    return any(c.lemma == "off" and c.dep in ("prt", "advmod", "prep") for c in sentence.children(verb))


def _is_broken_off(sentence: Sentence, token: Token) -> bool:
    """Talks that are suspended."""
    links = path(sentence, token) if token.lemma in TALKS else ()
    if not links:
        return False
    breaker = links[-1].governor
    broken = links[-1].via in ("object", "passive") and breaker.lemma in SUSPENDING
    return broken and breaker.pos == "VERB" and not is_open(sentence, breaker) and not is_denied(sentence, breaker)


RULES: Final = (
    Rule(
        "standing.called_off",
        Status.CANCELLED,
        At(_is_called_off),
        examples=(
            "Oslo cancelled the [visit] .",
            "The [summit] was called off .",
            "Lima calls off its [talks] with Quito .",
        ),
        near_misses=(
            "Oslo may cancel the visit .",
            "Oslo did not cancel the visit .",
            "They called during the visit .",
        ),
    ),
    Rule(
        "standing.broken_off",
        Status.CANCELLED,
        At(_is_broken_off),
        examples=("Oslo suspended its [talks] with Lima .", "The [negotiations] were halted in May ."),
        near_misses=("Oslo may suspend its talks with Lima .", "The negotiations ended in May ."),
    ),
    Rule(
        "standing.cancelled_noun",
        Status.CANCELLED,
        At(described({"cancelled", "canceled", "aborted", "abortive"})),
        examples=("The cancelled [summit] cost Oslo money .",),
        near_misses=("The planned summit cost Oslo money .",),
    ),
)
