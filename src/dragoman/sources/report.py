"""One report made into a Document, whatever it came out of."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.errors import NotText, TooLarge
from dragoman.model.document import Document
from dragoman.sources.language import find_language

LONGEST: Final = 1_000_000  # characters of one report
PAIR: Final = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of the reports, for those that do not say it themselves.

    Absent: None and "" are not said.
    """

    published: date | None = None
    title: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from. `where` names it in messages; `charset` is what the server declared, "" if nothing.

    Absent: `url` "" for what was not got from an address, `file` "" for what is in no file.
    """

    where: str
    url: str = ""
    charset: str = ""
    file: str = ""


def report(
    text: str, given: Given = Given(), *, where: str = "the text", id: str = "", url: str = "", language: str = ""
) -> Document:
    """The report as it will be quoted, unchanged but that a surrogate pair becomes its one character.

    `id` is a prefix of the text's SHA-256 where none is given; `language` is what the text shows, else `language`.
    Raises: NotText for an empty text, TooLarge past `LONGEST` characters.
    """
    text = PAIR.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)
    if not text.strip():
        raise NotText("there is no text in it", where=where, remedy="give it the text of a report")
    if len(text) > LONGEST:
        raise TooLarge(
            f"this one report has {len(text):,} characters, and {LONGEST:,} is the limit",
            where=where,
            remedy="split it into its reports, one file or one line of JSON each",
        )
    name = id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    spoken = find_language(text) or language
    return Document(name, text, given.published, given.title, given.outlet, url, spoken)
