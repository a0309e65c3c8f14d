"""The commands that fill and keep the store: a real file, real workers, a real server."""

from __future__ import annotations

import importlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import Result

from dragoman.archive.store import Store
from dragoman.errors import ModelError
from dragoman.run.adding import Tally
from dragoman.run.watching import Watch
from dragoman.sources import Items

Run = Callable[..., Result]
TEXT = "The envoys met in Lima on Monday. They will meet again in the spring."
READERS = '''
"""What stands for a reading in a worker process: it waits for the file that the text names."""

import os
import re
import time

from dragoman.model.event import Gap, Reading
from dragoman.model.span import Span


def load(pipeline):
    return read


def read(document, where):
    words = document.text.split()
    while words[0] == "wait" and not os.path.exists(words[1]):
        time.sleep(0.02)
    if words[0] == "slow":
        time.sleep(0.2)
    end = len(words[0])
    published = document.published.isoformat() if document.published else None
    gaps = (Gap(Span(0, end), document.text[:end], "no actor"),)
    return Reading(
        document.id, published, document.title, document.outlet, (), (), (), gaps, document.text, document.url,
        document.language, "fake 1",
    )
'''


@pytest.fixture
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Worker processes need no model; the folder that they import from."""
    folder = tmp_path / "import"
    folder.mkdir()
    (folder / "keeping_readers.py").write_text(READERS, "utf-8")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "keeping_readers", raising=False)
    module = importlib.import_module("keeping_readers")
    monkeypatch.setattr("dragoman.views.intake.load_reading", module.load)
    return folder


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the store of this test."""
    place = tmp_path / "stored" / "record.db"
    monkeypatch.setenv("DRAGOMAN_STORE", str(place))
    return place


def lines(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps({"text": TEXT, "outlet": "The Mail"} | row) + "\n" for row in rows), "utf-8")
    return path


def keys(place: Path) -> list[str]:
    with Store.open(place, readonly=True) as store:
        assert list(store.verify()) == []
        return sorted(report.key for report in store.reports())


def test_init_makes_a_store_once(run: Run, store: Path) -> None:
    assert run("init").stdout == f"made a store: {store}\n"
    result = run("init")
    assert (result.exit_code, result.stdout) == (0, f"there is a store already: {store}\n")


