"""What many reports show together: threads, identities, ribbons; only stored and found here, made elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, TypeVar

from dragoman.archive.cells import Cell, compact, packed, seal
from dragoman.archive.database import Database, decoding
from dragoman.archive.lines import line_of
from dragoman.archive.record import plain
from dragoman.archive.state import DERIVED, set_state
from dragoman.model.event import EventType, Status
from dragoman.model.identity import Identity
from dragoman.model.relation import Ribbon
from dragoman.model.thread import Thread

T = TypeVar("T")
Rows = list[tuple[Cell, ...]]
DONE: Final = {Status.OCCURRED, Status.ONGOING, Status.DID_NOT_OCCUR}
INDEXES: Final = {  # each with the column that names its line
    "thread_step": "thread", "thread_party": "thread", "thread_country": "thread", "identity_form": "identity",
}  # fmt: skip


def replace_derived(
    database: Database,
    threads: Sequence[Thread],
    identities: Sequence[Identity],
    ribbons: Sequence[Ribbon],
    *,
    state: str,
) -> None:
    """Put these in the place of the former ones; only lines that differ are written."""
    made = {
        "thread": [thread_cells(one) for one in threads],
        "identity": [identity_cells(one) for one in identities],
        "ribbon": [ribbon_cells(one) for one in ribbons],
    }
    indexes = index_rows(threads, identities)
    with database.writing():
        for table, rows in made.items():
            _replace(database, table, rows, {name: indexes[name] for name in INDEXES if INDEXES[name] == table})
        set_state(database, DERIVED, state)


def _replace(database: Database, table: str, rows: Rows, indexes: dict[str, Rows]) -> None:
    key = database.columns(table)[0]
    there = dict(database.rows(f"SELECT {key}, seal FROM {table}"))
    wanted = {row[0]: seal(row) for row in rows}
    gone = [name for name in there if there[name] != wanted.get(name)]
    new = {name for name in wanted if wanted[name] != there.get(name)}
    for name in indexes:
        for one in gone:
            database.run(f"DELETE FROM {name} WHERE {INDEXES[name]} = ?", one)
    for one in gone:
        database.run(f"DELETE FROM {table} WHERE {key} = ?", one)
    database.insert(table, [row for row in rows if row[0] in new])
    for name, index in indexes.items():
        database.insert_plain(name, [row for row in index if row[1] in new])


def thread_cells(thread: Thread) -> tuple[Cell, ...]:
    """The thread's row."""
    plan = any(step.status not in DONE for step in thread.steps)
    days = [step.published.isoformat() for step in thread.steps if step.published]
    first, last = (days[0], days[-1]) if days else (None, None)
    return thread.id, thread.type.value, int(plan), len(thread.steps), first, last, packed(compact(plain(thread)))


def identity_cells(identity: Identity) -> tuple[Cell, ...]:
    """The identity's row."""
    return identity.id, packed(compact(plain(identity)))


def ribbon_cells(ribbon: Ribbon) -> tuple[Cell, ...]:
    """The ribbon's row."""
    return "-".join(ribbon.pair), packed(compact(plain(ribbon)))


def index_rows(threads: Iterable[Thread], identities: Iterable[Identity]) -> dict[str, Rows]:
    """What threads and identities are looked for by; in every row the line's id is the second cell."""
    steps, parties, countries = set[tuple[Cell, ...]](), set[tuple[Cell, ...]](), set[tuple[Cell, ...]]()
    for thread in threads:
        steps.update((step.event, thread.id) for step in thread.steps)
        every = (*thread.actors, *thread.recipients)
        parties.update((party.id, thread.id) for party in every)
        countries.update((party.country, thread.id) for party in every if party.country)
    forms = {(form.id, one.id, f" {folded(form.name)} ") for one in identities for form in one.forms}
    return {
        "thread_step": sorted(steps), "thread_party": sorted(parties), "thread_country": sorted(countries),
        "identity_form": sorted(forms),
    }  # fmt: skip


