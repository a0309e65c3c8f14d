"""Who is who across reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.archive.ids import form_id
from dragoman.follow.corrections import links
from dragoman.follow.identities.cut import as_of
from dragoman.follow.identities.find import Registry
from dragoman.model.event import Actor, EventType, Source, Status
from dragoman.model.identity import Identity
from dragoman.model.kept import Change, Correction, Sighting
from dragoman.model.mention import Kind
from dragoman.vocab.load import load
from dragoman.vocab.types import Vocabulary

DAY = date(2021, 5, 1)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


def person(name: str, country: str | None = None, office: str | None = None) -> Actor:
    return Actor(name, country, Kind.PERSON, office)


def body(name: str, country: str | None = None) -> Actor:
    return Actor(name, country, Kind.ORGANISATION)


def state(name: str, country: str | None) -> Actor:
    return Actor(name, country, Kind.COUNTRY)


def seen(number: int, *actors: Actor, published: date | None = None) -> Sighting:
    """An event of the report with this number, published on the day of that number where none is given."""
    return Sighting(
        id=f"e{number}", report=f"d{number}", key=f"{number:04}", published=published or DAY + timedelta(number),
        outlet="", type=EventType.CONSULT, mode=None, status=Status.OCCURRED, actors=actors, recipients=(), place=None,
        time=None, source=Source(), object=None, trigger="met", at=0,
    )  # fmt: skip


def placed(registry: Registry, sightings: Iterable[Sighting]) -> list[str]:
    """The identities of all actors, in order."""
    return [registry.place(a, s) for s in sorted(sightings, key=lambda s: s.order) for a in s.actors]


def places(vocabulary: Vocabulary, *actors: Actor, published: date | None = None) -> list[str]:
    """The identities of actors that are met one after the other."""
    registry = Registry(vocabulary=vocabulary)
    return placed(registry, [seen(n, actor, published=published) for n, actor in enumerate(actors)])


ONE = [
    (person("Lena Ortiz", "CHL"), person("Lena Ortíz", "CHL"), person("Ortiz", "CHL")),
    (person("Andrei Volkov", "RUS"), person("Andrey Volkov", "RUS"), person("Volkov", "RUS")),
    (person("Volkov", "RUS", "envoy"), person("Andrei Volkov", "RUS", "special envoy")),
    (person("Kim Myong Gil", "PRK"), person("Kim Myong-gil", "PRK"), person("Myong Gil", "PRK")),
    (person("Kim Jong Un", "PRK"), person("Kim Jong-un", "PRK"), person("Kim Jung Eun", "PRK")),
    (person("Vladimir Putin", "RUS"), person("Putin", "RUS"), person("Russian president", "RUS")),
    (person("Russian President", "RUS"), person("Vladimir Putin", "RUS")),
    (person("Marta Feld", "AUT"), person("Marta Feld")),
    (person("Marta Feld"), person("Marta Feld", "AUT")),
    (person("Ragnhild Sandvoll", "NOR"), person("Ragnhild Sandvoll", "IGO")),
    (state("Russia", "RUS"), state("Russian authorities", "RUS"), body("Government of Russia", "RUS")),
    (body("UN", "IGO"), body("United Nations", "IGO")),
    (body("Russian Foreign Ministry", "RUS"), body("Ministry of Foreign Affairs of Russia", "RUS")),
    (body("State Department", "USA"), body("U.S. Department of State", "USA")),
    (body("Chilean Ministry of Mines", "CHL"), body("Ministry of Mines of Chile", "CHL")),
    (body("Fruit Growers Union", "CHL"), body("FGU", "CHL")),
    (body("FGU", "CHL"), body("Fruit Growers Union", "CHL")),
    (person("Biden", "USA"), person("Joe Biden", "USA")),
    (body("International Olive Organization", "IGO"), body("the International Olive Organisation", "IGO")),
]
OTHERS = [
    (person("Kim Jong Un", "PRK"), person("Kim Jong Il", "PRK"), person("Kim Yo Jong", "PRK")),
    (person("George W. Bush", "USA"), person("George H. W. Bush", "USA")),
    (person("Kamala Harris", "USA"), person("David Harris", "USA")),
    (person("Maria Silva", "BRA"), person("Maria Silva", "PRT")),
    (person("Lena Ortiz", "CHL"), person("Lena Ortiz", "PER")),
    (person("Paul"), person("Paul Ferrand")),
    (person("Fagan"), person("Fagan", "IRL")),
    (body("Biden administration", "USA"), body("Trump administration", "USA")),
    (body("Ministry of Health", "CHL"), body("Ministry of Health", "PER")),
    (body("Ministry of Health", "CHL"), body("Ministry of Mines", "CHL")),
    (body("Fruit Growers Union", "CHL"), body("FGU", "PER")),
    (body("Fruit Growers Union", "CHL"), body("Free Garment Union", "CHL")),
    (person("Jill Biden", "USA"), person("Biden", "USA")),
    (body("G7", "IGO"), body("G20", "IGO")),
    (state("Russia", "RUS"), person("Russia Smith", "RUS")),
]


@pytest.mark.parametrize("actors", ONE, ids=str)
def test_one_actor(vocabulary: Vocabulary, actors: tuple[Actor, ...]) -> None:
    assert len(set(places(vocabulary, *actors))) == 1


@pytest.mark.parametrize("actors", OTHERS, ids=str)
def test_as_many_actors(vocabulary: Vocabulary, actors: tuple[Actor, ...]) -> None:
    assert len(set(places(vocabulary, *actors))) == len(actors)


def test_a_country_is_its_code(vocabulary: Vocabulary) -> None:
    assert places(vocabulary, state("the Kremlin", "RUS")) == ["RUS"]
    assert places(vocabulary, state("EU leadership", "IGO")) != ["IGO"]


def test_an_office_means_who_holds_it_on_the_day(vocabulary: Vocabulary) -> None:
    registry = Registry(vocabulary=vocabulary)
    title = person("US president", "USA")
    found = placed(
        registry,
        [
            seen(0, person("George W. Bush", "USA"), title, published=date(2003, 3, 1)),
            seen(1, person("Barack Obama", "USA"), title, published=date(2012, 3, 1)),
        ],
    )
    assert found[0] == found[1] != found[2] == found[3]


def test_a_family_name_of_two_persons_is_settled_by_the_office_or_left_open(vocabulary: Vocabulary) -> None:
    lena, tom = person("Lena Ortiz", "CHL", "Finance Minister"), person("Tomas Ortiz", "CHL", "army chief")
    bare = [person("Ortiz", "CHL", "finance minister"), person("Ortiz", "CHL", "army chief"), person("Ortiz", "CHL")]
    found = places(vocabulary, lena, tom, *bare)
    assert found[2:4] == found[:2]
    assert found[4] not in found[:2]


def test_a_family_name_long_unheard_does_not_wait_for_its_given_name(vocabulary: Vocabulary) -> None:
    registry = Registry(vocabulary=vocabulary)
    found = placed(registry, [
        seen(0, person("Ortiz", "CHL"), published=date(2003, 1, 1)),
        seen(1, person("Lena Ortiz", "CHL"), published=date(2015, 1, 1)),
    ])  # fmt: skip
    assert found[0] != found[1]


def test_what_an_identity_holds(vocabulary: Vocabulary) -> None:
    registry = Registry(vocabulary=vocabulary)
    placed(registry, [
        seen(0, person("Volkov", "RUS", "envoy")), seen(1, person("Andrei Volkov", "RUS", "special envoy")),
        seen(2, person("Andrei Volkov", "RUS", "special envoy"), person("Andrei Volkov", "RUS")),
    ])  # fmt: skip
    (found,) = registry.identities()
    assert (found.name, found.country, found.kind) == ("Andrei Volkov", "RUS", Kind.PERSON)
    assert [(f.name, f.count, f.reason) for f in found.forms] == [
        ("Volkov", 1, "first seen"),
        ("Andrei Volkov", 3, "the family name alone"),
    ]
    assert [(h.office, h.first, h.last, h.event) for h in found.offices] == [
        ("envoy", DAY, DAY, "e0"),
        ("special envoy", DAY + timedelta(1), DAY + timedelta(2), "e1"),
    ]
    assert found.id == "p" + form_id(person("Volkov", "RUS"))[1:]
    assert registry.forms()[form_id(person("Andrei Volkov", "RUS"))] == found.id


CAST = [
    person("Andrei Volkov", "RUS"), person("Andrey Volkov", "RUS", "envoy"), person("Volkov", "RUS"),
    person("Ivan Volkov", "RUS", "envoy"), person("Lena Ortiz", "CHL"), person("Ortiz", "CHL"), person("Lena Ortiz"),
    person("Putin", "RUS"), person("Russian president", "RUS"), person("Vladimir Putin", "RUS", "President"),
    person("Kim", "PRK"), person("Kim Jong Un", "PRK"), person("Kim Yo Jong", "PRK"), person("Kim Jong-un", "PRK"),
    body("Ministry of Mines", "CHL"), body("Chilean Ministry of Mines", "CHL"), state("Chile", "CHL"),
    person("Bush", "USA"), person("George W. Bush", "USA"), person("George H. W. Bush", "USA"),
]  # fmt: skip
STORIES = st.lists(st.tuples(st.integers(0, 30), st.sampled_from(CAST)), min_size=1, max_size=14)
TOLD = settings(max_examples=60, deadline=None)


def story(told: Sequence[tuple[int, Actor]]) -> list[Sighting]:
    """Sightings in order; the same number is the same day, another report."""
    made = [seen(n, actor, published=DAY + timedelta(day)) for n, (day, actor) in enumerate(told)]
    return sorted(made, key=lambda s: s.order)


@TOLD
@given(STORIES)
def test_later_reports_change_nothing(vocabulary: Vocabulary, told: list[tuple[int, Actor]]) -> None:
    sightings = story(told)
    whole = Registry(vocabulary=vocabulary)
    found = placed(whole, sightings)
    for count in range(len(sightings)):
        part = Registry(vocabulary=vocabulary)
        assert placed(part, sightings[:count]) == found[:count]
    for day in {s.published for s in sightings if s.published}:
        part = Registry(vocabulary=vocabulary)
        placed(part, [s for s in sightings if s.published and s.published <= day])
        cut = (as_of(identity, day) for identity in whole.identities())
        assert [one for one in cut if one is not None] == list(part.identities())


@TOLD
@given(STORIES, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    vocabulary: Vocabulary, told: list[tuple[int, Actor]], random: Random
) -> None:
    sightings = story(told)
    shuffled = random.sample(sightings, len(sightings))
    results: list[tuple[Identity, ...]] = []
    for arrived in (sightings, shuffled):
        registry = Registry(vocabulary=vocabulary)
        placed(registry, arrived)
        results.append(registry.identities())
    assert results[0] == results[1]


def groups(vocabulary: Vocabulary, must: Iterable[tuple[str, str]], cannot: Iterable[tuple[str, str]]) -> list[str]:
    """The identities of the whole cast under a person's corrections."""
    return placed(Registry(must, cannot, vocabulary), [seen(n, actor) for n, actor in enumerate(CAST)])


