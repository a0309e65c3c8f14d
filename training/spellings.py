"""Fits what a change of letters costs between two spellings of a name: `python -m training.spellings [--shared DIR]`.

Half of `corpora/names_pairs.jsonl` is learned from (`bench.names.is_learned`); `python -m bench names` reports on the
other half. Changes that occur in at least `SEEN` pairs of one name are taken up; a weighted edit distance over them
is fitted as a logistic model; words are then aligned anew by it. Nothing is random.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

import numpy as np
from bench.names import is_learned, pairs
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dragoman.follow.identities.sound import BASE, LONGEST, TABLE, Change, Costs, changes, sound

Pair = tuple[str, str, bool]
SEEN: Final = 6
ROUNDS: Final = 4
WEIGHTS: Final = {"ru": 1.0, "ko": 10.0}  # there are seven Russian pairs to one Korean
RIDGE: Final = 4.0
HEAD: Final = (
    "# letters of one spelling, of the other, and what the change costs; ^ and $ are a word's ends, - is nothing\n"
    "# fitted by training/spellings.py on half of names_pairs.jsonl (Wikidata; Merhav and Ash, COLING 2018; CC0)\n"
)


def main() -> None:
    """Fit, and write the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    rows = [row for row in pairs(options.parse_args().shared) if is_learned(row)]
    learned = [(sound(row["a"]), sound(row["b"]), bool(row["same"])) for row in rows]
    weights = np.array([WEIGHTS[row["lang"]] for row in rows])
    known = Costs(dict.fromkeys(_common(learned), 0.75), 2.0, 0.0, 0.0, 1.5, 1.5)
    for _ in range(ROUNDS):
        known = fit(learned, weights, known)
    figures = (known.base, known.length, known.shortness, known.letter, known.more)
    lines = [f"{name}\t\t{figure:.2f}\n" for name, figure in zip(BASE, figures, strict=True)]
    lines += [f"{x or '-'}\t{y}\t{cost:.2f}\n" for (x, y), cost in sorted(known.changes.items())]
    TABLE.write_text(HEAD + "".join(lines), "utf-8")


def _common(learned: Sequence[Pair]) -> list[Change]:
    """The changes that many pairs of one name show, with a letter around them or none."""
    seen: Counter[Change] = Counter()
    for x, y, same in learned:
        if same:
            seen.update(set(_segments(f"^{x}$", f"^{y}$")))
    return sorted(change for change, count in seen.items() if count >= SEEN)


def _segments(x: str, y: str) -> Iterator[Change]:
    for tag, i, k, j, m in SequenceMatcher(None, x, y, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for before, after in ((0, 0), (0, 1), (1, 0), (1, 1)):
            one, other = x[max(0, i - before) : k + after], y[max(0, j - before) : m + after]
            if len(one) <= LONGEST and len(other) <= LONGEST and one != other:
                yield min(one, other), max(one, other)


def fit(learned: Sequence[Pair], weights: np.ndarray[Any, Any], known: Costs) -> Costs:
    """Costs under which the cheapest changes, by the present costs, tell one name from two best."""
    names = sorted(known.changes)
    place = {name: at for at, name in enumerate(names)}
    size = len(names)
    rows, columns, counts = [], [], []
    for number, (x, y, _) in enumerate(learned):
        length = (len(x) + len(y)) / 2 or 1
        found = Counter(place.get(c, size + (len(c[0] + c[1]) == 1)) for c in changes(x, y, known))
        for column, count in [*found.items(), (size + 2, -1.0), (size + 3, -length), (size + 4, -1 / length)]:
            rows.append(number)
            columns.append(column)
            counts.append(float(count))
    table = csr_matrix((counts, (rows, columns)), shape=(len(learned), size + 5))
    sign = np.array([1.0 if same else -1.0 for _, _, same in learned])
    ridge = np.array([RIDGE] * (size + 2) + [0.0] * 3)

    def loss(cost: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        margin = -sign * (table @ cost)
        slope = weights * sign / (1 + np.exp(margin))
        total = float(weights @ np.logaddexp(0, -margin) + ridge @ cost**2)
        return total, table.T @ slope + 2 * ridge * cost

    start = np.array([known.changes[n] for n in names] + [known.letter, known.more, known.base, 0.0, 0.0])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    used = np.asarray((table[:, :size] != 0).sum(axis=0)).ravel()
    kept = {name: float(best[at]) for name, at in place.items() if used[at]}
    return Costs(
        kept,
        float(best[size + 2]),
        float(best[size + 3]),
        float(best[size + 4]),
        float(best[size]),
        float(best[size + 1]),
    )


if __name__ == "__main__":
    main()
