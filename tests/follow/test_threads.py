"""The same act across invented reports: what joins, what must not, and what each mention adds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.follow.threads import as_of, conflicts, find_threads, outcome, window
from dragoman.follow.threads.windows import Window, window_of
from dragoman.model.claim import Voucher
from dragoman.model.event import Actor, EventType, Place, Source, Status
from dragoman.model.kept import Sighting
from dragoman.model.mention import Kind
from dragoman.model.thread import Outcome, StepKind, Thread

LIND = Actor("Anna Lind", "NOR", Kind.PERSON, "Prime Minister")
ARCE = Actor("Luis Arce", "PER", Kind.PERSON, "President")
DAHL = Actor("Per Dahl", "NOR", Kind.PERSON, "Foreign Minister")
NORWAY = Actor("Norway", "NOR", Kind.COUNTRY)
PERU = Actor("Peru", "PER", Kind.COUNTRY)
CHILE = Actor("Chile", "CHL", Kind.COUNTRY)
LIMA = Place("Lima", "PER")
VISITS = {"mode": "visit", "actors": [LIND], "recipients": [PERU], "trigger": "visit"}
SUMMIT = {"mode": "meeting", "actors": [LIND], "recipients": [ARCE], "trigger": "summit"}
BRIDGE = {
    "kind": "COOPERATE", "mode": None, "actors": [NORWAY, PERU], "trigger": "build", "about": "a bridge over the river",
}  # fmt: skip


def told(
    number: int, published: str, status: str = "planned", *, kind: str = "CONSULT", mode: str | None = "meeting",
    actors: Sequence[Actor] = (), recipients: Sequence[Actor] = (), time: str | None = None, place: Place | None = None,
    trigger: str = "meeting", about: str | None = None, report: str = "", outlet: str = "", speaker: str | None = None,
    same_as: int | None = None,
) -> Sighting:  # fmt: skip
    """One event of one report."""
    source = Source(Voucher.NAMED, speaker, "said") if speaker else Source()
    return Sighting(
        f"e{number}", report or f"d{number}", report or f"key{number:03}",
        date.fromisoformat(published) if published else None, outlet or f"Outlet {number}", EventType(kind), mode,
        Status(status), tuple(actors), tuple(recipients), place, time, source, about, trigger, number, same_as,
    )  # fmt: skip


def identify(actor: Actor, _: Sighting) -> str:
    return actor.country or actor.name if actor.kind is Kind.COUNTRY else f"p:{actor.country}:{actor.name}"


def threads(*sightings: Sighting, must: Sequence[tuple[str, str]] = (), cannot: Sequence[tuple[str, str]] = ()) -> (
    list[Thread]
):
    ordered = sorted(sightings, key=lambda s: s.order)
    return list(find_threads(ordered, identify, must, cannot))


def kinds(thread: Thread) -> list[StepKind]:
    return [step.kind for step in thread.steps]


def one(*sightings: Sighting) -> Thread:
    found = threads(*sightings)
    assert len(found) == 1, [[step.event for step in thread.steps] for thread in found]
    return found[0]


def test_a_summit_from_the_proposal_to_the_day_is_one_plan() -> None:
    plan = one(
        told(1, "2030-03-08", "proposed", **SUMMIT),
        told(2, "2030-05-10", time="2030-06-12", place=LIMA, **SUMMIT),
        told(3, "2030-05-24", "cancelled", **SUMMIT),
        told(4, "2030-05-25", "possible", time="2030-06-12", **SUMMIT),
        told(5, "2030-06-01", **{**SUMMIT, "recipients": [PERU]}),
        told(6, "2030-06-12", "occurred", time="2030-06-12", place=LIMA, **{**SUMMIT, "trigger": "met"}),
    )
    assert kinds(plan) == [
        StepKind.PROPOSED, StepKind.ANNOUNCED, StepKind.CANCELLED, StepKind.REOPENED, StepKind.ANNOUNCED,
        StepKind.TOOK_PLACE,
    ]  # fmt: skip
    assert (plan.id, plan.time, plan.place) == ("t1", "2030-06-12", LIMA)
    assert all(step.because for step in plan.steps)


NEAR_MISSES = {
    "another traveller": [told(1, "2030-01-02", time="2030-02-01", **VISITS),
                          told(2, "2030-02-01", "occurred", time="2030-02-01", **{**VISITS, "actors": [DAHL]})],
    "another host": [told(1, "2030-01-02", time="2030-02-01", **VISITS),
                     told(2, "2030-02-01", "occurred", time="2030-02-01", **{**VISITS, "recipients": [CHILE]})],
    "another window": [told(1, "2030-01-02", time="2030-02-01", **VISITS),
                       told(2, "2030-04-20", "occurred", time="2030-04-20", **VISITS)],
    "before the plan was made": [told(1, "2030-01-20", time="2030-02-01", **VISITS),
                                 told(2, "2030-01-22", "occurred", time="2030-01-10", **VISITS)],
    "a visit and a summit": [told(1, "2030-01-02", time="2030-02-01", **VISITS),
                             told(2, "2030-01-03", time="2030-02-01", **SUMMIT)],
    "other persons": [told(1, "2030-01-02", time="2030-02-01", **SUMMIT),
                      told(2, "2030-01-03", time="2030-02-01", **{**SUMMIT, "actors": [DAHL]})],
    "the pair alone": [told(1, "2030-01-02", actors=[NORWAY], recipients=[PERU], trigger="talks"),
                       told(2, "2030-02-03", "occurred", actors=[NORWAY], recipients=[PERU], trigger="talks")],
    "a second summit": [told(1, "2030-01-02", "occurred", time="2030-01-02", place=LIMA, **SUMMIT),
                        told(2, "2030-03-02", "expected", **SUMMIT)],
    "the sanction and what it calls off": [
        told(1, "2030-01-02", "cancelled", report="d", **SUMMIT),
        told(2, "2030-01-02", "occurred", kind="SANCTION", mode=None, actors=[LIND], recipients=[ARCE], report="d",
             trigger="cancels", about="the summit")],
    "the same word about another thing": [
        told(1, "2030-01-02", "occurred", **{**BRIDGE, "about": "a wind farm in the north"}),
        told(2, "2030-01-03", "occurred", **{**BRIDGE, "about": "an airport on the coast"})],
    "met, and will meet again": [
        told(1, "2030-01-02", "occurred", time="2030-01-02", report="d", **SUMMIT),
        told(2, "2030-01-02", "proposed", report="d", **SUMMIT)],
}  # fmt: skip


@pytest.mark.parametrize("sightings", NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_near_misses_stay_apart(sightings: list[Sighting]) -> None:
    assert len(threads(*sightings)) == 2


JOINED = {
    "the report tells of it again": [told(1, "2030-01-02", report="d", same_as=1, **SUMMIT),
                                     told(2, "2030-01-02", report="d", same_as=1, trigger="talks")],
    "the office, where the name is missing": [
        told(1, "2030-01-02", time="2030-02-01", **VISITS),
        told(2, "2030-01-03", time="2030-02-01",
             **{**VISITS, "actors": [Actor("Norwegian Prime Minister", "NOR", Kind.PERSON, "Prime Minister")]})],
    "a visit told day after day": [told(1, "2030-02-01", "occurred", time="2030-02-01", **VISITS),
                                   told(2, "2030-02-04", "ongoing", time="2030-02-04", **VISITS)],
    "looking back on the month": [told(1, "2030-02-01", "occurred", time="2030-02-01", **SUMMIT),
                                  told(2, "2030-06-04", "occurred", time="2030-02", **SUMMIT)],
    "looking back, with a second one planned": [
        told(1, "2030-02-01", "occurred", time="2030-02-01", **SUMMIT),
        told(2, "2031-03-04", "occurred", time="2030", **SUMMIT)],
    "a report that lags behind": [told(1, "2030-02-01", "occurred", time="2030-02-01", place=LIMA, **SUMMIT),
                                  told(2, "2030-02-02", place=LIMA, **SUMMIT)],
    "two states, the same day and word": [
        told(1, "2030-01-02", time="2030-01-09", actors=[NORWAY, PERU], trigger="talks"),
        told(2, "2030-01-09", "occurred", time="2030-01-09", actors=[PERU], recipients=[NORWAY], trigger="talks")],
    "a bridge, long in coming": [told(1, "2030-01-02", **BRIDGE),
                                 told(2, "2030-08-03", "occurred", **{**BRIDGE, "about": "the first bridge"})],
}  # fmt: skip


@pytest.mark.parametrize("sightings", JOINED.values(), ids=JOINED)
def test_mentions_of_one_act_join(sightings: list[Sighting]) -> None:
    assert len(threads(*sightings)) == 1


def test_a_journey_has_an_act_for_each_country_and_gains_one_on_the_way() -> None:
    first, second, third = threads(
        told(1, "2030-05-12", time="2030-05-14/2030-05-16", **{**VISITS, "recipients": [PERU, CHILE]}),
        told(2, "2030-05-14", time="2030-05-14/2030-05-16",
             **{**VISITS, "recipients": [PERU, Actor("Bolivia", "BOL", Kind.COUNTRY)]}),
        told(3, "2030-05-15", "occurred", time="2030-05-15", place=Place("Santiago", "CHL"), actors=[LIND],
             recipients=[Actor("Elena Rojas", "CHL", Kind.PERSON)], trigger="met"),
    )[:3]  # fmt: skip
    assert [(t.id, [p.country for p in t.recipients]) for t in (first, second, third)] == [
        ("t1", ["PER"]), ("t1-2", ["CHL"]), ("t2-2", ["BOL"]),
    ]  # fmt: skip
    assert second.steps[-1].kind is StepKind.TOOK_PLACE
    assert "Santiago on 2030-05-15" in second.steps[-1].because
    today = date(2030, 7, 1)
    assert [outcome(t, today) for t in (first, second, third)] == [Outcome.LAPSED, Outcome.KEPT, Outcome.LAPSED]


@pytest.mark.parametrize("trigger", ["receives", "welcome", "hosting", "having"])
def test_who_receives_is_at_home_and_the_guest_travels(trigger: str) -> None:
    plan = told(1, "2025-03-01", time="2025-03-10", place=LIMA, **VISITS)
    held = told(
        2, "2025-03-10", "ongoing", mode="visit", actors=[ARCE], recipients=[LIND], time="2025-03-10", trigger=trigger
    )
    visit = one(plan, held)
    assert [p.name for p in visit.actors] == ["Anna Lind"]
    assert kinds(visit) == [StepKind.ANNOUNCED, StepKind.UNDER_WAY]


def test_whoever_is_met_may_be_met_elsewhere() -> None:
    met = told(1, "2025-03-10", "occurred", mode="visit", actors=[LIND], recipients=[ARCE], trigger="trip")
    assert len(threads(told(2, "2025-03-11", "occurred", **VISITS), met)) == 2


def test_the_day_of_an_announcement_is_not_the_day_of_the_visit() -> None:
    plan = told(1, "2025-03-01", time="2025-03-10/2025-03-11", place=LIMA, **VISITS)
    announced = told(2, "2025-03-05", time="2025-03-05", place=LIMA, **VISITS)
    visit = one(plan, announced)
    assert visit.time == "2025-03-10/2025-03-11"
    assert StepKind.MOVED not in kinds(visit)


def test_a_visit_lasts_all_days_that_are_told_of_it() -> None:
    days = [told(n, f"2025-03-1{n}", "ongoing", time=f"2025-03-1{n}", place=LIMA, **VISITS) for n in (0, 1, 2)]
    assert one(*days).time == "2025-03-10/2025-03-12"


def test_another_day_is_a_move_and_more_detail_a_confirmation() -> None:
    plan = one(
        told(1, "2030-01-02", time="2030-02", **VISITS),
        told(2, "2030-01-10", time="2030-02-14", **VISITS),
        told(3, "2030-01-12", time="2030-02-14", **VISITS),
        told(4, "2030-01-20", time="2030-02-20", **VISITS),
        told(5, "2030-01-21", "unlikely", **VISITS),
    )
    assert kinds(plan) == [
        StepKind.ANNOUNCED, StepKind.CONFIRMED, StepKind.CONFIRMED, StepKind.MOVED, StepKind.DOUBTED,
    ]  # fmt: skip
    assert window(plan) == Window(date(2030, 2, 20), date(2030, 2, 20))


OUTCOMES = [
    ([told(1, "2030-01-02", time="2030-02-01", **VISITS)], "2030-01-20", Outcome.DUE),
    ([told(1, "2030-01-02", time="2030-02-01", **VISITS)], "2030-02-10", Outcome.OVERDUE),
    ([told(1, "2030-01-02", time="2030-02-01", **VISITS)], "2030-02-20", Outcome.LAPSED),
    ([told(1, "2030-01-02", time="2030", **VISITS)], "2031-03-20", Outcome.OVERDUE),
    ([told(1, "2030-01-02", **VISITS)], "2030-11-20", Outcome.DUE),
    ([told(1, "2030-01-02", **VISITS)], "2031-02-20", Outcome.LAPSED),
    ([told(1, "2030-01-02", time="2030-02-01", **VISITS),
      told(2, "2030-02-02", "occurred", time="2030-02-01", **VISITS)], "2030-02-03", Outcome.KEPT),
    ([told(1, "2030-01-02", time="2030-02-01", **VISITS), told(2, "2030-01-03", time="2030-02-09", **VISITS),
      told(3, "2030-02-10", "occurred", time="2030-02-09", **VISITS)], "2030-02-11", Outcome.SHIFTED),
    ([told(1, "2030-01-02", time="2030-02-01", **VISITS), told(2, "2030-01-03", "postponed", **VISITS)],
     "2030-05-01", Outcome.POSTPONED),
    ([told(1, "2030-01-02", time="2030-02-01", **VISITS), told(2, "2030-01-03", "ruled_out", **VISITS)],
     "2030-01-04", Outcome.DROPPED),
    ([told(1, "2030-01-02", "occurred", time="2030-01-02", **VISITS)], "2030-01-04", None),
]  # fmt: skip


@pytest.mark.parametrize(("sightings", "today", "expected"), OUTCOMES)
def test_what_became_of_a_plan(sightings: list[Sighting], today: str, expected: Outcome | None) -> None:
    assert outcome(one(*sightings), date.fromisoformat(today)) is expected


CONFLICTS = {
    "it was, it was not": (
        [told(1, "2030-02-01", "occurred", time="2030-02-01", **SUMMIT),
         told(2, "2030-02-02", "did_not_occur", time="2030-02-01", **SUMMIT)], ["status"]),
    "one says, the other denies": (
        [told(1, "2030-02-01", "planned", speaker="Anna Lind", report="d", **SUMMIT),
         told(2, "2030-02-01", "ruled_out", speaker="Luis Arce", report="d", **SUMMIT)], ["dispute"]),
    "two days announced at once": (
        [told(1, "2030-02-01", time="2030-03-01", **SUMMIT), told(2, "2030-02-01", time="2030-03-09", **SUMMIT)],
        ["date"]),
    "two countries on one day": (
        [told(1, "2030-02-01", "occurred", time="2030-02-01", place=LIMA, **SUMMIT),
         told(2, "2030-02-01", "occurred", time="2030-02-01", place=Place("Oslo", "NOR"), **SUMMIT)], ["place"]),
    "a later word supersedes": (
        [told(1, "2030-02-01", time="2030-03-01", **SUMMIT), told(2, "2030-02-09", "cancelled", **SUMMIT)], []),
    "moved a week later": (
        [told(1, "2030-02-01", time="2030-03-01", **SUMMIT), told(2, "2030-02-09", time="2030-03-09", **SUMMIT)], []),
    "the same outlet corrects itself": (
        [told(1, "2030-02-01", time="2030-03-01", outlet="The Mail", **SUMMIT),
         told(2, "2030-02-01", time="2030-03-09", outlet="The Mail", **SUMMIT)], []),
    "a vaguer word is no other": (
        [told(1, "2030-02-01", time="2030-03-01", **SUMMIT), told(2, "2030-02-01", time="2030-03", **SUMMIT)], []),
}  # fmt: skip


@pytest.mark.parametrize(("sightings", "expected"), CONFLICTS.values(), ids=CONFLICTS)
def test_reports_contradict_each_other_on_one_state_of_the_act(sightings: list[Sighting], expected: list[str]) -> None:
    assert [c.about for c in conflicts(one(*sightings))] == expected


def test_a_person_joins_and_tells_apart() -> None:
    two = NEAR_MISSES["another window"]
    same = [told(1, "2030-01-02", time="2030-02-01", **VISITS), told(2, "2030-01-03", time="2030-02-01", **VISITS)]
    assert len(threads(*two, must=[("e1", "e2")])) == 1
    assert len(threads(*same)) == 1
    assert len(threads(*same, cannot=[("e2", "e1")])) == 2


def test_an_undated_report_comes_last_and_is_in_no_question_as_of_a_day() -> None:
    plan = one(told(1, "", time="2030-02-01", **VISITS), told(2, "2030-01-02", time="2030-02-01", **VISITS))
    assert [step.event for step in plan.steps] == ["e2", "e1"]
    cut = as_of(plan, date(2040, 1, 1))
    assert cut is not None
    assert [step.event for step in cut.steps] == ["e2"]


WINDOWS = {
    "2030-02": ("2030-02-01", "2030-02-28"),
    "2030": ("2030-01-01", "2030-12-31"),
    "2030-02-03/2030-02-05": ("2030-02-03", "2030-02-05"),
    "2030-05/..": ("2030-05-01", None),
    "../2030-05": (None, "2030-05-31"),
    "2030-06-12~": ("2030-06-11", "2030-06-13"),
    "2030-21": ("2030-03-01", "2030-05-31"),
    "2030-24": ("2030-12-01", "2031-02-28"),
    "203X": ("2030-01-01", "2039-12-31"),
    "2030-XX-XX": ("2030-01-01", "2030-12-31"),
}


@pytest.mark.parametrize(("value", "expected"), WINDOWS.items())
def test_a_value_is_a_stretch_of_days(value: str, expected: tuple[str | None, str | None]) -> None:
    found = window_of(value)
    assert found == Window(*(date.fromisoformat(end) if end else None for end in expected))


@pytest.mark.parametrize("value", [None, "", "..", "../..", "soon", "2030-13", "2030-02-30", "2030-05/2030-04", "0000"])
def test_what_is_no_value_gives_no_window(value: str | None) -> None:
    assert window_of(value) is None


DAYS = st.integers(0, 60).map(lambda n: (date(2030, 1, 1) + timedelta(days=n)).isoformat())
PEOPLE = st.lists(st.sampled_from([LIND, DAHL, ARCE, NORWAY, PERU, CHILE]), max_size=3, unique=True)


@st.composite
def reported(draw: st.DrawFn) -> list[Sighting]:
    """Some events of some reports, in no order."""
    found = []
    for number in range(draw(st.integers(1, 14))):
        report = draw(st.sampled_from(["", "", "da", "db"]))
        day = draw(DAYS) if not report else {"da": "2030-01-20", "db": "2030-02-03"}[report]
        found.append(
            told(
                number, draw(st.sampled_from([day, day, day, ""])) if not report else day,
                draw(st.sampled_from([s.value for s in Status])), kind=draw(st.sampled_from(["CONSULT", "COOPERATE"])),
                mode=draw(st.sampled_from(["visit", "meeting", "call", None])), actors=draw(PEOPLE),
                recipients=draw(PEOPLE), time=draw(st.none() | DAYS | st.sampled_from(["2030-01", "2030-02/..", "x"])),
                place=draw(st.sampled_from([None, LIMA, Place("Oslo", "NOR")])),
                trigger=draw(st.sampled_from(["visit", "summit", "talks", "met", "build"])),
                about=draw(st.sampled_from([None, "a bridge over the river", "the old bridge"])), report=report,
                same_as=draw(st.sampled_from([None, 1, 2])),
            )
        )  # fmt: skip
    return sorted(found, key=lambda s: s.order)


@given(reported(), st.integers(0, 60))
def test_what_later_reports_say_changes_nothing_in_what_was_known_on_a_day(sightings: list[Sighting], n: int) -> None:
    day = date(2030, 1, 1) + timedelta(days=n)
    by_then = [s for s in sightings if s.published is not None and s.published <= day]
    known = list(find_threads(by_then, identify))
    cut = [c for thread in find_threads(sightings, identify) if (c := as_of(thread, day)) is not None]
    assert cut == known


@given(reported())
def test_every_event_is_told_of_in_an_act_and_the_fold_is_the_same_each_time(sightings: list[Sighting]) -> None:
    found = find_threads(sightings, identify)
    assert {step.event for thread in found for step in thread.steps} == {s.id for s in sightings}
    assert len({thread.id for thread in found}) == len(found)
    assert find_threads(list(sightings), identify) == found
    for thread in found:
        assert outcome(thread, date(2030, 3, 1)) in (*Outcome, None)
        assert all(set(c.events) <= {s.event for s in thread.steps} for c in conflicts(thread))
