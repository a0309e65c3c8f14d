"""Bytes of a text file or page as text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from dragoman.errors import NotText

MARKS: Final = (  # the longer marks first: UTF-32's begins like UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ARC_REMEDY: Final = "turn it into WARC (`warcio recompress`) and read that"
OFFICE_REMEDY: Final = "save it as plain text or as a web page and read that"
MAGIC: Final = (
    (b"filedesc://", "a web archive of the old ARC form", ARC_REMEDY),
    (b"{\\rtf", "an RTF document", OFFICE_REMEDY),
    (b"\xd0\xcf\x11\xe0", "an office document", OFFICE_REMEDY),
    (b"PK\x03\x04", "a zip archive or office document", "unpack it, or save it as plain text"),
    (b"\x1f\x8b", "a gzip archive in another", "unpack it first (`gunzip`)"),
    (b"\x89PNG", "a picture", "give it the text of a report"),
    (b"\xff\xd8\xff", "a picture", "give it the text of a report"),
    (b"GIF8", "a picture", "give it the text of a report"),
    (b"\x7fELF", "a program", "give it the text of a report"),
    (b"SQLite format 3\x00", "a database", "export its reports as lines of JSON"),
)
CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BINARY: Final = 0.05  # share of control bytes from which bytes are not text
DECLARED: Final = re.compile(rb"""(?:charset\s*=|<\?xml[^>]{0,80}encoding\s*=)\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
WESTERN: Final = re.compile(r"[\x00-\x7f€‚ƒ„…†‡‰‹Œ‘’“”•–—™›œŠšŽžŸ\xa0-\xff]*")


def decode(data: bytes, where: str, charset: str = "") -> str:
    """The bytes as text, by their mark, as UTF-8, by the declared charset, or by what they look like, in this order.

    Raises: NotText for what is no text.
    """
    _refuse_known(data, where)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    if len(CONTROL.findall(data)) > len(data) * BINARY:
        raise NotText("this is a binary file, not a text", where=where, remedy="give it a text, HTML or JSONL file")
    return _utf8(data) or _declared(data, charset) or _broken_utf8(data) or _western(data) or _guessed(data, where)


def _refuse_known(data: bytes, where: str) -> None:
    for magic, what, remedy in MAGIC:
        if data.startswith(magic):
            raise NotText(f"this is {what}, not a text", where=where, remedy=remedy)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows by NUL in every second byte."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:
        return ""
    if sample[1::2].count(0) > half * 0.7 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def _utf8(data: bytes) -> str | None:
    """UTF-8, lone surrogates included, as some programs write them."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, charset: str) -> str | None:
    """In the charset that the server or the page's head names, if it fits."""
    named = DECLARED.search(data[:4096])
    for name in filter(None, (charset, named.group(1).decode("ascii") if named else "")):
        try:
            if codecs.lookup(name).name not in ("utf-8", "ascii"):
                return data.decode(name)
        except (LookupError, UnicodeDecodeError, TypeError, ValueError):
            continue
    return None


def _broken_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes: each becomes U+FFFD, since any other charset would garble all the rest."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - sum(map(str.isascii, text)) - broken
    return text if sound > broken else None


def _western(data: bytes) -> str | None:
    """Windows-1252, the commonest charset of English texts that are not UTF-8, where it gives few and usual letters."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    rare = len(text) - sum(map(str.isascii, text))
    return text if WESTERN.fullmatch(text) and rare < len(text) * 0.2 else None


def _guessed(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise NotText("its characters cannot be told", where=where, remedy="save it as UTF-8 and read that")
    return data.decode(best.encoding, "replace")
