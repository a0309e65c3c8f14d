"""What two sightings are compared by, to tell whether they tell of one act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dragoman.follow.threads.windows import Window, window_of
from dragoman.follow.threads.words import content, instrument_of, noun_of, receives
from dragoman.model.event import Actor, EventType, Place, Status
from dragoman.model.kept import Sighting
from dragoman.model.mention import Kind
from dragoman.model.thread import Party

Identify = Callable[[Actor, Sighting], str]


class Act(StrEnum):
    """By what sort of agreement an act is known again."""

    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    LETTER = "letter"
    DEED = "deed"


class Phase(StrEnum):
    """Where an act stands: still to come, called off or put off, or done."""

    AHEAD = "ahead"
    OFF = "off"
    DONE = "done"


PHASES: Mapping[Status, Phase] = {
    Status.OCCURRED: Phase.DONE,
    Status.ONGOING: Phase.DONE,
    Status.PLANNED: Phase.AHEAD,
    Status.PROPOSED: Phase.AHEAD,
    Status.EXPECTED: Phase.AHEAD,
    Status.POSSIBLE: Phase.AHEAD,
    Status.UNLIKELY: Phase.AHEAD,
    Status.CONDITIONAL: Phase.AHEAD,
    Status.POSTPONED: Phase.OFF,
    Status.CANCELLED: Phase.OFF,
    Status.RULED_OUT: Phase.OFF,
    Status.DID_NOT_OCCUR: Phase.OFF,
}
OFFICES: Final = frozenset(
    "president minister premier leader chancellor king queen secretary ambassador envoy chairman official officials"
    " counterpart diplomat representative spokesman spokesperson".split()
)
ACTS: Mapping[str | None, Act] = {
    "visit": Act.VISIT,
    "meeting": Act.MEETING,
    "multilateral": Act.MEETING,
    "call": Act.CALL,
    "letter": Act.LETTER,
}


@dataclass(frozen=True, slots=True)
class Side:
    """One state's part in an act, or that of a body of no state: who of it is named.

    `persons` and `bodies` are identities, `offices` those of persons, in small letters. No persons and no bodies is
    the state itself; offices without persons are somebody without a name ("the Belarusian foreign minister").
    """

    persons: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()

    def joined(self, other: Side) -> Side:
        """Both together."""
        if other is STATE or other == self:
            return self
        return Side(self.persons | other.persons, self.bodies | other.bodies, self.offices | other.offices)


@dataclass(frozen=True, slots=True)
class Profile:
    """One act of one sighting. A journey to several countries, and travellers of several, make a profile each.

    `sides` are all that take part, by country or identity; for a visit only those who travel, for a deed `doers` tells
    who acts. `host` is a visit's country, `place` where the sighting has it, if that can be. `noun` is the sort of the
    trigger word, `about` the content words of the object but for the names of those who take part, `instrument` a
    treaty, bridge, railway ... in it.
    """

    sighting: Sighting
    act: Act
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    sides: Mapping[str, Side]
    doers: frozenset[str]
    host: str | None
    place: Place | None
    window: Window | None
    noun: str
    about: frozenset[str]
    instrument: str | None

    @property
    def phase(self) -> Phase:
        """Where the act stands, as this sighting has it."""
        return PHASES[self.sighting.status]

    @property
    def country(self) -> str | None:
        """The place's country."""
        return self.place.country if self.place else None

    @property
    def persons(self) -> frozenset[str]:
        """Everybody named, of all sides."""
        return frozenset().union(*(side.persons for side in self.sides.values()))


def profiles(sighting: Sighting, identify: Identify) -> Iterator[Profile]:
    """The sighting's acts: one, or a visit for each country that travels and each that is visited."""
    act = ACTS.get(sighting.mode, Act.DEED) if sighting.type is EventType.CONSULT else Act.DEED
    actors = tuple(_party(actor, sighting, identify) for actor in sighting.actors)
    recipients = tuple(_party(actor, sighting, identify) for actor in sighting.recipients)
    if act is Act.VISIT:
        yield from _visits(sighting, actors, recipients)
    else:
        yield _profile(sighting, act, actors, recipients)


