"""The reports behind the names that a caller gives."""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import BinaryIO, Final, cast

from dragoman.errors import NotFound, NotText, SourceError, TooLarge
from dragoman.model.document import Document
from dragoman.model.kept import Raw
from dragoman.sources import feed, packed, pdf, warc
from dragoman.sources.decode import decode
from dragoman.sources.folders import files
from dragoman.sources.item import HTML, PLAIN, XML, Item, Items, Unread, address_key, broken, file_key, text_key
from dragoman.sources.item import PDF as PDF_MEDIA
from dragoman.sources.lines import LONGEST_LINE, REMEDY, is_lines, read_lines
from dragoman.sources.page import is_page, read_page
from dragoman.sources.report import Given, Origin, report
from dragoman.sources.web import ADDRESS, fetch

MOST_BYTES: Final = LONGEST_LINE  # of a source that is one report
STDIN: Final = "-"
NOTHING: Final = Given()
HEAD: Final = 4_096  # bytes that a source is told by

Pages = Callable[[str], bool]


def open_sources(
    names: Iterable[str], *, published: date | None = None, title: str = "", outlet: str = ""
) -> Iterator[Document | SourceError]:
    """Every report of `open_items` alone, or the reason why one cannot be read."""
    for item in open_items(names, Given(published, title, outlet)):
        yield item.document if isinstance(item, Item) else item.error


def open_items(names: Iterable[str], given: Given = NOTHING, *, pages: Pages | None = None) -> Items:
    """Every report in these files, folders, patterns and addresses ("-": standard input), in order, or why it is none.

    What the caller says of date, title and outlet goes before what a page says, and behind what a line of JSON says.
    With `pages`, the reports of a feed are the pages that it links to, not what it says of them itself: those of which
    `pages`, given the address, says that they are wanted.
    """
    for name in names:
        try:
            if name == STDIN:
                yield from _read(sys.stdin.buffer, Origin("standard input"), given, pages)
            elif is_address(name):
                yield from _fetched(name, given, pages)
            else:
                for file in files(name):
                    yield from _file(file, given, pages)
        except SourceError as error:
            yield Unread(error)


def open_bytes(
    data: bytes, where: str, given: Given = NOTHING, *, url: str = "", file: str = "", charset: str = "",
    pages: Pages | None = None,
) -> Items:  # fmt: skip
    """The reports in bytes that were got from this address or file; `where` names the place in messages."""
    try:
        yield from _read(io.BytesIO(data), Origin(where, url, charset, file), given, pages)
    except SourceError as error:
        yield Unread(error, Raw(data, PLAIN), address_key(url) if url else "")


def is_address(name: str) -> bool:
    """The name is an address, not a file's."""
    return ADDRESS.match(name) is not None


def _fetched(address: str, given: Given, pages: Pages | None) -> Items:
    answer = fetch(address)
    yield from _read(io.BytesIO(answer.body), Origin(address, answer.url, answer.charset), given, pages)


def _file(name: str, given: Given, pages: Pages | None) -> Items:
    try:
        with _opened(name) as stream:
            yield from _read(stream, Origin(name, file=name), given, pages)
    except SourceError as error:
        yield Unread(error, key=file_key(name) if not isinstance(error, NotFound) else "")
    except OSError as error:
        what = f"it cannot be read to its end ({error.strerror})"
        yield Unread(SourceError(what, where=name, remedy="check the disk or the connection to it"), key=file_key(name))


def _opened(name: str) -> BinaryIO:
    try:
        return open(name, "rb")
    except FileNotFoundError:
        raise NotFound("there is no such file", where=name, remedy="check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotFound(f"it cannot be opened ({reason})", where=name, remedy="check the path") from None


def _read(source: BinaryIO, origin: Origin, given: Given, pages: Pages | None) -> Items:
    """Lines of JSON and web archives bit by bit as they come; anything else whole."""
    stream = source if isinstance(source, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, source))
    head = stream.peek(HEAD)[:HEAD]
    if not packed.is_packed(head):
        yield from _read_plain(stream, origin, given, pages)
    elif _unpacked(head).startswith(warc.MAGIC):
        yield from warc.read_warc(stream, origin, lambda data, of: _read_whole(data, of, given, None), packed=True)
    else:
        unpacked = packed.Unpacked(stream)
        yield from _read_plain(io.BufferedReader(unpacked), origin, given, pages)
        if unpacked.damaged:
            yield Unread(packed.damage(origin.where))


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(packed.GZIP).decompress(head)
    except zlib.error:
        return b""


def _read_plain(stream: io.BufferedReader, origin: Origin, given: Given, pages: Pages | None) -> Items:
    if stream.peek(HEAD).startswith(warc.MAGIC):
        yield from warc.read_warc(stream, origin, lambda data, of: _read_whole(data, of, given, None), packed=False)
        return
    first = stream.readline(LONGEST_LINE)
    if is_lines(first, origin.where):
        yield from read_lines(first, stream, origin.where, given, origin.file)
        return
    data = first + stream.read(MOST_BYTES + 1 - len(first))
    if len(data) > MOST_BYTES:
        raise TooLarge(
            f"it is larger than {MOST_BYTES:,} bytes",
            where=origin.where,
            remedy="split it into its reports, one file or one line of JSON each",
        )
    yield from _read_whole(data, origin, given, pages)


def _read_whole(data: bytes, origin: Origin, given: Given, pages: Pages | None) -> Items:
    media = PLAIN
    try:
        if not data.strip():
            raise NotText("it is empty", where=origin.where, remedy="give it the text of a report")
        if data.startswith(pdf.MAGIC):
            media = PDF_MEDIA
            yield _item(pdf.read_pdf(data, origin, given), Raw(data, media), origin)
            return
        text = decode(data, origin.where, origin.charset)
        if feed.is_feed(text) or origin.where.lower().endswith(feed.ENDINGS):
            media = XML
            yield from _entries(feed.read_feed(data, text, origin, given), given, pages)
            return
        media = HTML if is_page(text) else PLAIN
        document = read_page(text, origin, given) if is_page(text) else _plain(text, origin, given)
        yield _item(document, Raw(data, media), origin)
    except Exception as error:
        yield Unread(broken(error, origin.where), Raw(data, media) if data else None, _place(origin))


def _plain(text: str, origin: Origin, given: Given) -> Document:
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(('{"', '[{"', "[\n  {")):
        raise NotText("this is JSON, but not one report a line", where=origin.where, remedy=REMEDY)
    if start.startswith("<?xml"):
        raise NotText("this is XML, but neither a page nor a news feed", where=origin.where, remedy="save its text")
    return report(text, given, where=origin.where, url=origin.url)


def _item(document: Document, raw: Raw, origin: Origin) -> Item:
    key = address_key(document.url) if document.url else _place(origin) or text_key(document.text)
    return Item(document, key, raw, origin.where)


def _place(origin: Origin) -> str:
    return address_key(origin.url) if origin.url else file_key(origin.file) if origin.file else ""


def _entries(entries: Items, given: Given, pages: Pages | None) -> Items:
    for entry in entries:
        if pages is None or isinstance(entry, Unread) or not entry.document.url:
            yield entry
        elif pages(entry.document.url):
            yield from _page(entry, given)


def _page(entry: Item, given: Given) -> Items:
    """The page of a feed's entry, on the day and by the outlet that the feed says."""
    document = entry.document
    try:
        yield from _fetched(document.url, Given(given.published or document.published, "", document.outlet), None)
    except SourceError as error:
        yield Unread(error, key=address_key(document.url))
