"""How alike two words of names are, as transliterations of one name go."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Final

from dragoman.vocab import files
from dragoman.vocab.load import fold

Change = tuple[
    str, str
]  # letters of either word that stand for each other, in alphabetical order; "^" and "$" its ends
LONGEST: Final = 3  # letters on one side of a change
LEAST: Final = 0.02  # what a change costs where words are laid side by side, though it may speak for one name
TABLE: Final = Path(files.__file__).parent / "spelling_changes.tsv"
BASE: Final = ("base", "length", "shortness", "letter", "letter more")  # costs that are not of one change
_MARKED: Final = str.maketrans(
    {"č": "ch", "ć": "ch", "š": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "ģ": "g", "ķ": "k", "ļ": "l", "ņ": "n"}
)


@dataclass(frozen=True)
class Costs:
    """What each change costs, and the figures that turn the sum into a probability (`BASE`).

    A cost below nothing is a change that speaks for one name: "ph" for "f".
    """

    changes: Mapping[Change, float]
    base: float
    length: float
    shortness: float
    letter: float
    more: float

    def of(self, change: Change) -> float:
        """Its cost; of a change that has none of its own, that of any letter."""
        return self.changes.get(change, self.more if len(change[0]) + len(change[1]) == 1 else self.letter)

    @cached_property
    def partners(self) -> Mapping[str, Mapping[str, float]]:
        """What may stand for some letters, and at what cost, where words are laid side by side."""
        found: dict[str, dict[str, float]] = {}
        for (one, other), cost in self.changes.items():
            found.setdefault(one, {})[other] = max(LEAST, cost)
            found.setdefault(other, {})[one] = max(LEAST, cost)
        return found


@cache
def costs() -> Costs:
    """The costs in the vocabulary.

    After: fitted by `training/spellings.py` on half of the Wikidata transliterations of Merhav and Ash (COLING 2018).
    """
    table = {(x, y): float(cost) for _, (x, y, cost) in files.rows(TABLE, 3)}
    figures = [table.pop((name, "")) for name in BASE]
    return Costs({(x.strip("-"), y): cost for (x, y), cost in table.items()}, *figures)


@lru_cache(maxsize=100_000)
def similarity(x: str, y: str) -> float:
    """The probability, from 0 to 1, that two words with one beginning are spellings of one name."""
    one, other, known = sound(x), sound(y), costs()
    spent = sum(known.of(c) for c in changes(one, other, known))
    return 1 / (1 + math.exp(spent - offset(one, other, known)))


def offset(one: str, other: str, known: Costs) -> float:
    """What two words of this length may cost and still be as likely one name as two."""
    length = (len(one) + len(other)) / 2 or 1
    return known.base + known.length * length + known.shortness / length


def sound(word: str) -> str:
    """The letters that are compared: folded, marks spelled out, none twice in a row."""
    plain = fold(word.lower().translate(_MARKED))
    letters = [c for c in plain if c not in "' ."]
    return "".join(c for at, c in enumerate(letters) if at == 0 or letters[at - 1] != c)


def changes(one: str, other: str, known: Costs) -> tuple[Change, ...]:
    """The cheapest changes that make one word the other."""
    x, y = f"^{one}$", f"^{other}$"
    ends = [[(b, y[j - b : j]) for b in range(min(LONGEST, j) + 1)] for j in range(len(y) + 1)]
    best = [[math.inf] * (len(y) + 1) for _ in range(len(x) + 1)]
    back: dict[tuple[int, int], tuple[int, int]] = {}
    best[0][0] = 0.0
    for i in range(len(x) + 1):
        parts = ((a, known.partners.get(x[i - a : i])) for a in range(min(LONGEST, i) + 1))
        partners = [(a, table) for a, table in parts if table]
        for j in range(len(y) + 1):
            least, step = _letter(x, y, i, j, best, known)
            for a, table in partners:
                row = best[i - a]
                for b, end in ends[j]:
                    cost = table.get(end)
                    if cost is not None and row[j - b] + cost < least:
                        least, step = row[j - b] + cost, (a, b)
            if i or j:
                best[i][j], back[i, j] = least, step
    return tuple(_path(x, y, back))


def _letter(
    x: str, y: str, i: int, j: int, best: Sequence[Sequence[float]], known: Costs
) -> tuple[float, tuple[int, int]]:
    """The cost up to here by any one letter, and the letters that it takes of either word."""
    least, step = math.inf, (0, 0)
    if i and j:
        same = x[i - 1] == y[j - 1]
        least, step = best[i - 1][j - 1] + (0.0 if same else known.letter), (1, 1)
        if same:
            return least, step
    if i and best[i - 1][j] + known.more < least and ("", x[i - 1]) not in known.changes:
        least, step = best[i - 1][j] + known.more, (1, 0)
    if j and best[i][j - 1] + known.more < least and ("", y[j - 1]) not in known.changes:
        least, step = best[i][j - 1] + known.more, (0, 1)
    return least, step


def _path(x: str, y: str, back: Mapping[tuple[int, int], tuple[int, int]]) -> Iterator[Change]:
    i, j = len(x), len(y)
    while i or j:
        a, b = back[i, j]
        one, other = x[i - a : i], y[j - b : j]
        if one != other:
            yield (one, other) if one <= other else (other, one)
        i, j = i - a, j - b
