"""What persons correct, applied to what was read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive.sightings import sightings
from dragoman.archive.store import Filing
from dragoman.errors import NotInStore
from dragoman.follow.corrections import corrected, find_correction, in_force, links, orphans
from dragoman.follow.values import set_field
from dragoman.model.claim import Voucher
from dragoman.model.event import Actor, EventType, Place, Status
from dragoman.model.kept import Change, Correction, Report, Sighting
from dragoman.model.mention import Kind

AT = datetime(2025, 5, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def seen(story: tuple[Filing, ...]) -> tuple[Sighting, ...]:
    found = []
    for n, filing in enumerate(story):
        reading, document = filing.reading, filing.document
        assert reading is not None
        report = Report(f"d{n}", filing.key, 1, document.published, "", document.outlet, "", "en", "", AT)
        found.extend(sightings(reading, report))
    return tuple(found)


def line(number: int, change: Change, target: str, **more: str) -> Correction:
    return Correction(f"c{number}", AT, "me", change, target, **more)


@pytest.mark.parametrize(
    ("field", "value", "name", "wanted"),
    [
        ("status", "cancelled", "status", Status.CANCELLED),
        ("status", "did not occur", "status", Status.DID_NOT_OCCUR),
        ("type", "agree", "type", EventType.AGREE),
        ("mode", "meeting", "mode", "meeting"),
        ("mode", "none", "mode", None),
        ("time", "2018-06-10/2018-06-12", "time", "2018-06-10/2018-06-12"),
        ("time", "", "time", None),
        ("place", "Panmunjom, KOR", "place", Place("Panmunjom", "KOR")),
        ("place", "the border", "place", Place("the border", None)),
        ("actors", "Kim Il (PRK); Russia (RUS)", "actors",
         (Actor("Kim Il", "PRK", Kind.PERSON), Actor("Russia", "RUS", Kind.COUNTRY))),
        ("actors", "Anna Volkova", "actors", (Actor("Anna Volkova", "RUS", Kind.PERSON, "Foreign Minister"),)),
        ("recipients", "Red Cross (IGO, organisation, mediator)", "recipients",
         (Actor("Red Cross", "IGO", Kind.ORGANISATION, "mediator"),)),
        ("object", "water", "object", "water"),
    ],
)  # fmt: skip
def test_a_field_takes_its_value(
    seen: tuple[Sighting, ...], field: str, value: str, name: str, wanted: object
) -> None:
    assert getattr(set_field(seen[0], field, value), name) == wanted


def test_a_source_is_named_or_the_author(seen: tuple[Sighting, ...]) -> None:
    assert set_field(seen[0], "source", "author").source.kind is Voucher.AUTHOR
    assert set_field(seen[0], "source", "Olga Orlova").source.name == "Olga Orlova"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "maybe"), ("type", "TALK"), ("mode", "dinner"), ("time", "2018-13-01"), ("time", "tomorrow"),
        ("place", "Panmunjom, KKK"), ("actors", "Kim (PRKK"), ("source", ""), ("colour", "red"),
    ],
)  # fmt: skip
def test_a_value_that_means_nothing_is_refused_with_what_is_expected(
    seen: tuple[Sighting, ...], field: str, value: str
) -> None:
    with pytest.raises(ValueError, match=r":|none of|no |source is"):
        set_field(seen[0], field, value)


def test_fields_are_set_rejected_events_go_and_the_rest_stays(seen: tuple[Sighting, ...]) -> None:
    first, second, third, *rest = seen
    found = corrected(seen, [
        line(1, Change.FIELD, first.id, field="status", value="cancelled"),
        line(2, Change.REJECT, second.id),
        line(3, Change.CONFIRM, third.id),
        line(4, Change.FIELD, first.id, field="status", value="postponed"),
        line(5, Change.NOTE, rest[0].id, note="look again"),
    ])  # fmt: skip
    assert [one.id for one in found] == [first.id, third.id, *(one.id for one in rest)]
    assert found[0].status is Status.POSTPONED
    assert found[1].confirmed
    assert list(found[2:]) == rest


def test_what_is_undone_never_was_and_an_undoing_can_be_undone(seen: tuple[Sighting, ...]) -> None:
    reject = line(1, Change.REJECT, seen[0].id)
    undo = line(2, Change.UNDO, "c1")
    assert corrected(seen, [reject, undo]) == seen
    assert corrected(seen, [reject, undo, line(3, Change.UNDO, "c2")]) == seen[1:]


def test_a_value_that_is_no_longer_known_changes_nothing_and_is_listed(seen: tuple[Sighting, ...]) -> None:
    odd = line(1, Change.FIELD, seen[0].id, field="status", value="of old")
    gone = line(2, Change.REJECT, "egone")
    name = line(3, Change.MERGE, "none", other="nother")
    good = line(4, Change.CONFIRM, seen[0].id)
    assert corrected(seen, [odd])[0] == seen[0]
    assert orphans([odd, gone, name, good], seen, {"none"}) == [odd, gone, name]


def test_merges_and_splits_become_links_and_the_later_word_holds() -> None:
    found = links([
        line(1, Change.MERGE, "e2", other="e1"),
        line(2, Change.SPLIT, "e3", other="e1 e4"),
        line(3, Change.MERGE, "n1", other="n2"),
        line(4, Change.SPLIT, "n2", other="n1"),
        line(5, Change.SPLIT, "n3", other="n4"),
        line(6, Change.UNDO, "c5"),
    ])  # fmt: skip
    assert found.same_acts == (("e1", "e2"),)
    assert found.other_acts == (("e1", "e3"), ("e3", "e4"))
    assert found.same_names == ()
    assert found.other_names == (("n1", "n2"),)


def test_a_correction_is_found_by_its_id() -> None:
    assert find_correction([line(7, Change.REJECT, "e1")], "c7").target == "e1"
    with pytest.raises(NotInStore, match="c8"):
        find_correction([], "c8")


@given(st.lists(st.integers(1, 8), max_size=8))
def test_undoing_everything_leaves_nothing_in_force(undone: list[int]) -> None:
    rows = [line(n, Change.REJECT, f"e{n}") for n in range(1, 9)]
    rows += [line(9 + n, Change.UNDO, f"c{target}") for n, target in enumerate(undone)]
    assert {one.id for one in in_force(rows)} == {f"c{n}" for n in range(1, 9) if n not in undone}
