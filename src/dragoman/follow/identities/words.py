"""The words of a person's name: what tells people apart, without titles, particles and what a headline adds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.mentions.offices import AFTER_NAME, HEADS, HONORIFICS
from dragoman.mentions.persons import FAMILY_FIRST, OFFICIAL, PARTICLES
from dragoman.vocab.load import fold

SUFFIXES: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
TITLES: Final = frozenset(w.strip(".") for w in HONORIFICS) | frozenset(
    "pm seyed seyyed mullah president premier minister secretary chancellor king queen prince princess emir pope "
    "ambassador counselor counsellor sheikh sheik shaikh crown h.r.h hrh the".split()
)
ORDERS: Final = frozenset(AFTER_NAME) | frozenset("gcmg cbe obe kbe kcmg gcb esq".split())
HEADLINE: Final = frozenset(  # what a headline says after a name
    "meet meets meeting remarks opening statement statements travel travels upon en joint before after call calls "
    "readout visits visit hosts".split()
)
ARTICLES: Final = frozenset("al el ul as ash ad at an ar az".split())  # of Arabic names, before another word
BURMESE: Final = frozenset("u daw ko ma".split())  # forms of address
FATHERS: Final = frozenset("bin ibn ben bint".split())
EAST_ASIAN: Final = frozenset("CHN PRK KOR TWN HKG VNM".split())  # whose given names are never left out in part
KOREAN: Final = {  # family names by their spellings; after the South's and the North's ways of writing them
    spelling: spellings.split()[0]
    for spellings in (
        "kim gim", "ri lee yi rhee li rhie", "pak park bak", "choe choi choy", "jong chung jung jeong chong cheong",
        "kang gang", "jo cho joe", "yun yoon youn", "jang chang", "rim lim im", "han", "o oh", "so suh seo", "sin shin",
        "kwon gwon", "hwang whang", "an ahn", "ryu yoo yu ryoo lyu you", "hong", "jon jun chun jeon chon",
        "ko koh go", "mun moon", "yang ryang", "son sohn", "pae bae", "paek baek paik baik", "ho hur heo huh",
        "nam", "sim shim", "no roh noh rho", "ha", "kwak gwak", "song sung seong", "cha", "ju joo chu", "u woo wu",
        "ku koo gu", "na ra rah", "min", "jin chin", "om um eom", "chae", "won", "thae tae", "myong myung",
        "hyon hyun hyeon", "pang bang", "kil gil",
    )
    for spelling in spellings.split()
}  # fmt: skip
ALSO_NAMES: Final = frozenset(  # offices that are family names too
    "king prince bishop judge marshal sheikh sheik head chair boss author coach duke justice speaker pope cardinal "
    "consul captain colonel major patriarch founder student citizen general admiral emir sultan governor mayor "
    "chief monarch lawyer".split()
)
DESCRIBES: Final = HEADS | frozenset("operator presidents envoys officials citizens man woman representatives".split())
LINKS: Final = frozenset("of for on to at in with".split())
SERVANT: Final = frozenset("abdul abdel abdal abdol abd".split())  # first half of an Arabic name
_SERVANT: Final = re.compile("^(?:abdel|abdol|abdal)(?=.)")
_QUOTED: Final = re.compile(r"[“\"«(][^”\"»)]*[”\"»)]")
_EDGES: Final = " .,;:!?—–-'\"“”«»()[]"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name taken apart.

    `words` are folded, initials one letter long, particles left out; `joined` is all their letters; `bare` is a name
    of one word as written ("Putin", "Al-Kadhimi", "Thomas-Greenfield"). `titled` tells that something stood around it
    that is no name.
    """

    words: tuple[str, ...]
    joined: str
    suffix: str
    bare: bool
    titled: bool


@lru_cache(maxsize=100_000)
def take_apart(name: str, country: str | None) -> Name:
    """The name's words, as far as they tell people apart."""
    written = _QUOTED.sub(" ", name)
    tokens = [t for t in (w.strip(_EDGES) for w in re.sub(r"\.(?=\w)", ". ", written).split()) if t]
    kept, suffix = _without_titles(tokens)
    words: list[str] = []
    for token in kept:
        words.extend(w.strip(".") for w in fold(token).replace("'", "").split())
    words = [w for w in words if w] or [fold(name)]
    short = _with_servants(_without_particles(words, country))
    bare = sum(fold(t).replace("'", "") not in PARTICLES for t in kept) <= 1
    return Name(tuple(short), "".join(short), suffix, bare, len(kept) < len(tokens))


def _without_titles(tokens: list[str]) -> tuple[list[str], str]:
    suffix, kept = "", list(tokens)
    while len(kept) > 1 and _is_title(kept):
        kept.pop(0)
    while len(kept) > 1:
        last = kept[-1].lower().strip(".")
        if last in SUFFIXES:
            suffix = SUFFIXES[last]
        elif last not in ORDERS:
            break
        kept.pop()
    for at, token in enumerate(kept):
        if at > 1 and token.lower() in HEADLINE:
            return kept[:at], suffix
    return kept, suffix


def _is_title(tokens: list[str]) -> bool:
    """The first word belongs to a title: "Foreign" where "Minister" follows."""
    first, second = (token.lower().strip(".") for token in tokens[:2])
    return first in TITLES or (first in OFFICIAL and (second in TITLES or second in OFFICIAL))


def _with_servants(words: list[str]) -> list[str]:
    """The words with one writing for "Abdel Aziz", "Abd al-Aziz" and "Abdulaziz"."""
    kept: list[str] = []
    for word in words:
        if kept and kept[-1] in SERVANT:
            kept[-1] = "abdul" + word
        else:
            kept.append(_SERVANT.sub("abdul", word))
    return kept


def _without_particles(words: list[str], country: str | None) -> list[str]:
    if country == "MMR" and len(words) > 1 and words[0] in BURMESE:
        return words[1:]
    if country in FAMILY_FIRST:
        return words
    last = len(words) - 1
    kept = [w for at, w in enumerate(words) if not (at < last and (w in PARTICLES or w in ARTICLES or w in FATHERS))]
    return kept or words


@lru_cache(maxsize=100_000)
def is_description(name: str) -> bool:
    """No name but what somebody is: "Russian foreign minister", "Secretary on this trip", "Secretary General"."""
    plain = [w for w in (word.strip(_EDGES) for word in name.split()) if w]
    lower = [w.lower() for w in plain]
    if not plain:
        return True
    if any(w in DESCRIBES and w == low for w, low in zip(plain, lower, strict=True)):
        return True
    if any(w in LINKS for w in plain) and any(low in DESCRIBES - ALSO_NAMES for low in lower[:3]):
        return True
    return lower[-1] in DESCRIBES - ALSO_NAMES or (
        len(lower) > 1 and all(low in DESCRIBES or low in TITLES or low in OFFICIAL for low in lower)
    )
