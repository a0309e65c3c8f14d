"""Who acts and towards whom, decided together: of all sensible divisions of the countries, the likeliest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from dragoman.model.event import EventType

RIVALS: Final = 5  # countries that are weighed
HOPE: Final = -4.5  # log odds from which a country may play a part
BOTH: Final = -2.0  # log odds from which one country may stand on both sides
SIDES: Final = ("actor", "recipient")


class Candidate(NamedTuple):
    """A mention: for whom it stands (codes, names where there is none), its log odds as actor and as recipient.

    `group` names the coordination that it belongs to; `here` is whether it stands in the act's sentence.
    """

    countries: frozenset[str]
    odds: tuple[float, float]
    group: tuple[int, int]
    here: bool


class Rival(NamedTuple):
    """A country with its best log odds as actor and as recipient, and the numbers of the mentions that have them."""

    country: str
    odds: tuple[float, float]
    mentions: tuple[int, int]


class Side(NamedTuple):
    """Some of the rivals as one side of the act, with what holds of them, their mentions, and the mentions' groups."""

    rivals: tuple[Rival, ...]
    facts: tuple[tuple[str, float], ...]
    mentions: frozenset[int]
    groups: frozenset[tuple[int, int]]


class Division(NamedTuple):
    """Actors and recipients, with what holds of each side and of both together."""

    actors: Side
    recipients: Side
    facts: tuple[tuple[str, float], ...]


def divide(candidates: Sequence[Candidate], kind: EventType, together: Mapping[str, float]) -> Division:
    """The best division; empty sides are possible."""
    sides: dict[int, float] = {}  # each side stands in many divisions, and is weighed once

    def weight(facts: Sequence[tuple[str, float]]) -> float:
        whole = 0.0
        for name, value in facts:
            whole += together.get(name, 0.0) * value
        return whole

    def whole(division: Division) -> float:
        for side in division[:2]:
            if id(side) not in sides:
                sides[id(side)] = weight(side.facts)
        return sides[id(division.actors)] + sides[id(division.recipients)] + weight(division.facts)

    return max(divisions(candidates, kind), key=whole)


def divisions(candidates: Sequence[Candidate], kind: EventType) -> Iterator[Division]:
    """Every way to make some of the likeliest countries actors and some recipients."""
    rivals = _rivals(candidates)
    actors, recipients = ([*_sides(candidates, rivals, role, kind)] for role in (0, 1))
    single = {r.country for r in rivals if r.mentions[0] == r.mentions[1] or min(r.odds) <= BOTH}
    countries = [frozenset(r.country for r in other.rivals) for other in recipients]
    for side in actors:
        own = {r.country for r in side.rivals}
        for other, theirs in zip(recipients, countries, strict=True):
            shared = own & theirs
            if single.isdisjoint(shared):
                yield Division(side, other, tuple(_between(side, other, len(shared), kind)))


def _rivals(candidates: Sequence[Candidate]) -> list[Rival]:
    best: dict[str, list[tuple[float, int]]] = {}
    for number, candidate in enumerate(candidates):
        for country in sorted(candidate.countries):
            held = best.setdefault(country, [(-9.0, -1), (-9.0, -1)])
            for role in (0, 1):
                if candidate.odds[role] > held[role][0]:
                    held[role] = candidate.odds[role], number
    found = [Rival(c, (a[0], r[0]), (a[1], r[1])) for c, (a, r) in best.items()]
    return sorted(found, key=lambda r: -max(r.odds))[:RIVALS]


def _sides(candidates: Sequence[Candidate], rivals: Sequence[Rival], role: int, kind: EventType) -> Iterator[Side]:
    hopeful = [r for r in rivals if r.odds[role] > HOPE]
    members = defaultdict(list)
    for candidate in candidates:
        members[candidate.group].append(candidate.countries)
    for size in range(len(hopeful) + 1):
        for chosen in combinations(hopeful, size):
            mentions = frozenset(r.mentions[role] for r in chosen)
            groups = frozenset(candidates[n].group for n in mentions)
            facts = tuple(_facts(candidates, members, chosen, role, kind))
            yield Side(chosen, facts, mentions, groups)


def _facts(
    candidates: Sequence[Candidate],
    members: Mapping[tuple[int, int], Sequence[frozenset[str]]],
    chosen: Sequence[Rival],
    role: int,
    kind: EventType,
) -> Iterator[tuple[str, float]]:
    """What holds of one side: its size, its likelihood, how its mentions hang together, who is left out."""
    name = SIDES[role]
    size = min(len(chosen), 3)
    yield f"{name} {size}", 1.0
    yield f"{name} {size}|{kind}", 1.0
    if not chosen:
        return
    odds = [r.odds[role] for r in chosen]
    yield f"{name} odds", sum(odds)
    numbers = {r.mentions[role] for r in chosen}
    groups = {candidates[n].group for n in numbers}
    if len(chosen) > 1:
        yield f"{name} {'one mention' if len(numbers) == 1 else 'joined' if len(groups) == 1 else 'apart'}", 1.0
        yield f"{name} fall", sum(max(odds) - o for o in odds)
    countries = {r.country for r in chosen}
    left = sum(countries.isdisjoint(c) for group in groups for c in members[group])
    if left:
        yield f"{name} left out", float(left)
    for rival in chosen:
        if rival.country == "IGO":
            yield f"{name} IGO", 1.0
            yield f"{name} IGO|{kind}", 1.0
        elif len(rival.country) != 3:
            yield f"{name} stateless", 1.0
        if not candidates[rival.mentions[role]].here:
            yield f"{name} far", 1.0
            yield f"{name} far|{kind}", 1.0


def _between(side: Side, other: Side, shared: int, kind: EventType) -> Iterator[tuple[str, float]]:
    """What holds of the two sides together."""
    sizes = f"{min(len(side.rivals), 3)} to {min(len(other.rivals), 3)}"
    yield sizes, 1.0
    yield f"{sizes}|{kind}", 1.0
    if shared:
        yield "on both sides", float(shared)
        yield f"on both sides|{kind}", float(shared)
    if not side.mentions.isdisjoint(other.mentions):
        yield "one mention on both sides", 1.0
    if not side.groups.isdisjoint(other.groups):
        yield "joined on both sides", 1.0
        yield f"joined on both sides|{kind}", 1.0
