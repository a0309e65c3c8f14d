"""How many reports there are to come, as far as that can be told without reading them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable
from typing import Final

from dragoman.errors import SourceError
from dragoman.sources.feed import ENDINGS as FEEDS
from dragoman.sources.folders import files
from dragoman.sources.lines import ENDINGS as LINES
from dragoman.sources.open import STDIN, is_address
from dragoman.sources.packed import ENDING as PACKED

PIECE: Final = 1 << 20
UNKNOWN: Final = (*FEEDS, ".xml", ".json", ".warc")  # files of any number of reports


def count_reports(names: Iterable[str]) -> int | None:
    """The lines of files of lines, and one for each other file. Absent: None where only reading would tell."""
    total = 0
    for name in names:
        if name == STDIN or is_address(name):
            return None
        try:
            for file in files(name):
                kind = file.lower().removesuffix(PACKED)
                if kind.endswith(UNKNOWN):
                    return None
                total += _lines(file) if kind.endswith(LINES) else 1
        except (SourceError, OSError, EOFError, zlib.error, ValueError):
            total += 1
    return total


def _lines(file: str) -> int:
    """The lines, blank ones included."""
    with gzip.open(file) if file.lower().endswith(PACKED) else open(file, "rb") as stream:
        count, last = 0, b"\n"
        while piece := stream.read(PIECE):
            count, last = count + piece.count(b"\n"), piece[-1:]
        return count + (last != b"\n")