@pytest.mark.parametrize(("one", "other"), [(0, 4), (1, 3), (9, 11), (14, 16), (4, 14)])
def test_a_merge_joins_two_forms(vocabulary: Vocabulary, one: int, other: int) -> None:
    before = groups(vocabulary, (), ())
    after = groups(vocabulary, [(form_id(CAST[one]), form_id(CAST[other]))], ())
    assert before[one] != before[other]
    assert after[one] == after[other]
    assert next(i for i in range(len(CAST)) if before[i] != after[i]) == other


@pytest.mark.parametrize(("one", "other"), [(0, 1), (7, 9), (8, 9), (11, 13), (14, 15)])
def test_a_split_parts_two_forms(vocabulary: Vocabulary, one: int, other: int) -> None:
    before = groups(vocabulary, (), ())
    after = groups(vocabulary, (), [(form_id(CAST[one]), form_id(CAST[other]))])
    assert before[one] == before[other]
    assert after[one] != after[other]


def test_a_split_from_the_state_makes_an_actor_of_its_own(vocabulary: Vocabulary) -> None:
    chile, junta = state("Chile", "CHL"), state("junta", "CHL")
    registry = Registry((), [(form_id(chile), form_id(junta))], vocabulary)
    assert placed(registry, [seen(0, chile), seen(1, junta)])[1] != "CHL"


