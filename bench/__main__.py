"""`python -m bench WHAT...`: the figures, printed; with `--keep` also written to their place in `bench/RESULTS.md`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from bench import ablation, changed, crash, gold, names, speed, standing, visits
from dragoman.reading import Tools, read

HERE: Final = Path(__file__).parent
SHARED: Final = HERE.parent.parent / "shared"
RESULTS: Final = HERE / "RESULTS.md"
BENCHES: Final = ("gold", "ablation", "speed", "visits", "standing", "names", "crash", "changed")


def main() -> int:
    """Run the benches asked for."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("what", nargs="+", choices=BENCHES, metavar="WHAT", help=", ".join(BENCHES))
    parser.add_argument("--keep", action="store_true", help="write the figures to bench/RESULTS.md")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with gold/ and news/")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="gold: print the first N disagreements")
    parser.add_argument("--files", default=",".join(gold.DEV), help="gold: which files, comma-separated")
    parser.add_argument("--before", type=Path, help="changed: readings of an earlier version (written by --write)")
    parser.add_argument("--write", type=Path, help="changed: write this version's readings here")
    parser.add_argument("--readings", type=Path, nargs="+", default=(), help="visits, standing: files of `read --json`")
    parser.add_argument("--trials", type=int, default=200, help="crash: kills of each sort of work on the store")
    parser.add_argument("--commands", type=int, default=50, help="crash: kills of each command")
    options = parser.parse_args()
    tools = cache(Tools.load)
    parts: dict[str, Callable[[], str]] = {
        "gold": lambda: _gold(options, tools()),
        "ablation": lambda: ablation.table(options.shared / "gold", tools()),
        "speed": lambda: speed.table(options.shared, tools()),
        "visits": lambda: visits.table(options.shared, options.readings),
        "standing": lambda: standing.table(options.shared, tools(), options.readings),
        "names": lambda: names.table(options.shared),
        "crash": lambda: crash.table(options.trials, options.commands, seconds=60.0),
        "changed": lambda: changed.table(options.shared, tools(), options.before, options.write),
    }
    for name in options.what:
        figures = parts[name]()
        print(figures)
        if options.keep:
            _keep(name, f"{date.today().isoformat()}, {tools().version}\n\n{figures}")
    return 0


def _gold(options: argparse.Namespace, tools: Tools) -> str:
    figures = gold.measure(options.shared / "gold", options.files.split(","), lambda document: read(document, tools))
    return "\n".join([gold.table(figures), *figures["errors"][: options.errors]])


def _keep(name: str, section: str) -> None:
    """Put the section in the place of the bench's last one, in the order of `BENCHES`."""
    kept = dict(re.findall(r"^## (\w+)\n\n(.*?)(?=^## |\Z)", RESULTS.read_text("utf-8"), re.S | re.M))
    kept[name] = f"{section}\n\n"
    sections = (f"## {bench}\n\n{kept[bench].strip()}\n" for bench in BENCHES if bench in kept)
    RESULTS.write_text("\n".join(["# Results of the last run of each bench\n", *sections]), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
