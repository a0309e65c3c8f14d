"""Who acts, towards whom, and where: mentions become an act's actors, recipients and place."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.events.frames import Frames, features, logit, probability, way
from dragoman.events.scene import Scene
from dragoman.model.event import Actor, EventType, Place
from dragoman.model.mention import Entity, Form, Mention
from dragoman.model.syntax import Part, Sentence, Token
from dragoman.model.tag import Tagging, Target

# Set on reports held back from training (`training/README.md`): how the tagger's link and the frame weigh together,
# per role (link, frame, same sentence, constant), and from which probability a mention plays a part.
WEIGHTS: Final = {"actor": (0.42, 0.41, -0.47, 0.26), "recipient": (0.42, 0.48, -0.46, 0.22)}
FIRST: Final = {"actor": 0.2, "recipient": 0.12}  # the likeliest one
BESIDE: Final = 0.2  # one joined to it by "and" or apposition
OTHERS: Final = 0.8  # anybody else
PLACED: Final = 0.4
UNSEEN: Final = 0.005  # the tagger's probability for a mention out of its sight


@dataclass(frozen=True, slots=True)
class Cast:
    """The parts in one act."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention and the probability of each part it may play."""

    mention: Mention
    parts: Mapping[str, float]
    group: tuple[int, int]  # sentence and head of its coordination

    @property
    def countries(self) -> frozenset[str]:
        """Whom it stands for: country codes, names where there is none."""
        return frozenset(e.country or e.name for e in self.mention.entities)


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
    found = _candidates(scene, sentence, trigger, kind, tagging, frames)
    actors = _players(found, "actor", "recipient", frozenset())
    taken = frozenset(c for a in actors for c in a.countries)
    recipients = _players(found, "recipient", "actor", taken)
    return Cast(_actors(actors), _actors(recipients), _place(found, text))


def _candidates(
    scene: Scene, sentence: Sentence, trigger: Token, kind: EventType, tagging: Tagging, frames: Frames
) -> list[Candidate]:
    mentions = scene.near(sentence)
    links = _links(scene, sentence, trigger, mentions, tagging)
    found = []
    for mention, link in zip(mentions, links, strict=True):
        given = features(scene, sentence, trigger, kind, mention)
        here = mention.sentence == sentence.index
        parts = {role: _weigh(role, link, logit(frames, role, given), here) for role in WEIGHTS}
        parts["place"] = link.get("place", 0.0)
        found.append(Candidate(mention, parts, _group(scene.sentences[mention.sentence], mention)))
    return found


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


def _weigh(role: str, link: Mapping[str, float], frame: float, here: bool) -> float:
    by_link, by_frame, by_place, constant = WEIGHTS[role]
    seen = min(max(link.get(role, UNSEEN), 0.002), 0.998)
    return probability(by_link * math.log(seen / (1.0 - seen)) + by_frame * frame + by_place * here + constant)


def _group(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    token = sentence.tokens[mention.head]
    while token.dep in ("conj", "appos") and token.head != token.index:
        token = sentence.head(token)
    return sentence.index, token.index


def _players(found: Sequence[Candidate], role: str, other: str, taken: frozenset[str]) -> list[Candidate]:
    """The likeliest candidate, those joined to it, and whoever is likely on his own account."""
    rivals = [c for c in found if not c.countries <= taken]
    first = max(rivals, key=lambda c: c.parts[role], default=None)
    if first is None or first.parts[role] < FIRST[role]:
        return []
    players = [first]
    for candidate in rivals:
        weight = candidate.parts[role]
        joined = candidate.group == first.group and weight >= BESIDE
        if candidate is not first and weight >= candidate.parts[other] and (joined or weight >= OTHERS):
            players.append(candidate)
    return players


def _actors(players: Sequence[Candidate]) -> tuple[Actor, ...]:
    """One actor per entity, the likeliest mention first found, in text order."""
    found: dict[str, Actor] = {}
    for mention in (p.mention for p in players):
        for entity in mention.entities:
            found.setdefault(entity.name, _actor(entity, mention))
    return tuple(sorted(found.values(), key=lambda a: a.span.start if a.span else -1))


def _actor(entity: Entity, mention: Mention) -> Actor:
    span = mention.span if mention.part is Part.TEXT else None
    return Actor(entity.name, entity.country, entity.kind, entity.office, span)


def _place(found: Sequence[Candidate], text: Mapping[Part, str]) -> Place | None:
    rivals = [c for c in found if c.mention.form in (Form.PLACE, Form.NAME, Form.METONYM) and c.mention.part is Part.TEXT]
    best = max(rivals, key=lambda c: c.parts["place"], default=None)
    if best is None or best.parts["place"] < PLACED:
        return None
    mention = best.mention
    return Place(mention.span.of(text[mention.part]), mention.entities[0].country, mention.span)
