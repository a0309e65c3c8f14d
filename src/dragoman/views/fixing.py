"""Corrections made and listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import rich_click as click
from rich.console import Console
from rich.text import Text

from dragoman.archive.store import Store
from dragoman.follow.correct import Asked, correct, facts, lost_corrections, whole_id
from dragoman.follow.corrections import find_correction, in_force
from dragoman.model.kept import Change, Correction
from dragoman.views.answers.things import correction_line
from dragoman.views.desk import Desk
from dragoman.views.visible import visible


@dataclass(frozen=True, slots=True)
class Differs:
    """One thing that a correction changed, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """The corrections that were added, and what they changed."""

    corrections: tuple[Correction, ...]
    changed: tuple[Differs, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One correction. `in_force`: nobody took it back. `target_found`: what it corrects is still read so."""

    correction: Correction
    in_force: bool
    target_found: bool


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a store."""

    corrections: tuple[Listed, ...]


def make_corrections(place: Path, asked: Asked, who: str, as_json: bool) -> int:
    """Add what was asked for, and print what it changed; the exit code."""
    with Desk(place, datetime.now().date(), as_json) as desk:
        touched = _touched(desk.store, asked)
        before = facts(desk.store, touched)
        try:
            made = correct(desk.store, asked, who=who, at=datetime.now().astimezone().replace(microsecond=0))
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        desk.follow()
        after = facts(desk.store, touched)
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        differs = tuple(Differs(name, before.get(name, "none"), after.get(name, "none")) for name in names)
        return desk.answer(Fixed(tuple(made), differs), _show_fixed)


def _touched(store: Store, asked: Asked) -> str:
    """The event or name form whose facts the change is about. Raises: NotInStore."""
    if asked.change is Change.UNDO and asked.target.startswith("c"):
        return find_correction(store.corrections(), asked.target).target
    return whole_id(store, asked.target)


def _show_fixed(fixed: Fixed, console: Console) -> None:
    for one in fixed.corrections:
        console.print(correction_line(one))
    for differs in fixed.changed:
        before, after = (visible(differs.before), "red"), (visible(differs.after), "green")
        console.print(Text.assemble(f"  {differs.what}: ", before, " > ", after))
    if not fixed.changed:
        console.print(Text("  nothing in the answers changes"))


def list_corrections(place: Path, as_json: bool) -> int:
    """Print all corrections; the exit code."""
    with Desk(place, datetime.now().date(), as_json) as desk:
        every = desk.store.corrections()
        standing = {one.id for one in in_force(every)}
        lost = {one.id for one in lost_corrections(desk.store)}
        listed = tuple(Listed(one, one.id in standing, one.id not in lost) for one in every)
        return desk.answer(Corrections(listed), _show_corrections)


def _show_corrections(answer: Corrections, console: Console) -> None:
    for one in answer.corrections:
        undone = "" if one.in_force or one.correction.change is Change.UNDO else "  (taken back)"
        lost = "" if one.target_found else "  (what it corrects is no longer read out of the report)"
        console.print(Text.assemble(correction_line(one.correction), (f"{undone}{lost}", "yellow")))
    if not answer.corrections:
        console.print(Text("No corrections yet. `dragoman fix ID status=cancelled` makes one."))
