"""Whom a person at the desk means: a country or an actor, by any of its names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Final

from dragoman.archive.store import Store
from dragoman.errors import NotInStore
from dragoman.follow.identities.cut import as_of as cut
from dragoman.follow.questions.subject import Subject
from dragoman.model.identity import Identity
from dragoman.model.mention import Kind
from dragoman.vocab.load import fold, load_countries

CANDIDATES: Final = 5  # names offered instead of one that fits nobody, or too many
PLAIN: Final = 10  # times as often in the record as all others together: that one is meant
REMEDY: Final = "write the name in full, or an id of the list"


def find_subject(store: Store, names: Iterable[str], as_of: date) -> Subject:
    """The actors of these names, without their name forms. Raises: NotInStore with the nearest candidates."""
    return Subject(tuple(bare(find_actor(store, name, as_of)) for name in names))


def bare(identity: Identity) -> Identity:
    """The actor without what fills pages: its name forms and offices."""
    return replace(identity, forms=(), offices=())


def known_forms(store: Store, actor: Identity, as_of: date) -> Identity:
    """The actor with its name forms, as known on that day: a country by itself has none."""
    return next(iter(_known(store.identities(ids=[actor.id]), as_of)), actor)


def find_pair(one: str, other: str) -> tuple[Identity, Identity]:
    """The two states of these names. Raises: NotInStore, also where both are one."""
    first, second = find_country(one), find_country(other)
    if first == second:
        raise NotInStore(f"{one} and {other} are one country, {first.name}", remedy="name two")
    return first, second


def find_country(name: str) -> Identity:
    """The state of this ISO code, name, demonym, capital or metonym ("RUS", "Russian", "Moscow", "the Kremlin").

    Raises: NotInStore with the nearest candidates.
    """
    found = _country(name)
    if found is None:
        near = {_countries()[1][key].name for key in get_close_matches(fold(name), _countries()[1], CANDIDATES, 0.7)}
        raise NotInStore("no country has this name", where=name, remedy=_offer(sorted(near)))
    return found


def _country(name: str) -> Identity | None:
    countries, names = _countries()
    code = name.strip().upper()
    if code not in countries:
        by_iso2 = {country.iso2: country.iso3 for country in countries.values()}
        named = names.get(fold(name))
        code = named.iso3 if named else by_iso2.get(code, "")
    return state(code) if code in countries else None


def state(code: str) -> Identity:
    """A country as an actor."""
    return Identity(code, Kind.COUNTRY, code, _countries()[0][code].name, ())


_countries = cache(load_countries)


def find_actor(store: Store, name: str, as_of: date) -> Identity:
    """The actor of this id or name as known on that day: a country first, then whoever the reports call so.

    Where several go by one name, the one that is named far oftener than all others is meant.
    Raises: NotInStore with the candidates.
    """
    if (country := _country(name)) is not None:
        return country
    found = _known(store.identities(ids=[name]), as_of) or _known(store.identities(name=name), as_of)
    exact = [one for one in found if any(fold(form.name) == fold(name) for form in one.forms)]
    ranked = sorted(exact or found, key=lambda one: (-weight(one), one.id))
    if not ranked:
        raise NotInStore("no report names anybody so", where=name, remedy=_offer(_near(store, name, as_of)))
    if len(ranked) > 1 and weight(ranked[0]) < PLAIN * sum(map(weight, ranked[1:])):
        offer = ", ".join(map(_described, ranked[:CANDIDATES]))
        more = f" and {len(ranked) - CANDIDATES} more" if len(ranked) > CANDIDATES else ""
        raise NotInStore(f"{len(ranked)} actors go by this name: {offer}{more}", where=name, remedy=REMEDY)
    return ranked[0]


def weight(identity: Identity) -> int:
    """In how many events it stands."""
    return sum(form.count for form in identity.forms)


def _described(identity: Identity) -> str:
    country = f", {identity.country}" if identity.country else ""
    return f"{identity.name} ({identity.id}{country})"


def _known(found: Iterable[Identity], as_of: date) -> list[Identity]:
    return [known for one in found if (known := cut(one, as_of)) is not None]


def _near(store: Store, name: str, as_of: date) -> list[str]:
    """Actors whose names share a word with this one."""
    words = [word for word in name.split() if len(word) > 1]
    sharing = {one.id: one for word in words for one in _known(store.identities(name=word), as_of)}
    ranked = sorted(sharing.values(), key=lambda one: (-weight(one), one.id))
    return [_described(one) for one in ranked[:CANDIDATES]]


def _offer(names: list[str]) -> str:
    return f"the nearest are {', '.join(names)}" if names else "look with `dragoman search`"


def spellings(words: str) -> list[str]:
    """The words themselves; for a country all that it goes by, the longest first."""
    found = _country(words)
    if found is None:
        return [words]
    ways = [key for key, named in _countries()[1].items() if named.iso3 == found.id]
    return sorted({*ways, found.name}, key=lambda way: (-len(way), way))
