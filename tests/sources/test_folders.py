"""Folders, patterns and gzip archives as sources."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from dragoman.errors import NotFound, NotText
from dragoman.sources import Item, Unread, open_items
from dragoman.sources.count import count_reports

TEXT = "The envoys met in Lima on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/er/c.TXT", ".hidden/d.txt", ".e.txt", "picture.png", "deep/notes.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")
    return tmp_path


def names(*sources: object) -> list[str]:
    found = list(open_items(map(str, sources)))
    assert all(isinstance(item, Item) for item in found), found
    return [os.path.basename(item.where) for item in found if isinstance(item, Item)]


def test_a_folder_is_its_readable_files_at_any_depth(folder: Path) -> None:
    (folder / "deep/er/up").symlink_to(folder, target_is_directory=True)
    assert names(folder) == ["a.txt", "b.txt", "c.TXT"]


def test_a_pattern_is_the_files_and_folders_that_fit(folder: Path) -> None:
    assert names(folder / "?.txt") == ["a.txt", "b.txt"]
    assert names(folder / "**/[ac].*") == ["a.txt", "c.TXT"]
    assert names(folder / "de*") == ["c.TXT"]


def test_a_file_goes_before_a_pattern_of_the_same_name(folder: Path) -> None:
    (folder / "[a].txt").write_text(TEXT, "utf-8")
    assert names(folder / "[a].txt") == ["[a].txt"]


def test_what_gives_no_file_is_a_reason(folder: Path) -> None:
    (folder / "empty").mkdir()
    for source in (folder / "empty", folder / "x*.txt"):
        (unread,) = open_items([str(source)])
        assert isinstance(unread, Unread)
        assert isinstance(unread.error, NotFound)
        assert unread.error.remedy


def test_a_file_s_key_is_its_absolute_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "deep")
    (item,) = open_items(["../a.txt"])
    assert isinstance(item, Item)
    assert item.key == (folder / "a.txt").as_uri()


def lines(count: int, size: int = 0) -> bytes:
    rows = ({"id": str(n), "outlet": "The Mail", "text": TEXT + "x " * size} for n in range(count))
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_a_packed_file_is_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl.gz").write_bytes(gzip.compress(lines(2)) + gzip.compress(lines(1)))
    (tmp_path / "report.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    found = list(open_items([str(tmp_path)]))
    keys = [item.key.rpartition("/")[2] for item in found]
    assert keys == ["report.txt.gz", "The Mail#0", "The Mail#1", "The Mail#0"]
    assert isinstance(found[0], Item)
    assert found[0].document.text == TEXT


@pytest.mark.parametrize("cut", [-3, -40, 40])
def test_a_damaged_archive_is_read_up_to_the_damage(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "reports.jsonl.gz"
    path.write_bytes(gzip.compress(lines(500))[:cut])
    *found, last = open_items([str(path)])
    assert isinstance(last, Unread)
    assert isinstance(last.error, NotText)
    assert "cut off or damaged" in str(last.error)
    if cut < 0:
        assert sum(isinstance(item, Item) for item in found) > 300


def test_many_lines_take_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl.gz"
    path.write_bytes(gzip.compress(lines(1_000, size=5_000), 1))
    tracemalloc.start()
    count = sum(1 for _ in open_items([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 1_000
    assert peak < 4_000_000  # of 10 million characters


def test_reports_are_counted_where_that_is_cheap(folder: Path) -> None:
    (folder / "reports.jsonl.gz").write_bytes(gzip.compress(lines(7)))
    (folder / "more.jsonl").write_bytes(lines(3).rstrip(b"\n"))
    assert count_reports([str(folder)]) == 3 + 7 + 3
    assert count_reports([str(folder / "none.txt")]) == 1
    assert count_reports([str(folder), "https://example.org/feed"]) is None
    assert count_reports(["-"]) is None
    (folder / "feed.rss").touch()
    assert count_reports([str(folder)]) is None
