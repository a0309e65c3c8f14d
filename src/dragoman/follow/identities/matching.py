"""Two names word by word, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.follow.identities.given import same_given
from dragoman.follow.identities.sound import similarity
from dragoman.follow.identities.spelling import ARABIC, same_arabic, skeleton

NEAR: Final = 0.85  # similarity from which two family names beside one given name are taken for one
NEAR_LENGTH: Final = 6  # letters that both must have for that

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two names can be one person's.

    `partial`: one of them leaves out the given or the family name, so that it joins only where one person fits.
    `spelled`: they differ in letters, not only in what is left out.
    """

    reason: str
    partial: bool = False
    spelled: bool = False


def spelled(x: str, y: str) -> str:
    """The reason where two words are taken for spellings of one name."""
    return f"{x.title()} and {y.title()} are spellings of one name"


def same_word(x: str, y: str, country: str | None, given: bool) -> str | None:
    """Why the two words are one name, "" where they are equal; None where they are not. A given name has initials."""
    if x == y:
        return ""
    if min(len(x), len(y)) == 1:
        return "an initial for a name" if given and x[0] == y[0] else None
    if skeleton(x) == skeleton(y) or (country in ARABIC and same_arabic(x, y)):
        return spelled(x, y)
    return same_given(x, y)


def in_order(short: Words, long: Words, country: str | None) -> Likeness | None:
    """The words of the shorter name stand in the longer one in order, from the first on; or are its end."""
    first = same_word(short[0], long[0], country, given=True)
    if first is None:
        return _end_alone(short, long)
    if len(short) == len(long):
        return _whole(short, long, country)
    middles = _pairwise(short[1:-1], long[1:-1], country, given=True)  # "George W." is not "George H. W."
    last = same_word(short[-1], long[-1], country, given=False)
    if last is not None and middles is not None:
        return _likeness([first, *middles, last], "a middle name more")
    rest = _pairwise(short[1:], long[1:], country, given=False)
    if rest is None or len(short) < 2 or len(short[-1]) == 1:
        return None
    return _likeness([first, *rest], "a name more at the end")


def _whole(one: Words, other: Words, country: str | None) -> Likeness | None:
    """Names of as many words: each like its opposite, the last perhaps only nearly."""
    before = _pairwise(one[:-1], other[:-1], country, given=True)
    if before is None:
        return None
    last = same_word(one[-1], other[-1], country, given=False)
    if last is None and not any(before) and _is_near(one[-1], other[-1]):
        last = spelled(one[-1], other[-1])
    return None if last is None else _likeness([*before, last])


def _pairwise(one: Words, other: Words, country: str | None, given: bool) -> list[str] | None:
    """Why each word is like its opposite, as far as both go; None where one is not."""
    found = [same_word(x, y, country, given) for x, y in zip(one, other, strict=False)]
    return None if None in found else [reason for reason in found if reason is not None]


def _likeness(reasons: Words, more: str = "") -> Likeness:
    differing = [r for r in dict.fromkeys(reasons) if r]
    return Likeness(", ".join([*differing, more] if more else differing), spelled=bool(differing))


def _end_alone(short: Words, long: Words) -> Likeness | None:
    if 1 < len(short) < len(long) and tuple(long[-len(short) :]) == tuple(short) and len(short[0]) > 1:
        return Likeness("the end of the name alone", partial=True)
    return None


def _is_near(x: str, y: str) -> bool:
    """Two long words with the same consonants that are likely spellings of one name."""
    if min(len(x), len(y)) < NEAR_LENGTH or x[0] != y[0]:
        return False
    return _consonants(x) == _consonants(y) and similarity(x, y) >= NEAR


def _consonants(word: str) -> str:
    return "".join(c for c in skeleton(word) if c not in "aeiou")
