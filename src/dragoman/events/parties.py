"""Whose meeting it is: a bare "the summit" is the last one's, "the Norway–Peru summit" has its parties before it, and
who is invited to talks meets who invites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dragoman.events.scene import Scene
from dragoman.model.act import Act
from dragoman.model.event import Actor, EventType
from dragoman.model.mention import Mention
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

BARE: Final = frozenset({"the", "this", "that", "these", "such"})
OWNING: Final = frozenset({"poss", "compound", "relcl"})
TELLING: Final = frozenset({"with", "between", "of", "by", "among", "from", "to"})
NEAR: Final = 4  # sentences back
DASHES: Final = frozenset({"–", "—", "-"})
BESIDE: Final = frozenset({"compound", "amod", "nmod", "nummod", "advmod"})


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """ "The summit", "these talks": nothing beside the noun says whose."""
    if token.pos != "NOUN":
        return False
    children = list(sentence.children(token))
    if any(c.dep in OWNING or (c.dep == "prep" and c.lemma.lower() in TELLING) for c in children):
        return False
    if any(c.dep == "advmod" and c.lemma == "still" for c in sentence.children(sentence.head(token))):
        return True  # "a summit can still take place"
    return any(c.dep == "det" and c.lemma.lower() in BARE for c in children)


BARE_NOUN: Final = Rule(
    "events.same_parties",
    EventType.CONSULT,
    At(_is_bare),
    examples=("They said that the [summit] may be held .", "A [summit] can still take [place] ."),
    near_misses=("A summit may be held .", "Norway's summit with Peru may be held ."),
)


def share_parties(acts: Sequence[Act], scene: Scene) -> tuple[Act, ...]:
    """The acts, where a meeting takes the parties that stand before it, those of the invitation to it, or, where it is
    bare and has one side or none, both sides of the meeting told before it."""
    told: list[Act] = []
    for act in acts:
        sentence = scene.sentences[act.sentence]
        token = sentence.tokens[act.token]
        if act.type is EventType.CONSULT:
            pair = _joined(sentence, token, scene.mentions.get(sentence.index, ()))
            if pair:
                act = replace(act, actors=pair, recipients=(), because=(*act.because, "events.joined_parties"))
            elif _is_bare(sentence, token):
                act = _shared(act, told)
            else:
                act = _invited(act, sentence.head(token), told)
        told.append(act)
    return tuple(told)


def _joined(sentence: Sentence, token: Token, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The two that a dash joins before the noun: "the Norway–Peru summit"; none where no two are."""
    before = [m for m in mentions if m.entities and m.span.end <= token.span.start]
    for one, other in pairwise(before):
        between = [t for t in sentence.tokens if one.span.end <= t.span.start and t.span.end <= other.span.start]
        after = [t for t in sentence.tokens if other.span.end <= t.span.start < token.span.start]
        if [t.text in DASHES for t in between] != [True] or not all(t.dep in BESIDE for t in after):
            continue
        pair = tuple(Actor(e.name, e.country, e.kind, e.office, m.span) for m in (one, other) for e in m.entities[:1])
        if pair[0].country != pair[1].country:
            return pair
    return ()


def _invited(act: Act, above: Token, told: Sequence[Act]) -> Act:
    """Who was invited acts towards who invites."""
    if "events.invited" not in act.because:
        return act
    for before in reversed(told):
        if (before.sentence, before.token) == (act.sentence, above.index) and before.actors and before.recipients:
            return replace(act, actors=before.recipients, recipients=before.actors)
    return act


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
