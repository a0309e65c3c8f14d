"""Whose meeting "the summit" is: a bare definite noun has the parties that the report gave to the last one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dragoman.model.act import Act
from dragoman.model.event import EventType
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

BARE: Final = frozenset({"the", "this", "that", "these", "such"})
OWNING: Final = frozenset({"poss", "compound", "relcl"})
TELLING: Final = frozenset({"with", "between", "of", "by", "among", "from", "to"})
NEAR: Final = 4  # sentences back


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """ "The summit", "these talks": nothing beside the noun says whose."""
    if token.pos != "NOUN":
        return False
    children = list(sentence.children(token))
    if any(c.dep in OWNING or (c.dep == "prep" and c.lemma.lower() in TELLING) for c in children):
        return False
    return any(c.dep == "det" and c.lemma.lower() in BARE for c in children)


BARE_NOUN: Final = Rule(
    "events.same_parties",
    EventType.CONSULT,
    At(_is_bare),
    examples=("They said that the [summit] may be held .",),
    near_misses=("A summit may be held .", "Norway's summit with Peru may be held ."),
)


def share_parties(acts: Sequence[Act], sentences: Mapping[int, Sentence]) -> tuple[Act, ...]:
    """The acts, where a bare meeting with one side or none takes both sides of the meeting told before it."""
    told: list[Act] = []
    for act in acts:
        sentence = sentences[act.sentence]
        if act.type is EventType.CONSULT and _is_bare(sentence, sentence.tokens[act.token]):
            act = _shared(act, told)
        told.append(act)
    return tuple(told)


def _shared(act: Act, told: Sequence[Act]) -> Act:
    own = _countries(act)
    for before in reversed(told):
        if act.sentence - before.sentence > NEAR:
            break
        both = _countries(before)
        if before.type is EventType.CONSULT and len(both) > 1 and len(own) <= 1 and own <= both:
            because = (*act.because, BARE_NOUN.name)
            return replace(act, actors=before.actors, recipients=before.recipients, because=because)
    return act


def _countries(act: Act) -> frozenset[str]:
    return frozenset(a.country or a.name for a in (*act.actors, *act.recipients))
