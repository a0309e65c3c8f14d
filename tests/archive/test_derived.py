"""What was followed is stored, found by whatever it says, and replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dragoman.archive.store import Filing, Store
from dragoman.errors import StoreError
from dragoman.model.event import EventType, Place, Source, Status
from dragoman.model.identity import Form, Held, Identity
from dragoman.model.kept import Change, Correction
from dragoman.model.mention import Kind
from dragoman.model.relation import Ribbon, Standing, Stretch
from dragoman.model.thread import Party, Step, StepKind, Thread

MakeFiling = Callable[..., Filing]
MAY, JUNE = date(2018, 5, 10), date(2018, 6, 12)
ANNA = Party("pann", "Anna Volkova", "RUS", Kind.PERSON, "Foreign Minister")
HOST = Party("UZB", "Uzbekistan", "UZB", Kind.COUNTRY)
BODY = Party("pbod", "The Body", None, Kind.ORGANISATION)


def step(event: str, day: date | None, status: Status) -> Step:
    return Step(
        event, "d1", day, "The Mail", StepKind.ANNOUNCED, status, "2018-06", Place("Tashkent", "UZB"), Source(),
        "first", (ANNA,), (), "\ud800 the treaty\0",
    )  # fmt: skip


def thread(id: str, actors: tuple[Party, ...], recipients: tuple[Party, ...], *steps: Step) -> Thread:
    return Thread(id, EventType.CONSULT, None, actors, recipients, None, None, None, steps)


PLAN = thread("tone", (ANNA,), (HOST,), step("eone", MAY, Status.PLANNED), step("etwo", JUNE, Status.OCCURRED))
DONE = thread("ttwo", (HOST,), (BODY,), step("ethree", None, Status.OCCURRED))
BRANCH = thread("tone-2", (ANNA, BODY), (), step("eone", MAY, Status.PLANNED))
THREADS = [PLAN, BRANCH, DONE]
IDENTITIES = [
    Identity("pann", Kind.PERSON, "RUS", "Anna Volkova", (
        Form("nann", "Anna Volkova", "RUS", (MAY, JUNE), "first seen"), Form("nvol", "Vólkova", None, (), "same", 3),
    ), (Held("Foreign Minister", (MAY,), "eone"),)),
    Identity("pvol", Kind.PERSON, "UZB", "Timur Ali", (Form("nali", "Timur Volkova-Ali", "UZB", (MAY,), "first"),)),
    Identity("UZB", Kind.COUNTRY, "UZB", "Uzbekistan", (Form("nuzb", "Uzbekistan", "UZB", (MAY,) * 9, "first"),)),
]  # fmt: skip
RIBBONS = [
    Ribbon(("RUS", "UZB"), (
        Stretch(MAY, JUNE, MAY, Standing.QUIET, 0.0, -0.25, (), "no contacts"),
        Stretch(JUNE, None, JUNE, Standing.ON_PAUSE, 1.1, 1e-9, ("eone", "jone"), "suspended"),
    )),
    Ribbon(("RUS", "USA"), ()),
]  # fmt: skip


@pytest.fixture
def followed(store: Store) -> Store:
    """A store with derived lines."""
    store.replace_derived(THREADS, IDENTITIES, RIBBONS, state="one")
    return store


def test_derived_lines_come_back_exactly(followed: Store) -> None:
    assert followed.threads() == sorted(THREADS, key=lambda one: one.id)
    assert followed.identities() == sorted(IDENTITIES, key=lambda one: one.id)
    assert followed.ribbons() == sorted(RIBBONS, key=lambda one: one.pair)
    assert followed.derived_state() == "one"
    assert list(followed.verify()) == []


@pytest.mark.parametrize(
    ("tests", "found"),
    [
        ({"pair": ("UZB", "RUS")}, ["tone"]),
        ({"pair": ("UZB", "UZB")}, ["tone", "ttwo"]),
        ({"country": "RUS"}, ["tone", "tone-2"]),
        ({"identity": "pbod"}, ["tone-2", "ttwo"]),
        ({"plans_only": True}, ["tone", "tone-2"]),
        ({"conflicts_only": True}, ["tone"]),
        ({"ids": ["ttwo", "tone", "tone", "tnot"]}, ["tone", "ttwo"]),
        ({"ids": []}, []),
        ({"country": "UZB", "identity": "pann", "ids": ["tone"]}, ["tone"]),
        ({"until": MAY}, ["tone", "tone-2"]),
        ({"since": JUNE}, ["tone"]),
        ({"country": "USA"}, []),
    ],
)
def test_threads_are_found_by_what_they_say(followed: Store, tests: dict[str, object], found: list[str]) -> None:
    assert [one.id for one in followed.threads(**tests)] == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tests", "found"),
    [
        ({"name": "volkova"}, ["pann", "pvol"]),
        ({"name": "VOLKOVA, Anna"}, ["pann"]),
        ({"name": "ali volkova"}, ["pvol"]),
        ({"name": "timur volkova ali"}, ["pvol"]),
        ({"name": "volk"}, []),
        ({"name": "..."}, []),
        ({"name": "%"}, []),
        ({"ids": ["nali", "UZB"]}, ["UZB", "pvol"]),
        ({"name": "volkova", "ids": ["pvol"]}, ["pvol"]),
    ],
)
def test_actors_are_found_by_any_of_their_names(followed: Store, tests: dict[str, object], found: list[str]) -> None:
    assert [one.id for one in followed.identities(**tests)] == found  # type: ignore[arg-type]


def test_ribbons_are_found_by_pair_in_either_order(followed: Store) -> None:
    assert followed.ribbons(pair=("UZB", "RUS")) == followed.ribbons(pair=("RUS", "UZB")) == [RIBBONS[0]]
    assert followed.ribbons(pair=("RUS", "PRK")) == []


def test_the_thread_of_an_event(followed: Store) -> None:
    found = [followed.thread_of(event) for event in ("eone", "etwo", "ethree", "enone")]
    assert found == ["tone", "tone", "ttwo", None]
    assert followed.whole_id("tt") == "ttwo"
    assert followed.whole_id("tone") == "tone"


def test_derived_lines_are_replaced_as_a_whole(followed: Store) -> None:
    other = replace(PLAN, recipients=(BODY,), steps=PLAN.steps[:1])
    followed.replace_derived([other, DONE], IDENTITIES[:1], [], state="two")
    assert followed.threads() == [other, DONE]
    assert followed.identities() == IDENTITIES[:1]
    assert followed.ribbons() == []
    assert followed.thread_of("etwo") is None
    assert followed.threads(country="UZB") == [DONE]
    assert followed.derived_state() == "two"
    assert list(followed.verify()) == []


def test_derived_lines_that_do_not_fit_leave_the_former_ones(followed: Store) -> None:
    with pytest.raises(StoreError):
        followed.replace_derived([replace(DONE, mode="visit"), replace(DONE, mode="call")], [], [], state="two")
    assert followed.threads() == sorted(THREADS, key=lambda one: one.id)
    assert followed.derived_state() == "one"


def test_every_change_to_the_record_gives_another_state(store: Store, filing: MakeFiling) -> None:
    states = [store.state()]
    ((report, _),) = store.file([filing()])
    states.append(store.state())
    store.file([filing("Changed.")])
    states.append(store.state())
    store.correct(Correction("", datetime(2025, 4, 2, tzinfo=UTC), "me", Change.NOTE, report.id))
    states.append(store.state())
    store.problem("a", "b", "c")
    store.replace_derived([], [], [], state="x")
    assert len(set(states)) == 4
    assert store.state() == states[-1]


def test_corrections_are_kept_in_order_and_never_change(store: Store) -> None:
    noon = datetime(2025, 4, 2, 12, tzinfo=UTC)
    asked = [
        Correction("", noon, "\udcff", Change.FIELD, "e1", "time", "2018-06-12", note="seen\0 in print"),
        Correction("c77", noon, "me", Change.MERGE, "n1", other="n2"),
    ]
    kept = [store.correct(one) for one in asked]
    assert kept == [replace(asked[0], id="c1"), replace(asked[1], id="c2")]
    assert store.corrections() == kept
    for change in ("UPDATE correction SET who = 'you'", "DELETE FROM correction"):
        with pytest.raises(StoreError):
            store._database.run(change)
    assert store.corrections() == kept
