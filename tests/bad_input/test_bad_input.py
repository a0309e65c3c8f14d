"""Whatever is given to it: a record, or one line that says what, where and what to do; never a traceback or a guess."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import Result

from dragoman import Reading, from_json
from dragoman.archive.verify import find_mismatches

Run = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("real_reading")

SOUND = "Foreign Minister Anna Volkova arrived in Tashkent on Monday for talks with President Rustam Karimov.\n"
GERMAN = "Der Außenminister traf am Dienstag in Berlin mit seiner Amtskollegin zusammen, um über die Lage zu sprechen. "
BINARY = {
    "crawl.arc": b"filedesc://crawl.arc 0.0.0.0 20250402000000 text/plain 76\n",
    "report.docx": b"PK\x03\x04\x14\x00\x06\x00",
    "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "program": bytes(range(256)) * 40,
}
ODD = {
    "lone surrogates": "\ud800 and \udfff",
    "nul": "a \x00 b",
    "right to left": "\u202eback\u202c \u2067and forth\u2069 \u05e9\u05dc\u05d5\u05dd",
    "zero width": "z\u200be\u200cr\u200do\ufeff w\u2060idth",
    "controls": "\x1b[2J\x07\x9b31m\x7f",
    "separators": "one\u2028two\u2029three\x85four\x0bfive",
    "astral": "\U0001f600 \U0010ffff \U000e0041",
}


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, "utf-8")
    return path


def readings(result: Result) -> list[Reading]:
    """The readings on stdout, each checked against its own text."""
    found = [from_json(line) for line in result.stdout_bytes.decode("utf-8").splitlines()]
    for reading in found:
        assert list(find_mismatches(reading)) == []
    return found


def refused(result: Result, said: str, sound: Path) -> None:
    """One line on stderr that says it, exit code 1, and the sound report was read all the same."""
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("dragoman: ")
    assert said in line
    assert "; " in line
    assert [reading.text for reading in readings(result) if reading.language == "en"] == [sound.read_text("utf-8")]


def odd_report(words: str) -> str:
    return f"{SOUND}\nThe minister wrote: {words}\n\nShe will visit Bishkek on Friday, her spokesman said."


def test_an_empty_file(run: Run, tmp_path: Path, sound: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    refused(run("read", "--json", path, sound), f"{path}: it is empty", sound)


@pytest.mark.parametrize("name", BINARY)
def test_a_binary_file(run: Run, tmp_path: Path, sound: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BINARY[name])
    refused(run("read", "--json", path, sound), "not a text", sound)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
def test_another_encoding(run: Run, tmp_path: Path, encoding: str) -> None:
    text = SOUND + "“We’ll meet again – soon”, she said in Señor Núñez’s office.\n"
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    result = run("read", "--json", path)
    assert result.exit_code == 0
    assert [reading.text for reading in readings(result)] == [text]


def test_a_broken_pdf(run: Run, tmp_path: Path, sound: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    refused(run("read", "--json", path, sound), "this PDF is broken", sound)


def test_a_page_without_article(run: Run, tmp_path: Path, sound: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><nav><a href='/'>Home</a> <a href='/in'>Log in</a></nav></body></html>", "utf-8")
    refused(run("read", "--json", path, sound), "holds no article", sound)


def test_a_page_in_another_language(run: Run, tmp_path: Path, sound: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><article><p>{GERMAN}</p><p>{GERMAN}</p></article></body></html>", "utf-8")
    result = run("read", "--json", path, sound)
    refused(result, "the text is in German and was left unread", sound)
    unread = readings(result)[0]
    assert (unread.language, unread.events, unread.statements) == ("de", (), ())
    assert unread.gaps[0].reason == "the text is in German, and only English is read"
    assert run("read", path).stdout == ""


def test_five_megabytes_of_text(run: Run, tmp_path: Path, sound: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text(SOUND * (5_000_000 // len(SOUND)), "utf-8")
    refused(run("read", "--json", path, sound), "split it into its reports", sound)


def test_one_sentence_of_fifty_thousand_characters(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The envoys " + "spoke and listened and " * 2_200 + "left Geneva.", "utf-8")
    result = run("read", "--json", path)
    assert result.exit_code == 0
    assert len(readings(result)[0].text) > 50_000


def test_one_word_of_fifty_thousand_characters(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "word.txt"
    path.write_text(SOUND + "x" * 50_000, "utf-8")
    result = run("read", "--json", path)
    assert result.exit_code == 0
    assert len(readings(result)) == 1


@pytest.mark.parametrize("name", ODD)
def test_odd_characters(run: Run, tmp_path: Path, name: str) -> None:
    text = odd_report(ODD[name])
    lines, plain = tmp_path / "report.jsonl", tmp_path / "report.txt"
    lines.write_text(json.dumps({"id": "odd", "text": text, "title": ODD[name]}), "utf-8")
    plain.write_bytes(text.encode("utf-8", "surrogatepass"))
    result = run("read", "--json", lines, plain, "--published", "2025-04-02")
    assert result.exit_code == 0, result.stderr
    first, second = readings(result)
    assert first.text == second.text == text
    assert (first.id, first.title) == ("odd", ODD[name])
    shown = run("read", lines, "--published", "2025-04-02")
    assert shown.exit_code == 0
    assert not set(shown.stdout) & set("\x00\x07\x1b\x7f\x9b\u200b\u202e\u2067")


def test_no_publication_date(run: Run, sound: Path) -> None:
    result = run("read", "--json", sound)
    assert result.exit_code == 0
    (reading,) = readings(result)
    assert reading.published is None
    assert [event.time for event in reading.events if event.time] == []
    assert "give --published YYYY-MM-DD" in run("read", sound).stdout


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/report", "http://name.invalid/", "https://", "gopher://example.org/"])
def test_an_unreachable_address(run: Run, sound: Path, address: str) -> None:
    refused(run("read", "--json", address, sound), address, sound)


@pytest.fixture
def site() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/report" else 503)
            self.end_headers()
            self.wfile.write(SOUND.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_server_that_fails(run: Run, site: str, sound: Path) -> None:
    refused(run("read", "--json", f"{site}/other", f"{site}/report"), "the server answered 503", sound)


@pytest.mark.parametrize(
    "arguments", [["read", "--jsn", "x"], ["read", "x", "--published", "April"], ["raed", "x"], ["read"], ["--verbose"]]
)
def test_wrong_usage(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("dragoman: ")
    assert "--help" in line


def test_an_unknown_pipeline(run: Run, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    result = run("read", sound, "--pipeline", "xx_no_such_pipeline")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "not installed" in result.stderr


@pytest.mark.slow
def test_naughty_strings(run: Run, tmp_path: Path, shared: Path) -> None:
    strings = json.loads((shared / "suites/blns/blns.json").read_text("utf-8"))
    assert len(strings) == 515
    texts = [odd_report(string) for string in strings]
    path = tmp_path / "naughty.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)), "utf-8")
    result = run("read", "--json", path, "--published", "2025-04-02")
    assert result.exit_code == 0, result.stderr
    found = readings(result)
    assert [reading.text for reading in found] == texts
    assert [reading.id for reading in found] == [str(n) for n in range(len(texts))]


@pytest.mark.parametrize("first", range(0, 515, 103))
def test_naughty_strings_as_titles_and_whole_texts(run: Run, tmp_path: Path, shared: Path, first: int) -> None:
    strings = json.loads((shared / "suites/blns/blns.json").read_text("utf-8"))[first : first + 20]
    path = tmp_path / "naughty.jsonl"
    rows = [{"title": string, "outlet": string, "text": string} for string in strings]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    result = run("read", path)
    assert result.exit_code in (0, 1)
    assert all("fault in dragoman" not in line for line in result.stderr.splitlines())
