"""Fit the kinds: `python training/kinds.py ../shared/gold` writes `src/dragoman/events/kinds.json`.

A multinomial logistic regression over the act's word and what hangs on it (`dragoman.events.kinds.features`), one set
of weights per act type. Trained on `train_*` only; deterministic.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy
from examples import document, load
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dragoman.events.kinds import features
from dragoman.model.syntax import Part
from dragoman.syntax import Parser, split

RARE: Final = 2  # features seen less often are left out
SMALL: Final = 0.1  # weights below this are left out
OUT: Final = Path(__file__).parent.parent / "src/dragoman/events/kinds.json"

Case = tuple[list[str], str]  # features, act type


def main() -> None:
    """Read the options, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--check", action="store_true", help="leave out the reports that `fit.py --check` holds back")
    options = parser.parse_args()
    found = list(cases(load(options.gold, ("train_short", "train_long")), check=options.check))
    weights = fit(found)
    options.out.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(len(found), "acts,", {kind: len(w) for kind, w in weights.items()})


def cases(pairs: Sequence[tuple[dict[str, Any], dict[str, Any]]], *, check: bool) -> Iterator[Case]:
    """The word of every gold act."""
    from fit import is_held_back

    parser = Parser()
    for report, gold in pairs:
        if not gold["events"] or (check and is_held_back(report["id"])):
            continue
        doc = document(report)
        sentences = parser.parse(doc, split(doc).units)
        for event in gold["events"]:
            offset = event["trigger"]["span"][0]
            holders = [(s, t) for s in sentences if s.part is Part.TEXT and (t := s.at(offset)) is not None]
            if holders:
                yield features(*holders[-1]), event["type"]


def fit(found: Sequence[Case]) -> dict[str, dict[str, float]]:
    """The weights of each type; "" is the intercept."""
    seen = Counter(f for given, _ in found for f in set(given))
    names = sorted(f for f, n in seen.items() if n >= RARE)
    number = {name: n for n, name in enumerate(names)}
    columns = [sorted({number[f] for f in given if f in number}) for given, _ in found]
    starts = numpy.cumsum([0, *(len(c) for c in columns)])
    flat = [n for c in columns for n in c]
    matrix = csr_matrix((numpy.ones(len(flat)), flat, starts), shape=(len(found), len(names)))
    model = LogisticRegression(C=1.0, max_iter=150)
    model.fit(matrix, [kind for _, kind in found])
    return {
        kind: {"": round(float(base), 2)}
        | {name: round(float(w), 2) for name, w in zip(names, row, strict=True) if abs(w) >= SMALL}
        for kind, base, row in zip(model.classes_, model.intercept_, model.coef_, strict=True)
    }


if __name__ == "__main__":
    main()
