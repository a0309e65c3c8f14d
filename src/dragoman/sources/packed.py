"""Gzip archives as the stream of what is in them, damaged ones as far as they can be read."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO, Final

from dragoman.errors import NotText

ENDING: Final = ".gz"
MAGIC: Final = b"\x1f\x8b\x08"
PIECE: Final = 1 << 16  # bytes read at once
GZIP: Final = 16 + zlib.MAX_WBITS


class Unpacked(io.RawIOBase):
    """The bytes in a gzip archive of one or many members; it ends where the archive is damaged.

    Absent: `damaged` stays False while none was met.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._data = b""
        self._decoder = zlib.decompressobj(GZIP)
        self._inside = self.damaged = False

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As of any stream."""
        while not self.damaged:
            if not self._data:
                self._data = self._packed.read(PIECE)
            if not self._data:
                self.damaged = self._inside
                return 0
            found = self._decode(len(buffer))
            if found:
                buffer[: len(found)] = found
                return len(found)
        return 0

    def _decode(self, most: int) -> bytes:
        if not self._inside:
            self._data = self._data.lstrip(b"\x00")  # padding between members
            if not self._data:
                return b""
        self._inside = True
        try:
            found = self._decoder.decompress(self._data, most)
        except zlib.error:
            self.damaged = True
            return b""
        if self._decoder.eof:
            self._data, self._inside = self._decoder.unused_data, False
            self._decoder = zlib.decompressobj(GZIP)
        else:
            self._data = self._decoder.unconsumed_tail
        return found

    def resume(self) -> bool:
        """Go on with the next member behind the damage; False if there is none."""
        data = self._data[1:]
        while (at := data.find(MAGIC)) < 0:
            more = self._packed.read(PIECE)
            if not more:
                return False
            data = data[-2:] + more
        self._data, self._decoder = data[at:], zlib.decompressobj(GZIP)
        self._inside = self.damaged = False
        return True


def is_packed(head: bytes) -> bool:
    """The stream that begins like this is a gzip archive."""
    return head.startswith(MAGIC)


def damage(where: str) -> NotText:
    """The reason for what was not read behind a damaged place."""
    return NotText(
        "the gzip archive is cut off or damaged, and was read up to there", where=where, remedy="get it once more"
    )
