"""Writes vocab/countries.jsonl from rigour's territories, CLDR's English names and the two tables beside this script.

Needs rigour (MIT) and babel (BSD; CLDR under the Unicode licence) at development time only:

    pip install rigour babel && python scripts/build_countries.py
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from rigour.territories import Territory, get_territories

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/dragoman/vocab/countries.jsonl"
SOURCE = "rigour territories; CLDR English names; scripts/country_facts.tsv, scripts/country_parts.tsv"
# Territories without politics of their own, or without people.
LEFT_OUT = {"ASC", "ATF", "BVT", "CPT", "CRQ", "CYB", "DGA", "HMD", "SGS", "UMI"}
FORMS = ("names", "adjectives", "people")
# A name as headings write it ("Congo - Kinshasa", "Myanmar (Burma)") is none that a sentence has.
HEADING = ("(", " - ", "SAR China")
USUAL = {"BIH": "Bosnia and Herzegovina", "CIV": "Ivory Coast", "COD": "DR Congo", "COG": "Republic of the Congo"}
USUAL |= {
    "CPV": "Cape Verde",
    "CZE": "Czech Republic",
    "HKG": "Hong Kong",
    "MAC": "Macau",
    "MMR": "Myanmar",
    "PSE": "Palestine",
}
USUAL |= {
    "VCT": "Saint Vincent and the Grenadines",
    "TLS": "East Timor",
    "TUR": "Turkey",
    "VAT": "Vatican",
    "SWZ": "Eswatini",
}


def cells(path: Path, width: int) -> Iterator[list[str]]:
    """The cells of each line that is no comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            row = line.split("\t")
            if len(row) != width:
                sys.exit(f"{path.name}: {len(row)} cells where {width} belong: {line}")
            yield row


def values(cell: str) -> list[str]:
    """The values of a cell; none for "-"."""
    return [] if cell == "-" else cell.split(",")


def usual(territory: Territory, cldr: str) -> str:
    """The name that English reports use: CLDR's unless it is a heading."""
    iso3 = (territory.alpha3 or "").upper()
    name = USUAL.get(iso3) or (territory.name if any(mark in cldr for mark in HEADING) or not cldr else cldr)
    return name.replace("St. ", "Saint ").replace(" & ", " and ")


def names(territory: Territory, name: str, cldr: list[str], own: list[str]) -> list[str]:
    """All names without repetition, the usual one first."""
    found = [name, *cldr, territory.name, territory.full_name, *own]
    found += [n.replace(" & ", " and ") for n in found] + [n.replace("Saint ", "St. ") for n in found if "Saint " in n]
    return list(
        dict.fromkeys(n.removeprefix("The ").removeprefix("the ") for n in found if not any(m in n for m in HEADING))
    )


def entry(territory: Territory, facts: dict[str, list[str]], parts: list[dict[str, object]]) -> dict[str, object]:
    """One line of the file."""
    english = Locale("en").territories
    iso2, iso3 = territory.code.upper(), (territory.alpha3 or "").upper()
    cldr = [english[code] for code in (iso2, f"{iso2}-alt-short", f"{iso2}-alt-variant") if code in english]
    cow, gw, capitals, own, adjectives, people = facts.get(iso3, ["-"] * 6)
    name = usual(territory, cldr[0] if cldr else "")
    return {
        "iso3": iso3,
        "iso2": iso2,
        "name": name,
        "cow": None if cow == "-" else int(cow),
        "gw": None if gw == "-" else int(gw),
        "continent": territory.region or "",
        "names": names(territory, name, cldr, values(own)),
        "adjectives": values(adjectives),
        "people": values(people),
        "capitals": values(capitals),
        "parts": parts,
        "source": SOURCE,
    }


def main() -> None:
    """Writes the file."""
    facts = {row[0]: row[1:] for row in cells(HERE / "country_facts.tsv", 7)}
    parts: dict[str, list[dict[str, object]]] = {}
    for iso3, name, *ways in cells(HERE / "country_parts.tsv", 5):
        part: dict[str, object] = {"name": name}
        part |= {form: values(cell) for form, cell in zip(FORMS, ways, strict=True)}
        part["names"] = [name, *values(ways[0])]
        parts.setdefault(iso3, []).append(part)
    coded = {t.alpha3.upper(): t for t in get_territories() if t.alpha3 and len(t.code) == 2 and not t.is_historical}
    lines = [entry(t, facts, parts.get(iso3, [])) for iso3, t in coded.items() if iso3 not in LEFT_OUT]
    missing = (set(facts) | set(parts)) - {line["iso3"] for line in lines}
    if missing:
        sys.exit(f"no territory for {sorted(missing)}")
    lines.sort(key=lambda line: str(line["iso3"]))
    TARGET.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
