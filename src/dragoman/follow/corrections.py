"""What persons corrected, applied to what was read: nothing stored is changed, and every line can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from dragoman.errors import NotInStore
from dragoman.follow.values import set_field
from dragoman.model.kept import Change, Correction, Sighting

Pairs = tuple[tuple[str, str], ...]
EVENT: Final = frozenset({Change.FIELD, Change.REJECT, Change.CONFIRM})  # what changes the sighting itself


@dataclass(frozen=True, slots=True)
class Links:
    """What persons said about sameness, as pairs of ids: of events ("e..."), and of name forms ("n...")."""

    same_acts: Pairs = ()
    other_acts: Pairs = ()
    same_names: Pairs = ()
    other_names: Pairs = ()


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that nobody took back, without the taking back; an UNDO can itself be undone."""
    standing: list[Correction] = []
    undone: set[str] = set()
    for one in sorted(corrections, key=number, reverse=True):
        if one.id in undone:
            continue
        if one.change is Change.UNDO:
            undone.add(one.target)
        else:
            standing.append(one)
    return tuple(reversed(standing))


def number(correction: Correction) -> int:
    """Where it stands among all corrections."""
    return int(correction.id[1:])


def corrected(sightings: Iterable[Sighting], corrections: Iterable[Correction]) -> tuple[Sighting, ...]:
    """The sightings, in their order, as persons left them: fields set, confirmed ones marked, rejected ones gone.

    Where two corrections set one field the later holds. A value that can no longer be read changes nothing: it is
    one of `orphans`.
    """
    by_event: dict[str, list[Correction]] = {}
    for one in in_force(corrections):
        if one.change in EVENT:
            by_event.setdefault(one.target, []).append(one)
    if not by_event:
        return tuple(sightings)
    return tuple(chain.from_iterable(_apply(s, by_event[s.id]) if s.id in by_event else (s,) for s in sightings))


def _apply(sighting: Sighting, corrections: Sequence[Correction]) -> tuple[Sighting, ...]:
    """None or one."""
    for one in corrections:
        if one.change is Change.REJECT:
            return ()
        if one.change is Change.CONFIRM:
            sighting = replace(sighting, confirmed=True)
        elif _is_readable(sighting, one):
            sighting = set_field(sighting, one.field, one.value)
    return (sighting,)


def _is_readable(sighting: Sighting, correction: Correction) -> bool:
    try:
        set_field(sighting, correction.field, correction.value)
    except ValueError:
        return False
    return True


def links(corrections: Iterable[Correction]) -> Links:
    """Which events are one act or are not, which name forms one actor or not; a later word on a pair holds.

    After: `Correction.other` of a SPLIT names all that the target is told apart from, with spaces between.
    """
    said: dict[tuple[str, str], bool] = {}
    for one in in_force(corrections):
        if one.change in (Change.MERGE, Change.SPLIT):
            for other in one.other.split():
                pair = (min(one.target, other), max(one.target, other))
                said.pop(pair, None)
                said[pair] = one.change is Change.MERGE

    def choose(letter: str, same: bool) -> Pairs:
        return tuple(pair for pair, merged in said.items() if merged is same and pair[0].startswith(letter))

    return Links(choose("e", True), choose("e", False), choose("n", True), choose("n", False))


def orphans(
    corrections: Iterable[Correction], sightings: Iterable[Sighting], forms: Collection[str]
) -> list[Correction]:
    """The corrections in force that correct nothing: no report gives what they name, or their value means nothing."""
    events = {s.id: s for s in sightings}
    found = []
    for one in in_force(corrections):
        ids = [id for id in (one.target, *one.other.split()) if id.startswith(("e", "n"))]
        gone = any(id not in (events if id.startswith("e") else forms) for id in ids)
        if gone or (one.change is Change.FIELD and not _is_readable(events[one.target], one)):
            found.append(one)
    return found


def find_correction(corrections: Iterable[Correction], id: str) -> Correction:
    """The one with this id. Raises: NotInStore."""
    for one in corrections:
        if one.id == id:
            return one
    raise NotInStore("there is no such correction", where=id, remedy="list them with `dragoman fix`")
