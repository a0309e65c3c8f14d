"""A store made, opened, refused: always one line, and never a store harmed by it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.archive import database as database_module
from dragoman.archive.opening import migrations, statements
from dragoman.archive.store import Filing, Store
from dragoman.errors import NoStore, NotAStore, StoreBusy, StoreError, StoreFull

MakeFiling = Callable[..., Filing]
LATEST = max(migrations())
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""
OPEN = """
import sys
from pathlib import Path
from dragoman.archive.store import Store
sys.stdin.read(1)
with Store.create(Path(sys.argv[1])) as store:
    store.problem(sys.argv[2], "what", "remedy")
"""


def set_version(place: Path, version: int) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def refused(place: Path, error: type[StoreError], **how: bool) -> str:
    """The one line with which the store is not opened."""
    with pytest.raises(error) as caught:
        Store.open(place, **how).close()
    line = str(caught.value)
    assert line.startswith(f"{place}: ")
    assert "\n" not in line
    return line


def test_a_store_is_made_with_its_folders_and_opened_again(tmp_path: Path, filing: MakeFiling) -> None:
    place = tmp_path / "new" / "folder with # and ? and %41" / "récord.db"
    with Store.create(place) as store:
        store.file([filing()])
    assert place.is_file()
    for opened in (Store.create(place), Store.open(place), Store.open(place, readonly=True)):
        with opened:
            assert opened.counts().reports == 1
            assert list(opened.verify()) == []


def test_it_is_kept_as_safely_as_sqlite_can(store: Store, place: Path) -> None:
    assert store._database.value("PRAGMA journal_mode") == "wal"
    assert store._database.value("PRAGMA synchronous") == 2
    assert store._database.value("PRAGMA foreign_keys") == 1
    assert store._database.value("PRAGMA busy_timeout") >= 10_000
    store.close()
    assert place.read_bytes()[68:72] == b"drgn"


def test_what_is_not_a_store_is_refused_in_one_line(tmp_path: Path) -> None:
    assert "there is no store here; make one" in refused(tmp_path / "nothing.db", NoStore)
    assert "this is a folder" in refused(tmp_path, NotAStore)
    empty, garbage, other = tmp_path / "empty.db", tmp_path / "garbage.db", tmp_path / "other.db"
    empty.touch()
    garbage.write_bytes(os.urandom(5000))
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE mine (a)")
    assert "the file is empty" in refused(empty, NotAStore)
    assert "this is not a dragoman store" in refused(garbage, NotAStore)
    assert "another program's database" in refused(other, NotAStore)
    for there in (garbage, other):
        before = there.read_bytes()
        with pytest.raises(NotAStore):
            Store.create(there)
        assert there.read_bytes() == before
    with Store.create(empty) as store:
        assert store.counts().reports == 0


@pytest.mark.parametrize("size", [1, 17, 100, 512, 4095, 4096, 5000, 12288])
def test_a_truncated_store_is_refused_or_its_verify_says_so(store: Store, place: Path, size: int) -> None:
    store.close()
    os.truncate(place, size)
    for readonly in (False, True):
        with suppress(NotAStore), Store.open(place, readonly=readonly) as opened:
            assert list(opened.verify())


def test_a_store_of_a_later_version_is_refused(store: Store, place: Path) -> None:
    store.close()
    set_version(place, LATEST + 1)
    line = refused(place, NotAStore)
    assert f"of a later version ({LATEST + 1}; this dragoman knows {LATEST}); upgrade dragoman" in line


def test_an_earlier_store_is_brought_up_to_date_unless_only_read(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        for statement in statements(migrations()[1]):
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
    assert "of an earlier version (1)" in refused(place, NotAStore, readonly=True)
    with Store.open(place) as store:
        assert store._database.value("PRAGMA user_version") == LATEST
        assert list(store.verify()) == []


def test_a_step_of_the_schema_is_taken_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "half.db"
    broken = {**migrations(), LATEST: "CREATE TABLE half (a);\nCREATE TABLE report (a);\n"}
    monkeypatch.setattr("dragoman.archive.opening.migrations", lambda: broken)
    with pytest.raises(NotAStore):
        Store.create(place)
    monkeypatch.undo()
    with Store.open(place) as store:
        assert store._database.value("SELECT count(*) FROM sqlite_master WHERE name = 'half'") == 0
        assert list(store.verify()) == []


def test_migrations_are_numbered_without_a_hole() -> None:
    assert list(migrations()) == list(range(1, LATEST + 1))


def python(code: str, *args: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def test_processes_that_make_the_store_at_once_all_have_it(tmp_path: Path) -> None:
    place = tmp_path / "at once.db"
    children = [python(OPEN, place, f"place {n}") for n in range(4)]
    outputs = [child.communicate("x") for child in children]
    assert [(child.returncode, errors) for child, (_, errors) in zip(children, outputs, strict=True)] == [(0, "")] * 4
    with Store.open(place) as store:
        assert len(store.problems()) == 4
        assert list(store.verify()) == []


@contextmanager
def held(place: Path) -> Iterator[None]:
    """Another process is in the middle of writing to the store."""
    with python(HOLD, place) as child:
        assert child.stdout
        assert child.stdout.readline() == "held\n"
        yield
        child.communicate("")


def test_a_store_that_another_process_holds_can_be_read_and_says_who_waits(
    store: Store, place: Path, filing: MakeFiling, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.file([filing()])
    monkeypatch.setattr(database_module, "PATIENCE", 0.2)
    with held(place), Store.open(place) as late:
        assert late.counts().reports == 1
        with pytest.raises(StoreBusy) as busy:
            late.file([filing("Changed.")])
        assert str(busy.value) == f"{place}: another process holds the store; try again when it has finished"
    store.file([filing("Changed.")])
    assert store.counts().revisions == 2


def test_a_full_disk_loses_nothing(store: Store, filing: MakeFiling) -> None:
    store.file([filing()])
    before = (store.counts(), store.state())
    store._database.run(f"PRAGMA max_page_count = {store._database.value('PRAGMA page_count') + 4}")
    with pytest.raises(StoreFull) as full:
        store.file([filing(" ".join(map(str, range(50_000))), key=str(n)) for n in range(9)])
    assert "the disk is full; nothing stored before is lost" in str(full.value)
    assert (store.counts(), store.state()) == before
    store._database.run("PRAGMA max_page_count = 1000000")
    store.file([filing(key="more")])
    assert list(store.verify()) == []


def test_a_store_open_for_reading_takes_nothing(store: Store, place: Path, filing: MakeFiling) -> None:
    ((report, _),) = store.file([filing()])
    other = replace(store.reading(report.id), version="fake 2")
    with Store.open(place, readonly=True) as reader:
        for change in (
            lambda: reader.file([filing("Changed.")]), lambda: reader.replace_reading(report.id, other),
            lambda: reader.problem("a", "b", "c"), lambda: reader.replace_derived([], [], [], state=""),
        ):  # fmt: skip
            with pytest.raises(StoreFull) as refusal:
                change()
            assert "it may not be written to; check the permissions" in str(refusal.value)


def test_a_store_on_a_medium_that_cannot_change_is_read(
    store: Store, place: Path, filing: MakeFiling, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.file([filing()])
    store.close()
    place.chmod(0o444)
    place.parent.chmod(0o555)
    try:
        with Store.open(place, readonly=True) as reader:
            assert reader.counts().reports == 1
        if os.geteuid() != 0:  # root may write anywhere
            assert "it may not be written to" in refused(place, StoreFull)
    finally:
        place.parent.chmod(0o755)


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreFull) as refusal:
        Store.create(tmp_path / "file" / "record.db")
    assert "its folder cannot be made" in str(refusal.value)


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError) as closed:
        store.counts()
    assert "open the store again" in str(closed.value)