@pytest.mark.parametrize(("one", "other"), [(0, 4), (0, 1), (7, 9), (11, 13), (14, 15), (14, 16)])
def test_a_merge_and_a_split_undo_each_other(vocabulary: Vocabulary, one: int, other: int) -> None:
    def corrected(*changes: Change) -> list[str]:
        ids = form_id(CAST[one]), form_id(CAST[other])
        lines = [
            Correction(f"c{n}", datetime(2025, 1, 1, tzinfo=UTC), "", change, ids[0], other=ids[1])
            for n, change in enumerate(changes, 1)
        ]
        said = links(lines)
        return groups(vocabulary, said.same_names, said.other_names)

    before = groups(vocabulary, (), ())
    if before[one] == before[other]:
        assert corrected(Change.SPLIT) != before
        assert corrected(Change.SPLIT, Change.MERGE) == before
    else:
        assert corrected(Change.MERGE) != before
        assert corrected(Change.MERGE, Change.SPLIT) == before


def test_thousands_of_names_are_gone_through_in_seconds(vocabulary: Vocabulary) -> None:
    given_names = "Adam Bela Carl Dora Emil".split()
    names = [f"{first} {word(n)}son" for first in given_names for n in range(400)]
    sightings = [seen(n, person(name, "USA")) for n, name in enumerate(names * 5)]
    registry = Registry(vocabulary=vocabulary)
    started = perf_counter()
    placed(registry, sightings)
    assert perf_counter() - started < 20
    assert len(registry.identities()) > 0.95 * len(names)  # made-up words that differ in one letter may be joined


def word(number: int) -> str:
    """A made-up word for a number."""
    parts = ("ba", "de", "fi", "go", "tu", "la", "me", "ni", "po", "ru")
    return "".join(parts[int(digit)] for digit in str(number)).title()
