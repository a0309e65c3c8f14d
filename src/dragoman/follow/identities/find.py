"""Goes through the events in the order of publication and gives every actor to an identity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from dragoman.archive.ids import form_id
from dragoman.follow.identities.bodies import GOVERNMENT, body_key, group_key, initials, is_short
from dragoman.follow.identities.holders import Holders
from dragoman.follow.identities.persons import People, Person
from dragoman.follow.identities.words import is_description, take_apart
from dragoman.model.event import Actor
from dragoman.model.identity import Form, Held, Identity
from dragoman.model.kept import Sighting
from dragoman.model.mention import Kind
from dragoman.vocab.load import fold, load
from dragoman.vocab.types import Vocabulary

TERM: Final = " administration"  # one is not another, though the vocabulary has them as one sort of body


@dataclass(slots=True)
class _Seen:
    """What one form brought to one identity."""

    id: str
    name: str
    country: str | None
    reason: str
    days: list[date] = field(default_factory=list)
    undated: int = 0


@dataclass(slots=True)
class _One:
    """One identity while the reports are gone through."""

    id: str
    kind: Kind
    forms: dict[str, _Seen] = field(default_factory=dict)
    offices: dict[str, tuple[str, list[date]]] = field(default_factory=dict)


class Registry:
    """Who is who, as the events bring it to light.

    Events must come in the order of `Sighting.order`; what was given once is never changed by a later one.
    `must` and `cannot` are pairs of ids of name forms which a person said are one actor, or are not.
    """

    def __init__(
        self,
        must: Iterable[tuple[str, str]] = (),
        cannot: Iterable[tuple[str, str]] = (),
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self._vocabulary = vocabulary or load()
        self._must = _both_ways(must)
        self._cannot = _both_ways(cannot)
        self._ones: dict[str, _One] = {}
        self._people = People(Holders(self._vocabulary))
        self._persons: dict[str, Person] = {}
        self._bodies: dict[tuple[Kind, str | None, tuple[str, ...]], str] = {}
        self._letters: dict[tuple[str, str], str] = {}
        self._placed: dict[str, str] = {}
        self._form_ids: dict[tuple[Kind, str | None, str], str] = {}

    def place(self, actor: Actor, sighting: Sighting) -> str:
        """The identity of an actor of the event; the event's actors and recipients each once, in order."""
        key = (actor.kind, actor.country, actor.name)
        form = self._form_ids.get(key)
        if form is None:
            form = self._form_ids[key] = form_id(actor)
        id, reason = self._decide(form, actor, sighting.published)
        self._note(id, form, actor, sighting, reason)
        return id

    def identities(self) -> tuple[Identity, ...]:
        """All that were met, in the order in which they were."""
        return tuple(_identity(one, self._vocabulary) for one in self._ones.values())

    def forms(self) -> Mapping[str, str]:
        """The identity that each name form was given to last."""
        return dict(self._placed)

    def _decide(self, form: str, actor: Actor, day: date | None) -> tuple[str, str]:
        linked = self._said_same(form)
        if linked is not None:
            if linked in self._persons:
                self._people.learn(self._persons[linked], actor, day)
            return linked, "said by a person"
        if actor.kind is Kind.PERSON:
            return self._person(form, actor, day)
        if form in self._placed:
            return self._placed[form], ""
        return self._other(form, actor)

    def _said_same(self, form: str) -> str | None:
        """The identity of a form that a person said is the same actor."""
        if form not in self._must:
            return None
        return next((self._placed[f] for f in sorted(self._linked(form)) if f in self._placed and f != form), None)

    def _linked(self, form: str) -> set[str]:
        found, open_ = {form}, [form]
        while open_:
            for other in self._must.get(open_.pop(), ()):
                if other not in found:
                    found.add(other)
                    open_.append(other)
        return found

    def _barred(self, form: str) -> frozenset[str]:
        others = self._cannot.get(form)
        if not others:
            return frozenset()
        return frozenset(one.id for one in self._ones.values() if others & one.forms.keys())

    def _person(self, form: str, actor: Actor, day: date | None) -> tuple[str, str]:
        described = is_description(actor.name)
        if form in self._placed and not described and not take_apart(actor.name, actor.country).bare:
            return self._again(form, actor, day)
        barred = self._barred(form)
        person, reason = self._people.find(actor, day, barred)
        if person is None:
            id, reason = self._body(form, actor) if described else (self._new(form, actor, barred), "")
            id = self._leader(actor, day, barred) or id
            person = self._persons.setdefault(id, Person(id, actor.country))
        self._people.learn(person, actor, day)
        return person.id, reason

    def _leader(self, actor: Actor, day: date | None, barred: frozenset[str]) -> str | None:
        """The id of a leader not met before: his name form's in the vocabulary, whichever form comes first."""
        leader = self._people.holders.find(actor, day)
        if leader is None:
            return None
        id = "p" + form_id(Actor(leader.name, leader.country, Kind.PERSON))[1:]
        return None if id in barred else id

    def _new(self, form: str, actor: Actor, barred: frozenset[str]) -> str:
        """The id of somebody not met before; a name form that has come to mean somebody else is not his."""
        id = "p" + form[1:]
        if id in barred or (id in self._persons and self._persons[id].full):
            return "p" + form_id(replace(actor, name=f"another {actor.name}"))[1:]
        return id

    def _again(self, form: str, actor: Actor, day: date | None) -> tuple[str, str]:
        """A full name stays with whom it was given to."""
        id = self._placed[form]
        self._people.learn(self._persons[id], actor, day)
        return id, ""

    def _other(self, form: str, actor: Actor) -> tuple[str, str]:
        state = actor.country if actor.country in self._vocabulary.countries else None
        if state is None or state in self._barred(form):
            return self._body(form, actor)
        if actor.kind is Kind.COUNTRY:
            return state, "the state or its government"
        if actor.kind is Kind.ORGANISATION:
            key = body_key(actor.name, state, self._vocabulary)
            if GOVERNMENT.issuperset(key):
                return state, "the government of the country"
        return self._body(form, actor)

    def _body(self, form: str, actor: Actor) -> tuple[str, str]:
        """The body, the group or the officer of these words."""
        known = None if actor.kind is Kind.PERSON else self._vocabulary.organisations.get(fold(actor.name))
        if known is None or fold(actor.name).endswith(TERM):
            reader = group_key if actor.kind is Kind.GROUP else body_key
            key, reason = reader(actor.name, actor.country, self._vocabulary), "the same words"
        else:
            key, reason = body_key(known.name, known.country, self._vocabulary), "names of one body"
        own, barred, words = "p" + form[1:], self._barred(form), (actor.kind, actor.country, key)
        short = self._by_letters(actor, own) if words not in self._bodies else own
        id = self._bodies.setdefault(words, own if short in barred else short)
        if id in barred:
            return own, ""
        return id, "its initials" if id == short != own else reason

    def _by_letters(self, actor: Actor, own: str) -> str:
        """The id of the body of the country whose initials the name is, or which is the name's; else its own."""
        letters = actor.name if is_short(actor.name) else initials(actor.name)
        if actor.kind is not Kind.ORGANISATION or actor.country is None or not letters:
            return own
        known = self._letters.setdefault((actor.country, letters), own)
        forms = self._ones[known].forms.values() if known in self._ones else ()
        return known if any(is_short(f.name) != is_short(actor.name) for f in forms) else own

    def _note(self, id: str, form: str, actor: Actor, sighting: Sighting, reason: str) -> None:
        self._placed[form] = id
        one = self._ones.get(id)
        if one is None:
            kind = Kind.COUNTRY if not id.startswith("p") else actor.kind
            one = self._ones[id] = _One(id, kind)
        seen = one.forms.get(form)
        if seen is None:
            why = reason if one.forms and reason else "first seen"
            seen = one.forms[form] = _Seen(form, actor.name, actor.country, why)
        day = sighting.published
        if day is None:
            seen.undated += 1
        else:
            seen.days.append(day)
        if actor.office and actor.kind is Kind.PERSON:
            _, days = one.offices.setdefault(actor.office, (sighting.id, []))
            if day is not None and (not days or days[-1] != day):
                days.append(day)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return found


def _identity(one: _One, vocabulary: Vocabulary) -> Identity:
    forms = tuple(Form(s.id, s.name, s.country, tuple(s.days), s.reason, s.undated) for s in one.forms.values())
    offices = tuple(Held(office, tuple(days), event) for office, (event, days) in one.offices.items())
    country = one.id if one.kind is Kind.COUNTRY and one.id in vocabulary.countries else None
    country = country or next((f.country for f in forms if f.country), None)
    name = vocabulary.countries[one.id].name if one.id in vocabulary.countries else fullest(forms)
    return Identity(one.id, one.kind, country, name, forms, offices)


def fullest(forms: tuple[Form, ...]) -> str:
    """The form that names most fully: no description, no family name alone, no title; then the most frequent."""

    def rank(form: Form) -> tuple[bool, bool, bool, int]:
        apart = take_apart(form.name, form.country)
        return not is_description(form.name), not apart.bare, not apart.titled, form.count

    return max(forms, key=rank).name