def _party(actor: Actor, sighting: Sighting, identify: Identify) -> Party:
    return Party(identify(actor, sighting), actor.name, actor.country, actor.kind, actor.office)


def _visits(sighting: Sighting, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Iterator[Profile]:
    received = _is_reception(sighting, actors, recipients)
    if received:
        actors, recipients = recipients, actors
    travellers: dict[str, list[Party]] = {}
    for party in actors:
        travellers.setdefault(side_of(party), []).append(party)
    found = False
    for home, party_of_home in travellers.items():
        for host in [side_of(recipients[0])] if received else _hosts(sighting, home, recipients):
            met = tuple(p for p in recipients if side_of(p) == host)
            found = True
            yield _profile(sighting, Act.VISIT, tuple(party_of_home), met, host)
    if not found:
        yield _profile(sighting, Act.VISIT, actors, recipients)


def _is_reception(sighting: Sighting, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """ "Oslo receives the envoy": who acts is at home, and the others travel."""
    homes, guests = {side_of(p) for p in actors}, [p for p in recipients if p.kind is not Kind.COUNTRY]
    if not guests or len(homes) != 1 or any(side_of(p) in homes for p in guests):
        return False
    place = sighting.place
    return (place is not None and place.country in homes) or receives(sighting.trigger)


def _hosts(sighting: Sighting, home: str, recipients: tuple[Party, ...]) -> list[str]:
    """The countries visited: those named as such; else where it is. Whoever is met may be met elsewhere."""
    abroad = [p for p in recipients if p.country and p.country not in (home, "IGO")]
    countries = list(dict.fromkeys(str(p.country) for p in abroad if p.kind is Kind.COUNTRY))
    place = sighting.place.country if sighting.place else None
    if place == home:
        return []
    if len(countries) > 1 and (place is None or place in countries):
        return countries
    if place:
        return [place]  # whom the traveller meets there may be of a third country
    return countries


def _profile(
    sighting: Sighting, act: Act, actors: tuple[Party, ...], recipients: tuple[Party, ...], host: str | None = None
) -> Profile:
    parts = actors if act is Act.VISIT else (*actors, *recipients)
    return Profile(
        sighting, act, actors, recipients, _sides(parts), frozenset(side_of(p) for p in actors), host,
        _place(sighting, host, parts), window_of(sighting.time), noun_of(sighting.trigger),
        content(sighting.object) - content(" ".join(p.name for p in (*actors, *recipients))),
        instrument_of(sighting.trigger, sighting.object) if act is Act.DEED else None,
    )  # fmt: skip


def _place(sighting: Sighting, host: str | None, parts: tuple[Party, ...]) -> Place | None:
    """Where it is: for a visit in the host's country; for other acts no country that only takes part."""
    place = sighting.place
    if place is None or (host is not None and place.country not in (None, host)):
        return None
    return None if host is None and any(place.name == party.name for party in parts) else place


def side_of(party: Party) -> str:
    """The state that a party belongs to; its own identity if it belongs to none."""
    return party.country if party.country and party.country != "IGO" else party.id


def _sides(parties: Iterable[Party]) -> dict[str, Side]:
    sides: dict[str, Side] = {}
    for party in parties:
        if party.kind is Kind.GROUP and party.country is None:
            continue  # "leaders", "the two sides": nobody to be known again by
        key, side = side_of(party), _side(party)
        sides[key] = sides[key].joined(side) if key in sides else side
    return sides


def _side(party: Party) -> Side:
    if party.kind in (Kind.COUNTRY, Kind.GROUP):
        return STATE
    who = frozenset({party.id})
    if party.kind is not Kind.PERSON:
        return Side(bodies=who)
    offices = frozenset({party.office.lower()}) if party.office else frozenset()
    return Side(bodies=who, offices=offices) if is_described(party) else Side(persons=who, offices=offices)


def is_described(party: Party) -> bool:
    """A person without a name: "Russian President", "the foreign minister"."""
    if party.kind is not Kind.PERSON or not party.name.split():
        return False
    last = party.name.split()[-1]
    return not last[:1].isupper() or last.lower() in OFFICES or (party.office or "").lower().endswith(last.lower())


STATE: Final = Side()
