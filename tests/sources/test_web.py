"""Addresses are read within limits, against a real server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from dragoman.errors import NotText, SourceError, TooLarge, Unreachable
from dragoman.model.document import Document
from dragoman.sources import open_sources, web
from dragoman.sources.web import fetch

PAGE = (
    "<!DOCTYPE html><html><head><title>Envoys meet</title></head><body><article><p>The envoys met in Lima on Monday, "
    "and they spoke about the “old” border.</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """Answers by the path."""

    def do_GET(self) -> None:
        getattr(self, self.path.strip("/").replace("/", "_"), self.missing)()

    def answer(self, body: bytes, kind: str = "text/html") -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def page(self) -> None:
        self.answer(PAGE.encode())

    def western(self) -> None:
        self.answer(PAGE.encode("cp1252"), "text/html; charset=windows-1252")

    def text(self) -> None:
        self.answer(b"The envoys met in Lima.", "text/plain")

    def moved(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/page")
        self.end_headers()

    def loop(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/loop")
        self.end_headers()

    def large(self) -> None:
        self.answer(b"x" * 5_000)

    def silent(self) -> None:
        time.sleep(1)

    def slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(20):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def missing(self) -> None:
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["page", "western", "moved"])
def test_a_page_is_read(site: str, path: str) -> None:
    (document,) = open_sources([f"{site}/{path}"])
    assert isinstance(document, Document)
    assert "“old” border" in document.text
    assert document.url == f"{site}/{path.replace('moved', 'page')}"


def test_a_text_is_read(site: str) -> None:
    (document,) = open_sources([f"{site}/text"])
    assert isinstance(document, Document)
    assert document.text == "The envoys met in Lima."


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("SITE/none", "404"),
        ("SITE/loop", "redirect"),
        ("http://127.0.0.1:9/", "no answer"),
        ("http://name.invalid/", "no answer"),
        ("http://", "no answer"),
        ("http://[::1/", "no answer"),
        ("http://a b/", "no answer"),
        ("ftp://example.org/x", "only http and https"),
    ],
)
def test_what_does_not_answer_is_a_reason_with_a_remedy(site: str, address: str, said: str) -> None:
    (reason,) = open_sources([address.replace("SITE", site)])
    assert isinstance(reason, Unreachable)
    assert said in str(reason).lower()
    assert reason.remedy


def test_an_answer_has_a_limit_of_size(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_BYTES", 1_000)
    with pytest.raises(TooLarge):
        fetch(f"{site}/large")


def test_an_answer_has_limits_of_time(site: str) -> None:
    with pytest.raises(Unreachable, match=r"within 0\.2 seconds"):
        fetch(f"{site}/silent", silence=0.2)
    with pytest.raises(Unreachable, match="takes too long"):
        fetch(f"{site}/slow", wait=0.2)


def test_the_other_sources_are_read_all_the_same(site: str) -> None:
    items = list(open_sources([f"{site}/none", f"{site}/large", f"{site}/text"]))
    assert isinstance(items[0], SourceError)
    assert isinstance(items[1], Document | NotText)
    assert isinstance(items[2], Document)
