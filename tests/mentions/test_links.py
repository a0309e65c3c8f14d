"""Who is meant by a surname, a pronoun, a description, and by "I" and "we"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dragoman.model.mention import Form

Reader = Callable[..., Any]
HOWARD = "Prime Minister of Australia (Howard, John)"


def test_a_surname_is_the_person_named_in_full(read: Reader) -> None:
    found = read("Kenyan President Amos Wekesa arrived. Wekesa met the press.")
    assert found.one("Wekesa") == found.one("Amos Wekesa")


def test_a_surname_in_the_title_is_the_person_named_in_full(read: Reader) -> None:
    found = read("Kenyan President Amos Wekesa arrived in Lima.", title="Wekesa visits Peru")
    assert found.one("Wekesa").name == "Amos Wekesa"


def test_two_of_one_family_name_stay_two(read: Reader) -> None:
    found = read("Kim Jong Un spoke of his father Kim Jong Il.")
    assert found.one("Kim Jong Un") != found.one("Kim Jong Il")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Foreign Minister Lars Holm said he would go.", "he", "Lars Holm"),
        ("Lars Holm met Ivan Petrov. He thanked him.", "He", "Lars Holm"),
        ("Peru recalled its envoy.", "its", "Peru"),
        ("Lars Holm lost his post.", "his", "Lars Holm"),
    ],
)
def test_pronouns(read: Reader, text: str, pronoun: str, name: str) -> None:
    assert read(text).one(pronoun).name == name


def test_they_are_the_subjects_named_together(read: Reader) -> None:
    found = read("Lars Holm and Ivan Petrov met in Oslo. They discussed trade.")
    assert [e.name for e in found.who("They")] == ["Lars Holm", "Ivan Petrov"]


def test_they_are_the_two_who_met(read: Reader) -> None:
    found = read("Lars Holm met Ivan Petrov in Oslo. They discussed trade.")
    assert [e.name for e in found.who("They")] == ["Lars Holm", "Ivan Petrov"]


@pytest.mark.parametrize("words", ["Both sides", "The two countries"])
def test_both_sides(read: Reader, words: str) -> None:
    found = read(f"Peru offered Chile a treaty. {words} want it soon.")
    assert [e.country for e in found.who(words)] == ["PER", "CHL"]


def test_the_two_leaders(read: Reader) -> None:
    found = read("President Amos Wekesa of Kenya met President Rosa Ibarra of Chile. The two leaders shook hands.")
    assert [e.name for e in found.who("The two leaders")] == ["Amos Wekesa", "Rosa Ibarra"]


@pytest.mark.parametrize("words", ["The Norwegian minister", "The minister", "The Norwegian representative"])
def test_descriptions(read: Reader, words: str) -> None:
    found = read(f"Norwegian Foreign Minister Lars Holm flew to Lima. {words} met the press.")
    assert found.one(words).name == "Lars Holm"


def test_somebody_unnamed_keeps_country_and_office(read: Reader) -> None:
    entity = read("An Iranian diplomat was expelled.").one("An Iranian diplomat")
    assert (entity.country, entity.office) == ("IRN", "diplomat")


def test_the_regime_of_a_person_has_that_persons_country(read: Reader) -> None:
    found = read("Kenyan President Amos Wekesa spoke. They denounced the Wekesa regime.")
    assert found.one("regime").country == "KEN"


def test_a_transcript_has_turns(read: Reader) -> None:
    found = read(
        "PRIME MINISTER:\n\nI met the President of Chile. We agreed on trade.\n\nJOURNALIST:\n\nWhen?",
        outlet=HOWARD, published=date(2003, 2, 1),
    )  # fmt: skip
    assert [t.speaker.name if t.speaker else None for t in found.turns] == ["John Howard", None]
    assert found.one("I").name == "John Howard"
    assert found.one("We").country == "AUS"


def test_labels_are_no_mentions(read: Reader) -> None:
    assert "PRIME MINISTER" not in read("PRIME MINISTER:\n\nGood morning.", outlet=HOWARD).listed()


def test_a_release_in_the_first_person_is_one_turn(read: Reader) -> None:
    found = read("I will visit Chile in May.", outlet=HOWARD, published=date(2003, 2, 1))
    (turn,) = found.turns
    assert (turn.speaker.name, turn.speaker.country) == ("John Howard", "AUS")


def test_a_report_in_the_third_person_has_no_turns(read: Reader) -> None:
    assert not read("The Prime Minister, John Howard, will visit Chile.", outlet=HOWARD).turns
    assert not read('"I will come," Lars Holm said.').turns


def test_the_speaker_of_a_quotation_is_left_to_the_claims(read: Reader) -> None:
    found = read('"I will come to Lima in May," Lars Holm said.')
    (mention,) = found.all("I", Form.SPEAKER)
    assert mention.entities == ()


def test_the_president_of_a_government_release_is_its_own(read: Reader) -> None:
    found = read("The President will meet King Oscar.", outlet="The White House", published=date(2014, 5, 1))
    assert found.one("The President").name == "Barack Obama"


def test_you_is_whom_the_turn_answers(read: Reader) -> None:
    found = read("PRESIDENT IBARRA: Welcome.\n\nMR HOLM: I thank you.", title="Lars Holm and Rosa Ibarra meet")
    assert found.one("you").name == "Rosa Ibarra"


def test_a_topic_after_for_is_no_ones_country(read: Reader) -> None:
    found = read("U.S. Special Envoy for Somalia Relations Ambassador John Smith left for Nairobi.")
    assert found.one("John Smith").country == "USA"


def test_two_ministers_are_those_that_one_phrase_named(read: Reader) -> None:
    found = read("The foreign ministers of Norway and Peru met. The two ministers signed.")
    mention = next(m for m in found.mentions if m.rule == "mentions.pair")
    assert {e.country for e in mention.entities} == {"NOR", "PER"}


def test_we_in_a_joint_statement_is_all_who_issue_it(read: Reader) -> None:
    heading = "The text of the following statement was released by the Governments of Norway and Peru.\n\n"
    found = read(heading + "We condemn the raid.", title="Joint Statement on the Raid")
    mention = next(m for m in found.mentions if m.form is Form.SPEAKER)
    assert {e.country for e in mention.entities} == {"NOR", "PER"}
