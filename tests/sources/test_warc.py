"""Web archives: every page that was got, whatever else is in them, past what is damaged."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from dragoman.sources import Item, Unread, open_bytes, open_items, warc

SAID = "The envoys of Peru and Chile met in Lima on Monday and spoke about the border."
PAGE = f"<html><head><title>Envoys meet</title></head><body><article><p>{SAID}</p></article></body></html>".encode()


def http(body: bytes, *headers: str, status: str = "200 OK", media: str = "text/html; charset=utf-8") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(block: bytes, url: str = "http://example.org/a", kind: str = "response", length: str = "") -> bytes:
    media = "application/http; msgtype=response" if kind == "response" else "text/html"
    headers = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media}\r\n"
        f"Content-Length: {length or len(block)}\r\n\r\n"
    )
    return headers.encode() + block + b"\r\n\r\n"


def read(data: bytes) -> tuple[list[Item], list[Unread]]:
    found = list(open_bytes(data, "crawl.warc"))
    return [i for i in found if isinstance(i, Item)], [i for i in found if isinstance(i, Unread)]


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one) for one in records)


def test_a_page_is_a_report_with_its_address_and_its_bytes() -> None:
    (item,), () = read(record(http(PAGE)))
    assert item.document.text == SAID
    assert (item.document.title, item.document.url, item.key) == ("Envoys meet", *["http://example.org/a"] * 2)
    assert item.raw.data == PAGE
    assert item.where == "crawl.warc (record 1, http://example.org/a)"


@pytest.mark.parametrize(
    "block",
    [
        http(gzip.compress(PAGE), "Content-Encoding: gzip"),
        http(zlib.compress(PAGE), "Content-Encoding: deflate"),
        http(zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate"),
        http(PAGE, "Content-Encoding: gzip"),
        http(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Transfer-Encoding: chunked"),
        http(b"a;x=1\r\n%s\r\n%x\r\n%s\r\n" % (PAGE[:10], len(PAGE) - 10, PAGE[10:]), "transfer-encoding: chunked"),
        http(PAGE, "Transfer-Encoding: chunked"),
        http(PAGE, "X-Folded: one\r\n two"),
    ],
)
def test_bodies_are_unpacked(block: bytes) -> None:
    (item,), () = read(record(block))
    assert item.document.text == SAID


def test_a_body_packed_with_brotli_is_unpacked() -> None:
    import brotli

    (item,), () = read(record(http(brotli.compress(PAGE), "Content-Encoding: br")))
    assert item.document.text == SAID
    (), (unread,) = read(record(http(PAGE, "Content-Encoding: lzma")))
    assert "not known (lzma)" in str(unread.error)


def test_what_is_no_page_is_left_out() -> None:
    others = [
        record(http(b"Moved", status="302 Found")), record(http(b"No", status="404 Not Found")),
        record(http(b"\x89PNG\r\n\x1a\n", media="image/png")), record(http(b"p {}", media="text/css")),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), record(b"software: x\r\n", url="", kind="warcinfo"),
        record(http(b"User-agent: *", media="text/plain"), url="http://example.org/robots.txt"),
        record(b"list", url="metadata://x/y", kind="resource"), record(http(b"")),
    ]  # fmt: skip
    for archive in (b"".join([*others, record(PAGE, kind="resource")]), packed(*others, record(PAGE, kind="resource"))):
        (item,), unread = read(archive)
        assert item.document.text == SAID
        assert not unread


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (b"something else\r\n" * 3, "something else than a record"),
        (record(b"x", length="none"), "does not say how long"),
        (record(b"no answer"), "holds no answer of a server"),
        (record(http(b"<html><nav>in</nav></html>")), "no article"),
        (record(http(PAGE), length="10"), "something else than a record"),
    ],
)
def test_damage_is_a_reason_and_the_records_around_it_are_read(damage: bytes, said: str) -> None:
    first, last = record(http(PAGE)), record(http(PAGE), url="http://example.org/b")
    items, unread = read(first + damage + last)
    assert [item.key[-1] for item in items] == ["a", "b"]
    assert said in " ".join(str(one.error) for one in unread)


def test_a_damaged_member_is_a_reason_and_the_others_are_read() -> None:
    pages = [record(http(PAGE * 20), url=f"http://example.org/{n}") for n in range(4)]
    members = [gzip.compress(page) for page in pages]
    members[1] = members[1][:60] + bytes(20) + members[1][80:]
    items, unread = read(b"".join(members))
    assert [item.key[-1] for item in items] == ["0", "2", "3"]
    assert "damaged" in str(unread[-1].error)


def test_an_archive_that_is_cut_off_is_read_up_to_there() -> None:
    whole = [record(http(PAGE)), record(http(PAGE), url="http://example.org/b")]
    for archive in (b"".join(whole), packed(*whole)):
        items, unread = read(archive[:-40])
        assert [item.key[-1] for item in items] == ["a"]
        assert "cut off" in str(unread[0].error)


def test_a_record_has_a_longest_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MOST_BYTES", 2_000)
    items, (unread,) = read(record(http(PAGE + b" " * 3_000)) + record(http(PAGE), url="http://example.org/b"))
    assert [item.key[-1] for item in items] == ["b"]
    assert "longer than 2,000 bytes" in str(unread.error)


SUITE = {  # file -> reports, reasons
    "bad.arc": (0, 1), "example.arc": (0, 1), "example.arc.gz": (0, 1), "example-space-in-url.arc": (0, 1),
    "example-bad-non-chunked.warc.gz": (1, 0), "example-bad.warc.gz.bad": (1, 0), "example-digest.warc": (0, 0),
    "example-iana.org-chunked.warc": (1, 0), "example-resource.warc.gz": (1, 0),
    "example-space-in-target-uri.warc.gz": (0, 0), "example-trunc.warc": (1, 1),
    "example-wget-bad-target-uri.warc.gz": (1, 0), "example-wrong-chunks.warc.gz": (1, 0), "example.warc": (1, 0),
    "example.warc.gz": (1, 0), "post-test.warc.gz": (0, 0),
}  # fmt: skip


@pytest.mark.parametrize("name", SUITE)
def test_archives_of_the_suite(shared: Path, name: str) -> None:
    found = list(open_items([str(shared / "suites/warc/test/data" / name)]))
    items = [item for item in found if isinstance(item, Item)]
    assert (len(items), len(found) - len(items)) == SUITE[name]
    assert all(item.document.title and len(item.document.text) > 100 for item in items)
    assert all("\n" not in str(one.error) and one.error.remedy for one in found if isinstance(one, Unread))
