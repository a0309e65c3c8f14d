"""Says what is wrong in vocab/leaders.jsonl, one fault a line; says nothing where all is well.

    python scripts/check_leaders.py [FILE]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from dragoman.vocab.load import fold

VOCABULARY = Path(__file__).parent.parent / "src/dragoman/vocab"
LEADERS = VOCABULARY / "leaders.jsonl"
BODIES = {"IGO"}  # international bodies stand where a country would

Entry = dict[str, Any]


def faults(entries: list[Entry], countries: set[str]) -> list[str]:
    """Every fault of the table, each with the person it is about; empty where there is none."""
    return [
        *_codes(entries, countries),
        *_dates(entries),
        *_repeated(entries),
        *_overlaps(entries),
        *_shared_names(entries),
        *_bare_names(entries),
        *_order(entries),
    ]


def _codes(entries: Iterable[Entry], countries: set[str]) -> Iterator[str]:
    for entry in entries:
        if entry["country"] not in countries | BODIES:
            yield f"{entry['name']}: no country {entry['country']!r}"


def _dates(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        since, until = date.fromisoformat(entry["since"]), entry["until"]
        if until is not None and date.fromisoformat(until) <= since:
            yield f"{entry['name']}, {entry['office']}: ends {until}, not after it starts {since}"


def _repeated(entries: Iterable[Entry]) -> Iterator[str]:
    seen: set[tuple[str, str, str, str]] = set()
    for entry in entries:
        key = (entry["country"], entry["name"], entry["office"], entry["since"])
        if key in seen:
            yield f"{entry['name']}: {entry['office']} since {entry['since']} stands twice"
        seen.add(key)


def _overlaps(entries: Iterable[Entry]) -> Iterator[str]:
    """One person who starts in an office before having left it."""
    offices: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        offices.setdefault((entry["country"], entry["name"], entry["office"]), []).append(entry)
    for tenures in offices.values():
        for one, following in pairwise(sorted(tenures, key=lambda e: str(e["since"]))):
            if one["until"] is None or one["until"] > following["since"]:
                yield f"{one['name']}, {one['office']}: in office again on {following['since']} before having left"


def _shared_names(entries: Iterable[Entry]) -> Iterator[str]:
    """Names of one country that stand for two people, so that a reader could not choose."""
    bearers: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        for name in (entry["name"], *entry["aliases"]):
            bearers.setdefault((entry["country"], fold(name)), set()).add(entry["name"])
    for (country, name), people in bearers.items():
        if len(people) > 1:
            yield f"{country}: {name!r} stands for {' and '.join(sorted(people))}"


def _bare_names(entries: Iterable[Entry]) -> Iterator[str]:
    """Aliases that only repeat the name or its surname."""
    for entry in entries:
        surname = fold(entry["name"]).split()[-1]
        for alias in entry["aliases"]:
            if alias == entry["name"] or fold(alias) == surname:
                yield f"{entry['name']}: the alias {alias!r} is the name or the surname alone"


def _order(entries: Iterable[Entry]) -> Iterator[str]:
    for one, following in pairwise(entries):
        if (one["country"], one["since"]) > (following["country"], following["since"]):
            place = f"{following['country']} {following['since']}"
            yield f"{following['name']}, {place}: out of order (by country, then since)"


def _objects(path: Path) -> list[Entry]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> int:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else LEADERS
    found = faults(_objects(path), {c["iso3"] for c in _objects(VOCABULARY / "countries.jsonl")})
    for fault in found:
        print(f"{path.name}: {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
