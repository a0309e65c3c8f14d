"""Reads the vocabulary files, and checks every line of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import NoneType
from typing import TypeVar

from dragoman.errors import VocabularyError
from dragoman.vocab.files import Fields, lines, objects, rows
from dragoman.vocab.types import City, Country, CountryName, Organisation, Tenure, Vocabulary

Entry = TypeVar("Entry")
_HERE = Path(__file__).parent
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'"})
_GAPS = re.compile(r"[\s\-\u2010-\u2015]+")
_ARTICLE = re.compile(r"^(?:al|el|ath|as|ash|ad)-", re.IGNORECASE)
_FAMILY_FIRST = {"CHN", "PRK"}
_FAMILY_FIRST_IF_LONG = {"KOR", "TWN", "HKG", "SGP"}
_FORMS = {"name": "names", "adjective": "adjectives", "people": "people", "capital": "capitals", "metonym": "metonyms"}
_COUNTRY: Fields = {
    "iso3": str,
    "iso2": str,
    "name": str,
    "cow": (int, NoneType),
    "gw": (int, NoneType),
    "continent": str,
}
_COUNTRY |= {"names": list, "adjectives": list, "people": list, "capitals": list, "parts": list}
_ORGANISATION: Fields = {"name": str, "aliases": list, "country": (str, NoneType), "kind": str, "source": str}
_LEADER: Fields = {
    "name": str,
    "aliases": list,
    "country": str,
    "office": str,
    "since": str,
    "until": (str, NoneType),
    "source": str,
}
_AFTER_NAME = {"jr", "jr.", "sr", "sr.", "ii", "iii"}


def fold(name: str) -> str:
    """The name as the vocabulary's keys spell it.

    Small letters without accents, straight apostrophes, one space for hyphens and runs of space, and neither a
    leading "the" nor the possessive's ending.
    """
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
        name = "".join(c for c in parts if not unicodedata.combining(c))
    key = name.casefold()
    if not key.isascii():
        key = key.translate(_UNDECOMPOSED)
    key = _GAPS.sub(" ", key).strip()
    return key.removeprefix("the ").removesuffix("'s").removesuffix("'")


def family_name(name: str, country: str) -> str:
    """The part of a person's name that reports use alone: "Shoigu", "al-Assad", "Xi"."""
    words = [w for w in name.split() if w.casefold() not in _AFTER_NAME] or name.split()
    long = len(words) > 2 or "-" in words[-1]
    first = country in _FAMILY_FIRST or (country in _FAMILY_FIRST_IF_LONG and long)
    return words[0] if first else words[-1]


def load(folder: Path = _HERE) -> Vocabulary:
    """The whole vocabulary, read afresh: the caller keeps it.

    Raises: VocabularyError with file and line where a file breaks its rules.
    """
    countries, names = _countries(folder)
    tenures = _tenures(folder, countries)
    return Vocabulary(
        countries=countries,
        country_names=names,
        organisations=_organisations(folder, countries),
        cities=_cities(folder, countries),
        tenures=tenures,
        posts=_posts(tenures),
        offices=_offices(folder),
        outlets=_outlets(folder, countries),
    )


def load_countries(folder: Path = _HERE) -> tuple[dict[str, Country], dict[str, CountryName]]:
    """The countries by code, and every way of naming one: the quick part of `load`. Raises: as `load`."""
    return _countries(folder)


def _known(iso3: str, countries: Mapping[str, Country], place: str) -> str:
    if iso3 not in countries:
        raise VocabularyError(f"no country {iso3!r}", where=place, remedy="use a code that countries.jsonl has")
    return iso3


def _add(table: dict[str, Entry], name: str, entry: Entry, place: str) -> None:
    """Keeps the first entry of a name; a second one that differs is an error, since a reader could not choose."""
    key = fold(name)
    if not key:
        raise VocabularyError("an empty name", where=place)
    if table.setdefault(key, entry) != entry:
        raise VocabularyError(f"{name!r} already names {table[key]}", where=place, remedy="keep one of the two")


