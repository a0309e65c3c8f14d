"""What was planned and is put off."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, is_denied
from dragoman.standing.embedding import CONTENT, is_open, path

PUTTING_OFF: Final = frozenset({"postpone", "delay", "defer", "reschedule"})


def _is_put_off(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("object", "passive", "of", "ing"):
        return False
    verb = links[-1].governor
    if verb.lemma in ("postponement", "deferral"):
        return links[-1].via == "of"
    puts = verb.lemma == "put" and any(c.lemma == "off" for c in sentence.children(verb))
    if verb.pos != "VERB" or not (puts or verb.lemma in PUTTING_OFF):
        return False
    return not is_open(sentence, verb) and not is_denied(sentence, verb)


RULES: Final = (
    Rule(
        "standing.put_off",
        Status.POSTPONED,
        At(_is_put_off),
        examples=("Oslo postponed the [visit] .", "The [summit] has been delayed .", "The [talks] were postponed ."),
        near_misses=("Oslo may postpone the visit .", "Oslo hosted the visit ."),
    ),
    Rule(
        "standing.postponed_noun",
        Status.POSTPONED,
        At(described({"postponed", "delayed", "deferred"})),
        examples=("The postponed [summit] angered Oslo .",),
        near_misses=("The annual summit angered Oslo .",),
    ),
)
