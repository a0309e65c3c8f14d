"""Who acts, towards whom, and where: mentions become an act's actors, recipients and place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.events.casting import SIDES, Candidate, Side, divide
from dragoman.events.frames import Frames, Triple, log_odds
from dragoman.events.modes import mode_of
from dragoman.events.scene import Scene, foot, way
from dragoman.events.traits import Sight
from dragoman.model.event import Actor, EventType, Place
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.syntax import Part, Sentence, Token
from dragoman.model.tag import Tagging, Target

# Set on reports held back from training (`training/README.md`): how much the tagger's log odds for a part count
# beside those of the frames, and from which sum a mention is the place.
LINK: Final = 0.8
LINK_SHIFT: Final = 0.9
PLACE_LINK: Final = 0.6
PLACED: Final = -1.5
UNSEEN: Final = 0.005  # the tagger's probability for a mention out of its sight
BESIDE: Final = 0.0  # log odds from which a second person of a country already in the cast is named too
RECEIVING: Final = frozenset({"have", "host", "welcome", "receive", "greet"})  # the actor is at home


@dataclass(frozen=True, slots=True)
class Cast:
    """The parts in one act."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None


def cast(
    scene: Scene,
    sentence: Sentence,
    trigger: Token,
    kind: EventType,
    tagging: Tagging,
    frames: Frames,
    text: Mapping[Part, str],
) -> Cast:
    """The parts in the act of this word."""
    mentions = scene.near(sentence)
    odds = _odds(scene, sentence, trigger, kind, mentions, tagging, frames)
    found = [
        Candidate(_countries(m), (o[0], o[1]), _group(scene, m), m.sentence == sentence.index)
        for m, o in zip(mentions, odds, strict=True)
    ]
    division = divide(found, kind, frames.together)
    actors = _players(mentions, found, division.actors, 0)
    recipients = _players(mentions, found, division.recipients, 1)
    place = _place(mentions, odds, text)
    if place is None and mode_of(trigger, kind, tagging.tag(trigger.span)) == "visit":
        at_home = trigger.lemma.lower() in RECEIVING
        place = _host(scene, actors if at_home else recipients, text, at_home=at_home)
    return Cast(actors, recipients, place)


def _countries(mention: Mention) -> frozenset[str]:
    return frozenset((e.country or e.name).upper() for e in mention.entities)


def _group(scene: Scene, mention: Mention) -> tuple[int, int]:
    home = scene.sentences[mention.sentence]
    return home.index, foot(home, home.tokens[mention.head]).index


def _odds(
    scene: Scene,
    sentence: Sentence,
    trigger: Token,
    kind: EventType,
    mentions: Sequence[Mention],
    tagging: Tagging,
    frames: Frames,
) -> list[Triple]:
    """Per mention the log odds of each role: the frames' and the tagger's together."""
    sight = Sight(scene, sentence, trigger, kind, mentions)
    found = []
    for mention, link in zip(mentions, _links(scene, sentence, trigger, mentions, tagging), strict=True):
        actor, recipient, place = log_odds(frames, sight.traits(mention))
        seen = [_logit(link.get(role, UNSEEN)) for role in (*SIDES, "place")]
        found.append(
            (
                actor + LINK * (seen[0] + LINK_SHIFT),
                recipient + LINK * (seen[1] + LINK_SHIFT),
                place + PLACE_LINK * seen[2],
            )
        )
    return found


def _logit(chance: float) -> float:
    chance = min(max(chance, 0.002), 0.998)
    return math.log(chance / (1.0 - chance))


def _links(
    scene: Scene, sentence: Sentence, trigger: Token, mentions: Sequence[Mention], tagging: Tagging
) -> list[dict[str, float]]:
    """Per mention the tagger's probability of each role: the best of its words."""
    targets: list[Target] = []
    owner: list[int] = []
    for number, mention in enumerate(mentions):
        through = way(scene, sentence, trigger, mention)
        for token in scene.sentences[mention.sentence].within(mention.span):
            owner.append(number)
            targets.append(Target(mention.part, token.span, through))
    best: list[dict[str, float]] = [{} for _ in mentions]
    for number, roles in zip(owner, tagging.links(trigger.span, targets), strict=True):
        for role, weight in roles.items():
            best[number][role] = max(weight, best[number].get(role, 0.0))
    return best


def _players(mentions: Sequence[Mention], found: Sequence[Candidate], side: Side, role: int) -> tuple[Actor, ...]:
    """One actor per entity of the side's countries, in text order: a country gives way to its own people beside it."""
    named: dict[str, Actor] = {}
    groups = {found[rival.mentions[role]].group for rival in side.rivals}
    for rival in side.rivals:
        first = rival.mentions[role]
        others = [
            n
            for n, c in enumerate(found)
            if n != first
            and c.group in groups
            and rival.country in c.countries
            and c.odds[role] >= BESIDE
            and mentions[n].kind is not Kind.COUNTRY
        ]
        for number in (first, *others):
            for entity in _entities(mentions[number], rival.country):
                named.setdefault(entity.name, _actor(entity, mentions[number]))
    return tuple(sorted(named.values(), key=lambda a: a.span.start if a.span else -1))


def _entities(mention: Mention, country: str) -> Iterator[Entity]:
    return (e for e in mention.entities if (e.country or e.name).upper() == country)


def _actor(entity: Entity, mention: Mention) -> Actor:
    span = mention.span if mention.part is Part.TEXT else None
    return Actor(entity.name, entity.country, entity.kind, entity.office, span)


def _place(mentions: Sequence[Mention], odds: Sequence[Triple], text: Mapping[Part, str]) -> Place | None:
    rivals = [
        (o[2], m)
        for m, o in zip(mentions, odds, strict=True)
        if m.form in (Form.PLACE, Form.NAME, Form.METONYM) and m.part is Part.TEXT and m.kind is not Kind.PERSON
    ]
    if not rivals:
        return None
    best, mention = max(rivals, key=lambda r: r[0])
    if best < PLACED:
        return None
    return Place(mention.span.of(text[mention.part]), mention.entities[0].country, mention.span)


def _host(scene: Scene, hosts: Sequence[Actor], text: Mapping[Part, str], *, at_home: bool) -> Place | None:
    """A visit takes place where its only host country is: in the one town of it that the report names, else "there".

    A person who is visited may be met elsewhere; one who receives is `at_home`.
    """
    countries = {a.country for a in hosts if at_home or a.kind is Kind.COUNTRY}
    country = next(iter(countries)) if len(countries) == 1 else None
    if country in (None, "IGO"):
        return None
    named = [m for ms in scene.mentions.values() for m in ms if m.part is Part.TEXT and m.entities]
    own = [m for m in named if all(e.country == country for e in m.entities)]
    towns = {m.span.of(text[m.part]): m for m in own if m.form is Form.PLACE}
    if len(towns) == 1:
        name, town = towns.popitem()
        return Place(name, country, town.span)
    called = next((e.name for m in own for e in m.entities if e.kind is Kind.COUNTRY), None)
    return Place(called, country) if called is not None else None