def _countries(folder: Path) -> tuple[dict[str, Country], dict[str, CountryName]]:
    """The countries, and every way of naming one: where two countries share a word, the plainer way of naming wins."""
    countries: dict[str, Country] = {}
    ways: dict[str, list[tuple[str, CountryName, str]]] = {form: [] for form in _FORMS}
    for place, entry in objects(folder / "countries.jsonl", _COUNTRY):
        iso3 = entry["iso3"]
        if not re.fullmatch("[A-Z]{3}", iso3) or iso3 in countries:
            raise VocabularyError(f"{iso3!r} is no new code of three capitals", where=place)
        countries[iso3] = Country(iso3, entry["iso2"], entry["name"], entry["cow"], entry["gw"], entry["continent"])
        for part in (entry, *entry["parts"]):
            for form, field in _FORMS.items():
                named = CountryName(iso3, form, part["name"])
                ways[form].extend((way, named, place) for way in part.get(field, ()))
    for place, (phrase, iso3, _) in rows(folder / "metonyms.tsv", 3):
        named = CountryName(iso3, "metonym", countries[_known(iso3, countries, place)].name)
        ways["metonym"].append((phrase, named, place))
    return countries, _ranked(ways)


def _ranked(ways: Mapping[str, Iterable[tuple[str, CountryName, str]]]) -> dict[str, CountryName]:
    names: dict[str, CountryName] = {}
    for entries in ways.values():
        own: dict[str, CountryName] = {}
        for way, named, place in entries:
            _add(own, way, named, place)
        names = own | names
    return names


def _organisations(folder: Path, countries: Mapping[str, Country]) -> dict[str, Organisation]:
    bodies: dict[str, Organisation] = {}
    for place, entry in objects(folder / "organisations.jsonl", _ORGANISATION):
        country = entry["country"]
        if country not in (None, "IGO"):
            _known(country, countries, place)
        if entry["kind"] not in ("organisation", "group"):
            raise VocabularyError(f"kind {entry['kind']!r} is neither organisation nor group", where=place)
        body = Organisation(entry["name"], country, entry["kind"], entry["source"])
        for name in {fold(n): n for n in (entry["name"], *entry["aliases"])}.values():
            _add(bodies, name, body, place)
    return bodies


def _cities(folder: Path, countries: Mapping[str, Country]) -> dict[str, tuple[City, ...]]:
    """Towns by every spelling; the file goes from the most populous down, and so does each entry."""
    towns: dict[str, tuple[City, ...]] = {}
    for place, (name, country, latitude, longitude, population, spellings) in rows(folder / "cities.tsv", 6):
        try:
            city = City(name, country, float(latitude), float(longitude), int(population))
        except ValueError as fault:
            raise VocabularyError(f"not a number ({fault})", where=place) from fault
        if country and country not in countries:
            _known(country, countries, place)
        for key in {fold(spelling) for spelling in (name, *filter(None, spellings.split("|")))}:
            towns[key] = (*towns.get(key, ()), city)
    return towns


def _tenures(folder: Path, countries: Mapping[str, Country]) -> dict[str, tuple[Tenure, ...]]:
    """Who was in office, by family name, whole name and alias; in the order of the file."""
    people: dict[str, list[Tenure]] = {}
    for place, entry in objects(folder / "leaders.jsonl", _LEADER):
        try:
            since = date.fromisoformat(entry["since"])
            until = date.fromisoformat(entry["until"]) if entry["until"] else None
        except ValueError as fault:
            raise VocabularyError(f"not a date ({fault})", where=place, remedy="write YYYY-MM-DD") from fault
        if until and until < since:
            raise VocabularyError("ends before it starts", where=place)
        name, country = entry["name"], entry["country"]
        if country not in ("IGO", "EU"):
            _known(country, countries, place)
        tenure = Tenure(name, tuple(entry["aliases"]), country, entry["office"], since, until, entry["source"])
        family = family_name(name, country)
        ways = (name, family, _ARTICLE.sub("", family), *entry["aliases"])
        for key in {fold(way) for way in ways}:
            people.setdefault(key, []).append(tenure)
    return {key: tuple(tenures) for key, tenures in people.items()}


def _posts(people: Mapping[str, Iterable[Tenure]]) -> dict[str, tuple[Tenure, ...]]:
    posts: dict[str, list[Tenure]] = {}
    for tenure in (tenure for tenures in people.values() for tenure in tenures):
        posts.setdefault(tenure.country, []).append(tenure)
    return {country: tuple(tenures) for country, tenures in posts.items()}


def _offices(folder: Path) -> tuple[str, ...]:
    """Offices as keys, longest first."""
    return tuple(sorted({fold(line) for _, line in lines(folder / "offices.txt")}, key=lambda o: (-len(o), o)))


def _outlets(folder: Path, countries: Mapping[str, Country]) -> dict[str, str]:
    outlets: dict[str, str] = {}
    for place, (name, iso3, spellings) in rows(folder / "outlets.tsv", 3):
        for way in {fold(w): w for w in (name, *filter(None, spellings.split("|")))}.values():
            _add(outlets, way, _known(iso3, countries, place), place)
    return outlets
