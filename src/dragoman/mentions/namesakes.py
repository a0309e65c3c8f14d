"""Words that name either of two countries: "Korean" is of the Korea that the report speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dragoman.mentions.found import Line
from dragoman.mentions.gazetteer import Hit
from dragoman.vocab.load import fold
from dragoman.vocab.types import Country, CountryName

NAMESAKES: Final = {"korea": "PRK", "korean": "PRK", "koreans": "PRK", "congo": "COG", "congolese": "COG"}  # the other


def settle(
    lines: Sequence[Line], known: Sequence[Sequence[Hit]], countries: Mapping[str, Country]
) -> list[list[Hit]]:
    """The hits, where a word that names either of two goes to the other if only that one is named by its own name."""
    own: Counter[str] = Counter()
    for line, hits in zip(lines, known, strict=True):
        own.update(h.entry.iso3 for h in hits if isinstance(h.entry, CountryName) and _other(line, h) is None)
    return [[_settled(line, h, own, countries) for h in hits] for line, hits in zip(lines, known, strict=True)]


def _other(line: Line, hit: Hit) -> str | None:
    return NAMESAKES.get(fold(line.phrase(hit.start, hit.end)))


def _settled(line: Line, hit: Hit, own: Mapping[str, int], countries: Mapping[str, Country]) -> Hit:
    other = _other(line, hit)
    if other is None or not isinstance(hit.entry, CountryName):
        return hit
    if not own.get(other) or own.get(hit.entry.iso3):
        return hit
    return replace(hit, entry=replace(hit.entry, iso3=other, name=countries[other].name))
