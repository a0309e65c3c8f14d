"""What many reports show, brought up to date with what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dragoman.archive.store import Store
from dragoman.errors import StoreBusy, StoreFull
from dragoman.rules.version import rules_version
from dragoman.vocab.load import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model.identity import Identity
    from dragoman.model.kept import Correction, Judgement, Sighting
    from dragoman.model.relation import Ribbon
    from dragoman.model.thread import Thread

ROOMS: Final = ("follow", "vocab", "dates")  # what the result rests on, besides the store


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from many reports: pure consequences of what was read and corrected."""

    identities: tuple[Identity, ...]
    threads: tuple[Thread, ...]
    ribbons: tuple[Ribbon, ...]


def open_for_questions(place: Path) -> Store:
    """The store at this place, only for reading where it may not be written to.

    Raises: NoStore, NotAStore, StoreBusy.
    """
    try:
        return Store.open(place)
    except StoreFull:
        return Store.open(place, readonly=True)


def refresh(store: Store) -> bool:
    """Whether what the store says about many reports is up to date, after bringing it up to date where it was not.

    False where another process holds the store too long, or it may only be read: the former state is left.
    """
    if is_fresh(store) or store.readonly:
        return is_fresh(store)
    state = f"{_present(store)} {store.counts().reports}"
    made = derive(store.sightings(), store.judgements(), store.corrections())
    try:
        store.replace_derived(made.threads, made.identities, made.ribbons, state=state)
    except (StoreBusy, StoreFull):
        return False
    return True


def is_fresh(store: Store) -> bool:
    """Every stored report and correction has been followed, by the present rules."""
    return store.derived_state().rpartition(" ")[0] == _present(store)


def unfollowed(store: Store) -> int:
    """How many reports came since many were last looked at together."""
    return store.counts().reports - int(store.derived_state().rpartition(" ")[2] or 0)


def _present(store: Store) -> str:
    """Names what the derived lines should rest on: the store's content, and the rules."""
    return f"{store.state()} {_rules()}"


_vocabulary = cache(load)


@cache
def _rules() -> str:
    return rules_version(*ROOMS)


def derive(
    sightings: Sequence[Sighting], judgements: Sequence[Judgement], corrections: Sequence[Correction]
) -> Derived:
    """Who is who, which mentions are one act, and how pairs stand; the same for any order of arrival."""
    from dragoman.follow.corrections import corrected, links
    from dragoman.follow.identities.find import Registry
    from dragoman.follow.ribbons import find_ribbons
    from dragoman.follow.threads import find_threads

    ordered = sorted(corrected(sightings, corrections), key=lambda s: s.order)
    said = links(corrections)
    registry = Registry(said.same_names, said.other_names, _vocabulary())
    placed = {(one.id, who): registry.place(who, one) for one in ordered for who in (*one.actors, *one.recipients)}
    threads = find_threads(ordered, lambda who, one: placed[one.id, who], said.same_acts, said.other_acts)
    ribbons = find_ribbons(threads, sorted(judgements, key=lambda j: j.order))
    return Derived(registry.identities(), threads, ribbons)
