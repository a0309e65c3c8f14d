"""How values lie in the store's cells, so that exactly the same values come back."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable
from typing import Any, Final

Cell = str | int | float | bytes | None

MARK: Final = "\U0010fffd"  # of private use: stands before what no UTF-8 text can hold
OUTSIDE_UTF8: Final = re.compile(f"[\ud800-\udfff{MARK}]")
MARKED: Final = re.compile(f"{MARK}([0-9a-f]{{4}}|{MARK})")


def escaped(text: str) -> str:
    """The text with lone surrogates written out, so that a text cell can hold it; `unescaped` takes it back."""
    if text.isascii():
        return text
    return OUTSIDE_UTF8.sub(lambda found: MARK + (MARK if found[0] == MARK else f"{ord(found[0]):04x}"), text)


def unescaped(cell: str) -> str:
    """The text that `escaped` was given."""
    if MARK not in cell:
        return cell
    return MARKED.sub(lambda found: MARK if found[1] == MARK else chr(int(found[1], 16)), cell)


def packed(text: str) -> bytes:
    """The text, compressed; any string of code points."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpacked(cell: bytes) -> str:
    """The text that `packed` was given. Raises: zlib.error or UnicodeDecodeError where the cell is damaged."""
    return zlib.decompress(cell).decode("utf-8", "surrogatepass")


def compact(value: Any) -> str:
    """A value of JSON's own types in the fewest characters, none of them escaped without need."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def seal(row: Iterable[Cell]) -> bytes:
    """The SHA-256 of a row's cells; no two rows share one."""
    whole = hashlib.sha256()
    for cell in row:
        data = cell if isinstance(cell, bytes) else str(cell).encode("utf-8", "surrogatepass")
        whole.update(f"{type(cell).__name__} {len(data)}:".encode())
        whole.update(data)
    return whole.digest()
