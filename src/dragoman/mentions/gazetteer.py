"""Names that the vocabulary knows: the longest that begins at a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.mentions.found import Line
from dragoman.vocab.load import fold
from dragoman.vocab.types import City, CountryName, Organisation

LONGEST: Final = 9  # words in one name
INSIDE: Final = frozenset("of the and for in on to 's ' ’s ’ - – & . de la du des do da el al".split())
SHORT: Final = 3  # letters up to which a name must stand in capitals: "US" is not "us", "WHO" not "Who"


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name on the words [start, end)."""

    start: int
    end: int
    entry: CountryName | Organisation | tuple[City, ...] | str


def find_known(line: Line) -> Iterator[Hit]:
    """The known names of the sentence from left to right, each the longest at its place."""
    at, size = 0, len(line.words)
    while at < size:
        hit = _longest(line, at) if _begins(line, at) else None
        if hit is None:
            at += 1
        else:
            yield hit
            at = hit.end


def _begins(line: Line, i: int) -> bool:
    text = line.tokens[i].text
    if line.words[i] in ("the", "a", "an"):
        return False
    return text[0].isupper() or (text[0].isdigit() and text[-1].isalpha())


def _longest(line: Line, start: int) -> Hit | None:
    ends = [start + 1]
    for end in range(start + 2, min(len(line.words), start + LONGEST) + 1):
        if line.tokens[end - 1].text[0].isupper() or line.tokens[end - 1].text.isdigit():
            ends.append(end)
        elif line.words[end - 1] not in INSIDE:
            # "Workers' Party", "the world food programme": one lower-case word may still end the name
            ends.append(end)
            break
    for end in reversed(ends):
        entry = _entry(line, start, end)
        if entry is not None:
            return Hit(start, end, entry)
    return None


def _entry(line: Line, start: int, end: int) -> CountryName | Organisation | tuple[City, ...] | str | None:
    written = line.phrase(start, end)
    key = fold(written)
    vocabulary = line.vocabulary
    country = vocabulary.country_names.get(key)
    if len(key) <= SHORT and (not written.isupper() or (line.shouted and key.isalpha())):
        return None
    if country is not None:
        return country
    body = vocabulary.organisations.get(key)
    if body is not None:
        return body
    if key in vocabulary.outlets:
        return vocabulary.outlets[key]
    return vocabulary.cities.get(key)
