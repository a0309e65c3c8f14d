"""Reports into a real store, with readers that answer in any order, fail, or are interrupted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.archive.store import Store
from dragoman.errors import DragomanError, WorkerError
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.model.kept import Filed
from dragoman.run import adding
from dragoman.run.adding import Added, Adding, Tally, source_of
from dragoman.run.retrying import problem_items
from dragoman.sources import Given, Item, open_items

Read = Callable[[Document], Reading]
TEXT = "The envoys met in Lima on Monday. They will meet again in the spring."


class Readers:
    """What stands for worker processes: it holds a few reports, and gives them back the last one first."""

    def __init__(self, read: Read, hold: int = 1) -> None:
        self._read, self._hold = read, hold

    def run(self, jobs: Iterable[Item]) -> Iterator[tuple[Item, Reading | DragomanError]]:
        held: list[Item] = []
        for job in jobs:
            held.append(job)
            if len(held) == self._hold:
                yield from self._answers(held)
        yield from self._answers(held)

    def _answers(self, held: list[Item]) -> Iterator[tuple[Item, Reading | DragomanError]]:
        while held:
            job = held.pop()
            if "stop" in job.document.text:
                raise KeyboardInterrupt
            bad = "bad" in job.document.text
            yield job, WorkerError("it died", where=job.where, remedy="r") if bad else self._read(job.document)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "record.db") as opened:
        yield opened


def lines(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps({"text": TEXT, "outlet": "The Mail"} | row) + "\n" for row in rows), "utf-8")
    return path


def add(store: Store, read: Read, *sources: Path, hold: int = 1, told: list[Added] | None = None) -> Tally:
    heard = told if told is not None else []
    pool: Any = Readers(read, hold)
    return Adding(store, pool, heard.append).run(open_items(map(str, sources)))


def test_what_is_known_is_not_read_again(store: Store, fake: Read, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1"}, {"id": "2"})
    told: list[Added] = []
    assert add(store, fake, path, told=told) == Tally(new=2)
    assert [(one.filed, one.report and one.report.key) for one in told] == [
        (Filed.NEW, "The Mail#1"), (Filed.NEW, "The Mail#2")
    ]  # fmt: skip

    def never(document: Document) -> Reading:
        raise AssertionError("read again")

    assert add(store, never, path) == Tally(unchanged=2)
    assert store.reading(told[0].report.id) == fake(store.document(told[0].report.id))  # type: ignore[union-attr]


@pytest.mark.parametrize("hold", [1, 2, 3])
def test_revisions_are_filed_in_the_order_of_their_arrival(
    store: Store, fake: Read, tmp_path: Path, hold: int
) -> None:
    texts = [f"{TEXT} Version {number}." for number in range(3)]
    path = lines(tmp_path / "a.jsonl", *({"id": "1", "text": text} for text in texts), {"id": "2"})
    assert add(store, fake, path, hold=hold) == Tally(new=2, revised=2)
    kept = store.revisions("The Mail#1")
    assert [store.document(report.id).text for report in kept] == texts
    assert [report.current for report in kept] == [False, False, True]


def test_the_same_report_twice_at_once_is_one(store: Store, fake: Read, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1"}, {"id": "1"})
    assert add(store, fake, path, hold=2) == Tally(new=1, unchanged=1)


def test_another_language_is_stored_unread(store: Store, fake: Read, tmp_path: Path) -> None:
    german = "Der Außenminister traf am Dienstag in Berlin mit seiner Kollegin zusammen, um zu sprechen."
    told: list[Added] = []
    tally = add(store, fake, lines(tmp_path / "a.jsonl", {"id": "1", "text": german}), told=told)
    assert tally == Tally(new=1, unread=1)
    assert "1 in another language stored unread" in tally.line()
    report = told[0].report
    assert report is not None
    assert (report.language, store.document(report.id).text, store.reading(report.id).version) == ("de", german, "")


def test_what_cannot_be_read_is_kept_with_its_bytes_until_it_can(store: Store, fake: Read, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1"}, {"id": "2", "text": f"{TEXT} bad"})
    with path.open("ab") as file:
        file.write(b"no JSON\n")
    tally = add(store, fake, path, tmp_path / "none.txt")
    assert tally == Tally(new=1, failed=3)
    assert tally.line() == "1 new, 0 unchanged, 0 revised, 3 could not be read (dragoman problems)"
    broken, died = sorted(store.problems(), key=lambda problem: problem.what, reverse=True)
    assert (broken.where, died.where) == (f"{path}:3", f"{path}:2")
    raw = store.problem_raw(broken.id)
    assert raw is not None
    assert raw.data == b"no JSON"
    lines(path, {"id": "1"}, {"id": "2"}, {"id": "3"})
    assert add(store, fake, path) == Tally(new=2, unchanged=1)
    assert store.problems() == []


def test_problems_are_tried_again_from_what_was_kept(store: Store, fake: Read, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1", "text": f"{TEXT} bad", "outlet": ""}, {"id": "2", "text": ""})
    add(store, fake, path)
    key = f"{path.as_uri()}#1"
    path.unlink()
    pool: Any = Readers(lambda document: fake(document))
    pool._answers = lambda held: iter([(job, fake(job.document)) for job in [held.pop()]] if held else [])
    told: list[Added] = []
    tally = Adding(store, pool, told.append).run(problem_items(store, store.problems(), Given()))
    assert tally == Tally(new=1, failed=1)
    assert [report.key for report in store.reports()] == [key]
    assert [one.where for one in told] == [f"{path}:2", f"{path}:1"]
    assert [problem.where for problem in store.problems()] == [f"{path}:2"]


def test_an_interruption_files_what_was_read(store: Store, fake: Read, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1"}, {"id": "2"}, {"id": "3", "text": "stop"}, {"id": "4"})
    with pytest.raises(KeyboardInterrupt):
        add(store, fake, path)
    assert [report.key for report in store.reports()] == ["The Mail#1", "The Mail#2"]


def test_reports_are_filed_in_batches(
    store: Store, fake: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH", 4)
    sizes: list[int] = []
    file = store.file
    monkeypatch.setattr(store, "file", lambda filings: sizes.append(len(filings)) or file(filings))
    add(store, fake, lines(tmp_path / "a.jsonl", *({"id": str(number)} for number in range(10))))
    assert sizes[:2] == [4, 4]
    assert sum(sizes) == 10
    monkeypatch.setattr(adding, "PATIENCE", -1.0)
    sizes.clear()
    add(store, fake, lines(tmp_path / "b.jsonl", *({"id": f"b{number}"} for number in range(3))))
    assert sizes[:3] == [1, 1, 1]


@pytest.mark.parametrize(
    ("where", "source"),
    [
        ("a.jsonl:12", "a.jsonl"),
        ("https://example.org/feed (entry 3)", "https://example.org/feed"),
        ("crawl.warc.gz (record 4, http://example.org/a(b))", "crawl.warc.gz"),
        ("https://example.org:8080/feed", "https://example.org:8080/feed"),
        ("standard input:5", "standard input"),
        ("notes (2).txt", "notes (2).txt"),
    ],
)
def test_a_report_s_source_is_told_from_its_place(where: str, source: str) -> None:
    assert source_of(where) == source
