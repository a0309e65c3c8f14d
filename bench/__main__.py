"""`python -m bench WHAT`: the figures, printed; `all` writes gold, ablation and speed to `bench/RESULTS.md`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from bench import ablation, changed, crash, gold, names, speed, standing
from dragoman.reading import Tools, read

HERE: Final = Path(__file__).parent
SHARED: Final = HERE.parent.parent / "shared"
RESULTS: Final = HERE / "RESULTS.md"


def main() -> int:
    """Run the benches asked for."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("what", choices=("gold", "speed", "changed", "ablation", "standing", "names", "crash", "all"))
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with gold/ and news/")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="gold: print the first N disagreements")
    parser.add_argument("--files", default=",".join(gold.DEV), help="gold: which files, comma-separated")
    parser.add_argument("--before", type=Path, help="changed: readings of an earlier version (written by --write)")
    parser.add_argument("--write", type=Path, help="changed: write this version's readings here")
    parser.add_argument("--readings", type=Path, nargs="+", default=(), help="standing: files of `read --json`")
    parser.add_argument("--trials", type=int, default=200, help="crash: kills of each sort of work")
    options = parser.parse_args()
    if options.what == "crash":
        print(crash.table(options.trials, options.trials, seconds=60.0))
        return 0
    tools = Tools.load()
    parts: dict[str, Callable[[], str]] = {
        "gold": lambda: _gold(options, tools),
        "ablation": lambda: ablation.table(options.shared / "gold", tools),
        "speed": lambda: speed.table(options.shared, tools),
        "standing": lambda: standing.table(options.shared, tools, options.readings),
        "names": lambda: names.table(options.shared),
        "changed": lambda: changed.table(options.shared, tools, options.before, options.write),
    }
    if options.what != "all":
        print(parts[options.what]())
        return 0
    report = [f"# Results of the last run\n\n{date.today().isoformat()}, {tools.version}.\n"]
    for name in ("gold", "ablation", "speed"):
        report.append(f"## {name}\n\n{parts[name]()}\n")
    RESULTS.write_text("\n".join(report), "utf-8")
    print(RESULTS.read_text("utf-8"))
    return 0


def _gold(options: argparse.Namespace, tools: Tools) -> str:
    figures = gold.measure(options.shared / "gold", options.files.split(","), lambda document: read(document, tools))
    return "\n".join([gold.table(figures), *figures["errors"][: options.errors]])


if __name__ == "__main__":
    sys.exit(main())
