"""Whether two names of persons are names of one person, as far as the names tell."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Final

from dragoman.follow.identities.matching import Likeness, in_order, same_word, spelled
from dragoman.follow.identities.spelling import korean_skeleton
from dragoman.follow.identities.words import EAST_ASIAN, KOREAN, Name, take_apart
from dragoman.mentions.persons import FAMILY_FIRST
from dragoman.vocab.load import fold

GIVEN_ALONE: Final = "the given name alone"
_TURNED: Final = "the family name first"


def alike(a: str, b: str, country: str | None = None) -> Likeness | None:
    """Why the two can be names of one person; None where they name different ones.

    `country` is that of both, None where it is not known: it tells how names are built there.
    """
    one, other = take_apart(a, country), take_apart(b, country)
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    if one.joined == other.joined:
        return Likeness(_writing(a, b, one, other))
    if one.bare or other.bare:
        return _bare(one, other, country) if one.bare else _bare(other, one, country)
    if _is_east_asian(one, other, country):
        return _east_asian(one, other, country)
    short, long = sorted((one, other), key=lambda n: len(n.words))
    found = in_order(short.words, long.words, country)
    if found is None and (country is None or country in FAMILY_FIRST) and len(short.words) == len(long.words) == 2:
        turned = in_order(short.words[::-1], long.words, country)
        found = turned and replace(turned, reason="; ".join(filter(None, (_TURNED, turned.reason))))
    return found


def _writing(a: str, b: str, one: Name, other: Name) -> str:
    """How two writings of the same letters differ."""
    if a == b:
        return "the same name"
    if a.casefold() == b.casefold():
        return "the same name in other capitals"
    if one.suffix != other.suffix:
        return f"the same name with {(one.suffix or other.suffix).title()}"
    if one.titled != other.titled:
        return "the same name with other words around it"
    plain = [" ".join(n.casefold().replace("-", " ").split()) for n in (a, b)]
    if plain[0] == plain[1]:
        return "the same name with a hyphen"
    if fold(a) == fold(b):
        return "the same name with accents"
    if len(one.words) != len(other.words):
        return "the same name written together"
    return "the same name with another article or mark"


def _bare(one: Name, other: Name, country: str | None) -> Likeness | None:
    """A single word against a name: its family name or its given name; or another spelling of it."""
    if other.bare:
        reason = same_word(one.joined, other.joined, country, given=False)
        return None if reason is None else Likeness(reason, spelled=True)
    count = len(one.words)
    for at in range(len(other.words) - count + 1):
        piece = other.words[at : at + count]
        if all(same_word(x, y, country, given=False) is not None for x, y in zip(one.words, piece, strict=True)):
            return Likeness(_part(at, country), partial=True)
    if country in EAST_ASIAN and one.joined == "".join(other.words[1:]):
        return Likeness(GIVEN_ALONE, partial=True)
    return None


def _part(at: int, country: str | None) -> str:
    """What a single word is, standing there in the whole name."""
    if country in FAMILY_FIRST and country not in EAST_ASIAN:
        return "one of the names alone"
    return GIVEN_ALONE if (at > 0 if country in EAST_ASIAN else at == 0) else "the family name alone"


def _is_east_asian(one: Name, other: Name, country: str | None) -> bool:
    """Given names of syllables, which may be joined, and of which none may be missing."""
    if country is not None:
        return country in EAST_ASIAN
    return all(n.words[0] in KOREAN or n.words[-1] in KOREAN for n in (one, other)) and (
        max(len(one.words), len(other.words)) == 3
    )


def _east_asian(one: Name, other: Name, country: str | None) -> Likeness | None:
    for x, y in sorted(product(_orders(one), _orders(other)), key=lambda pair: pair[0][2] != pair[1][2]):
        reason = _same_asian(x, y, country)
        if reason is not None:
            turned = _TURNED if x[2] != y[2] else ""
            return Likeness("; ".join(filter(None, (turned, reason))), spelled=bool(reason))
    if len(one.words) != len(other.words):
        short, long = sorted((one.words, other.words), key=len)
        if len(short) == 2 and tuple(long[1:]) == tuple(short):
            return Likeness(GIVEN_ALONE, partial=True)
    return None


def _orders(name: Name) -> tuple[tuple[str, str, bool], ...]:
    """Family name and joined given name, with the family name first and last."""
    words = name.words
    return (words[0], "".join(words[1:]), False), (words[-1], "".join(words[:-1]), True)


def _same_asian(one: tuple[str, str, bool], other: tuple[str, str, bool], country: str | None) -> str | None:
    """Why they are one name, "" for no difference; None where they are not."""
    family, given, _ = one
    other_family, other_given, _ = other
    south = country == "KOR"
    if family != other_family or given != other_given:
        known = KOREAN.get(family)
        if country not in ("PRK", "KOR", None) or known is None or known != KOREAN.get(other_family):
            return None
        if korean_skeleton(given, south) != korean_skeleton(other_given, south):
            return None
    pairs = ((family, other_family), (given, other_given))
    return ", ".join(spelled(x, y) for x, y in pairs if x != y)
