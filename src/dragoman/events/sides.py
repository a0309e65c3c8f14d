"""It takes two to meet, to agree and to cooperate: the side that an act lacks is whom the report speaks of most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.events.scene import Scene
from dragoman.model.act import Act
from dragoman.model.event import Actor, EventType
from dragoman.model.mention import Form, Mention
from dragoman.model.syntax import Part

SHARED: Final = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
MULTILATERAL: Final = "multilateral"  # "the G7 meets": one body of many
RULE: Final = "events.other_side"


def complete_sides(acts: Sequence[Act], scene: Scene) -> tuple[Act, ...]:
    """The acts, where one that two share and that has one country only gets the report's foremost other one.

    Absent: an act whose report speaks of no other country stays as it is, and so does one that names nobody at all.
    """
    return tuple(_completed(act, scene) for act in acts)


def _completed(act: Act, scene: Scene) -> Act:
    own = {a.country or a.name for a in (*act.actors, *act.recipients)}
    if act.type not in SHARED or act.mode == MULTILATERAL or len(own) != 1:
        return act
    other = next((country for country in scene.foremost if country not in own), None)
    mention = _mention(scene, act, other) if other is not None else None
    if mention is None:
        return act
    side = _actors(mention, other)
    because = (*act.because, RULE)
    if act.actors:
        return replace(act, recipients=(*act.recipients, *side), because=because)
    return replace(act, actors=side, because=because)


def _mention(scene: Scene, act: Act, country: str | None) -> Mention | None:
    """Where the report names the country, or somebody of it, last before the act's end, or else first after it."""
    named = [m for ms in scene.mentions.values() for m in ms if any(e.country == country for e in m.entities)]
    named.sort(key=lambda m: (m.part is Part.TEXT, m.form is not Form.PLACE, m.span))
    before = [m for m in named if m.part is Part.TITLE or m.span.start <= act.span.start]
    return before[-1] if before else next(iter(named), None)


def _actors(mention: Mention, country: str | None) -> tuple[Actor, ...]:
    span = mention.span if mention.part is Part.TEXT else None
    return tuple(Actor(e.name, e.country, e.kind, e.office, span) for e in mention.entities if e.country == country)
