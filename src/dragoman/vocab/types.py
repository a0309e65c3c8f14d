"""What the vocabulary knows: the entries of its files, and the whole of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory. Absent: `cow` or `gw` None where that list has no such state."""

    iso3: str
    iso2: str
    name: str
    cow: int | None
    gw: int | None
    continent: str = ""


@dataclass(frozen=True, slots=True)
class CountryName:
    """One way of naming a country.

    `form`: name, adjective ("Russian"), people ("Russians"), capital, metonym ("the Kremlin").
    """

    iso3: str
    form: str
    name: str  # the country's usual English name


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body with a seat in world politics.

    Absent: `country` None acts for no state; international bodies have "IGO".
    """

    name: str
    country: str | None
    kind: str  # organisation, or group
    source: str = ""


@dataclass(frozen=True, slots=True)
class City:
    """A town, with degrees north and east."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office. Absent: `until` None is still in office when the table was made."""

    name: str
    aliases: tuple[str, ...]
    country: str
    office: str
    since: date
    until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the rules know by heart. Keys of names are `fold`ed (see `vocab.load.fold`)."""

    countries: Mapping[str, Country]  # by ISO 3166-1 alpha-3
    country_names: Mapping[str, CountryName]  # "north korea", "north korean", "kremlin"
    organisations: Mapping[str, Organisation]  # "un", "united nations", "workers' party of korea"
    cities: Mapping[str, tuple[City, ...]]  # "geneva" -> most populous first
    tenures: Mapping[str, tuple[Tenure, ...]]  # by last name and by whole name: "shoigu", "sergei shoigu"
    posts: Mapping[str, tuple[Tenure, ...]]  # the same by country
    offices: tuple[str, ...]  # "prime minister", "foreign minister", ... longest first
    outlets: Mapping[str, str]  # "yonhap" -> "KOR"
