"""Countries, towns, persons, bodies and groups: which are found, and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model.mention import Form, Kind

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "words", "form", "country"),
    [
        ("Peru recalled its envoy.", "Peru", Form.NAME, "PER"),
        ("The DPRK tested a rocket.", "DPRK", Form.NAME, "PRK"),
        ("US sanctions hit the bank.", "US", Form.ADJECTIVE, "USA"),
        ("Russian airstrikes killed dozens.", "Russian", Form.ADJECTIVE, "RUS"),
        ("The Russian-US talks failed.", "Russian", Form.ADJECTIVE, "RUS"),
        ("The Russian-US talks failed.", "US", Form.ADJECTIVE, "USA"),
        ("Moscow accused Tehran of delay.", "Moscow", Form.METONYM, "RUS"),
        ("Moscow accused Tehran of delay.", "Tehran", Form.METONYM, "IRN"),
        ("He rejected Moscow's demands.", "Moscow", Form.METONYM, "RUS"),
        ("The Kremlin denied the report.", "Kremlin", Form.METONYM, "RUS"),
        ("They met in Moscow on Friday.", "Moscow", Form.PLACE, "RUS"),
        ("A visit to Beijing is planned.", "Beijing", Form.PLACE, "CHN"),
        ("The envoys met in Geneva.", "Geneva", Form.PLACE, "CHE"),
    ],
)
def test_countries(read: Reader, text: str, words: str, form: Form, country: str) -> None:
    (mention,) = read(text).all(words)
    assert (mention.form, mention.kind, [e.country for e in mention.entities]) == (form, Kind.COUNTRY, [country])


@pytest.mark.parametrize(
    "text", ["He told us to wait.", "Who asked them?", "A roast turkey and fine china were served."]
)
def test_ordinary_words_name_nobody(read: Reader, text: str) -> None:
    assert not [m for m in read(text).mentions if m.form not in (Form.PRONOUN, Form.SPEAKER)]


@pytest.mark.parametrize(
    ("text", "name", "country", "office"),
    [
        ("Russian Deputy Foreign Minister Andrey Rudenko spoke.", "Andrey Rudenko", "RUS", "Deputy Foreign Minister"),
        ("Kenyan President Amos Wekesa left.", "Amos Wekesa", "KEN", "President"),
        ("U.S. Secretary of State Ellen Brand agreed.", "Ellen Brand", "USA", "Secretary of State"),
        ("President of Chile Rosa Ibarra arrived.", "Rosa Ibarra", "CHL", "President"),
        ("The Prime Minister of Japan, Kenta Mori, agreed.", "Kenta Mori", "JPN", "Prime Minister"),
        ("President Omar Hadi of Egypt agreed.", "Omar Hadi", "EGY", "President"),
        ("Norway's foreign minister Lars Holm spoke.", "Lars Holm", "NOR", "foreign minister"),
        ("Lars Holm, the Norwegian foreign minister, spoke.", "Lars Holm", "NOR", "foreign minister"),
        ("Paulo Reis, the Defence Minister of Brazil, spoke.", "Paulo Reis", "BRA", "Defence Minister"),
        ("The Russian Ambassador to Chile Ivan Petrov left.", "Ivan Petrov", "RUS", "Ambassador to Chile"),
        ("Kenyan runner Asha Njoroge was detained.", "Asha Njoroge", "KEN", "runner"),
        (
            "Ri Hyon Su, secretary of the Central Committee of the Workers' Party of Korea, arrived.",
            "Ri Hyon Su", "PRK", "secretary of the Central Committee of the Workers' Party of Korea",
        ),
    ],
)  # fmt: skip
def test_persons_with_their_office(read: Reader, text: str, name: str, country: str, office: str) -> None:
    entity = read(text).one(name)
    assert (entity.kind, entity.country, entity.office) == (Kind.PERSON, country, office)


def test_the_country_of_an_office_is_no_mention_of_its_own(read: Reader) -> None:
    assert read("Kenyan President Amos Wekesa left.").listed() == ["Amos Wekesa"]


@pytest.mark.parametrize(
    ("text", "words", "kind", "country"),
    [
        ("Russian troops crossed the river.", "Russian troops", Kind.ORGANISATION, "RUS"),
        ("Israel's army fired.", "Israel's army", Kind.ORGANISATION, "ISR"),
        ("The Iranian parliament voted.", "Iranian parliament", Kind.ORGANISATION, "IRN"),
        ("The government of Burundi resigned.", "government of Burundi", Kind.COUNTRY, "BDI"),
        ("Syrian refugees crossed the border.", "Syrian refugees", Kind.GROUP, "SYR"),
        ("Senior Kenyan officials met.", "Senior Kenyan officials", Kind.GROUP, "KEN"),
        ("The Russians left early.", "Russians", Kind.GROUP, "RUS"),
        ("Protesters blocked the road.", "Protesters", Kind.GROUP, None),
        ("NATO sent ships.", "NATO", Kind.ORGANISATION, "IGO"),
    ],
)
def test_bodies_and_groups(read: Reader, text: str, words: str, kind: Kind, country: str | None) -> None:
    entity = read(text).one(words)
    assert (entity.kind, entity.country) == (kind, country)


def test_an_adjective_inside_a_body_is_no_mention_of_its_own(read: Reader) -> None:
    assert not read("Peruvian police arrested him.").all("Peruvian")


def test_coordinated_countries_are_mentions_each(read: Reader) -> None:
    found = read("Peru, Chile and Bolivia signed.")
    assert [found.one(name).country for name in ("Peru", "Chile", "Bolivia")] == ["PER", "CHL", "BOL"]


def test_north_and_south_korea(read: Reader) -> None:
    found = read("North and South Korea opened a hotline.")
    assert [found.one(name).country for name in ("North", "South Korea")] == ["PRK", "KOR"]


def test_ministers_of_two_countries(read: Reader) -> None:
    found = read("The foreign ministers of Peru and Chile met in Oslo.")
    assert {e.country for e in found.who("The foreign ministers of Peru and Chile")} == {"PER", "CHL"}


def test_for_or_against_a_country_is_not_of_it(read: Reader) -> None:
    assert not any(e.country == "IRN" for m in read("Anti-Iranian protesters marched.").mentions for e in m.entities)


def test_spans_slice_back_and_indices_count_up(read: Reader) -> None:
    found = read("The envoy of Peru met Chile's minister. He thanked her.", title="Peru and Chile meet")
    assert [m.index for m in found.mentions] == list(range(len(found.mentions)))
    assert found.all("Peru")[0].part == "title"
    assert all(found.words(m).strip() == found.words(m) != "" for m in found.mentions)


@pytest.mark.parametrize(
    "text", ["The North American market grew.", "They signed the Minsk Protocol.", "The Paris Agreement holds."]
)
def test_a_country_inside_another_name_is_not_meant(read: Reader, text: str) -> None:
    assert not [m for m in read(text).mentions if m.kind is Kind.COUNTRY]


def test_a_title_says_nothing_of_a_person_whom_it_does_not_name(read: Reader) -> None:
    found = read("The talks went well.", title="National Security Advisor Travel to Mexico")
    assert not [m for m in found.mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
