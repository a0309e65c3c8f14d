"""The persons met so far, and which of them a name means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from dragoman.follow.identities.holders import Holders, who
from dragoman.follow.identities.matching import Likeness
from dragoman.follow.identities.names import GIVEN_ALONE, alike
from dragoman.follow.identities.spelling import key
from dragoman.follow.identities.words import EAST_ASIAN, KOREAN, Name, is_description, take_apart
from dragoman.mentions.cast import BY_FIRST_NAME
from dragoman.mentions.offices import office_words
from dragoman.mentions.persons import FAMILY_FIRST
from dragoman.model.event import Actor

RARE: Final = 12  # letters from which a full name that nobody else bears means the same person in any country
FIRST_NAMED: Final = EAST_ASIAN | frozenset("THA ETH ERI IDN MMR ISL BTN MYS TLS AFG".split())
FORGOTTEN: Final = 365  # days after which a family name alone no longer waits for its given name

Block = tuple[str | None, str]  # country and the skeleton of a word
Key = TypeVar("Key")
Choice = tuple["Person | None", str]


@dataclass(slots=True)
class Person:
    """One person while the reports are gone through.

    `names` are the forms, `known` the names under which the vocabulary knows the `leader`. `full` tells that one of
    them is more than a family name.
    """

    id: str
    country: str | None
    names: dict[str, Name] = field(default_factory=dict)
    known: dict[str, Name] = field(default_factory=dict)
    leader: tuple[str, str] | None = None
    full: bool = False
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
    last: date = date.min


NOBODY: Final[Choice] = (None, "")


@dataclass(slots=True)
class People:
    """Everybody met so far."""

    holders: Holders
    by_word: dict[Block, list[Person]] = field(default_factory=dict)
    by_letters: dict[str, list[Person]] = field(default_factory=dict)
    by_leader: dict[tuple[str, str], Person] = field(default_factory=dict)

    def find(self, actor: Actor, day: date | None, barred: frozenset[str]) -> Choice:
        """Whom the name means, and why; None for somebody new. `barred` are persons that it must not mean."""
        leader = self.holders.find(actor, day)
        if leader is not None:
            known = self.by_leader.get(who(leader))
            if known is not None and known.id not in barred:
                if actor.name in known.names:
                    return known, ""
                return known, self._why(known, actor)
        taken = take_apart(actor.name, actor.country)
        if is_description(actor.name) or (taken.bare and actor.country is None):
            return NOBODY
        near = [(p, how) for p, how in self._near(actor, taken) if p.id not in barred and not (leader and p.leader)]
        chosen = self._choose(near, actor, taken, day)
        if chosen[0] is None and not taken.bare:
            return self._abroad(taken, actor, barred)
        return chosen

    def learn(self, person: Person, actor: Actor, day: date | None) -> None:
        """Keeps the name, the office and the day of a person; and who in the vocabulary it is."""
        if actor.name not in person.names and not is_description(actor.name):
            self._add(person, person.names, actor.name, actor.country)
        leader = self.holders.find(actor, day)
        if leader is not None and person.leader is None and who(leader) not in self.by_leader:
            self.by_leader[who(leader)] = person
            person.leader = who(leader)
            for name in (leader.name, *leader.aliases):
                self._add(person, person.known, name, leader.country)
        if actor.office and actor.office not in person.offices:
            person.offices[actor.office] = office_words(actor.office)
        person.country = person.country or actor.country
        person.last = max(person.last, day or date.min)

    def _add(self, person: Person, names: dict[str, Name], name: str, country: str | None) -> None:
        taken = names[name] = take_apart(name, country)
        person.full = person.full or not taken.bare
        for block in _keys(taken.words, country) | {_opening(taken)}:
            _put(self.by_word, (country, block), person)
        if not taken.bare:
            _put(self.by_letters, taken.joined, person)

    def _near(self, actor: Actor, taken: Name) -> Iterator[tuple[Person, Likeness]]:
        """The persons of the country, or of none known, whom the name may mean."""
        words = taken.words if taken.bare or actor.country in FAMILY_FIRST or actor.country is None else taken.words[1:]
        blocks = {(c, k) for c in (actor.country, None) for k in _keys(words, c) | {_opening(taken)}}
        near = {p.id: p for block in sorted(blocks, key=str) for p in self.by_word.get(block, ())}
        for person in near.values():
            best = _likeness(person, actor, taken)
            if best is not None:
                yield person, best

    def _choose(self, near: list[tuple[Person, Likeness]], actor: Actor, taken: Name, day: date | None) -> Choice:
        whole = [(p, how) for p, how in near if not how.partial] or near
        if len(whole) > 1:
            plain = [(p, how) for p, how in whole if not how.spelled]
            whole = plain if len(plain) == 1 else _in_office(plain or whole, actor)
        if len(whole) != 1:
            return NOBODY
        person, how = whole[0]
        if (how.partial or how.spelled or taken.bare) and (person.country != actor.country or actor.country is None):
            return NOBODY
        if how.partial and not taken.bare and not person.full and not _waits(person, actor, day):
            return NOBODY
        return person, how.reason

    def _abroad(self, taken: Name, actor: Actor, barred: frozenset[str]) -> Choice:
        """The one person in any country who bears exactly this full name, where the name is no common one."""
        bearers = [p for p in self.by_letters.get(taken.joined, ()) if p.id not in barred]
        if len(bearers) != 1:
            return NOBODY
        known = bearers[0].country
        if actor.country is None or known is None:
            return bearers[0], "the same full name, of nobody else"
        if len(taken.joined) < RARE or taken.words[0] in KOREAN or {actor.country, known} & FAMILY_FIRST:
            return NOBODY
        if self.holders.knows(actor.name, known) or self._is_only(bearers[0], taken):
            return bearers[0], "the same full name, of nobody else, in another country"
        return NOBODY

    def _is_only(self, person: Person, taken: Name) -> bool:
        """Nobody else of the country has the family name."""
        blocks = _keys(taken.words[-1:], person.country)
        return all(len(self.by_word.get((person.country, block), ())) == 1 for block in blocks)

    def _why(self, person: Person, actor: Actor) -> str:
        if is_description(actor.name):
            return "who held that office then"
        best = _best(alike(actor.name, name, actor.country) for name in person.names)
        return best.reason if best else "known by that name"


def _put(index: dict[Key, list[Person]], key: Key, person: Person) -> None:
    held = index.setdefault(key, [])
    if person not in held:
        held.append(person)


def _keys(words: Iterable[str], country: str | None) -> set[str]:
    """Under which a person of the country is found by these words."""
    return {KOREAN.get(w) or key(w, country) for w in words if len(w) > 1}


def _opening(taken: Name) -> str:
    """Under which a family name is found that is spelled in another way: the given name and two letters of it."""
    return f"{taken.words[0]} {taken.words[-1][:2]}"


def _likeness(person: Person, actor: Actor, taken: Name) -> Likeness | None:
    """How the name is like the person's names; a full name is not compared with a family name beside full ones."""
    country = actor.country or person.country
    names = [n for n, apart in (*person.names.items(), *person.known.items()) if not person.full or not apart.bare]
    found = _best(alike(actor.name, name, country) for name in names)
    if found is not None and found.reason == GIVEN_ALONE and not _goes_by_first(person, actor):
        return None
    return found


