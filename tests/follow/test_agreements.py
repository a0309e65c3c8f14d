"""What two states have agreed: what counts, what is one instrument, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.follow.told import act

from dragoman.follow.agreements import agreements
from dragoman.follow.instruments import instrument_of, plain_name, stage_of
from dragoman.follow.threads import as_of
from dragoman.model.agreement import Agreement, Instrument, Stage
from dragoman.model.event import EventType, Status
from dragoman.model.thread import Thread

PAIR = ("NOR", "PER")


def signing(event: str, published: str, about: str, *, time: str | None = None, trigger: str = "signed") -> Thread:
    """The two sign something."""
    return act(event, published, "SUPPORT", of=["NOR", "PER"], to=[], trigger=trigger, about=about, time=time)


def stages(found: Agreement) -> list[str]:
    """Its stages in order."""
    return [step.stage.value for step in found.steps]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("a treaty on the sharing of rivers", Instrument.TREATY),
        ("the mutual defence pact", Instrument.TREATY),
        ("a free trade agreement", Instrument.TRADE),
        ("a joint communiqué", Instrument.DECLARATION),
        ("direct flights between Oslo and Lima", Instrument.AIR),
        ("a rail link over the pass", Instrument.RAIL),
        ("the new bridge", Instrument.ROAD),
        ("its embassy in Lima", Instrument.EMBASSY),
        ("full diplomatic relations", Instrument.RELATIONS),
        ("ceasefire", Instrument.CEASEFIRE),
        ("to reopen the border", Instrument.BORDER),
        ("exchange of prisoners", Instrument.EXCHANGE),
        ("a deal", Instrument.AGREEMENT),
        ("no agreement", None),
        ("the men who left over the border", None),
        ("to work for peace under the treaty", None),
        ("its support for the accord", None),
        ("the treatment of prisoners", None),
        ("the ideal guest", None),
    ],
)
def test_the_head_of_the_words_tells_the_instrument(words: str, wanted: Instrument | None) -> None:
    assert instrument_of(words) is wanted


@pytest.mark.parametrize(
    ("kind", "status", "trigger", "wanted"),
    [
        ("SUPPORT", "occurred", "signed", Stage.SIGNED),
        ("SUPPORT", "planned", "sign", Stage.PLANNED),
        ("SUPPORT", "cancelled", "signing", Stage.CALLED_OFF),
        ("SUPPORT", "occurred", "ratified", Stage.RATIFIED),
        ("SUPPORT", "occurred", "opened", Stage.IN_FORCE),
        ("COOPERATE", "ongoing", "resumed", Stage.IN_FORCE),
        ("AGREE", "occurred", "agreed", Stage.AGREED),
        ("RETREAT", "occurred", "ceasefire", Stage.IN_FORCE),
        ("SANCTION", "occurred", "suspends", Stage.SUSPENDED),
        ("SANCTION", "occurred", "withdrew", Stage.ENDED),
        ("SANCTION", "planned", "suspend", None),
        ("SUPPORT", "occurred", "welcomed", None),
        ("SUPPORT", "unlikely", "sign", None),
        ("ACCUSE", "occurred", "broke", None),
        ("AGREE", "occurred", "pledged", None),
    ],
)
def test_the_word_that_names_the_act_tells_the_stage(
    kind: str, status: str, trigger: str, wanted: Stage | None
) -> None:
    assert stage_of(EventType(kind), Status(status), trigger) is wanted


def test_names_come_without_article_and_verb() -> None:
    assert plain_name("the treaty on rivers") == "treaty on rivers"
    assert plain_name("to reopen the border") == "border"
    assert plain_name("Andean charter") == "Andean charter"


def test_one_treaty_goes_through_its_stages() -> None:
    plan = act(
        "a", "2024-05-01", "SUPPORT", None, "planned", of=["NOR", "PER"], to=[], trigger="sign",
        about="a treaty on shared rivers",
    )  # fmt: skip
    found = agreements(
        [
            plan,
            signing("b", "2024-06-19", "the rivers treaty", time="2024-06-19"),
            signing("c", "2024-11-09", "the treaty on shared rivers", trigger="ratified"),
            act("d", "2025-02-01", "SANCTION", of=["PER"], to=["NOR"], trigger="suspended", about="the treaty"),
        ],
        PAIR,
    )
    assert len(found) == 1
    assert found[0].name == "treaty on shared rivers"
    assert stages(found[0]) == ["planned", "signed", "ratified", "suspended"]
    assert found[0].stage is Stage.SUSPENDED
    assert [step.events for step in found[0].steps] == [("ea",), ("eb",), ("ec",), ("ed",)]
    assert found[0].steps[1].time == "2024-06-19"


def test_what_is_told_again_adds_its_event_and_no_stage() -> None:
    found = agreements(
        [
            signing("b", "2024-06-19", "a treaty on shared rivers"),
            signing("c", "2024-06-20", "the shared rivers treaty"),
            act("d", "2024-06-21", "AGREE", of=["NOR"], to=["PER"], trigger="agreed", about="a treaty on rivers"),
        ],
        PAIR,
    )
    assert [stages(one) for one in found] == [["signed"]]
    assert found[0].steps[0].events == ("eb", "ec")


def test_two_subjects_are_two_agreements() -> None:
    about = ["a treaty on fishing rights", "a treaty on extradition", "a memorandum on wool"]
    found = agreements([signing(str(n), f"2024-06-1{n}", words) for n, words in enumerate(about)], PAIR)
    assert [one.name for one in found] == ["treaty on fishing rights", "treaty on extradition", "memorandum on wool"]


def test_two_wordings_of_a_treaty_signed_on_one_day_are_one() -> None:
    both = [
        signing("a", "2024-06-19", "treaty on comprehensive partnership", time="2024-06-19"),
        signing("b", "2024-06-20", "a mutual defence pact", time="2024-06-19"),
    ]
    assert len(agreements(both, PAIR)) == 1
    other_day = [both[0], signing("b", "2024-06-20", "a mutual defence pact", time="2024-06-20")]
    assert len(agreements(other_day, PAIR)) == 2


def test_the_names_of_the_two_do_not_make_one_agreement_of_two() -> None:
    both = [
        signing("a", "2024-06-19", "the Norwegian-Peruvian treaty on fishing"),
        signing("b", "2024-06-20", "the treaty of Peru and Norway on extradition"),
    ]
    assert len(agreements(both, PAIR)) == 2


def test_a_link_closed_and_opened_again_keeps_both_steps() -> None:
    def flights(event: str, day: str, kind: str, trigger: str) -> Thread:
        return act(event, day, kind, of=["NOR"], to=["PER"], trigger=trigger, about="flights between Oslo and Lima")

    story = [
        flights("a", "2019-01-01", "COOPERATE", "opened"),
        flights("b", "2020-03-01", "SANCTION", "suspended"),
        flights("c", "2021-03-01", "COOPERATE", "resumed"),
    ]
    found = agreements(story, PAIR)
    assert [stages(one) for one in found] == [["in force", "suspended", "in force"]]


@pytest.mark.parametrize(
    ("kind", "trigger", "about", "of", "to"),
    [
        ("SUPPORT", "welcomed", "the treaty on rivers", ["NOR"], ["PER"]),  # praise for it
        ("AGREE", "agreed", "to meet in May", ["NOR"], ["PER"]),  # no instrument
        ("ACCUSE", "accused", "breaking the treaty", ["NOR"], ["PER"]),
        ("SUPPORT", "signed", "a treaty on rivers", ["NOR"], ["CHL"]),  # another pair
        ("SUPPORT", "signed", "a treaty on rivers", ["NOR"], ["IGO"]),
    ],
)
def test_what_is_no_agreement_of_the_two(kind: str, trigger: str, about: str, of: list[str], to: list[str]) -> None:
    assert agreements([act("x", "2024-06-19", kind, of=of, to=to, trigger=trigger, about=about)], PAIR) == ()


def test_three_who_sign_together_have_agreed_two_by_two() -> None:
    pact = act("x", "2024-06-19", "SUPPORT", of=["CHL", "NOR", "PER"], to=[], trigger="signed", about="a pact on wool")
    assert [len(agreements([pact], pair)) for pair in (("CHL", "NOR"), ("CHL", "PER"), PAIR)] == [1, 1, 1]


def test_a_deal_that_nobody_heard_of_before_it_failed_is_none() -> None:
    failed = act("x", "2024-06-19", "AGREE", None, "did_not_occur", trigger="reached", about="a deal on wool")
    assert agreements([failed], PAIR) == ()


WORDS = "a treaty on rivers|the rivers treaty|the treaty|a pact on wool|flights to Lima|a deal|border".split("|")
TOLD = st.tuples(
    st.integers(0, 27).map(lambda n: f"2024-06-{n + 1:02}"),
    st.sampled_from(["SUPPORT", "COOPERATE", "AGREE", "SANCTION"]),
    st.sampled_from(["signed", "ratified", "opened", "agreed", "suspended", "ended"]),
    st.sampled_from(["occurred", "planned", "cancelled"]),
    st.sampled_from(WORDS),
)


def threads_of(told: Sequence[tuple[str, str, str, str, str]]) -> list[Thread]:
    """One act for each, by the two together."""
    return [
        act(f"{n:02}", day, kind, status=status, trigger=trigger, about=about)
        for n, (day, kind, trigger, status, about) in enumerate(told)
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(TOLD, max_size=10), st.integers(1, 28), st.randoms())
def test_later_reports_add_and_never_rewrite_and_arrival_does_not_matter(  # type: ignore[no-untyped-def]
    told: list[tuple[str, str, str, str, str]], day: int, by
) -> None:
    whole = threads_of(told)
    mixed = list(whole)
    by.shuffle(mixed)
    found = agreements(whole, PAIR)
    assert agreements(mixed, PAIR) == found
    until = date(2024, 6, day)
    earlier = agreements([cut for one in whole if (cut := as_of(one, until))], PAIR)
    assert [one.id for one in earlier] == [one.id for one in found][: len(earlier)]
    for before, after in zip(earlier, found, strict=False):
        assert [s.stage for s in before.steps] == [s.stage for s in after.steps][: len(before.steps)]
        assert all(set(b.events) <= set(a.events) for b, a in zip(before.steps, after.steps, strict=False))
