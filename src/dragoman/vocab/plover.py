"""PLOVER's types, modes and scores."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import VocabularyError

_FILE = Path(__file__).parent / "plover.json"


@dataclass(frozen=True, slots=True)
class PloverMode:
    """How an act of one type is done. Absent: `score` None means that the manual gives none."""

    gloss: str
    score: float | None


@dataclass(frozen=True, slots=True)
class PloverType:
    """One of the 16 types. Units: `score` from -10 (most hostile) to 10 (most friendly)."""

    code: str
    quad: str
    score: float
    definition: str
    modes: Mapping[str, PloverMode]


@dataclass(frozen=True, slots=True)
class Plover:
    """The codebook.

    `record_modes` gives PLOVER's mode for each mode of the record (None: it has none for it), `status_contexts` the
    context that says how an act stands, for each status but those of an act that took or takes place; `contexts`
    what each context covers.
    After: PLOVER 2.0.
    """

    types: Mapping[str, PloverType]
    record_modes: Mapping[str, str | None]
    status_contexts: Mapping[str, str]
    contexts: Mapping[str, str]

    def score(self, type: str, mode: str | None = None) -> float:
        """How friendly an act is; the type's score where the record's mode has none of its own."""
        kind = self.types[type]
        found = kind.modes.get(self.record_modes.get(mode, mode) or "") if mode else None
        return kind.score if found is None or found.score is None else found.score


def load_plover(file: Path = _FILE) -> Plover:
    """The codebook, read afresh: the caller keeps it.

    Raises: VocabularyError if the file breaks its rules.
    """
    try:
        book = json.loads(file.read_text(encoding="utf-8"))
        types = {entry["code"]: _type(entry) for entry in book["types"]}
        return Plover(types, book["record_modes"], book["status_contexts"], book["contexts"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise VocabularyError(f"not a codebook ({fault!r})", where=file.name, remedy="reinstall the package") from fault


def _type(entry: Mapping[str, Any]) -> PloverType:
    modes = {name: PloverMode(mode["gloss"], mode["score"]) for name, mode in entry["modes"].items()}
    return PloverType(entry["code"], entry["quad"], float(entry["score"]), entry["definition"], modes)
