"""`verify` finds whatever is no longer what was stored, and never stumbles over it."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.archive.store import Filing, Store
from dragoman.errors import StoreError
from dragoman.model.event import EventType, Place, Source, Status
from dragoman.model.identity import Form, Held, Identity
from dragoman.model.kept import Change, Correction, Raw
from dragoman.model.mention import Kind
from dragoman.model.relation import Ribbon, Standing, Stretch
from dragoman.model.thread import Party, Step, StepKind, Thread

MakeFiling = Callable[..., Filing]
DAY = date(2025, 4, 1)
NOON = datetime(2025, 4, 2, 12, tzinfo=UTC)
THREAD = Thread(
    "taaaaaaaaaa", EventType.CONSULT, "visit",
    (Party("pbbbbbbbbbb", "Anna Volkova", "RUS", Kind.PERSON),), (Party("UZB", "Uzbekistan", "UZB", Kind.COUNTRY),),
    "2025-04-01", Place("Tashkent", "UZB"), None,
    (Step("eaaaaaaaaaa", "d", DAY, "The Mail", StepKind.ANNOUNCED, Status.PLANNED, None, None, Source(), "first"),),
)  # fmt: skip
IDENTITY = Identity(
    "pbbbbbbbbbb", Kind.PERSON, "RUS", "Anna Volkova", (Form("nbbbbbbbbbb", "Anna Volkova", "RUS", (DAY,), "first"),),
    (Held("Foreign Minister", (DAY,), "eaaaaaaaaaa"),),
)  # fmt: skip
RIBBON = Ribbon(("RUS", "UZB"), (Stretch(DAY, None, DAY, Standing.STEADY, 1.5, 0.1, ("eaaaaaaaaaa",), "contacts"),))


@pytest.fixture
def full(store: Store, filing: MakeFiling, place: Path) -> Path:
    """A closed store with something in every table."""
    store.file([filing(f"Volkova came for the {n}th time. She left. " + "Word " * n, key=str(n)) for n in range(12)])
    store.file([filing("She came again.", key=str(n), title="Again") for n in range(3)])
    store.problem("page.html", "not text", "check it", Raw(b"\0" * 50, "text/html"))
    store.set_feed("https://mail.example/feed", "tag", "then", NOON)
    store.correct(Correction("", NOON, "me", Change.FIELD, store.sightings()[0].id, "status", "planned"))
    store.replace_derived([THREAD], [IDENTITY], [RIBBON], state=store.state())
    assert list(store.verify()) == []
    store.close()
    return place


def faults(place: Path) -> list[str]:
    """What verify says; a store that cannot be opened says it in one line."""
    try:
        with Store.open(place, readonly=True) as store:
            found = list(store.verify())
    except StoreError as error:
        found = [str(error)]
    assert not [line for line in found if "\n" in line or not line]
    return found


def tables(place: Path) -> list[tuple[str, list[str]]]:
    """All tables that hold what was filed, with their columns."""
    with closing(sqlite3.connect(place)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        return [
            (name, [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]) for (name,) in sorted(names)
        ]


def damaged(cell: object) -> Any:
    """Another value, as near as can be."""
    match cell:
        case bytes():
            return bytes([*cell[:-1], cell[-1] ^ 1])
        case int():
            return cell + 1000
        case str():
            return cell[:-1] + ("a" if cell[-1:] != "a" else "b")
        case _:
            return "x"


def test_a_change_to_any_cell_of_any_table_is_found(full: Path) -> None:
    unseen = []
    everything = full.read_bytes()
    for table, columns in tables(full):
        for column in columns:
            full.write_bytes(everything)
            with closing(sqlite3.connect(full)) as connection:
                connection.execute("DROP TRIGGER correction_stays")
                key, cell = connection.execute(f"SELECT {columns[0]}, {column} FROM {table}").fetchall()[-1]
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE {columns[0]} IS ?", (damaged(cell), key))
                connection.commit()
            if not faults(full):
                unseen.append(f"{table}.{column}")
    assert unseen == []
    assert len(tables(full)) == 19


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM event WHERE rowid = 10",
        "DELETE FROM gap WHERE rowid = (SELECT max(rowid) FROM gap)",
        "DELETE FROM body WHERE report = 7",
        "DELETE FROM raw WHERE rowid = 7",
        "DELETE FROM report WHERE number = 3",
        "DELETE FROM report WHERE number = 15",
        "DELETE FROM reading WHERE report = 14",
        "DELETE FROM thread_step",
        "DELETE FROM identity_form",
        "DELETE FROM words_data WHERE id > 10",
        "DELETE FROM words_docsize WHERE id = 9",
        "INSERT INTO words (rowid, title, text) VALUES (1000, 'a', 'b')",
        "INSERT INTO words (words, rowid, title, text) VALUES ('delete', 15, 'Again', 'She came again.')",
        "UPDATE event SET ordinal = 9 WHERE rowid = 10",
        "UPDATE event SET report = 9, ordinal = 2 WHERE rowid = 10",
        "INSERT INTO event SELECT 'e', 14, 1, type, mode, status, actors, recipients, place, time, source, object, "
        "trigger, at, same_as, line, seal FROM event WHERE rowid = 10",
        "UPDATE body SET text = (SELECT text FROM body WHERE report = 4), "
        "seal = (SELECT seal FROM body WHERE report = 4) WHERE report = 5",
    ],
)  # fmt: skip
def test_what_is_missing_or_too_much_is_found(full: Path, change: str) -> None:
    with closing(sqlite3.connect(full)) as connection:
        connection.execute(change)
        connection.commit()
    assert faults(full)


def dump(place: Path) -> list[object]:
    """Everything that can be got out of a store."""
    with Store.open(place, readonly=True) as store:
        reports = list(store.reports(current=False))
        return [
            reports, store.sightings(), store.judgements(), store.statements(), store.counts(), store.corrections(),
            store.problems(), store.problem_raw("q1"), store.feed("https://mail.example/feed"), store.state(),
            store.threads(), store.thread_of("eaaaaaaaaaa"), store.identities(name="volkova"), store.ribbons(),
            store.search("came left again"), store.search("time"), store.threads(pair=("UZB", "RUS"), plans_only=True),
            [(store.document(one.id), store.reading(one.id), store.raw(one.id)) for one in reports],
        ]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_a_flipped_bit_is_found_or_changes_nothing(full: Path, seed: int) -> None:
    """Bits of unused space are nobody's; every other one is missed."""
    everything, before, dice = full.read_bytes(), dump(full), random.Random(seed)
    found = 0
    for _ in range(50):
        at, bit = dice.randrange(len(everything)), dice.randrange(8)
        changed = bytearray(everything)
        changed[at] ^= 1 << bit
        full.write_bytes(changed)
        if faults(full):
            found += 1
        else:
            assert dump(full) == before, f"bit {bit} of byte {at}"
    assert found >= 5


