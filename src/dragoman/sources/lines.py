"""Reports as lines of JSON, one object a line."""

from __future__ import annotations

import json
from datetime import date
from typing import BinaryIO, Final

from dragoman.errors import NotText, SourceError, TooLarge
from dragoman.model.document import Document
from dragoman.model.kept import Raw
from dragoman.sources.feed import is_json_feed
from dragoman.sources.item import JSON, Item, Items, Unread, address_key, file_key, text_key
from dragoman.sources.packed import ENDING
from dragoman.sources.report import Given, report

LONGEST_LINE: Final = 16_000_000  # bytes
ENDINGS: Final = (".jsonl", ".ndjson")
REMEDY: Final = 'write one object a line: {"text": "...", "published": "2025-04-02", "title": "...", "outlet": "..."}'


def is_lines(first: bytes, where: str) -> bool:
    """The source holds lines of JSON, by its name or its first line."""
    if where.lower().removesuffix(ENDING).endswith(ENDINGS):
        return True
    if not first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    return isinstance(_parsed(first), dict) and not is_json_feed(first[:2_000].decode("utf-8", "replace"))


def read_lines(first: bytes, stream: BinaryIO, where: str, given: Given, file: str = "") -> Items:
    """One report, or one reason, for each line that is not blank; `first` was already taken off the stream.

    `file` is the path of the file that they are in, "" if in none.
    """
    number, line = 1, first
    while line:
        if line.strip():
            yield _read_line(line, f"{where}:{number}", given, file)
        while not line.endswith(b"\n") and len(line) >= LONGEST_LINE:
            line = stream.readline(LONGEST_LINE)
        number += 1
        line = stream.readline(LONGEST_LINE)


def _read_line(line: bytes, where: str, given: Given, file: str) -> Item | Unread:
    if len(line) >= LONGEST_LINE:
        what = f"this line is longer than {LONGEST_LINE:,} bytes"
        return Unread(TooLarge(what, where=where, remedy="split the report"))
    raw = Raw(line.rstrip(b"\r\n"), JSON)
    value = _parsed(line)
    if not isinstance(value, dict):
        return Unread(NotText("this line is not a JSON object", where=where, remedy=REMEDY), raw)
    try:
        document = _document(value, where, given)
    except SourceError as error:
        return Unread(error, raw)
    return Item(document, _key(value, document, file), raw, where)


def _key(value: dict[str, object], document: Document, file: str) -> str:
    """What the line's revisions share: see `Item`."""
    if value.get("id"):
        return f"{document.outlet or (file_key(file) if file else '')}#{document.id}"
    return address_key(document.url) if document.url else text_key(document.text)


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8-sig", "surrogatepass"))
    except (ValueError, RecursionError):
        return None


def _document(value: dict[str, object], where: str, given: Given) -> Document:
    text = _string(value, where, "text")
    known = Given(
        _published(value, where) or given.published,
        _string(value, where, "title") or given.title,
        _string(value, where, "outlet", "publisher") or given.outlet,
    )
    return report(
        text, known, where=where, id=_string(value, where, "id"), url=_string(value, where, "url"),
        language=_string(value, where, "language", "lang").partition("-")[0].lower(),
    )


def _string(value: dict[str, object], where: str, *names: str) -> str:
    """The first of these fields that says something, else ""."""
    for name in names:
        field = value.get(name)
        if type(field) is int and name == "id":
            return str(field)
        if field is not None and not isinstance(field, str):
            raise NotText(f"its field `{name}` is not a string", where=where, remedy=REMEDY)
        if field:
            return field
    return ""


def _published(value: dict[str, object], where: str) -> date | None:
    said = _string(value, where, "published")
    if not said:
        return None
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        raise NotText(
            f"its field `published` is not a date: {said[:40]!r}", where=where, remedy="write it as YYYY-MM-DD"
        ) from None
