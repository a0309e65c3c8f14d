"""The bytes that reports came as, each kept once."""

from __future__ import annotations

import hashlib
import zlib

from dragoman.archive.database import Database, decoding
from dragoman.model.kept import Raw


def add_raw(database: Database, raw: Raw) -> str:
    """Keep these bytes; their SHA-256. Needs a transaction."""
    sha256 = hashlib.sha256(raw.data).hexdigest()
    if not database.row("SELECT 1 FROM raw WHERE sha256 = ?", sha256):
        database.insert("raw", [(sha256, zlib.compress(raw.data))])
    return sha256


def raw_of(database: Database, sha256: str, media: str) -> Raw:
    """The bytes with this SHA-256."""
    data = database.value("SELECT data FROM raw WHERE sha256 = ?", sha256)
    with decoding(database.path):
        return Raw(zlib.decompress(data), media)
