"""Visits told from where the report is set: "good to be here", "thank you for having us"; and journeys at home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.events.roles import RECEIVING
from dragoman.events.scene import Scene
from dragoman.model.act import Act
from dragoman.model.event import Actor, EventType, Status
from dragoman.model.syntax import Sentence, Token

VISIT: Final = "visit"
JOURNEYS: Final = frozenset({"visit", "trip", "stay", "stop"})
OURS: Final = frozenset({"this", "my", "your", "our", "his", "her"})
LIGHT: Final = RECEIVING | {"here", "back", "be", "come", "go", "stand", "see", "get"}
RULE: Final = "events.here"
AT_HOME: Final = "a journey within one country, or one to nowhere: nobody of another country is named"


def place_here(acts: Sequence[Act], scene: Scene) -> tuple[Act, ...]:
    """The acts, those visits that go on where the report is set, or are told by "here", in that place."""
    if scene.setting is None:
        return tuple(acts)
    return tuple(
        replace(act, place=scene.setting, because=(*act.because, RULE)) if _is_here(act, scene) else act for act in acts
    )


def _is_here(act: Act, scene: Scene) -> bool:
    sentence = scene.sentences[act.sentence]
    if act.mode != VISIT or (act.place and act.place.span and sentence.span.holds(act.place.span)):
        return False
    if _says_here(sentence, sentence.tokens[act.token]):
        return True
    return act.status is Status.ONGOING and not any(_is_named(sentence, a) for a in act.recipients)


def _is_named(sentence: Sentence, actor: Actor) -> bool:
    """The sentence has the actor's name, not only "our" or "they"."""
    return actor.span is not None and any(t.pos == "PROPN" for t in sentence.within(actor.span))


def _says_here(sentence: Sentence, token: Token) -> bool:
    lemma, near = token.lemma.lower(), {c.lemma.lower() for c in sentence.children(token)}
    if lemma in JOURNEYS and token.pos == "NOUN":
        return not near.isdisjoint(OURS)
    return lemma in RECEIVING or lemma in ("here", "back") or not near.isdisjoint({"here", "back"})


def is_at_home(act: Act, scene: Scene) -> bool:
    """A journey that nobody of another country has a part in: at home, or told by a word that any sentence may hold."""
    countries = {a.country or a.name for a in (*act.actors, *act.recipients)}
    if act.type is not EventType.CONSULT or act.mode != VISIT or len(countries) != 1 or "IGO" in countries:
        return False
    if act.place is not None:
        return act.place.country in countries
    return scene.sentences[act.sentence].tokens[act.token].lemma.lower() in LIGHT
