"""What comes out of a source: a report with what identifies and proves it, or the reason why there is none."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from dragoman.errors import SourceError, fault
from dragoman.model.document import Document
from dragoman.model.kept import Raw

HTML: Final = "text/html"
JSON: Final = "application/json"
PDF: Final = "application/pdf"
PLAIN: Final = "text/plain"
XML: Final = "application/xml"


@dataclass(frozen=True, slots=True)
class Item:
    """One report, the bytes that it was taken from, and what its later revisions will share with it.

    `key` is, of a page or a feed's entry, its address; of a line of JSON, "OUTLET#ID" (so that the same id in two files
    of one outlet is the same report), or "FILE#ID" without an outlet; of any other file, its absolute path as a file:
    address; of everything else, the SHA-256 of the text. `where` names the report in messages.
    """

    document: Document
    key: str
    raw: Raw
    where: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that gave no report, and why.

    Absent: `raw` None where no bytes were got; `key` "" where it is not known of what.
    """

    error: SourceError
    raw: Raw | None = None
    key: str = ""


Items = Iterator[Item | Unread]


def broken(error: Exception, where: str) -> SourceError:
    """The reason where something unforeseen in a report was too much for the program that takes it apart."""
    if isinstance(error, SourceError):
        return error
    reason = fault(error, where)
    return SourceError(reason.what, where=where, remedy=reason.remedy)


def address_key(url: str) -> str:
    """The address as the key of what stands there: without its fragment, host in small letters."""
    scheme, host, path, query, _ = urlsplit(url)
    return urlunsplit((scheme.lower(), host.lower(), path or "/", query, ""))


def file_key(name: str) -> str:
    """The absolute path as a file: address."""
    return Path(os.path.abspath(name)).as_uri()


def text_key(text: str) -> str:
    """The SHA-256 of the text."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
