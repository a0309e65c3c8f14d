"""Bytes of any origin become the right characters, or a reason."""

from __future__ import annotations

import codecs

import pytest

from dragoman.errors import NotText
from dragoman.sources.decode import decode

TEXT = "Kim’s envoy – a “close aide” – met Señor Núñez.\r\nTalks went on.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "mark 8", "mark 16le", "mark 16be", "mark 32le", "mark 32be", "16le", "16be", "windows"],
)
def test_every_character_is_kept(data: bytes) -> None:
    assert decode(data, "report.txt") == TEXT


def test_a_declared_charset_is_taken() -> None:
    text = '<html><head><meta charset="koi8-r"></head><body>Москва приняла посла</body></html>'
    assert decode(text.encode("koi8-r"), "page.html") == text
    assert decode("Посол прибыл".encode("cp1251"), "page", charset="windows-1251") == "Посол прибыл"


def test_another_charset_is_found_without_being_declared() -> None:
    text = "Министр иностранных дел прибыл в Москву. Переговоры состоялись во вторник и были долгими. " * 5
    assert decode(text.encode("cp1251"), "report.txt") == text


def test_a_broken_byte_in_utf8_does_not_garble_the_rest() -> None:
    data = TEXT.encode() + b"\xe2\x80" + b" The end."
    assert decode(data, "report.txt") == TEXT + "\ufffd The end."


@pytest.mark.parametrize(
    "text", ["a \udc80 b", "nul \x00 in a text of some length", "\u202eright\u200b to left\u2067 \u05d0"]
)
def test_odd_characters_are_kept(text: str) -> None:
    assert decode(text.encode("utf-8", "surrogatepass"), "report.txt") == text


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        (b"filedesc://x 0.0.0.0", "warcio"),
        (b"PK\x03\x04rest", "unpack"),
        (b"{\\rtf1 text}", "plain text"),
        (bytes(range(256)) * 20, "text, HTML or JSONL"),
        (b"\x00" * 100, "text, HTML or JSONL"),
    ],
)
def test_binary_files_are_refused_with_a_remedy(data: bytes, remedy: str) -> None:
    with pytest.raises(NotText, match=remedy):
        decode(data, "report")
