"""Spellings of one word of a name: what transliteration changes is taken away, what tells names apart is kept."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

Steps = tuple[tuple[re.Pattern[str], str], ...]


def _steps(*pairs: tuple[str, str]) -> Steps:
    return tuple((re.compile(old), new) for old, new in pairs)


GENERAL: Final = _steps(
    ("tsch|tch|tsj|cz|ch", "C"),
    ("sch|sh|sj|sz", "S"),
    ("dzh|dj|zh|j(?=[aeou])", "J"),
    ("gh|kh", "h"),
    ("ph", "f"),
    ("dh", "d"),
    ("enka$", "enko"),
    ("th", "t"),
    ("ts|tz", "c"),
    ("ck|q|c(?=[aoulrtkn]|$)", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("ov$|off$", "of"),
    ("ev$|eff$", "ef"),
    ("ou|oo", "u"),
    ("ee|ie$", "i"),
    ("^(?:ye|je|ie|e)", "e"),
    ("(?<=[aeiouy])(?:ye|je|ie)|(?<=[bdfghklmnprstvz])(?:ye|je)", "e"),
    ("ij$|iy$|yy$|ii$|yi$|ei$|ey$|ej$|y$|j$|iyi$", "i"),
    ("[yj]", "i"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    (r"(.)\1+", r"\1"),
    ("(?<=[aeiou])h$", ""),
)
KOREAN_STEPS: Final = _steps(
    ("kh", "k"), ("th", "t"), ("ph", "p"), ("ch", "j"), ("sh", "s"), ("ck", "k"),
    ("g(?!$|[bcdfghjklmnpqrstvwxz])|(?<!n)g", "k"), ("d", "t"), ("b", "p"), ("[rl]", "l"),
    ("eo|eu(?=ng)", "o"), ("eui|ui|ee|hie", "i"), ("eu", "u"), ("oo|ou(?!n)", "u"), ("ou", "o"), ("wu", "u"),
    ("ai|ay", "ae"), ("yu(?=[nklm])", "yo"), ("(?<=[js])u(?=n|k|l)", "o"), ("hee$|hi$|hui$", "hi"),
)  # fmt: skip

YOUNG: Final = re.compile("y(?:eo|ou)ng")
ARABIC: Final = frozenset(
    "SAU ARE QAT KWT BHR OMN YEM IRQ SYR LBN JOR PSE EGY LBY TUN DZA MAR MRT SDN SOM DJI COM IRN AFG PAK TJK".split()
)
ARABIC_STEPS: Final = _steps(
    ("sch|sh|ch", "S"), ("kh", "x"), ("gh|q|k|c|g(?!$)", "k"), ("dh|th|z", "d"), ("ph", "f"),
    ("v", "w"), ("ou|oo|u|o", "u"), ("ai|ay|ei|ey", "E"), ("ee|ie|iy|y|i", "i"), ("aa+", "a"),
    (r"([^aeiuE])\1+", r"\1"), (r"(?<=[aeiuE])h$|(?<=i)[aei]h?$|(?<=[aeuE])i$", ""),
)  # fmt: skip
FREE: Final = {frozenset(pair) for pair in ("ae", "ie", "aE", "eE", "iE", "uw")}  # vowels written for each other


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """What all transliterations of the word share. Two words of one skeleton are spellings of one name."""
    for old, new in GENERAL:
        word = old.sub(new, word)
    return word


@lru_cache(maxsize=50_000)
def korean_skeleton(word: str, south: bool) -> str:
    """The same for a Korean given name, its syllables joined; in the South "young" is not "yong"."""
    if south:
        word = YOUNG.sub("yEng", word)
    for old, new in KOREAN_STEPS:
        word = old.sub(new, word)
    return word


@lru_cache(maxsize=50_000)
def arabic_parts(word: str) -> tuple[str, tuple[str, ...]]:
    """The consonants of an Arabic or Persian name, and the vowels after each."""
    for old, new in ARABIC_STEPS:
        word = old.sub(new, word)
    found = re.findall(r"([^aeiuE]?)([aeiuE]*)", word)
    return "".join(c for c, _ in found), tuple(v[:1] for c, v in found if c or v)


def same_arabic(x: str, y: str) -> bool:
    """Two spellings of one Arabic or Persian name: the consonants agree, and no vowel tells them apart."""
    (one, vowels), (other, others) = arabic_parts(x), arabic_parts(y)
    if one != other or len(vowels) != len(others) or len(one) < 2:
        return False
    return all(v == w or frozenset((v, w)) in FREE for v, w in zip(vowels, others, strict=True))


def key(word: str, country: str | None) -> str:
    """What all spellings of the word share in names of that country."""
    return arabic_parts(word)[0] or skeleton(word) if country in ARABIC else skeleton(word)
