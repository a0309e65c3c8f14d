"""From findings to mentions: whom each name, description and pronoun of the report means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dragoman.mentions import anaphora
from dragoman.mentions.anaphora import Scene
from dragoman.mentions.bodies import LOCAL, full_names, fullest
from dragoman.mentions.cast import Cast, Person, meet_all
from dragoman.mentions.found import Found, Line
from dragoman.mentions.offices import is_guest, office_words
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.syntax import Part

GENERAL: Final = frozenset("leader representative official diplomat politician head chief counterpart".split())


@dataclass(slots=True)
class Linker:
    """Reads the report from its first to its last sentence, and remembers who was spoken of."""

    home: str | None
    lines: Sequence[Line]
    names: Mapping[str, str]
    cast: Cast
    ours: Mapping[frozenset[str], Entity]
    people: dict[int, Person] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    scene: Scene = field(default_factory=Scene)
    mentions: list[Mention] = field(default_factory=list)

    def link(self) -> tuple[Mention, ...]:
        """The report's mentions in text order, title first."""
        found = [(at, f) for at, line in enumerate(self.lines) for f in line.found()]
        self.people = meet_all(self.cast, found)
        self.bodies = full_names(f for _, f in found)
        self.cast.place(self.home, self._guest())
        self._neighbours()
        for at, line in enumerate(self.lines):
            items = [*line.found(), *anaphora.find_pronouns(line)]
            for item in sorted(items, key=lambda f: (f.span.start, f.span.end)):
                if line.owner[item.head] is item or item.rule in anaphora.UNPLACED:
                    self._link(at, line, item)
        return tuple(self.mentions)

    def _neighbours(self) -> None:
        """An office holder of no stated country belongs to the only country that is named in the sentence."""
        for line in self.lines:
            here = [self.people[id(f)] for f in line.found() if id(f) in self.people]
            lost = [p for p in here if p.country is None and p.office]
            if lost:
                near = {f.country for f in line.found() if f.kind is Kind.COUNTRY and f.country} - {self.home}
                if len(near) == 1:
                    for person in lost:
                        person.country = next(iter(near))

    def _link(self, at: int, line: Line, found: Found) -> None:
        entities = self._entities(at, line, found)
        group = line.owner[found.head]
        if entities and found.rule == "mentions.pair" and group is not None:
            line.drop(group)
        if found.form is Form.SPEAKER or entities or found.form in (Form.PRONOUN, Form.PLACE):
            kind = entities[0].kind if entities else found.kind
            self.mentions.append(
                Mention(
                    len(self.mentions),
                    found.span,
                    line.sentence.index,
                    found.head,
                    found.form,
                    kind,
                    entities,
                    line.sentence.part,
                    found.rule,
                )
            )
        if found.form not in (Form.SPEAKER, Form.PLACE):
            gender = self.people[id(found)].gender if id(found) in self.people else ""
            for entity in entities:
                self.scene.enter(line, at, found, entity, gender)

    def _entities(self, at: int, line: Line, found: Found) -> tuple[Entity, ...]:
        if id(found) in self.people:
            return (self.people[id(found)].entity,)
        if found.form is Form.PRONOUN:
            return self._pronoun(at, line, found)
        if found.rule == "mentions.country":
            country = self.scene.country(at)
            return (Entity(self.names.get(country, country), Kind.COUNTRY, country),) if country is not None else ()
        if found.rule == "mentions.office" and not found.plural:
            return (self._holder(at, line, found),)
        if found.form is Form.SPEAKER:
            return ()
        if found.bearer is not None and id(found.bearer) in self.people:
            return (Entity(found.name, found.kind, self.people[id(found.bearer)].country),)
        if found.form is Form.PLACE and found.country is None:
            return ()
        if not found.stated:
            return (Entity(found.name, found.kind, self._inferred(at, line, found)),)
        name = fullest(found, self.bodies) if found.usual else found.name
        return tuple(Entity(name, found.kind, country) for country in (found.country, *found.also))

    def _pronoun(self, at: int, line: Line, found: Found) -> tuple[Entity, ...]:
        token, word = line.tokens[found.head], line.words[found.head]
        one: Entity | None = None
        if found.rule == "mentions.addressee":
            return ()
        if found.rule == "mentions.pair":
            return self._together(at, line, found)
        if word in anaphora.HE or word in anaphora.SHE:
            one = self.scene.person(line, at, token, "m" if word in anaphora.HE else "f")
        elif word in anaphora.IT:
            one = self.scene.thing(at, token)
        else:
            return self.scene.several(at, token)
        return (one,) if one is not None else ()

    def _together(self, at: int, line: Line, found: Found) -> tuple[Entity, ...]:
        before = line.words[found.start : found.head]
        number = next((anaphora.NUMBERS[w] for w in before if w in anaphora.NUMBERS), 0)
        if line.words[found.head] in anaphora.LEADERS:
            return self.scene.leaders(at, number)
        return self.scene.states(number or 2, self.names, self.home if "our" in before else None)

    def _guest(self) -> str | None:
        """The other country that a government's own report is about: the one it names most, in the title first."""
        if self.home is None:
            return None
        for lines in ([x for x in self.lines if x.sentence.part is Part.TITLE], self.lines):
            named = Counter(f.country for x in lines for f in x.found() if f.country not in (None, self.home, "IGO"))
            if named:
                country, count = named.most_common(1)[0]
                return country if count > named.total() / 2 else None
        return None

    def _holder(self, at: int, line: Line, found: Found) -> Entity:
        """Whom an office without a name means: the last of that office and country, else somebody unnamed."""
        office = found.office or found.name
        wanted = office_words(office)
        definite = line.words[found.start] not in ("a", "an", "another")
        ours = self.ours.get(wanted) if definite and found.country in (None, self.home) else None
        if ours is not None:
            ours = self.cast.entity(ours)
            if line.capital(found.head):
                return ours
        known = self.scene.holder(wanted, found.country, line.words[found.head] in GENERAL) if definite else None
        if known is not None:
            return known
        country = found.country
        if country is None and self.home is not None:
            if ours is not None:
                return ours
            country = self._guest() if is_guest(office) else self.home
        country = country or _only_country(line)
        return Entity(found.name, Kind.PERSON, country, found.office or None)

    def _inferred(self, at: int, line: Line, found: Found) -> str | None:
        """The country of a body named without one: the only one about, or for a government the last named."""
        if line.words[found.head] not in LOCAL:
            return None
        if found.kind is Kind.COUNTRY and self.home is not None:
            return self.home
        return _only_country(line) or (self.scene.country(at) if found.kind is Kind.COUNTRY else None)


def _only_country(line: Line) -> str | None:
    """The country of the sentence, where it names or implies a single one."""
    named = (f.country for f in line.found() if f.kind in (Kind.COUNTRY, Kind.PERSON))
    near = {country for country in named if country and country != "IGO"}
    return next(iter(near)) if len(near) == 1 else None
