"""Given names that stand for each other: short forms, and one name in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from dragoman.vocab import files
from dragoman.vocab.load import fold

GROUPS: Final = Path(files.__file__).parent / "given_names.tsv"


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    """The lines of the table that hold a name."""
    found: dict[str, set[int]] = {}
    for number, (_, (names, _)) in enumerate(files.rows(GROUPS, 2)):
        for name in names.split():
            found.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def same_given(x: str, y: str) -> str | None:
    """Why two given names can be one person's, None where they cannot: "Bill is short for William"."""
    groups = _groups()
    if groups.get(x, frozenset()) & groups.get(y, frozenset()):
        return f"{x.title()} and {y.title()} stand for each other"
    return None
