"""A person's correction, checked against the record and added to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from dragoman.archive.sightings import sighting
from dragoman.archive.store import Store
from dragoman.errors import NotInStore
from dragoman.follow.corrections import corrected, find_correction, in_force, orphans
from dragoman.follow.questions.show import find_event
from dragoman.follow.values import FIELDS, set_field
from dragoman.model.event import Actor, Place, Source
from dragoman.model.kept import Change, Correction


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants corrected: `change` is a `Change`, `fields` the new values of a FIELD change.

    `target` and `others` are ids or unique beginnings of ids; an actor ("p...") stands for its first name form, an
    act ("t...") for its first event.
    """

    target: str
    change: Change
    others: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def correct(store: Store, asked: Asked, *, who: str, at: datetime) -> list[Correction]:
    """The corrections as they were added, one for each field or other id.

    Raises: NotInStore for an id that is not there, ValueError for a value or change that cannot be, with what can.
    """
    target = whole_id(store, asked.target)
    _check(target, asked)
    rows = CHANGES[asked.change](store, target, asked)
    lines = [Correction("", at, who, asked.change, target, *row, note=asked.note) for row in rows]
    return [store.correct(line) for line in lines]


def _check(target: str, asked: Asked) -> None:
    kind = target[0]
    fits = {Change.UNDO: "c", Change.MERGE: "en", Change.SPLIT: "en", Change.NOTE: "endsjc"}.get(asked.change, "e")
    if kind not in fits:
        raise ValueError(f"{asked.change} is not for {asked.target}: it takes ids that begin with {' or '.join(fits)}")
    if asked.change is Change.NOTE and not asked.note.strip():
        raise ValueError("a note needs words")


def whole_id(store: Store, id: str) -> str:
    """The id of what can be corrected that this id, or its beginning, stands for. Raises: NotInStore."""
    if id[:1] == "t":
        return find_event(store, f"e{id[1:]}").id
    if id[:1] in ("p", "n"):
        return _form(store, f"n{id[1:]}")
    if id[:1] == "c":
        return find_correction(store.corrections(), id).id
    if id[:1] in ("e", "d", "s", "j"):
        return store.whole_id(id)
    raise NotInStore("this is no id that can be corrected", where=id, remedy="take one that `dragoman show` prints")


def _form(store: Store, id: str) -> str:
    found = [form.id for one in store.identities(ids=[id]) for form in one.forms if form.id.startswith(id)]
    if len(found) != 1:
        raise NotInStore("no name form has this id", where=id, remedy="see `dragoman who NAME`")
    return found[0]


Row = tuple[str, str, str]  # field, value, other


def _fields(store: Store, target: str, asked: Asked) -> list[Row]:
    report, event = store.event(target)
    seen = sighting(target, event, report)
    for name, value in asked.fields.items():
        set_field(seen, name, value)
    if not asked.fields:
        raise ValueError("name a field and its value: status=cancelled")
    return [(name, value.strip(), "") for name, value in asked.fields.items()]


def _merge(store: Store, target: str, asked: Asked) -> list[Row]:
    others = _others(store, target, asked)
    if not others:
        raise ValueError(f"say with whom: merge ID, where ID begins with {target[0]}")
    return [("", "", other) for other in others]


def _split(store: Store, target: str, asked: Asked) -> list[Row]:
    others = _others(store, target, asked) or _mates(store, target)
    if not others:
        raise ValueError("it stands alone already")
    return [("", "", " ".join(others))]


def _others(store: Store, target: str, asked: Asked) -> list[str]:
    others = [whole_id(store, other) for other in asked.others]
    wrong = [other for other in others if other[0] != target[0] or other == target]
    if wrong:
        raise ValueError(f"{wrong[0]} and {target} are not two of one kind")
    return others


def _mates(store: Store, target: str) -> list[str]:
    """What the target is taken to be one with, at present."""
    if target[0] == "n":
        return [form.id for one in store.identities(ids=[target]) for form in one.forms if form.id != target]
    thread = store.thread_of(target)
    found = store.threads(ids=[thread]) if thread else []
    return [step.event for one in found for step in one.steps if step.event != target]


def _plain(store: Store, target: str, asked: Asked) -> list[Row]:
    return [("", "", "")]


def _undo(store: Store, target: str, asked: Asked) -> list[Row]:
    if not any(target == one.id for one in in_force(store.corrections())):
        raise ValueError(f"{target} is taken back already")
    return [("", "", "")]


CHANGES: Final[dict[Change, Callable[[Store, str, Asked], list[Row]]]] = {
    Change.FIELD: _fields, Change.MERGE: _merge, Change.SPLIT: _split, Change.REJECT: _plain,
    Change.CONFIRM: _plain, Change.NOTE: _plain, Change.UNDO: _undo,
}  # fmt: skip


def facts(store: Store, id: str) -> dict[str, str]:
    """What the record says at present of an event or a name form, corrections applied: field by field, in words.

    Absent: nothing for other ids, and for events that are not there or were rejected.
    """
    if id.startswith("n"):
        found = sorted(store.identities(ids=[id]), key=lambda one: one.id)
        return {"actor": "; ".join(f"{one.name} ({one.id})" for one in found)} if found else {}
    read = store.events([id]).get(id)
    if read is None:
        return {}
    seen = corrected([sighting(id, read[1], read[0])], store.corrections())
    if not seen:
        return {"counted": "no, rejected"}
    said = {name: _words(getattr(seen[0], name)) for name in FIELDS}
    return {**said, "confirmed": "yes" if seen[0].confirmed else "no", "act": store.thread_of(id) or "none"}


def _words(value: object) -> str:
    match value:
        case None | ():
            return "none"
        case tuple():
            return "; ".join(map(_words, value))
        case Actor(name, country) | Place(name, country):
            return f"{name} ({country})" if country else name
        case Source(kind, name):
            return name or kind.value
    return str(value)


def lost_corrections(store: Store) -> list[Correction]:
    """The corrections in force that correct nothing at present: what they name is no longer read out of a report."""
    corrections = store.corrections()
    ids = {id for one in corrections for id in (one.target, *one.other.split())}
    found = store.events(id for id in ids if id.startswith("e"))
    seen = [sighting(id, event, report) for id, (report, event) in found.items() if report.current]
    named = (one for id in ids if id.startswith("n") for one in store.identities(ids=[id]))
    return orphans(corrections, seen, {form.id for one in named for form in one.forms})