def _best(found: Iterable[Likeness | None]) -> Likeness | None:
    """The likeness that says most."""
    return min((f for f in found if f is not None), key=lambda f: (f.partial, f.spelled), default=None)


def _goes_by_first(person: Person, actor: Actor) -> bool:
    """A monarch, or somebody from where persons are called by what is written first."""
    offices = (*person.offices, actor.office or "")
    return actor.country in FIRST_NAMED or any(o.lower().rsplit(" ", 1)[-1] in BY_FIRST_NAME for o in offices)


def _in_office(fitting: list[tuple[Person, Likeness]], actor: Actor) -> list[tuple[Person, Likeness]]:
    """Those who hold the office stated here; those with most of its words where nobody holds just this one."""
    wanted = office_words(actor.office or "")
    exact = [(p, how) for p, how in fitting if wanted and wanted in p.offices.values()]
    return exact or [(p, how) for p, how in fitting if _shares(p, actor)]


def _shares(person: Person, actor: Actor) -> bool:
    """An office stated for the person has words of the one stated here."""
    mine = office_words(actor.office or "")
    return any(mine & office for office in person.offices.values())


def _waits(person: Person, actor: Actor, day: date | None) -> bool:
    """A person known by family name alone was spoken of not long ago, in no other office."""
    if day is None or (day - person.last).days > FORGOTTEN:
        return False
    return not person.offices or not actor.office or _shares(person, actor)
