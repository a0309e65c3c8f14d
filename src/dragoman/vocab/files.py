"""The lines of a vocabulary file, each with the place to name when it is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import VocabularyError

Fields = dict[str, type | tuple[type, ...]]


def lines(path: Path) -> Iterator[tuple[str, str]]:
    """Place ("countries.jsonl:12") and text of each line that is neither empty nor a comment.

    Raises: VocabularyError if the file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise VocabularyError(
            "cannot be read as UTF-8 text", where=path.name, remedy="reinstall the package"
        ) from fault
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.startswith("#"):
            yield f"{path.name}:{number}", line


def objects(path: Path, required: Fields) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place and object of each line of a JSON-lines file; `required` names the fields it must have, with their types.

    Raises: VocabularyError where a line is not an object, or lacks a field.
    """
    for place, line in lines(path):
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as fault:
            raise VocabularyError(f"not JSON ({fault.msg})", where=place) from fault
        if not isinstance(entry, dict):
            raise VocabularyError("not a JSON object", where=place)
        for field, kind in required.items():
            if field not in entry:
                raise VocabularyError(f"no field {field!r}", where=place)
            if not isinstance(entry[field], kind):
                raise VocabularyError(f"field {field!r} is of the wrong type", where=place)
        yield place, entry


def rows(path: Path, width: int) -> Iterator[tuple[str, list[str]]]:
    """Place and cells of each line of a tab-separated file.

    Raises: VocabularyError where a line has not `width` cells, or its first is empty.
    """
    for place, line in lines(path):
        cells = line.split("\t")
        if len(cells) != width:
            raise VocabularyError(
                f"{len(cells)} cells where {width} belong", where=place, remedy="separate cells by one tab"
            )
        if not cells[0]:
            raise VocabularyError("the first cell is empty", where=place)
        yield place, cells
