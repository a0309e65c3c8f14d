"""Whether two names are names of one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.follow.identities.given import same_given
from dragoman.follow.identities.names import alike
from dragoman.follow.identities.sound import similarity
from dragoman.follow.identities.words import is_description, take_apart

SAME = [
    ("Kim Jong Un", "Kim Jong-un", "PRK", "the same name with a hyphen"),
    ("Kim Jong Un", "Kim Jongun", "PRK", "the same name written together"),
    ("Kim Jong Un", "KIM JONG UN", "PRK", "the same name in other capitals"),
    ("Kim Jong Un", "Kim Jung-eun", "PRK", "Jongun and Jungeun are spellings of one name"),
    ("Choe Son Hui", "Choi Sun-hee", "PRK", "Choe and Choi are spellings of one name, Sonhui and Sunhee"),
    ("Ri Yong Ho", "Lee Yong-ho", "PRK", "Ri and Lee are spellings of one name"),
    ("Pak Pong Ju", "Park Bong-joo", "PRK", "Pak and Park"),
    ("Jae-in Moon", "Moon Jae-in", "KOR", "the family name first"),
    ("Roh Moo-hyun", "No Mu-hyon", "KOR", "Roh and No"),
    ("Abe Shinzo", "Shinzo Abe", None, "the family name first"),
    ("Shinzō Abe", "Shinzo Abe", "JPN", "the same name with accents"),
    ("Viktor Orban", "Orbán Viktor", "HUN", "the family name first"),
    ("Xi Jinping", "Xi Jin-ping", "CHN", "the same name written together"),
    ("Sergey Lavrov", "Sergei Lavrov", "RUS", "Sergey and Sergei are spellings of one name"),
    ("Yevgeny Prigozhin", "Evgeni Prigozhin", None, "spellings of one name"),
    ("Sergei Shoigu", "Sergey Shoygu", "RUS", "Shoigu and Shoygu"),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky", "UKR", "Volodymyr and Vladimir stand for each other"),
    ("Alyaksandr Lukashenka", "Alexander Lukashenko", "BLR", "Lukashenka and Lukashenko"),
    ("Abdel Fattah el-Sisi", "Abdul Fattah Al-Sissi", "EGY", "Sisi and Sissi"),
    ("Abd al-Aziz Bouteflika", "Abdelaziz Bouteflika", "DZA", "the same name"),
    ("Hassan Rouhani", "Hassan Rohani", "IRN", "Rouhani and Rohani"),
    ("Ismail Haniyeh", "Esmail Haniyya", "PSE", "spellings of one name"),
    ("Mohammed bin Salman", "Mohammad bin Salman Al Saud", "SAU", "a name more at the end"),
    ("John R. Bolton", "John Bolton", "USA", "a middle name more"),
    ("Joe Biden", "Joseph R. Biden, Jr.", "USA", "Joe and Joseph stand for each other, a middle name more"),
    ("Secretary John Kerry", "John Kerry", "USA", "the same name with other words around it"),
    ("Benjamin “Benny” Gantz", "Benjamin Gantz", "ISR", "the same name"),
    ("S. Jaishankar", "Subrahmanyam Jaishankar", "IND", "an initial for a name"),
    ("Peter O’Neill", "Peter O'Neill", "PNG", "the same name with accents"),
]
DIFFERENT = [
    ("Kim Jong Un", "Kim Jong Il", "PRK"),
    ("Kim Jong Un", "Kim Yo Jong", "PRK"),
    ("Kim Jong Il", "Kim Yong Il", "PRK"),
    ("Kim Jong Un", "Kim Jong", "PRK"),
    ("Choe Son Hui", "Choe Ryong Hae", "PRK"),
    ("Cho Tae-yong", "Cho Tai-young", "KOR"),
    ("Wang Yi", "Wang Yang", "CHN"),
    ("Nguyen Phu Trong", "Nguyen Xuan Phuc", "VNM"),
    ("George W. Bush", "George H. W. Bush", "USA"),
    ("George W. Bush", "George H.W. Bush", "USA"),
    ("Hillary Clinton", "Bill Clinton", "USA"),
    ("Robert Gates", "Robert Bates", "USA"),
    ("Mike Rogers", "Mike Roberts", "USA"),
    ("Raul Castro", "Fidel Castro", "CUB"),
    ("Bashar al-Assad", "Hafez al-Assad", "SYR"),
    ("Saad Hariri", "Rafik Hariri", "LBN"),
    ("Hassan Nasrallah", "Hussein Nasrallah", "LBN"),
    ("Hamad bin Khalifa", "Tamim bin Hamad", "QAT"),
    ("Ali Hassan", "Hassan Ali", "IRQ"),
    ("Viktor Yushchenko", "Viktor Yanukovych", "UKR"),
    ("Alexei Ulyukayev", "Alexei Likhachev", "RUS"),
    ("Maria Silva", "Mario Silva", "BRA"),
    ("Martin Luther King Jr.", "Martin Luther King Sr.", "USA"),
]
PARTIAL = [
    ("Putin", "Vladimir Putin", "RUS", "the family name alone"),
    ("Kim", "Kim Jong Un", "PRK", "the family name alone"),
    ("Son Hui", "Choe Son Hui", "PRK", "the given name alone"),
    ("Abe", "Shinzo Abe", "JPN", "one of the names alone"),
    ("al-Sisi", "Abdel Fattah El Sisi", "EGY", "the family name alone"),
    ("Thomas-Greenfield", "Linda Thomas-Greenfield", "USA", "the family name alone"),
    ("Barack", "Barack Obama", "USA", "the given name alone"),
    ("Suu Kyi", "Aung San Suu Kyi", "MMR", "the end of the name alone"),
]


@pytest.mark.parametrize(("one", "other", "country", "reason"), SAME)
def test_names_of_one_person(one: str, other: str, country: str | None, reason: str) -> None:
    there, back = alike(one, other, country), alike(other, one, country)
    assert there is not None and back is not None
    assert not there.partial and not back.partial
    assert reason in there.reason


@pytest.mark.parametrize(("one", "other", "country"), DIFFERENT)
def test_names_of_two_persons(one: str, other: str, country: str) -> None:
    assert alike(one, other, country) is None
    assert alike(other, one, country) is None


@pytest.mark.parametrize(("one", "other", "country", "reason"), PARTIAL)
def test_names_that_leave_out_a_part(one: str, other: str, country: str, reason: str) -> None:
    for found in (alike(one, other, country), alike(other, one, country)):
        assert found is not None and found.partial and found.reason == reason


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30), st.sampled_from([None, "PRK", "EGY", "USA"]))
def test_any_text_is_compared_and_the_order_does_not_matter(one: str, other: str, country: str | None) -> None:
    there, back = alike(one, other, country), alike(other, one, country)
    assert (there is None) is (back is None)
    assert alike(one, one, country) is not None


@given(st.text(max_size=20), st.text(max_size=20))
def test_similarity_is_a_share_and_symmetric(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, other) == pytest.approx(similarity(other, one))


def test_similarity_puts_spellings_of_one_name_above_other_names() -> None:
    spelled = [("sergey", "sergei"), ("mikhailov", "michajlov"), ("schaefer", "shefer"), ("yuriy", "jurij")]
    other = [("sergey", "serena"), ("mikhailov", "mikoyan"), ("schaefer", "schulz"), ("yuriy", "yukio")]
    assert min(similarity(*pair) for pair in spelled) > max(similarity(*pair) for pair in other)


@pytest.mark.parametrize(
    ("name", "country", "words", "suffix"),
    [
        ("Joseph R. Biden, Jr.", "USA", ("joseph", "r", "biden"), "jr"),
        ("George H.W. Bush", "USA", ("george", "h", "w", "bush"), ""),
        ("Foreign Minister Julie Bishop", "AUS", ("julie", "bishop"), ""),
        ("Mohammed bin Zayed Al Nahyan", "ARE", ("mohammed", "zayed", "nahyan"), ""),
        ("U Thein Sein", "MMR", ("thein", "sein"), ""),
        ("Abd al-Rahman al-Rashid", "SAU", ("abdulrahman", "rashid"), ""),
        ("Heiko Maas Opening Remarks", "DEU", ("heiko", "maas"), ""),
    ],
)
def test_a_name_is_taken_apart(name: str, country: str, words: tuple[str, ...], suffix: str) -> None:
    taken = take_apart(name, country)
    assert (taken.words, taken.suffix) == (words, suffix)


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("Russian foreign minister", True),
        ("Secretary General", True),
        ("President of Malta", True),
        ("senior administration official", True),
        ("Julie Bishop", False),
        ("Angus King", False),
        ("Tuilaepa of Samoa", False),
        ("Leyen", False),
    ],
)
def test_descriptions_are_no_names(name: str, described: bool) -> None:
    assert is_description(name) is described


def test_given_names_that_stand_for_each_other() -> None:
    assert same_given("bill", "william") == "Bill and William stand for each other"
    assert same_given("bill", "wilma") is None
