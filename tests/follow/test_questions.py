"""The questions, over a small store that is really one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.archive.record import json_line
from dragoman.archive.store import Filing, Store
from dragoman.errors import NotInStore
from dragoman.follow.questions.agreements import agreements
from dragoman.follow.questions.conflicts import conflicts
from dragoman.follow.questions.names import find_actor, find_country, find_pair, find_subject
from dragoman.follow.questions.pair import pair
from dragoman.follow.questions.pairs import pairs
from dragoman.follow.questions.plans import plans
from dragoman.follow.questions.quotes import quotes
from dragoman.follow.questions.search import search
from dragoman.follow.questions.show import ShownAct, ShownEvent, ShownReport, show
from dragoman.follow.questions.timeline import timeline
from dragoman.follow.questions.who import Who, who
from dragoman.follow.refresh import is_fresh, refresh, unfollowed
from dragoman.model.agreement import Stage
from dragoman.model.event import Status
from dragoman.model.kept import Problem
from dragoman.model.thread import Outcome, StepKind

Make = Callable[[Path, Sequence[Filing]], Store]
TODAY = date(2025, 5, 1)
DAYS = [date(2025, 1, 9), date(2025, 1, 10), date(2025, 2, 15), date(2025, 3, 10), date(2025, 3, 11), TODAY]


@pytest.fixture(scope="module")
def store(made_store: Make, story: Sequence[Filing], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with made_store(tmp_path_factory.mktemp("questions") / "record.db", story) as made:
        yield made


@pytest.mark.parametrize(
    ("day", "outcome", "time"),
    [("2025-01-20", Outcome.DUE, "2025-03-03"), ("2025-02-10", Outcome.DUE, "2025-03-10"),
     ("2025-03-10", Outcome.SHIFTED, "2025-03-10")],
)  # fmt: skip
def test_a_plan_is_as_it_was_known_on_the_day(store: Store, day: str, outcome: Outcome, time: str) -> None:
    found = plans(store, find_subject(store, ["Anna Volkova"], TODAY), as_of=date.fromisoformat(day), quotes=True)
    assert [(plan.outcome, plan.thread.time) for plan in found.plans] == [(outcome, time)]
    assert found.sentences[0].quote.startswith("Foreign Minister Anna Volkova will")
    start, end = found.sentences[0].mark or (0, 0)
    assert found.sentences[0].quote[start:end] == "visit"


def test_plans_of_everybody_look_a_year_back_and_can_be_filtered(store: Store) -> None:
    everybody = plans(store, as_of=TODAY)
    assert everybody.total == 2
    assert everybody.since == date(2024, 3, 31)
    due = plans(store, as_of=TODAY, outcomes={Outcome.DUE})
    assert [plan.thread.time for plan in due.plans] == ["2025-06"]
    assert plans(store, as_of=date(2027, 1, 1), since=date(2025, 3, 20)).total == 1
    assert plans(store, as_of=TODAY, since=date(2025, 4, 2)).total == 0
    assert (everybody.plans[0].outcome, plans(store, as_of=TODAY, limit=1).total) == (Outcome.DUE, 2)


def test_a_pair_has_its_state_the_sentences_behind_it_and_what_is_planned(store: Store) -> None:
    found = pair(store, *find_pair("Moscow", "Uzbek"), as_of=TODAY)
    assert found.ribbon is not None and found.today is not None
    assert {one.id for one in found.sentences} <= set(found.today.evidence)
    assert [plan.thread.time for plan in found.plans] == ["2025-06"]
    assert pair(store, *find_pair("RUS", "FRA"), as_of=TODAY).today is None
    assert [row.pair for row in pairs(store, as_of=TODAY).pairs] == [("RUS", "UZB")]
    assert pairs(store, as_of=TODAY, country="FRA").total == 0


def test_a_timeline_goes_by_day_and_a_limit_keeps_the_last(store: Store) -> None:
    whole = timeline(store, find_subject(store, ["RUS", "UZB"], TODAY), as_of=TODAY)
    assert [act.day.isoformat() for act in whole.acts] == ["2025-03-10", "2025-03-12", "2025-06-01"]
    assert [act.status for act in whole.acts][1:] == [Status.OCCURRED, Status.PLANNED]
    last = timeline(store, find_subject(store, ["RUS", "UZB"], TODAY), as_of=TODAY, limit=1)
    assert (last.total, last.acts) == (3, whole.acts[-1:])
    march = timeline(
        store, find_subject(store, ["RUS"], TODAY), as_of=TODAY, since=date(2025, 3, 11), until=date(2025, 3, 31)
    )
    assert [act.thread.object for act in march.acts] == ["treaty on water"]


def test_somebody_has_names_offices_meetings_and_statements(store: Store) -> None:
    anna = who(store, find_actor(store, "volkova", TODAY), as_of=TODAY)
    assert {form.name for form in anna.identity.forms} == {"Anna Volkova", "Volkova"}
    assert [held.office for held in anna.identity.offices] == ["Foreign Minister"]
    early = who(store, find_actor(store, "Anna Volkova", date(2025, 1, 31)), as_of=date(2025, 1, 31))
    assert [form.name for form in early.identity.forms] == ["Anna Volkova"]
    timur = who(store, find_actor(store, "Timur Karimov", TODAY), as_of=TODAY)
    assert (timur.said, timur.statements[0].report.published) == (3, date(2025, 4, 1))
    assert who(store, find_actor(store, "Timur Karimov", TODAY), as_of=date(2025, 2, 1)).said == 1


def test_quotes_are_by_somebody_and_about_something_under_any_of_its_names(store: Store) -> None:
    timur = find_actor(store, "Karimov", TODAY)
    assert quotes(store, timur, as_of=TODAY, limit=1).total == 3
    assert quotes(store, timur, as_of=TODAY, about="visit").total == 2
    assert quotes(store, timur, as_of=TODAY, about="Russian").total == 1


def test_a_conflict_shows_both_sentences(store: Store) -> None:
    found = conflicts(store, as_of=TODAY)
    assert found.total == 1
    assert len(found.sentences) == 2
    assert {one.outlet for one in found.sentences} == {"The Mail", "The Post"}
    assert conflicts(store, as_of=date(2025, 3, 10)).total == 0


def test_agreements_of_two(store: Store) -> None:
    found = agreements(store, *find_pair("RUS", "UZB"), as_of=TODAY, quotes=True)
    assert [(one.name, one.stage) for one in found.agreements] == [("treaty on water", Stage.SIGNED)]
    assert "signed a treaty" in found.sentences[0].quote
    assert not agreements(store, *find_pair("RUS", "UZB"), as_of=date(2025, 3, 11)).agreements


def test_reports_are_found_by_words_published_by_then(store: Store) -> None:
    assert [hit.report.outlet for hit in search(store, "treaty water", as_of=TODAY).hits] == ["The Mail"]
    assert not search(store, "treaty water", as_of=date(2025, 3, 11)).hits


def test_anything_is_shown_by_its_id_or_the_beginning_of_it(store: Store) -> None:
    thread = plans(store, find_subject(store, ["Anna Volkova"], TODAY), as_of=TODAY).plans[0].thread
    act = show(store, thread.id[:6], as_of=TODAY)
    assert isinstance(act, ShownAct) and act.act.thread == thread and act.conflicts
    assert [step.kind for step in act.act.thread.steps][:3] == [
        StepKind.ANNOUNCED, StepKind.MOVED, StepKind.TOOK_PLACE,
    ]  # fmt: skip
    event = show(store, thread.steps[1].event, as_of=TODAY)
    assert isinstance(event, ShownEvent) and event.thread == thread.id
    later = show(store, f"t{thread.steps[1].event[1:]}", as_of=TODAY)
    assert isinstance(later, ShownAct) and later.act.thread.id == thread.id
    report = show(store, event.report.id, as_of=TODAY)
    assert isinstance(report, ShownReport) and report.events == (event.id,)
    identity = show(store, thread.actors[0].id, as_of=TODAY)
    assert isinstance(identity, Who) and identity.identity.name == "Anna Volkova"
    country = show(store, "UZB", as_of=TODAY)
    assert isinstance(country, Who) and [form.name for form in country.identity.forms] == ["Uzbekistan"]


@pytest.mark.parametrize("id", ["", "x", "e", "ezzzzzzzzzz", "t0", "c1", "q9", "p", "nzz", "d", "s1", "jzz", "ABC"])
def test_an_id_of_nothing_gets_one_line(store: Store, id: str) -> None:
    with pytest.raises(NotInStore) as error:
        show(store, id, as_of=TODAY)
    assert "\n" not in str(error.value)


def test_a_problem_is_shown(made_store: Make, story: Sequence[Filing], tmp_path: Path) -> None:
    with made_store(tmp_path / "record.db", story[:1]) as store:
        kept = store.problem("a.pdf", "it has no text", "look at it")
        shown = show(store, kept.id, as_of=TODAY)
        assert isinstance(shown, Problem) and shown == kept


@pytest.mark.parametrize(
    ("name", "code"),
    [("RUS", "RUS"), ("ru", "RUS"), ("Russia", "RUS"), ("Russian", "RUS"), ("Moscow", "RUS"), ("the Kremlin", "RUS"),
     ("north korea", "PRK"), ("Pyongyang", "PRK")],
)  # fmt: skip
def test_a_country_goes_by_code_name_demonym_and_capital(name: str, code: str) -> None:
    assert find_country(name).id == code


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        (lambda store: find_country("Rusia"), "Russia"),
        (lambda store: find_pair("Moscow", "Russia"), "name two"),
        (lambda store: find_actor(store, "Olga Karimova", TODAY), "dragoman search"),
        (lambda store: find_actor(store, "Boris Volkova", TODAY), "Anna Volkova"),
    ],
)
def test_an_unknown_name_gets_the_nearest_ones(store: Store, call: Callable[[Store], object], hint: str) -> None:
    with pytest.raises(NotInStore, match=hint) as error:
        call(store)
    assert "\n" not in str(error.value)


def answers(store: Store, day: date) -> list[str]:
    """All answers as JSON, as of a day."""
    two = find_pair("RUS", "UZB")
    subject = find_subject(store, ["RUS", "UZB"], day)
    given: list[object] = [
        plans(store, as_of=day, quotes=True), plans(store, subject, as_of=day), pairs(store, as_of=day),
        pair(store, *two, as_of=day, quotes=True), timeline(store, subject, as_of=day, quotes=True),
        conflicts(store, as_of=day),
        agreements(store, *two, as_of=day, quotes=True),
        {hit.report.id for hit in search(store, "Tashkent", as_of=day).hits},
    ]  # fmt: skip
    for name in ("Anna Volkova", "Timur Karimov"):
        try:
            actor = find_actor(store, name, day)
        except NotInStore:
            continue
        given += [who(store, actor, as_of=day), quotes(store, actor, as_of=day)]
    return [str(sorted(one)) if isinstance(one, set) else json_line(one) for one in given]


numbers = count()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_order_in_which_reports_arrive_changes_no_answer(
    store: Store, made_store: Make, story: Sequence[Filing], tmp_path: Path, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(list(story)))
    with made_store(tmp_path / f"{next(numbers)}.db", shuffled) as other:
        for day in DAYS:
            assert answers(other, day) == answers(store, day)


@pytest.mark.parametrize("day", DAYS)
def test_an_answer_as_of_a_day_is_that_of_a_store_with_no_later_report(
    store: Store, made_store: Make, story: Sequence[Filing], tmp_path: Path, day: date
) -> None:
    early = [filing for filing in story if filing.document.published and filing.document.published <= day]
    with made_store(tmp_path / "record.db", early) as other:
        now, then = answers(store, day), answers(other, day)
        assert now[: len(then)] == then


def test_a_store_open_for_reading_only_keeps_its_former_answers(
    made_store: Make, story: Sequence[Filing], tmp_path: Path
) -> None:
    path = tmp_path / "record.db"
    with made_store(path, story[:1]) as store:
        store.file(story[1:])
    with Store.open(path, readonly=True) as store:
        assert not refresh(store)
        assert unfollowed(store) == 5
        assert plans(store, as_of=TODAY).total == 1
    with Store.open(path) as store:
        assert refresh(store) and is_fresh(store)
        assert plans(store, as_of=TODAY).total == 2
