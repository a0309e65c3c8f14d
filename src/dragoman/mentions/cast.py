"""The persons of one report: every way of writing one name becomes one person, with country and office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dragoman.mentions.found import Found
from dragoman.mentions.offices import is_guest, office_words
from dragoman.mentions.persons import FAMILY_FIRST, PARTICLES, SUFFIXES, tenures_at
from dragoman.model.mention import Entity, Kind
from dragoman.vocab.load import fold
from dragoman.vocab.types import Tenure, Vocabulary

BY_FIRST_NAME: Final = frozenset("king queen prince princess pope emir sultan emperor empress duke duchess".split())
HE: Final = frozenset("king prince chairman spokesman emperor duke congressman pope sultan businessman emir".split())
SHE: Final = frozenset("queen princess chairwoman spokeswoman empress duchess congresswoman".split())


@dataclass(slots=True)
class Person:
    """One person of the report while it is being read."""

    name: str
    words: frozenset[str]
    last: str
    first: str
    country: str | None = None
    office: str | None = None
    gender: str = ""
    seen: int = 0
    founds: list[Found] = field(default_factory=list)

    @property
    def entity(self) -> Entity:
        """The person as the record names it."""
        return Entity(self.name, Kind.PERSON, self.country, self.office)


def name_words(name: str) -> list[str]:
    """The words of a name that tell people apart: no initials, particles or suffixes."""
    words = [w.strip(".,") for w in fold(name).replace("'", "").split()]
    kept = [w for w in words if len(w) > 1 and w not in PARTICLES and w not in SUFFIXES]
    return kept or words


@dataclass(slots=True)
class Cast:
    """Everybody that the report names."""

    vocabulary: Vocabulary
    published: date | None
    people: list[Person] = field(default_factory=list)
    by_word: dict[str, list[Person]] = field(default_factory=dict)

    def meet(self, found: Found, at: int) -> Person:
        """The person of this name; a new one where nobody fits. `at` is the sentence's place in the report."""
        words = name_words(found.name)
        person = self._known(words, found)
        if person is None:
            name = found.name.title() if found.name.isupper() and len(words) > 1 else found.name
            person = Person(name, frozenset(words), words[-1], words[0])
            self.people.append(person)
        self._learn(person, found, words, at)
        return person

    def entity(self, known: Entity) -> Entity:
        """The person of the report whom the vocabulary knows so, or the vocabulary's own where it names nobody such."""
        fitting = self._fitting(name_words(known.name))
        return fitting[0].entity if len(fitting) == 1 else known

    def _fitting(self, words: list[str]) -> list[Person]:
        near = {id(p): p for w in words for p in self.by_word.get(w, ())}
        return [p for p in near.values() if _same(p, words)]

    def _known(self, words: list[str], found: Found) -> Person | None:
        fitting = self._fitting(words)
        if found.country is not None:
            fitting = [p for p in fitting if p.country in (None, found.country)] or fitting
        return max(fitting, key=lambda p: (_share(p.office or "", found.office or ""), p.seen), default=None)

    def _learn(self, person: Person, found: Found, words: list[str], at: int) -> None:
        person.seen = max(person.seen, at)
        person.founds.append(found)
        if len(found.name.split()) > len(person.name.split()) and not found.name.isupper():
            person.name, person.last, person.first = found.name, words[-1], words[0]
        person.words |= frozenset(words)
        for word in words:
            holders = self.by_word.setdefault(word, [])
            if person not in holders:
                holders.append(person)
        if len(found.office or "") > len(person.office or "") and found.office != "counterpart":
            person.office = found.office
        person.country = person.country or found.country
        tail = (found.office or "").lower().rsplit(" ", 1)[-1]
        person.gender = person.gender or ("m" if tail in HE else "f" if tail in SHE else "")

    def place(self, home: str | None, guest: str | None) -> None:
        """Gives countries to those whom the report gives none: by tenure, else by the government that publishes."""
        for person in self.people:
            tenure = self._tenure(person)
            if tenure is not None and person.country is None:
                person.country = tenure.country
        if home is not None:
            for person in self.people:
                if person.country is None and person.office:
                    person.country = guest if is_guest(person.office) else home

    def _tenure(self, person: Person) -> Tenure | None:
        known = self.vocabulary.tenures.get(fold(person.name), ()) if " " in person.name else ()
        if not known:
            known = tenures_at(self.vocabulary.tenures.get(person.last, ()), self.published)
            if " " in person.name:
                initials = {w[0] for w in person.words - {person.last}}
                known = tuple(t for t in known if name_words(t.name)[0][0] in initials)
        if person.office:
            agreeing = tuple(t for t in known if _share(t.office, person.office))
            known = agreeing or known
        return known[0] if known and len({t.country for t in known}) == 1 else None


def _share(a: str, b: str) -> bool:
    return bool(office_words(a) & office_words(b))


def _same(person: Person, words: list[str]) -> bool:
    """One person's name in another spelling: all its words, a family name, or one word spelled differently."""
    own, other = person.words, frozenset(words)
    if len(other) == 1:
        return words[0] == person.last or (words[0] == person.first and _goes_by_first(person))
    if len(own) == 1:
        return person.last in (words[-1], words[0] if len(words) > 2 else words[-1])
    if own <= other or other <= own:
        return True
    mine, theirs = own - other, other - own
    return len(mine) == len(theirs) == 1 and bool(own & other) and _alike(*mine, *theirs)


def _goes_by_first(person: Person) -> bool:
    """The first word alone names somebody whose family name comes first, or a monarch."""
    title = (person.office or "").lower().rsplit(" ", 1)[-1]
    return person.country in FAMILY_FIRST or person.country is None or title in BY_FIRST_NAME


def _alike(a: str, b: str) -> bool:
    """Two spellings of one word: "Sergei" and "Sergey", "Joe" and "Joseph", but not "Un" and "Il"."""
    return a[:2] == b[:2] and abs(len(a) - len(b)) <= 4 and (a[-1] != b[-1] or a[:3] == b[:3])


def meet_all(cast: Cast, founds: Iterable[tuple[int, Found]]) -> dict[int, Person]:
    """Who each found person is, by the identity of the finding; full names first, then what is left of them."""
    items = [(at, f) for at, f in founds if f.kind is Kind.PERSON and f.rule == "mentions.person"]
    met: dict[int, Person] = {}
    for _, found in items:
        if len(name_words(found.name)) > 1:
            met[id(found)] = cast.meet(found, 0)
    for person in cast.people:
        person.seen = 0
    for at, found in items:
        if id(found) in met:
            met[id(found)].seen = at
        else:
            met[id(found)] = cast.meet(found, at)
    return met
