"""How a pair stands: what counts, when, and for how long."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.follow.told import act, judgement, step, thread

from dragoman.follow.ribbons import as_of, find_ribbons, standing_on
from dragoman.follow.threads.outcomes import as_of as thread_as_of
from dragoman.model.claim import Voucher
from dragoman.model.kept import Judgement
from dragoman.model.relation import Ribbon, Standing, Stretch
from dragoman.model.thread import Thread

PAIR = ("NOR", "PER")
THAW = (
    act("a", "2020-03-02", "CONSULT", "visit"),
    act("b", "2020-03-05", "SUPPORT", trigger="signed"),
    act("c", "2020-03-06", "COOPERATE", trigger="reopened"),
)
CHILL = (
    act("k", "2020-06-01", "ACCUSE", trigger="accused"),
    act("m", "2020-06-02", "SANCTION", trigger="expelled"),
)


def ribbon(threads: Iterable[Thread] = (), judged: Iterable[Judgement] = (), pair: tuple[str, str] = PAIR) -> Ribbon:
    """The pair's ribbon."""
    return {found.pair: found for found in find_ribbons(tuple(threads), tuple(judged))}[pair]


def standing(found: Ribbon, day: str) -> Standing | None:
    """How the pair stands on the day."""
    stretch = standing_on(found, date.fromisoformat(day))
    return stretch.standing if stretch else None


def on(found: Ribbon, day: str) -> Stretch:
    """The stretch that holds the day."""
    stretch = standing_on(found, date.fromisoformat(day))
    assert stretch is not None
    return stretch


def test_friendly_acts_in_a_row_are_an_advance_and_it_fades_into_quiet() -> None:
    found = ribbon(THAW)
    assert standing(found, "2020-03-01") is None
    assert standing(found, "2020-03-06") is Standing.ADVANCING
    assert standing(found, "2020-04-01") is Standing.ADVANCING
    assert standing(found, "2020-07-01") is Standing.QUIET


def test_the_verdict_names_what_it_rests_on_the_weightiest_first() -> None:
    stretch = on(ribbon(THAW), "2020-03-05")
    assert stretch.evidence == ("eb", "ea")
    assert stretch.because == "1 sign of support and 1 visit since 21 February 2020, against none in the month before"


def test_hostile_acts_are_a_worsening() -> None:
    found = ribbon([*THAW, *CHILL])
    assert standing(found, "2020-06-02") is Standing.WORSENING
    assert on(found, "2020-06-02").evidence == ("em", "ek")


@pytest.mark.parametrize(
    "status", ["planned", "proposed", "expected", "possible", "unlikely", "conditional", "did_not_occur"]
)
def test_what_did_not_take_place_does_not_count(status: str) -> None:
    plans = [act(str(n), f"2020-03-0{n}", "SUPPORT", status=status, trigger="sign") for n in range(1, 6)]
    assert not find_ribbons(plans, ())


def test_an_act_counts_once_however_many_reports_tell_of_it() -> None:
    told = [step(f"x{n}", f"2020-03-0{n}", actors=["NOR"], recipients=["PER"]) for n in range(1, 8)]
    once, often = ribbon([thread("CONSULT", "meeting", told[0])]), ribbon([thread("CONSULT", "meeting", *told)])
    assert [s.standing for s in often.stretches] == [s.standing for s in once.stretches]
    assert on(often, "2020-03-07").level == on(once, "2020-03-07").level


def test_a_late_report_counts_for_the_day_of_the_act_but_only_once_it_is_out() -> None:
    late = act("late", "2020-03-20", "SUPPORT", time="2020-03-04")
    early = act("early", "2020-03-01", "CONSULT", "visit")
    found = ribbon([early, late])
    assert standing(found, "2020-03-05") is Standing.STEADY
    assert on(found, "2020-03-05").evidence == ("eearly",)
    assert standing(found, "2020-04-30") is Standing.QUIET  # it took place on 4 March


