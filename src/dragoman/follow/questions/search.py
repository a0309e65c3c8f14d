"""Which reports hold some words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.archive.search import Hit
from dragoman.archive.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """The reports that hold the words, the best first."""

    as_of: date
    words: str
    hits: tuple[Hit, ...]


def search(store: Store, words: str, *, as_of: date, limit: int = 20) -> Found:
    """The reports published by that day that hold the words."""
    return Found(as_of, words, tuple(store.search(words, until=as_of, limit=limit)))