def folded(name: str) -> str:
    """The name's words in small letters, without accents and signs."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def some_threads(
    database: Database,
    *,
    pair: tuple[str, str] | None,
    country: str | None,
    identity: str | None,
    plans_only: bool,
    conflicts_only: bool,
    ids: Iterable[str] | None,
    since: date | None,
    until: date | None,
    type: EventType | None,
) -> list[Thread]:
    """The threads that pass all the tests, by id.

    Some report of it was published on `since` or later, and one by `until`.
    `plans_only` gives those in which some report speaks of an act not yet done, `conflicts_only` those that more than
    one report line speaks of: all that may be plans, or hold conflicts, and some that do not.
    """
    tests, cells = [], list[Cell]()
    for code in {*(pair or ()), *([country] if country else [])}:
        tests.append("id IN (SELECT thread FROM thread_country WHERE country = ?)")
        cells.append(code)
    if identity:
        tests.append("id IN (SELECT thread FROM thread_party WHERE identity = ?)")
        cells.append(identity)
    if plans_only:
        tests.append("plan")
    if conflicts_only:
        tests.append("steps > 1")
    if type:
        tests.append("type = ?")
        cells.append(type.value)
    if since:
        tests.append("last >= ?")
        cells.append(since.isoformat())
    if until:
        tests.append("first <= ?")
        cells.append(until.isoformat())
    if ids is not None:
        tests.append("id IN (SELECT value FROM json_each(?))")
        cells.append(compact(sorted(set(ids))))
    return _lines(database, Thread, f"SELECT line FROM thread {_where(tests)} ORDER BY id", cells)


def thread_of(database: Database, event: str) -> str | None:
    """The id of the thread that the event is a step of. Absent: None where it has not been followed."""
    found: str | None = database.value("SELECT thread FROM thread_step WHERE event = ?", event)
    return found


def some_identities(database: Database, *, name: str | None, ids: Iterable[str] | None) -> list[Identity]:
    """The actors that pass all the tests.

    `name` is a whole name or some of its words, in any spelling of capitals, accents and hyphens; those with exactly
    this name come first, then those with more events. `ids` may be ids of actors or of name forms.
    """
    words = folded(name) if name is not None else ""
    if name is not None and not words:
        return []
    tests, cells = [], list[Cell]()
    if words:
        has_all = " AND ".join(["instr(name, ?)"] * len(words.split()))
        tests.append(f"id IN (SELECT identity FROM identity_form WHERE {has_all})")
        cells += [f" {word} " for word in words.split()]
    if ids is not None:
        listed = "SELECT value FROM json_each(?)"
        tests.append(f"(id IN ({listed}) OR id IN (SELECT identity FROM identity_form WHERE form IN ({listed})))")
        cells += [compact(sorted(set(ids)))] * 2
    found = _lines(database, Identity, f"SELECT line FROM identity {_where(tests)} ORDER BY id", cells)
    if not words:
        return found

    def likeness(one: Identity) -> tuple[bool, int]:
        return all(folded(form.name) != words for form in one.forms), -sum(form.count for form in one.forms)

    return sorted(found, key=likeness)


def some_ribbons(database: Database, *, pair: tuple[str, str] | None) -> list[Ribbon]:
    """The ribbons of all pairs, or of this one in either order of its countries; by pair."""
    where = "WHERE pair = ?" if pair else ""
    return _lines(
        database, Ribbon, f"SELECT line FROM ribbon {where} ORDER BY pair", ["-".join(sorted(pair))] if pair else []
    )


def _where(tests: list[str]) -> str:
    return f"WHERE {' AND '.join(tests)}" if tests else ""


def _lines(database: Database, kind: type[T], query: str, cells: Sequence[Cell]) -> list[T]:
    rows: list[tuple[Any, ...]] = database.rows(query, *cells)
    with decoding(database.path):
        return [line_of(kind, line) for (line,) in rows]
