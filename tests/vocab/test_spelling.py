"""Which spellings of a known name mean it."""

from __future__ import annotations

import pytest

from dragoman.vocab.load import load
from dragoman.vocab.spelling import ARTICLE_NEEDED, CAPITALS_ONLY, PERSONS, also_person, fits


@pytest.mark.parametrize(
    "written",
    [
        "US",
        "U.S.",
        "UK",
        "WHO",
        "Nato",
        "NATO",
        "Turkey",
        "TURKEY",
        "PACE",
        "The Times",
        "al-Qaeda",
        "eBay",
        "Ufa",
        "North Korea's",
        "38 North",
    ],
)
def test_fits(written: str) -> None:
    assert fits(written)


@pytest.mark.parametrize("written", ["us", "Us", "Who", "turkey", "Pace", "the Times", "Times", "mali", "Ira"])
def test_does_not_fit(written: str) -> None:
    assert not fits(written)


@pytest.mark.parametrize(
    ("written", "person"),
    [("Jordan", True), ("Chad's", True), ("Georgia", True), ("Russia", False), ("Pyongyang", False)],
)
def test_also_person(written: str, person: bool) -> None:
    assert also_person(written) is person


def test_words_are_of_the_vocabulary() -> None:
    vocabulary = load()
    assert set(vocabulary.outlets) >= ARTICLE_NEEDED
    assert set(vocabulary.outlets) | set(vocabulary.organisations) >= CAPITALS_ONLY
    known = vocabulary.country_names.keys() | vocabulary.cities.keys() | vocabulary.organisations.keys()
    assert known >= PERSONS, sorted(PERSONS - known)
