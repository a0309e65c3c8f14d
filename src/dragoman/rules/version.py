"""Names the present rules, so that what older ones made can be told apart."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

WRITTEN: Final = (".py", ".jsonl", ".json", ".tsv", ".txt")  # what a room's rules and words are written in
LENGTH: Final = 12


def rules_version(*rooms: str) -> str:
    """The same for the same rules and word lists in these rooms, whatever the machine; another after any change."""
    digest = hashlib.sha256()
    for room in rooms:
        _add(files("dragoman") / room, room, digest)
    return digest.hexdigest()[:LENGTH]


def _add(place: Traversable, name: str, digest: hashlib._Hash) -> None:
    if place.is_dir():
        for inner in sorted(place.iterdir(), key=lambda one: one.name):
            _add(inner, f"{name}/{inner.name}", digest)
    elif place.name.endswith(WRITTEN):
        digest.update(f"\0{name}\0".encode())
        digest.update(place.read_bytes().replace(b"\r\n", b"\n"))