def test_what_a_report_recalls_from_long_ago_is_no_news() -> None:
    recalled = [act(f"o{n}", "2020-03-10", "SUPPORT", time="1998", trigger="signed") for n in range(5)]
    assert standing(ribbon(recalled), "2020-03-10") is Standing.QUIET


def test_an_act_announced_before_counts_from_the_report_of_its_taking_place() -> None:
    visit = thread(
        "CONSULT", "visit",
        step("p", "2020-02-01", "planned", time="2020-03-02", actors=["NOR"], recipients=["PER"]),
        step("q", "2020-03-03", "occurred", time="2020-03-02"),
    )  # fmt: skip
    found = ribbon([visit])
    assert standing(found, "2020-02-15") is None
    assert on(found, "2020-03-03").evidence == ("eq",)


def test_every_actor_meets_every_recipient_and_bodies_of_many_states_make_no_pair() -> None:
    summit = act("s", "2020-03-01", "CONSULT", "multilateral", of=["NOR", "IGO", "PER"], to=["CHL"])
    pairs = [found.pair for found in find_ribbons([summit], ())]
    assert pairs == [("CHL", "NOR"), ("CHL", "PER"), ("NOR", "PER")]


@pytest.mark.parametrize(
    ("kind", "mode", "to", "mutual"),
    [
        ("CONSULT", "meeting", [], True),
        ("COOPERATE", None, ["CHL"], True),
        ("CONSULT", "visit", ["CHL"], False),  # two who travel together
        ("ACCUSE", None, ["CHL"], False),
        ("ACCUSE", None, [], False),
        ("ASSAULT", None, [], True),  # the two clash
        ("SUPPORT", None, [], True),  # the two sign
        ("SUPPORT", None, ["CHL"], False),
    ],
)
def test_who_acts_together_acts_towards_each_other_only_where_the_act_is_mutual(
    kind: str, mode: str | None, to: Sequence[str], mutual: bool
) -> None:
    found = find_ribbons([act("x", "2020-03-01", kind, mode, of=["NOR", "PER"], to=to)], ())
    assert (PAIR in [one.pair for one in found]) is mutual


def test_a_party_named_later_forms_a_pair_from_then_on() -> None:
    talks = thread(
        "CONSULT", "meeting",
        step("f", "2020-03-01", actors=["NOR"], recipients=["PER"]),
        step("g", "2020-03-05", recipients=["CHL"]),
    )  # fmt: skip
    found = ribbon([talks], pair=("CHL", "NOR"))
    assert found.stretches[0].start == date(2020, 3, 5)
    assert found.stretches[0].evidence == ("eg",)


def test_called_off_talks_put_the_pair_on_pause_until_they_meet_again() -> None:
    off = thread(
        "CONSULT", "meeting",
        step("p", "2020-05-01", "planned", time="2020-06", actors=["NOR"], recipients=["PER"]),
        step("o", "2020-05-20", "cancelled"),
    )  # fmt: skip
    again = act("z", "2020-07-10", "CONSULT", "meeting")
    found = ribbon([off, again])
    assert standing(found, "2020-05-20") is Standing.ON_PAUSE
    assert on(found, "2020-05-20").evidence == ("eo",)
    assert on(found, "2020-05-20").because == (
        "1 contact called off since 20 May 2020; no contact since 7 May 2020, fewer than usual"
    )
    assert standing(found, "2020-07-10") is Standing.STEADY


@pytest.mark.parametrize(("day", "wanted"), [("2020-04-30", Standing.WORSENING), ("1980", Standing.QUIET)])
def test_a_break_is_one_when_it_happens_not_when_it_is_recalled(day: str, wanted: Standing) -> None:
    told = act("b", "2020-05-02", "SANCTION", time=day, trigger="severed")
    assert standing(ribbon([told]), "2020-05-02") is wanted


def test_a_break_becomes_a_pause_when_it_is_no_longer_news() -> None:
    found = ribbon([act("b", "2020-05-02", "SANCTION", time="2020-05-01", trigger="severed")])
    assert standing(found, "2020-05-20") is Standing.ON_PAUSE
    assert on(found, "2020-05-20").evidence == ("eb",)


