"""Spellings of names: `python -m bench names`.

Words: `corpora/names_pairs.jsonl`, the half that `training/spellings.py` does not learn from; F1 at the best threshold,
as names.md defines it, beside Levenshtein's, and precision and recall of the strict decision by which names are joined.
Whole names: the leaders of the vocabulary; how many of their other names are joined to them, and how many pairs of
different leaders of one country are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from dragoman.follow.identities.matching import same_word
from dragoman.follow.identities.names import alike
from dragoman.follow.identities.sound import similarity
from dragoman.vocab.load import fold, load

LANGUAGES: Final = {"ru": "Russian", "ko": "Korean"}
BLOCK: Final = 25  # pairs; blocks are learned from and measured on in turn

Row = Mapping[str, Any]


def is_learned(row: Row) -> bool:
    """The pair belongs to the half that is learned from."""
    return int(row["id"].split(":")[1]) // BLOCK % 2 == 0


def pairs(shared: Path) -> list[Row]:
    """The pairs of words, in the order of the file."""
    lines = (shared / "corpora" / "names_pairs.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def best_f1(scored: Iterable[tuple[float, bool]]) -> float:
    """F1 at the threshold at which it is highest."""
    ranked = sorted(scored, key=lambda pair: -pair[0])
    total = sum(same for _, same in ranked)
    best, hits = 0.0, 0
    for taken, (score, same) in enumerate(ranked, 1):
        hits += same
        if taken == len(ranked) or ranked[taken][0] != score:
            best = max(best, 2 * hits / (taken + total))
    return best


def levenshtein(x: str, y: str) -> float:
    """One less the least share of letters to change, leave out or put in."""
    row = list(range(len(y) + 1))
    for i, a in enumerate(x, 1):
        left, row[0] = row[0], i
        for j, b in enumerate(y, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (a != b))
    return 1 - row[-1] / max(len(x), len(y), 1)


def _is_joined(x: str, y: str) -> bool:
    return same_word(fold(x).replace("'", ""), fold(y).replace("'", ""), None, given=True) is not None


def words(rows: Iterable[Row]) -> dict[str, float]:
    """The figures of one language."""
    kept = [row for row in rows if not is_learned(row)]

    def f1(measure: Callable[[str, str], float]) -> float:
        return best_f1((measure(row["a"], row["b"]), bool(row["same"])) for row in kept)

    joined = [row for row in kept if _is_joined(row["a"], row["b"])]
    hits, total = sum(row["same"] for row in joined), sum(row["same"] for row in kept)
    return {
        "pairs": len(kept),
        "F1": f1(similarity),
        "Levenshtein F1": f1(levenshtein),
        "joined, precision": hits / len(joined),
        "joined, recall": hits / total,
    }


def leaders() -> dict[str, float]:
    """Of the leaders' other names in full, the share that is joined; of pairs of different leaders, the number."""
    countries: dict[str, dict[str, tuple[str, ...]]] = {}
    for held in load().tenures.values():
        for tenure in held:
            countries.setdefault(tenure.country, {})[tenure.name] = tenure.aliases
    own = [p for c in countries for p in _aliases(c, countries[c])]
    found = [alike(name, alias, country) for country, name, alias in own]
    others = [alike(a, b, c) for c in countries for a, b in combinations(filter(_is_full, countries[c]), 2)]
    return {
        "other names": len(own),
        "joined": sum(f is not None and not f.partial for f in found) / len(own),
        "pairs of two": len(others),
        "pairs of two joined": sum(f is not None and not f.partial for f in others),
    }


def _aliases(country: str, people: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    return ((country, n, alias) for n, known in people.items() for alias in known if _is_full(n) and _is_full(alias))


def _is_full(name: str) -> bool:
    return " " in name


def table(shared: Path) -> str:
    """The figures as Markdown rows."""
    rows = pairs(shared)
    measured = {name: words(row for row in rows if row["lang"] == code) for code, name in LANGUAGES.items()}
    return "\n".join([*_table("words", measured), "", *_table("whole names", {"leaders": leaders()})])


def _table(title: str, measured: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    heads = next(iter(measured.values()))
    yield f"| {title} | " + " | ".join(heads) + " |"
    yield "|---|" + "---|" * len(heads)
    for name, figures in measured.items():
        yield f"| {name} | " + " | ".join(map(_cell, figures.values())) + " |"


def _cell(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