def test_add_reads_what_is_new(run: Run, readers: Path, store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    lines(folder / "a.jsonl", {"id": "1", "title": "Envoys \x1b[2J meet"}, {"id": "2", "title": "More"})
    (folder / "b.txt").write_text(TEXT, "utf-8")
    result = run("add", folder, "--verbose", "--jobs", 2)
    assert result.exit_code == 0, result.stderr
    *told, last = result.stdout.splitlines()
    assert last == "3 new, 0 unchanged, 0 revised"
    assert {line.split(" ", 2)[2] for line in told} == {"Envoys \ufffd[2J meet", "More", str(folder / "b.txt")}
    assert all(line.startswith("new d") for line in told)
    (folder / "b.txt").write_text(TEXT + " So they said.", "utf-8")
    result = run("add", folder)
    assert (result.exit_code, result.stdout) == (0, "0 new, 2 unchanged, 1 revised\n")
    with Store.open(store) as kept:
        assert len(kept.revisions((folder / "b.txt").as_uri())) == 2


def test_what_could_not_be_read_is_listed_and_tried_again(
    run: Run, readers: Path, store: Path, tmp_path: Path
) -> None:
    flag = tmp_path / "flag"
    waits = {"id": "2", "text": f"wait {flag} for the envoys of Peru"}
    path = lines(tmp_path / "a.jsonl", {"id": "1"}, waits, {"text": ""})
    result = run("add", path, tmp_path / "none.txt", "--timeout", 4)
    assert result.exit_code == 1
    assert result.stdout == "1 new, 0 unchanged, 0 revised, 3 could not be read (dragoman problems)\n"
    assert f"{path}:2: reading it took longer than 4 seconds" in result.stderr
    assert len(result.stderr.splitlines()) == 3
    listed = run("problems", "--json")
    assert listed.exit_code == 1
    found = [json.loads(line) for line in listed.stdout.splitlines()]
    assert {problem["where"] for problem in found} == {f"{path}:2", f"{path}:3"}
    assert all(problem["id"] in run("problems").stdout for problem in found)
    flag.touch()
    path.unlink()
    retried = run("problems", "--retry")
    assert (retried.exit_code, retried.stdout.splitlines()) == (
        1, ["1 new, 0 unchanged, 0 revised, 1 could not be read (dragoman problems)"]
    )  # fmt: skip
    assert keys(store) == ["The Mail#1", "The Mail#2"]
    assert [json.loads(line)["where"] for line in run("problems", "--json").stdout.splitlines()] == [f"{path}:3"]


def test_no_problem_is_said_so(run: Run, store: Path) -> None:
    assert run("problems").exit_code == 1
    run("init")
    result = run("problems")
    assert (result.exit_code, result.stdout) == (0, "everything could be read\n")


ADD = """
import os, sys
sys.path.insert(0, sys.argv.pop(1))
from dragoman.views import intake
from keeping_readers import load
intake.load_reading = load
from dragoman.views.cli import main
main()
"""


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_was_stopped_goes_on_where_it_was(
    run: Run, readers: Path, store: Path, tmp_path: Path, kind: signal.Signals
) -> None:
    rows = [{"id": str(number), "title": str(number), "text": f"slow {TEXT} {number}"} for number in range(30)]
    path = lines(tmp_path / "a.jsonl", *rows)
    source = str(Path(importlib.import_module("dragoman").__file__ or "").parents[1])
    process = subprocess.Popen(
        [sys.executable, "-c", ADD, str(readers), "add", str(path), "--verbose", "--jobs", "1"],
        env=os.environ | {"PYTHONPATH": source}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    acknowledged = {process.stdout.readline().split()[2]}
    os.killpg(process.pid, kind) if kind == signal.SIGINT else process.kill()
    said, complained = process.stdout.read(), process.stderr.read()
    process.wait(30)
    acknowledged |= {line.split()[2] for line in said.splitlines() if line.startswith("new")}
    if kind == signal.SIGINT:
        assert process.returncode == 130
        assert complained.splitlines()[-1] == "dragoman: stopped"
        counted = re.search(r"(\d+) new", complained)
        assert counted is not None
        assert "Traceback" not in complained
    stored = {key.removeprefix("The Mail#") for key in keys(store)}
    assert acknowledged <= stored
    if kind == signal.SIGINT:
        assert len(acknowledged) <= int(counted[1]) <= len(stored)  # it may be stopped between storing and saying so
    assert len(stored) < 30
    result = run("add", path, "--jobs", 2)
    assert result.stdout == f"{30 - len(stored)} new, {len(stored)} unchanged, 0 revised\n"
    assert len(keys(store)) == 30


def test_a_backup_is_a_store_with_the_same_reports(run: Run, readers: Path, store: Path, tmp_path: Path) -> None:
    run("add", lines(tmp_path / "a.jsonl", {"id": "1"}))
    copy = tmp_path / "copy.db"
    assert run("backup", copy).exit_code == 0
    assert keys(copy) == keys(store) == ["The Mail#1"]
    again = run("backup", copy)
    assert again.exit_code == 1
    assert "there is a file already" in again.stderr


class Site(ThreadingHTTPServer):
    """A feed, its pages, and who asked for what."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.entries = [1]
        self.asked: list[tuple[str, str | None]] = []
        self.status = 200
        self.headers: dict[str, str] = {}
        self.at_once = self.most_at_once = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def feed(self) -> str:
        items = "".join(
            f"<item><title>Envoys {n}</title><link>{self.address}/page/{n}</link><pubDate>Sat, 22 May 2021 12:00:00 GMT"
            f"</pubDate><description>Summary {n}.</description></item>" for n in self.entries
        )  # fmt: skip
        return f'<rss version="2.0"><channel><title>Wire</title><ttl>7</ttl>{items}</channel></rss>'


class Handler(BaseHTTPRequestHandler):
    """Answers as the site's state says."""

    server: Site

    def do_GET(self) -> None:
        site = self.server
        site.at_once += 1
        site.most_at_once = max(site.most_at_once, site.at_once)
        time.sleep(0.02)
        site.asked.append((self.path, self.headers.get("If-None-Match")))
        if self.path.startswith("/page"):
            text = f"<html><body><article><p>{TEXT} {self.path}</p></article></body></html>"
            self.answer(200, {"Content-Type": "text/html"}, text)
        elif site.status != 200:
            self.answer(site.status, site.headers, "")
        elif self.headers.get("If-None-Match") == self.tag():
            self.answer(304, {"ETag": self.tag()}, "")
        else:
            headers = {"ETag": self.tag(), "Last-Modified": "Sat, 22 May 2021 12:00:00 GMT"} | site.headers
            self.answer(200, headers, site.feed())
        site.at_once -= 1

    def tag(self) -> str:
        return f'"{len(self.server.entries)}"'

    def answer(self, status: int, headers: dict[str, str], body: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_watch_asks_for_what_is_new_only(run: Run, readers: Path, store: Path, site: Site) -> None:
    feed = f"{site.address}/feed"
    first = run("watch", feed, "--once")
    assert (first.exit_code, first.stdout) == (0, f"{feed}: 1 new, 0 unchanged, 0 revised\n"), first.stderr
    assert run("watch", feed, "--once", "--verbose").stdout == f"{feed}: nothing new\n"
    site.entries = [2, 1]
    assert run("watch", feed, "--once").stdout == f"{feed}: 1 new, 1 unchanged, 0 revised\n"
    assert site.asked == [("/feed", None), ("/feed", '"1"'), ("/feed", '"1"')]
    assert keys(store) == [f"{site.address}/page/1", f"{site.address}/page/2"]
    with Store.open(store) as kept:
        assert kept.document(next(kept.reports()).id).text == "Summary 1."
        state = kept.feed(feed)
        assert state is not None
        assert (state.etag, state.modified) == ('"2"', "Sat, 22 May 2021 12:00:00 GMT")


def test_watch_reads_each_page_once(run: Run, readers: Path, store: Path, site: Site) -> None:
    feed = f"{site.address}/feed"
    for entries in ([1], [2, 1], [3, 2, 1]):
        site.entries = entries
        assert run("watch", feed, feed, "--once", "--pages").exit_code == 0
    assert [path for path, _ in site.asked if "page" in path] == ["/page/1", "/page/2", "/page/3"]
    assert site.most_at_once == 1
    with Store.open(store) as kept:
        assert {kept.document(report.id).text for report in kept.reports()} == {f"{TEXT} /page/{n}" for n in (1, 2, 3)}


def test_add_takes_a_feed_or_its_pages(run: Run, readers: Path, store: Path, site: Site) -> None:
    assert run("add", f"{site.address}/feed").stdout == "1 new, 0 unchanged, 0 revised\n"
    assert run("add", f"{site.address}/feed", "--pages").stdout == "0 new, 0 unchanged, 1 revised\n"


def test_a_server_that_refuses_is_a_line_and_no_problem(run: Run, store: Path, site: Site) -> None:
    site.status, site.headers = 503, {"Retry-After": "7200"}
    result = run("watch", f"{site.address}/feed", "--once")
    assert result.exit_code == 1
    assert result.stderr.endswith("the server answered 503 Service Unavailable; ask again in 120 minutes\n")
    assert run("problems").exit_code == 0
    assert run("watch", "feed.xml", "--once").exit_code == 2


LATER = format_datetime(datetime.now(UTC) + timedelta(hours=3), usegmt=True)


@pytest.mark.parametrize(
    ("status", "headers", "least", "most"),
    [
        (200, {}, 7 * 60, 7 * 60),
        (200, {"Cache-Control": "public, max-age=3600"}, 3_600, 3_600),
        (200, {"Cache-Control": "max-age=31536000"}, 86_400, 86_400),
        (200, {"Cache-Control": "max-age=x"}, 7 * 60, 7 * 60),
        (429, {"Retry-After": "900"}, 900, 900),
        (503, {"Retry-After": LATER}, 10_000, 10_800),
        (503, {"Retry-After": "soon"}, 60, 60),
        (404, {}, 60, 60),
    ],
)
def test_a_feed_is_left_alone_as_long_as_it_wants(
    tmp_path: Path, site: Site, status: int, headers: dict[str, str], least: float, most: float
) -> None:
    def add(items: Items) -> Tally:
        return Tally(new=sum(1 for _ in items))

    site.status, site.headers = status, headers
    feed = f"{site.address}/feed"
    with Store.create(tmp_path / "record.db") as store:
        watching = Watch(store, add, every=60)
        assert watching.wait(feed) == 60
        checked = watching.check(feed)
        assert (checked.error is None) == (status == 200)
        assert least <= watching.wait(feed) <= most
        if status == 200:
            assert watching.check(feed).tally is None  # nothing has changed
            assert least <= watching.wait(feed) <= most


def test_how_far_a_feed_was_followed_is_kept_only_after_its_reports(tmp_path: Path, site: Site) -> None:
    def interrupted(items: Items) -> Tally:
        raise KeyboardInterrupt

    feed = f"{site.address}/feed"
    with Store.create(tmp_path / "record.db") as store:
        with pytest.raises(KeyboardInterrupt):
            Watch(store, interrupted).check(feed)
        assert store.feed(feed) is None


@pytest.mark.slow
def test_doctor_finds_a_sound_installation(run: Run, store: Path) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    assert "ok   pipeline files: as they should be" in result.stdout
    assert "ok   store: none yet" in result.stdout
    run("init")
    checks = [json.loads(line) for line in run("doctor", "--json").stdout.splitlines()]
    assert all(check["ok"] for check in checks)
    assert {"python", "spacy", "tagger files", "vocabulary", "reading", "store"} <= {check["name"] for check in checks}


def test_doctor_names_what_is_wrong(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.syntax import files
    from dragoman.views import doctor

    def misread(pipeline: str) -> str:
        raise ModelError("a test sentence is misread", remedy="install dragoman again")

    monkeypatch.setattr(doctor, "_reading", misread)
    monkeypatch.setattr(doctor, "_tagger", lambda: "as they should be")
    monkeypatch.setattr(doctor, "PACKAGES", ("spacy", "no-such-package"))
    monkeypatch.setattr(files, "_sum", lambda file: "0" if file.name == "tokenizer" else "")
    store.parent.mkdir()
    store.write_bytes(b"no database" * 1_000)
    result = run("doctor")
    assert result.exit_code == 1
    wrong = [line for line in result.stdout.splitlines() if line.startswith("FAIL")]
    assert [line.split(": ")[0] for line in wrong] == [
        "FAIL no-such-package", "FAIL pipeline files", "FAIL reading", "FAIL store"
    ]  # fmt: skip
    assert "missing" in wrong[1]
    assert "more; install" in wrong[1]


def test_the_pipeline_s_files_are_those_of_the_list() -> None:
    from dragoman.syntax.files import pipeline_faults

    assert pipeline_faults() == []
