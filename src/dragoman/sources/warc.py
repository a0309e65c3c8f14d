"""Pages in web archives (WARC), record by record, past what is damaged."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from dragoman.errors import NotText, SourceError, TooLarge
from dragoman.model.kept import Raw
from dragoman.sources.item import HTML, Items, Unread
from dragoman.sources.packed import Unpacked, damage
from dragoman.sources.report import Origin

MAGIC: Final = b"WARC/"
MOST_BYTES: Final = 16_000_000  # of one record
LONGEST_LINE: Final = 65_536
KINDS: Final = frozenset({"response", "resource", "conversion"})  # of records that hold what was on the web
MEDIA: Final = frozenset({HTML, "application/xhtml+xml", "text/plain", "application/pdf"})
CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
REMEDY: Final = "the records around it were read; get the archive once more"

Headers = dict[str, str]
ReadWhole = Callable[[bytes, Origin], Items]


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it stands in the archive. `number` counts from 1."""

    number: int
    headers: Headers
    block: bytes


class _Broken(Exception):
    """What is wrong with a record."""


def read_warc(stream: BinaryIO, origin: Origin, read_whole: ReadWhole, packed: bool) -> Items:
    """The report of every page that was got, and a reason for every record that is damaged or gives none.

    Answers other than 200, and pictures, scripts and the like, are left out.
    """
    number = found = 0
    for part, unpacked in _parts(stream, packed):
        for record in _records(part, number):
            if isinstance(record, _Broken):
                yield Unread(NotText(str(record), where=origin.where, remedy=REMEDY))
                continue
            number, found = record.number, found + 1
            yield from _page(record, origin, read_whole)
        if unpacked is not None and unpacked.damaged:
            yield Unread(damage(origin.where))
    if not found:
        raise NotText("there is no record in this web archive", where=origin.where, remedy="get it once more")


def _parts(stream: BinaryIO, packed: bool) -> Iterator[tuple[BinaryIO, Unpacked | None]]:
    """The archive's stretches between damaged places."""
    if not packed:
        yield stream, None
        return
    unpacked, more = Unpacked(stream), True
    while more:
        part = io.BufferedReader(unpacked)
        yield part, unpacked
        part.detach()  # or it would close what the next part is read from
        more = unpacked.damaged and unpacked.resume()


def _records(stream: BinaryIO, number: int) -> Iterator[Record | _Broken]:
    lost = False
    while line := stream.readline(LONGEST_LINE):
        if line.startswith(MAGIC):
            lost, number = False, number + 1
            try:
                yield _record(stream, number)
            except _Broken as broken:
                yield broken
        elif line.strip() and not lost:
            lost = True
            yield _Broken(f"there is something else than a record behind record {number}")


def _record(stream: BinaryIO, number: int) -> Record:
    headers = _headers(stream)
    said = headers.get("content-length", "")
    if not said.isdecimal():
        raise _Broken(f"record {number} does not say how long it is")
    length = int(said)
    if length > MOST_BYTES:
        while length > 0 and (piece := stream.read(min(length, 1 << 20))):
            length -= len(piece)
        return Record(number, headers | {"too-large": said}, b"")
    block = stream.read(length)
    if len(block) < length:
        raise _Broken(f"record {number} is cut off")
    return Record(number, headers, block)


def _headers(stream: BinaryIO) -> Headers:
    """Header lines up to the blank one, by their names in small letters; a folded line belongs to the one before."""
    headers: Headers = {}
    name = ""
    while (line := stream.readline(LONGEST_LINE)).strip():
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[0] in " \t" and name:
            headers[name] += " " + text.strip()
        else:
            name, _, value = text.partition(":")
            name = name.strip().lower()
            headers[name] = value.strip()
    return headers


def _page(record: Record, origin: Origin, read_whole: ReadWhole) -> Items:
    kind, url = record.headers.get("warc-type", "").lower(), record.headers.get("warc-target-uri", "").strip("<>")
    if kind not in KINDS or not url.startswith(("http://", "https://")):
        return
    where = f"{origin.where} (record {record.number}, {url})"
    raw = None
    try:
        if "too-large" in record.headers:
            what = f"this record is longer than {MOST_BYTES:,} bytes"
            raise TooLarge(what, where=where, remedy="save the report's text as a file")
        headers, body = record.headers, record.block
        if headers.get("content-type", "").lower().startswith("application/http"):
            status, headers, body = _answer(body)
            if status != 200:
                return
        media = headers.get("content-type", HTML).partition(";")[0].strip().lower()
        if media not in MEDIA or not body.strip() or url.endswith("/robots.txt"):
            return
        raw = Raw(body, media)
        declared = CHARSET.search(headers.get("content-type", ""))
        yield from read_whole(body, Origin(where, url, declared.group(1) if declared else ""))
    except _Broken as broken:
        yield Unread(NotText(str(broken), where=where, remedy=REMEDY), Raw(record.block, "application/http"), url)
    except SourceError as error:
        yield Unread(error, raw, url)


def _answer(block: bytes) -> tuple[int, Headers, bytes]:
    """Status, headers and decoded body of a stored answer."""
    stream = io.BytesIO(block)
    start = stream.readline(LONGEST_LINE).split(None, 2)
    if len(start) < 2 or not start[0].startswith(b"HTTP/") or not start[1].isdigit():
        raise _Broken("this record holds no answer of a server")
    headers = _headers(stream)
    body = stream.read()
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    for encoding in reversed(headers.get("content-encoding", "").lower().replace(",", " ").split()):
        body = _decoded(body, encoding)
    return int(start[1]), headers, body


def _unchunked(body: bytes) -> bytes:
    """The chunks put together; a body that has none, though its header says so, as it is."""
    stream, whole = io.BytesIO(body), bytearray()
    while line := stream.readline(LONGEST_LINE):
        try:
            size = int(line.partition(b";")[0].strip() or b"x", 16)
        except ValueError:
            return bytes(whole) or body
        if size == 0:
            break
        whole += stream.read(size)
        stream.readline(LONGEST_LINE)
    return bytes(whole)


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "identity" or not body:
        return body
    if encoding in ("gzip", "x-gzip", "deflate"):
        for window in (32 + zlib.MAX_WBITS, -zlib.MAX_WBITS):
            try:
                return zlib.decompressobj(window).decompress(body, MOST_BYTES)
            except zlib.error:
                continue
        return body  # some archivers decode the body and leave the header
    if encoding == "br":
        import brotli

        try:
            return bytes(brotli.Decompressor().process(body, output_buffer_limit=MOST_BYTES))
        except brotli.error:
            return body
    raise _Broken(f"its page is packed in a way that is not known ({encoding[:20]})")