@pytest.mark.parametrize("seed", range(3))
def test_pages_of_noise_make_lines_not_tracebacks(full: Path, seed: int) -> None:
    everything, dice = full.read_bytes(), random.Random(seed)
    for page in range(len(everything) // 4096):
        changed = bytearray(everything)
        start = page * 4096 + dice.choice([0, 8, 100, 2000])
        changed[start : page * 4096 + 4096] = dice.randbytes(page * 4096 + 4096 - start)
        full.write_bytes(changed)
        assert faults(full)


def test_a_damaged_line_that_is_asked_for_is_one_line(full: Path) -> None:
    with closing(sqlite3.connect(full)) as connection:
        connection.execute("UPDATE event SET line = X'00', type = 'NOTHING'")
        connection.execute("UPDATE body SET text = X'789c'")
        connection.execute("UPDATE report SET added = 'yesterday' WHERE number = 9")
        connection.execute("UPDATE report SET title = CAST(X'ff41' AS TEXT) WHERE number = 10")
        connection.commit()
        number, event = connection.execute("SELECT report, id FROM event").fetchone()
        report = connection.execute("SELECT id FROM report WHERE number = ?", (number,)).fetchone()[0]
    with Store.open(full) as store:
        for ask in (
            store.sightings, lambda: store.event(event), lambda: store.document(report), lambda: store.reading(report),
            lambda: list(store.reports()), lambda: store.search("came"),
        ):  # fmt: skip
            with pytest.raises(StoreError) as refusal:
                ask()
            assert str(refusal.value) == (
                f"{full}: a stored line is damaged; run `dragoman verify`, and go back to a backup"
            )
        assert list(store.verify())
