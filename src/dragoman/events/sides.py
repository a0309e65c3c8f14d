"""It takes two to meet, to agree and to cooperate: the side that an act lacks is whom the report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.events.scene import Scene
from dragoman.model.act import Act
from dragoman.model.event import Actor, EventType
from dragoman.model.mention import Form, Mention
from dragoman.model.syntax import Part

SHARED: Final = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
VISIT: Final = "visit"  # where it leads says whom it is paid to
MULTILATERAL: Final = "multilateral"  # "the G7 meets": one body of many
ABOUT: Final = 2 / 3  # of the report's mentions of countries, from which it is about two of them
RULE: Final = "events.other_side"


def complete_sides(acts: Sequence[Act], scene: Scene) -> tuple[Act, ...]:
    """The acts, where one that two share and that has one country only gets the report's foremost other one.

    Absent: an act that names nobody at all stays as it is, and so do those of a report about many countries, or one.
    """
    about = _about(scene)
    return tuple(_completed(act, scene, about) for act in acts)


def _about(scene: Scene) -> tuple[str, ...]:
    """The countries that the report is about, the foremost first: those of its title, and the two it mostly names."""
    named = [m for ms in scene.mentions.values() for m in ms if m.form is not Form.SPEAKER]
    counts = Counter(e.country for m in named for e in m.entities if e.country)
    mostly = sum(counts[country] for country in scene.foremost) >= ABOUT * counts.total()
    return tuple(country for country in scene.foremost if mostly or country in scene.headline)


def _completed(act: Act, scene: Scene, about: Sequence[str]) -> Act:
    own = {a.country or a.name for a in (*act.actors, *act.recipients)}
    if act.type not in SHARED or act.mode == MULTILATERAL or len(own) != 1:
        return act
    other = next((country for country in about if country not in own), None)
    if other is None or (act.mode == VISIT and (act.place is None or act.place.country != other)):
        return act
    side = _actors(_mention(scene, act, other), other)
    because = (*act.because, RULE)
    if act.actors:
        return replace(act, recipients=(*act.recipients, *side), because=because)
    return replace(act, actors=side, because=because)


def _mention(scene: Scene, act: Act, country: str) -> Mention:
    """Where the report names the country, or somebody of it, last before the act's end, or else first after it."""
    named = [m for ms in scene.mentions.values() for m in ms if any(e.country == country for e in m.entities)]
    named.sort(key=lambda m: (m.part is Part.TEXT, m.form is not Form.PLACE, m.span))
    before = [m for m in named if m.part is Part.TITLE or m.span.start <= act.span.start]
    return before[-1] if before else named[0]


def _actors(mention: Mention, country: str) -> tuple[Actor, ...]:
    span = mention.span if mention.part is Part.TEXT else None
    return tuple(Actor(e.name, e.country, e.kind, e.office, span) for e in mention.entities if e.country == country)
