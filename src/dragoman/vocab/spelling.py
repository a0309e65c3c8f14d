"""Which spellings of a known name mean it: keys are folded, and many a key is an ordinary word too."""

from __future__ import annotations

from typing import Final

from dragoman.vocab.load import fold

SHORT: Final = 3  # letters up to which a name must stand in capitals: "US" and "WHO", never "us" or "Who"
SHORT_WORDS: Final = frozenset({"eni", "fed", "fes", "fez", "goa", "hue", "osh", "qom", "qum", "ufa", "ulm", "yle"})
CAPITALS_ONLY: Final = frozenset("alba asis cica elta hina ican leta mena mend pace rand sana shape suna".split())
ARTICLE_NEEDED: Final = frozenset({"economist", "guardian", "independent", "telegraph", "times"})
PERSONS: Final = frozenset(
    "adelaide alexandria austin berlin bristol brits chad charlotte chile china cologne cordoba cornwall crawford"
    " cuba darwin denmark dominica england florence france georgetown georgia german hamilton holland houston india"
    " ireland israel jersey jordan juarez kenya kingston lancaster lincoln lisbon london madrid malta martinique"
    " medina melbourne milan montana paris perth phoenix rosario salem salvador santiago scotland seville sofia"
    " stanley sydney trinidad trujillo valencia valenzuela victoria vienna virginia wagner wales washington"
    " wellington".split()
)


def fits(written: str) -> bool:
    """A name so written can mean what the vocabulary keeps under its key.

    Not without a capital; short names and those that are words otherwise only all in capitals ("PACE"); some media
    only with their article ("The Times").
    """
    key = fold(written)
    if not any(c.isupper() for c in written):
        return False
    if key in ARTICLE_NEEDED:
        return written.startswith("The ")
    if key in CAPITALS_ONLY or (len(key) <= SHORT and key not in SHORT_WORDS):
        return written.isupper()
    return True


def also_person(written: str) -> bool:
    """The name is one of persons too: beside the rest of a person's name it is no place ("Michael Jordan")."""
    return fold(written) in PERSONS
