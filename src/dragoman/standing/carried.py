"""What the report has already said of the same act: "the visit" stands as the visit announced before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.model.act import Act
from dragoman.model.event import EventType, Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "both"})
LASTING: Final = frozenset({Status.PLANNED, Status.OCCURRED, Status.POSTPONED, Status.CANCELLED})


def _is_definite(sentence: Sentence, token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN"):
        return False
    return any(c.dep == "poss" or (c.dep == "det" and c.lemma.lower() in DEFINITE) for c in sentence.children(token))


RULES: Final = (
    Rule(
        "standing.named_before",
        Status.PLANNED,
        At(_is_definite),
        examples=("The [visit] will be short .", "His [trip] matters ."),
        near_misses=("A visit matters .", "Visits matter ."),
    ),
)


def announces(told: Sequence[Act]) -> bool:
    """Whether the meetings of the report whose status a rule has decided are mostly planned."""
    meetings = [a.status for a in told if a.type is EventType.CONSULT]
    planned = meetings.count(Status.PLANNED)
    return planned >= 2 and planned > 2 * meetings.count(Status.OCCURRED)


def earlier(act: Act, sentence: Sentence, told: Sequence[tuple[Act, Token]]) -> tuple[Status, bool] | None:
    """The status that an earlier meeting gives to this one, and whether it has the same name; None if there is none.

    `told` are the report's earlier acts whose status a rule has decided, with their words.
    """
    token = sentence.tokens[act.token]
    if act.type is not EventType.CONSULT or not _is_definite(sentence, token):
        return None
    before = [(a, t) for a, t in told if a.type is EventType.CONSULT and a.span < act.span]
    same = next((a for a, t in reversed(before) if t.lemma.lower() == token.lemma.lower()), None)
    if same is not None and same.status in LASTING:
        return same.status, True
    if before and before[-1][0].status is Status.PLANNED:
        return Status.PLANNED, False
    return None
