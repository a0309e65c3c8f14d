"""What an organisation or a mass of people is called, without the ways in which the same words can be put."""

from __future__ import annotations

import re
from typing import Final

from dragoman.vocab.load import fold
from dragoman.vocab.types import Vocabulary

IDLE: Final = frozenset("of the and for a an in from to its their our other on de s".split())
SAME: Final = {
    "defense": "defence", "organization": "organisation", "labor": "labour", "program": "programme",
    "center": "centre", "affairs": "", "external": "foreign", "armed": "", "governments": "government",
    "troops": "forces", "military": "forces", "soldiers": "forces", "corporation": "", "orgs": "organisations",
}  # fmt: skip
SHORTEST: Final = 3  # letters of a short name that is found by its letters
GOVERNMENT: Final = frozenset(("government", "authorities"))
_MARKS: Final = re.compile(r"[^\w\s]+")
_NUMBER: Final = re.compile(r"\b\d[\d,.]*\b ?")


def body_key(name: str, country: str | None, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What the name comes to: its telling words, without its country and in alphabetical order."""
    words = without_country(_words(name), country, vocabulary)
    plain = [SAME.get(w, w) for w in words if w not in IDLE]
    return tuple(sorted(filter(None, plain))) or tuple(words) or (fold(name),)


def group_key(name: str, country: str | None, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The same for people as a mass, however many they are."""
    return body_key(_NUMBER.sub("", name), country, vocabulary)


def initials(name: str) -> str:
    """The letters by which a body may be called for short; "" where they are fewer than three, or a word is small."""
    words = [word for word in _MARKS.sub(" ", name).split() if word not in IDLE]
    letters = "".join(word[0] for word in words)
    return letters if letters.isupper() and len(letters) >= SHORTEST else ""


def is_short(name: str) -> bool:
    """The name is nothing but capitals: "OECD"."""
    return name.isalpha() and name.isupper() and len(name) >= SHORTEST


def _words(name: str) -> list[str]:
    text = fold(name).replace("u.s.", "us").replace("u.n.", "un").replace("'s", "")
    return _MARKS.sub(" ", text).split()


def without_country(words: list[str], country: str | None, vocabulary: Vocabulary) -> list[str]:
    """The words without those that name the country itself, not a part of it."""
    state = vocabulary.countries.get(country or "")
    if state is None:
        return words
    kept: list[str] = []
    at = 0
    while at < len(words):
        for length in (4, 3, 2, 1):
            named = vocabulary.country_names.get(" ".join(words[at : at + length]))
            if named is not None and (named.iso3, named.name) == (country, state.name) and at + length <= len(words):
                at += length
                break
        else:
            kept.append(words[at])
            at += 1
    return kept
