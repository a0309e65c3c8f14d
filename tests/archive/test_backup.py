"""A copy of the store: whole, checked, and never in the place of another file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.archive.store import Filing, Store
from dragoman.errors import StoreError, StoreFull

MakeFiling = Callable[..., Filing]


def test_a_backup_holds_what_the_store_held(store: Store, filing: MakeFiling, tmp_path: Path) -> None:
    store.file([filing(f"Text {n}.", key=str(n)) for n in range(20)])
    copy = tmp_path / "safe" / "copy.db"
    store.backup(copy)
    store.file([filing(key="later")])
    assert [path.name for path in copy.parent.iterdir()] == ["copy.db"]
    with Store.open(copy) as kept:
        assert kept.counts().reports == 20
        assert list(kept.verify()) == []


def test_a_backup_never_takes_the_place_of_a_file(store: Store, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("mine")
    with pytest.raises(StoreError) as refusal:
        store.backup(there)
    assert str(refusal.value) == f"{there}: there is a file already; give the backup another name"
    assert there.read_text() == "mine"


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreFull) as refusal:
        store.backup(tmp_path / "file" / "copy.db")
    assert "it cannot be written" in str(refusal.value)
    with pytest.raises(StoreError):
        store.backup(tmp_path)


def test_a_backup_of_a_damaged_store_is_not_kept(store: Store, place: Path, filing: MakeFiling, tmp_path: Path) -> None:
    store.file([filing(f"Text {n}.", key=str(n)) for n in range(20)])
    store.close()
    data = bytearray(place.read_bytes())
    data[3 * 4096 : 4 * 4096] = bytes(4096)
    place.write_bytes(data)
    with Store.open(place) as damaged, pytest.raises(StoreError):
        damaged.backup(tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == []
