"""The reports behind the names that a caller gives."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import BinaryIO, Final

from dragoman.errors import NotFound, NotText, SourceError, TooLarge
from dragoman.model.document import Document
from dragoman.sources.decode import decode
from dragoman.sources.lines import LONGEST_LINE, REMEDY, is_lines, read_lines
from dragoman.sources.page import is_feed, is_page, read_page
from dragoman.sources.report import Given, Origin, report
from dragoman.sources.web import ADDRESS, fetch

MOST_BYTES: Final = LONGEST_LINE  # of a source that is one report
STDIN: Final = "-"


def open_sources(
    names: Iterable[str], *, published: date | None = None, title: str = "", outlet: str = ""
) -> Iterator[Document | SourceError]:
    """Every report in these files and addresses ("-": standard input), in order, or the reason why one cannot be read.

    What the caller says of date, title and outlet goes before what a page says, and behind what a line of JSON says.
    """
    given = Given(published, title, outlet)
    for name in names:
        try:
            yield from _open(name, given)
        except SourceError as error:
            yield error


def _open(name: str, given: Given) -> Iterator[Document | SourceError]:
    if name == STDIN:
        yield from _read(sys.stdin.buffer, Origin("standard input"), given)
    elif ADDRESS.match(name):
        answer = fetch(name)
        yield from _read(BytesIO(answer.body), Origin(name, answer.url, answer.charset), given)
    else:
        with _opened(name) as stream:
            yield from _read(stream, Origin(name), given)


def _opened(name: str) -> BinaryIO:
    try:
        return open(name, "rb")
    except FileNotFoundError:
        raise NotFound("there is no such file", where=name, remedy="check the path") from None
    except IsADirectoryError:
        raise NotFound("this is a folder", where=name, remedy="name the files in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotFound(f"it cannot be opened ({reason})", where=name, remedy="check the path") from None


def _read(stream: BinaryIO, origin: Origin, given: Given) -> Iterator[Document | SourceError]:
    """Lines of JSON one by one as they come; anything else whole."""
    first = stream.readline(LONGEST_LINE)
    if is_lines(first, origin.where):
        yield from read_lines(first, stream, origin.where, given)
        return
    data = first + stream.read(MOST_BYTES + 1 - len(first))
    if len(data) > MOST_BYTES:
        raise TooLarge(
            f"it is larger than {MOST_BYTES:,} bytes",
            where=origin.where,
            remedy="split it into its reports, one file or one line of JSON each",
        )
    yield _read_whole(data, origin, given)


def _read_whole(data: bytes, origin: Origin, given: Given) -> Document:
    if not data.strip():
        raise NotText("it is empty", where=origin.where, remedy="give it the text of a report")
    text = decode(data, origin.where, origin.charset)
    if is_page(text):
        return read_page(text, origin, given)
    if is_feed(text):
        raise NotText("this is a news feed, not a report", where=origin.where, remedy="name the pages that it links to")
    if text.lstrip().startswith(('{"', '[{"', "[\n  {")):
        raise NotText("this is JSON, but not one report a line", where=origin.where, remedy=REMEDY)
    return report(text, given, where=origin.where, url=origin.url)