def test_a_silence_without_a_stop_is_quiet_not_a_pause() -> None:
    assert standing(ribbon(THAW), "2020-12-01") is Standing.QUIET


def test_a_stop_among_many_contacts_is_no_pause() -> None:
    meetings = [act(f"m{n}", f"2020-03-{n:02}", "CONSULT", "meeting") for n in range(1, 29, 3)]
    off = act("off", "2020-03-27", "CONSULT", "meeting", "cancelled")
    found = ribbon([*meetings, off])
    assert Standing.ON_PAUSE not in {s.standing for s in found.stretches if s.start <= date(2020, 4, 5)}


def test_a_plan_that_lapses_is_a_stop_but_not_where_the_two_met_meanwhile() -> None:
    plan = act("p", "2020-05-01", "CONSULT", "visit", "planned", time="2020-05-20")
    assert standing(ribbon([plan]), "2020-06-03") is None
    assert standing(ribbon([plan]), "2020-06-04") is Standing.ON_PAUSE
    met = act("m", "2020-05-20", "CONSULT", "meeting")
    assert standing(ribbon([plan, met]), "2020-06-04") is Standing.STEADY


def test_judgements_count_by_who_gives_them_and_once_per_report() -> None:
    def level(by: Voucher) -> float:
        return on(ribbon((), [judgement("w", "2020-03-01", "advancing", by=by)]), "2020-03-01").level

    assert level(Voucher.AUTHOR) > level(Voucher.NAMED) > level(Voucher.UNNAMED) > 0
    twice = [judgement(n, "2020-03-01", "worsening", report="dsame") for n in "uv"]
    assert on(ribbon((), twice), "2020-03-01").level == on(ribbon((), twice[:1]), "2020-03-01").level


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        ("advancing", Standing.ADVANCING),
        ("worsening", Standing.WORSENING),
        ("steady", Standing.STEADY),
        ("stalled", Standing.ON_PAUSE),
        ("broken", Standing.WORSENING),
    ],
)
def test_a_judgement_alone_says_how_the_two_stand(state: str, wanted: Standing) -> None:
    found = ribbon((), [judgement("w", "2020-03-01", state)])
    assert standing(found, "2020-03-01") is wanted
    assert on(found, "2020-03-01").evidence == ("jw",)


def test_the_same_act_weighs_less_between_two_who_often_do_it() -> None:
    quarrel = [act(f"q{n}", str(date(2018, 1, 1) + timedelta(3 * n)), "ACCUSE") for n in range(250)]
    last = act("last", "2020-03-01", "SANCTION", trigger="imposed")
    assert standing(ribbon([last]), "2020-03-01") is Standing.WORSENING
    assert standing(ribbon([*quarrel, last]), "2020-03-01") is Standing.STEADY


def test_an_old_quarrel_that_leaves_the_windows_is_no_advance() -> None:
    found = ribbon([*CHILL, act("y", "2020-06-05", "CONSULT", "call")])
    assert Standing.ADVANCING not in {s.standing for s in found.stretches}


def test_a_standing_that_goes_on_is_looked_at_afresh_when_its_grounds_are_outworn() -> None:
    thaw = [act(f"v{n}", str(date(2020, 3, 1) + timedelta(10 * n)), "COOPERATE") for n in range(12)]
    found = [s for s in ribbon(thaw).stretches if s.standing is Standing.ADVANCING]
    assert len(found) > 1
    assert {s.since for s in found} == {found[0].start}
    assert all(set(one.evidence).isdisjoint(other.evidence) for one, other in pairwise(found))


def test_undated_reports_make_no_standing() -> None:
    assert not find_ribbons([act("u", "")], [judgement("u", "", "advancing")])


def test_as_of_cuts_the_ribbon_and_leaves_its_last_stretch_open() -> None:
    found = ribbon([*THAW, *CHILL])
    cut = as_of(found, date(2020, 5, 1))
    assert cut is not None and cut.stretches[-1].end is None
    assert as_of(found, date(2020, 1, 1)) is None


