"""The vocabulary as it is shipped, and what happens when a file of it is broken."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import dragoman.vocab
from dragoman.errors import VocabularyError
from dragoman.vocab.load import family_name, fold, load
from dragoman.vocab.types import Vocabulary

FILES = (
    "countries.jsonl",
    "metonyms.tsv",
    "organisations.jsonl",
    "cities.tsv",
    "leaders.jsonl",
    "offices.txt",
    "outlets.tsv",
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Kremlin", "kremlin"),
        ("Russia's", "russia"),
        ("the  United\nStates’", "united states"),
        ("Workers’ Party of Korea", "workers' party of korea"),
        ("São Tomé", "sao tome"),
        ("Łódź", "lodz"),
        ("al-Qaeda", "al qaeda"),
        ("Asia–Europe Meeting", "asia europe meeting"),
        ("Türkiye", "turkiye"),
        ("U.S.", "u.s."),
        ("Theresa", "theresa"),
    ],
)
def test_fold(name: str, key: str) -> None:
    assert fold(name) == key
    assert fold(fold(name)) == key


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Sergei Shoigu", "RUS", "Shoigu"),
        ("Xi Jinping", "CHN", "Xi"),
        ("Kim Jong Un", "PRK", "Kim"),
        ("Moon Jae-in", "KOR", "Moon"),
        ("Syngman Rhee", "KOR", "Rhee"),
        ("Vivian Balakrishnan", "SGP", "Balakrishnan"),
        ("Bashar al-Assad", "SYR", "al-Assad"),
        ("John Doe Jr.", "USA", "Doe"),
    ],
)
def test_family_name(name: str, country: str, family: str) -> None:
    assert family_name(name, country) == family


@pytest.mark.parametrize(
    ("name", "iso3", "form"),
    [
        ("DPRK", "PRK", "name"),
        ("Republic of Korea", "KOR", "name"),
        ("U.S.", "USA", "name"),
        ("US", "USA", "name"),
        ("America", "USA", "name"),
        ("Britain", "GBR", "name"),
        ("Burma", "MMR", "name"),
        ("Burma/Myanmar", "MMR", "name"),
        ("Ivory Coast", "CIV", "name"),
        ("Czechia", "CZE", "name"),
        ("Swaziland", "SWZ", "name"),
        ("Macedonia", "MKD", "name"),
        ("the Russian Federation", "RUS", "name"),
        ("Gaza", "PSE", "name"),
        ("Kosovo", "XKX", "name"),
        ("Holy See", "VAT", "name"),
        ("Soviet Union", "RUS", "name"),
        ("Yugoslavia", "SRB", "name"),
        ("Zaire", "COD", "name"),
        ("Scotland", "GBR", "name"),
        ("North Korean", "PRK", "adjective"),
        ("Emirati", "ARE", "adjective"),
        ("Dutch", "NLD", "adjective"),
        ("Britons", "GBR", "people"),
        ("Israelis", "ISR", "people"),
        ("Pyongyang", "PRK", "capital"),
        ("Kiev", "UKR", "capital"),
        ("Washington", "USA", "capital"),
        ("the Kremlin", "RUS", "metonym"),
        ("Élysée", "FRA", "metonym"),
        ("Foggy Bottom", "USA", "metonym"),
    ],
)
def test_country_names(vocabulary: Vocabulary, name: str, iso3: str, form: str) -> None:
    found = vocabulary.country_names[fold(name)]
    assert (found.iso3, found.form) == (iso3, form)


@pytest.mark.parametrize(
    "name", ["Best Korea", "united states citizen", "Amerika", "in", "it", "can", "male", "states"]
)
def test_no_country_names(vocabulary: Vocabulary, name: str) -> None:
    assert fold(name) not in vocabulary.country_names


def test_parts_keep_their_own_name(vocabulary: Vocabulary) -> None:
    assert vocabulary.country_names["scottish"].name == "Scotland"
    assert vocabulary.country_names["russian"].name == "Russia"


def test_codes(vocabulary: Vocabulary) -> None:
    germany, serbia, gaza = (vocabulary.countries[iso3] for iso3 in ("DEU", "SRB", "PSE"))
    assert (germany.iso2, germany.cow, germany.gw, germany.continent) == ("DE", 255, 260, "Europe")
    assert (serbia.cow, serbia.gw) == (345, 340)
    assert (gaza.cow, gaza.gw) == (None, None)
    for list_of in ("cow", "gw"):
        numbers = [getattr(c, list_of) for c in vocabulary.countries.values() if getattr(c, list_of) is not None]
        assert len(numbers) == len(set(numbers)) > 190
    assert all(len(c.iso2) == 2 and c.iso2.isupper() for c in vocabulary.countries.values())


@pytest.mark.parametrize(
    ("name", "country", "usual"),
    [
        ("UN", "IGO", "United Nations"),
        ("Security Council", "IGO", "United Nations Security Council"),
        ("Nato", "IGO", "NATO"),
        ("Workers’ Party of Korea", "PRK", "Workers' Party of Korea"),
        ("Hamas", "PSE", "Hamas"),
        ("ISIL", None, "Islamic State"),
        ("Taliban", "AFG", "Taliban"),
        ("IRGC", "IRN", "Islamic Revolutionary Guard Corps"),
        ("Amnesty International", None, "Amnesty International"),
        ("the Pentagon", "USA", "Pentagon"),
    ],
)
def test_organisations(vocabulary: Vocabulary, name: str, country: str | None, usual: str) -> None:
    body = vocabulary.organisations[fold(name)]
    assert (body.country, body.name) == (country, usual)


def test_organisations_say_where_from(vocabulary: Vocabulary) -> None:
    bodies = set(vocabulary.organisations.values())
    assert len(bodies) > 400
    assert all(body.source for body in bodies)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Panmunjom", "KOR"),
        ("Geneva", "CHE"),
        ("Sharm el-Sheikh", "EGY"),
        ("Rangoon", "MMR"),
        ("Calcutta", "IND"),
        ("Bali", "IDN"),
        ("Arctic", ""),
    ],
)
def test_cities(vocabulary: Vocabulary, name: str, country: str) -> None:
    assert vocabulary.cities[fold(name)][0].country == country


def test_cities_are_on_the_globe_and_largest_first(vocabulary: Vocabulary) -> None:
    for cities in vocabulary.cities.values():
        assert [c.population for c in cities] == sorted((c.population for c in cities), reverse=True)
        assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 for c in cities)
    assert not {"reading", "nice", "most", "bush", "jackson"} & set(vocabulary.cities)


def test_outlets(vocabulary: Vocabulary) -> None:
    assert [vocabulary.outlets[fold(n)] for n in ("Yonhap News Agency", "Reuters", "KCNA", "Al-Jazeera")] == [
        "KOR",
        "GBR",
        "PRK",
        "QAT",
    ]


def test_offices_are_keys_longest_first(vocabulary: Vocabulary) -> None:
    assert list(vocabulary.offices) == sorted(vocabulary.offices, key=lambda o: (-len(o), o))
    assert all(fold(office) == office for office in vocabulary.offices)


def test_keys_are_folded(vocabulary: Vocabulary) -> None:
    named = vocabulary
    for table in (named.country_names, named.organisations, named.cities, named.tenures, named.outlets):
        assert table
        assert all(fold(key) == key for key in table)


def test_no_name_is_both_country_and_organisation(vocabulary: Vocabulary) -> None:
    assert not set(vocabulary.country_names) & set(vocabulary.organisations)


def test_loads_quickly() -> None:
    before = time.process_time()
    load()
    assert time.process_time() - before < 0.6  # 0.2 s on an idle machine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small vocabulary: one line in each file."""
    here = Path(dragoman.vocab.__file__).parent
    for name in FILES:
        first = next(
            line for line in (here / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
        )
        (tmp_path / name).write_text("# a comment\n\n" + first + "\n", encoding="utf-8")
    shutil.copy(here / "countries.jsonl", tmp_path / "countries.jsonl")
    return tmp_path


def append(folder: Path, name: str, line: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


LEADER = (
    '{"name": "Ada Vale", "aliases": ["A. Vale"], "country": "NZL", "office": "Prime Minister",'
    ' "since": "2001-02-03", "until": null, "source": "invented"}'
)


def test_tenures_by_every_name(folder: Path) -> None:
    append(folder, "leaders.jsonl", LEADER)
    tenures = load(folder).tenures
    assert tenures["vale"] == tenures["ada vale"] == tenures["a. vale"]
    assert (tenures["vale"][0].since, tenures["vale"][0].until) == (date(2001, 2, 3), None)


@pytest.mark.parametrize(
    ("file", "line", "what"),
    [
        ("countries.jsonl", '{"iso3": "XYZ"}', "no field 'iso2'"),
        ("organisations.jsonl", "not json", "not JSON"),
        ("organisations.jsonl", "[1]", "not a JSON object"),
        (
            "organisations.jsonl",
            '{"name": 3, "aliases": [], "country": null, "kind": "organisation", "source": ""}',
            "wrong type",
        ),
        (
            "organisations.jsonl",
            '{"name": "X", "aliases": [], "country": "QQQ", "kind": "organisation", "source": ""}',
            "no country 'QQQ'",
        ),
        (
            "organisations.jsonl",
            '{"name": "X", "aliases": [], "country": null, "kind": "club", "source": ""}',
            "neither organisation nor group",
        ),
        (
            "organisations.jsonl",
            '{"name": "UN", "aliases": [], "country": null, "kind": "group", "source": ""}',
            "already names",
        ),
        ("metonyms.tsv", "The Attic\tQQQ\ta loft", "no country 'QQQ'"),
        ("metonyms.tsv", "The Attic\tNZL", "2 cells where 3 belong"),
        ("outlets.tsv", "\tNZL\t", "the first cell is empty"),
        ("cities.tsv", "Nowhere\tNZL\tnorth\t0\t0\t", "not a number"),
        ("leaders.jsonl", LEADER.replace("2001-02-03", "2001-02-30"), "not a date"),
        ("leaders.jsonl", LEADER.replace('"until": null', '"until": "2000-01-01"'), "ends before it starts"),
        ("leaders.jsonl", LEADER.replace("NZL", "QQQ"), "no country 'QQQ'"),
    ],
)
def test_broken_lines_are_named(folder: Path, file: str, line: str, what: str) -> None:
    append(folder, file, line)
    number = len((folder / file).read_text(encoding="utf-8").splitlines())
    with pytest.raises(VocabularyError, match=what) as caught:
        load(folder)
    assert caught.value.where == f"{file}:{number}"


def test_missing_file_is_named(folder: Path) -> None:
    (folder / "outlets.tsv").unlink()
    with pytest.raises(VocabularyError) as caught:
        load(folder)
    assert caught.value.where == "outlets.tsv"


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"\xff\xfe"), lambda path: path.write_text("")])
def test_spoilt_file_is_an_error_or_empty(folder: Path, spoil: Callable[[Path], object]) -> None:
    spoil(folder / "countries.jsonl")
    with pytest.raises(VocabularyError):
        load(folder)
