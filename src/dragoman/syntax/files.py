"""The files of the pipeline that dragoman brings, against the list of what they should be.

`pipeline.json` was made from the files that the lock file's hashes pin.
"""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final

LIST: Final = "pipeline.json"


def pipeline_faults() -> list[str]:
    """A line for each file of the pipeline that is missing, or is not the one that it should be."""
    listed = json.loads((files("dragoman.syntax") / LIST).read_text("utf-8"))
    spec = find_spec(listed["name"])
    if spec is None or spec.origin is None:
        return [f"{listed['name']} is not installed"]
    folder = Path(spec.origin).parent
    found = [(name, expected, _sum(folder / name)) for name, expected in listed["sha256"].items()]
    return [f"{name} is {'another' if there else 'missing'}" for name, expected, there in found if there != expected]


def _sum(file: Path) -> str:
    """The file's SHA-256. Absent: "" where it cannot be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