DAYS = st.integers(0, 150).map(lambda n: str(date(2020, 1, 1) + timedelta(n)))
KINDS = st.sampled_from(["CONSULT", "AGREE", "SUPPORT", "ACCUSE", "SANCTION", "ASSAULT", "COOPERATE"])
STATUSES = st.sampled_from(["occurred", "occurred", "ongoing", "planned", "cancelled", "postponed"])


@st.composite
def acts(draw: st.DrawFn) -> tuple[Thread, ...]:
    """Acts between three states, with one to three mentions each."""
    found = []
    for n in range(draw(st.integers(0, 12))):
        days = sorted(draw(st.lists(DAYS, min_size=1, max_size=3)))
        one, other = draw(st.permutations(["NOR", "PER", "CHL"]).map(lambda codes: codes[:2]))
        steps = [
            step(
                f"{n}-{k}", day, draw(STATUSES), time=draw(st.none() | DAYS), actors=[one] if k == 0 else [],
                recipients=[other] if k == 0 else draw(st.sampled_from([[], ["CHL"]])),
                trigger=draw(st.sampled_from(["met", "suspended"])),
            )
            for k, day in enumerate(days)
        ]  # fmt: skip
        found.append(thread(draw(KINDS), None, *steps))
    return tuple(found)


JUDGED = st.lists(
    st.tuples(DAYS, st.sampled_from(["advancing", "steady", "stalled", "worsening", "broken"])), max_size=5
).map(lambda said: tuple(judgement(str(n), day, state) for n, (day, state) in enumerate(said)))


@settings(max_examples=150, deadline=None)
@given(acts(), JUDGED, DAYS)
def test_what_is_published_later_changes_nothing_in_what_was_known(
    threads: tuple[Thread, ...], judged: tuple[Judgement, ...], day: str
) -> None:
    until = date.fromisoformat(day)
    earlier = [cut for one in threads if (cut := thread_as_of(one, until)) is not None]
    said = [one for one in judged if one.published is not None and one.published <= until]
    whole = {r.pair: as_of(r, until) for r in find_ribbons(threads, judged)}
    part = {r.pair: as_of(r, until) for r in find_ribbons(earlier, said)}
    assert part == {pair: found for pair, found in whole.items() if pair in part}
    assert all(found is None for pair, found in whole.items() if pair not in part)


@settings(max_examples=60, deadline=None)
@given(acts(), JUDGED, st.randoms())
def test_the_order_of_arrival_does_not_matter(threads: tuple[Thread, ...], judged: tuple[Judgement, ...], by) -> None:  # type: ignore[no-untyped-def]
    mixed, said = list(threads), list(judged)
    by.shuffle(mixed)
    by.shuffle(said)
    assert find_ribbons(mixed, said) == find_ribbons(threads, judged)


@settings(max_examples=60, deadline=None)
@given(acts(), JUDGED)
def test_stretches_follow_each_other_without_holes(threads: tuple[Thread, ...], judged: tuple[Judgement, ...]) -> None:
    for found in find_ribbons(threads, judged):
        starts = [s.start for s in found.stretches]
        assert starts == sorted(set(starts))
        assert [s.end for s in found.stretches] == [*starts[1:], None]
        assert all(s.since <= s.start and s.because for s in found.stretches)
        assert all(one.since < other.since or one.standing is other.standing
                   for one, other in pairwise(found.stretches))  # fmt: skip


@pytest.mark.slow
def test_sixteen_years_of_the_world_take_seconds() -> None:
    codes = [f"{a}{b}{c}" for a in "ABCD" for b in "ABCD" for c in "ABCD"]
    threads = []
    for n in range(60_000):
        one, other = codes[n % 64], codes[(n + 1 + n // 64 % 63) % 64]
        day = str(date(2002, 1, 1) + timedelta(n * 5_800 // 60_000))
        kind = ("CONSULT", "ACCUSE", "SUPPORT", "ASSAULT")[n * n % 7 % 4]
        threads.append(act(f"{n:06}", day, kind, of=[one], to=[other]))
    begun = time.process_time()
    found = find_ribbons(threads, ())
    assert len(found) > 1_000
    assert time.process_time() - begun < 10
