"""Who vouches for an act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model.claim import Turn, Voucher
from dragoman.model.event import EventType, Source, Status
from dragoman.model.mention import Entity, Kind
from dragoman.model.span import Span

Reader = Callable[..., Any]  # what `conftest.read` gives


def test_without_a_claim_it_is_the_author(read: Reader) -> None:
    assert read("Peru visited Chad on Monday.").source("visited") == Source()


def test_inside_a_claim_it_is_the_speaker(read: Reader) -> None:
    source = read("Jane Roe said that Chad had sent a letter to Peru.").source("sent")
    assert (source.kind, source.name, source.cue, source.quoted) == (Voucher.NAMED, "Jane Roe", "said", False)
    assert source.span == Span(9, 13)


def test_the_innermost_speaker_counts(read: Reader) -> None:
    source = read("Jane Roe said that Norway had told her that Chad would visit Peru.").source("visit")
    assert source.name == "Norway"


def test_the_reporting_word_itself_is_the_authors(read: Reader) -> None:
    reading = read("Chad accused Niger of shelling the town.")
    assert reading.source("accused", EventType.ACCUSE, actor="Chad").kind is Voucher.AUTHOR
    assert reading.source("shelling", EventType.ASSAULT, actor="Niger").name == "Chad"


GIVEN = [
    ("Jane Roe said she had discussed the recent talks in Lima.", "talks"),
    ("Jane Roe said that Peru would study Chad's decision to withdraw the guards.", "decision"),
    ("Jane Roe said Peru would free the pilots whom it arrested in May.", "arrested"),
    ("Jane Roe called on Chad to free the detained pilots.", "detained"),
    ("Peru condemned a raid on its embassy.", "raid"),
]


@pytest.mark.parametrize(("text", "word"), GIVEN)
def test_what_is_taken_as_given_is_the_authors(read: Reader, text: str, word: str) -> None:
    assert read(text).source(word, EventType.COERCE, actor="Chad").kind is Voucher.AUTHOR


def test_what_the_speaker_does_by_speaking_is_the_authors(read: Reader) -> None:
    reading = read("Peru says that Chad must leave the valley.")
    assert reading.act("must", EventType.REQUEST, Status.OCCURRED, "Peru").because == ("sources.performed",)
    assert reading.source("leave", EventType.RETREAT, Status.PROPOSED, "Chad").name == "Peru"


def test_an_announced_plan_is_vouched_for_by_who_announces(read: Reader) -> None:
    source = read("Peru announced the withdrawal of its guards.").source(
        "withdrawal", EventType.RETREAT, Status.PLANNED
    )
    assert (source.name, source.cue) == ("Peru", "announced")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The envoy reportedly visited Lima.", "visited"),
        ("The envoy is said to have visited Lima.", "visited"),
        ("U.S. officials said that Peru had shelled the town.", "shelled"),
        ("Police reported alleged attacks on the border.", "attacks"),
    ],
)
def test_hearsay_is_unnamed(read: Reader, text: str, word: str) -> None:
    source = read(text).source(word)
    assert (source.kind, source.name) == (Voucher.UNNAMED, None)


def test_what_somebody_expects_is_his(read: Reader) -> None:
    source = read("The envoy is expected by Norway to visit Lima.").source("visit", status=Status.EXPECTED)
    assert (source.kind, source.name, source.cue) == (Voucher.NAMED, "Norway", "expected")


def test_words_in_quotation_marks_are_quoted(read: Reader) -> None:
    assert read("“We shelled the town,” said Jane Roe.").source("shelled", EventType.ASSAULT).quoted
    assert read("Jane Roe said Peru had “shelled the town”.").source("shelled", EventType.ASSAULT).quoted


def test_in_a_turn_it_is_the_turns_speaker(read: Reader) -> None:
    def turns(text: str) -> tuple[Turn, ...]:
        return (Turn(Span(0, len(text)), Entity("Jane Roe", Kind.PERSON), "test"),)

    source = read("I met the envoy in Lima.", turns=turns).source("met")
    assert (source.kind, source.name, source.cue) == (Voucher.NAMED, "Jane Roe", None)


def test_a_turn_without_a_name_is_unnamed(read: Reader) -> None:
    def turns(text: str) -> tuple[Turn, ...]:
        return (Turn(Span(0, len(text)), None, "test"),)

    assert read("Will you meet the envoy?", turns=turns).source("meet").kind is Voucher.UNNAMED


def weighed(author: float) -> tuple[tuple[str, float], ...]:
    """A tagger that gives the author this much and somebody named the rest."""
    return (("author", author), ("named", 1 - author), ("unnamed", 0.0))


WEIGHED = [
    ("Jane Roe said that Chad's raid on the post had failed.", "raid", 0.1, Voucher.NAMED),
    ("Jane Roe said that Chad's raid on the post had failed.", "raid", 0.6, Voucher.AUTHOR),
    ("Jane Roe said she had discussed the recent talks in Lima.", "talks", 0.5, Voucher.AUTHOR),
    ("Jane Roe said that Peru had met the envoy.", "met", 0.7, Voucher.NAMED),
    ("Jane Roe said that Peru had met the envoy.", "met", 0.99, Voucher.AUTHOR),
    ("Jane Roe said that Peru was calm, while guards met the envoy.", "met", 0.05, Voucher.NAMED),
    ("Jane Roe said that Peru was calm, while guards met the envoy.", "met", 0.6, Voucher.AUTHOR),
    ("Jane Roe said that Peru was calm. Its guards met the envoy.", "met", 0.02, Voucher.NAMED),
    ("Jane Roe said that Peru was calm.\n\nIts guards met the envoy.", "met", 0.02, Voucher.AUTHOR),
]


@pytest.mark.parametrize(("text", "word", "author", "kind"), WEIGHED)
def test_rule_and_tagger_are_weighed_together(read: Reader, text: str, word: str, author: float, kind: Voucher) -> None:
    source = read(text).source(word, actor="Chad", vouchers=weighed(author))
    assert source.kind is kind
    assert source.name == ("Jane Roe" if kind is Voucher.NAMED else None)


ATTRIBUTED = [
    ("The visit, announced by Norway, will last two days.", "visit", "Norway", "announced"),
    ("As Norway noted, the envoy will visit Lima.", "visit", "Norway", "As"),
    ("Norway recommends expelling the envoy of Chad.", "expelling", "Norway", "recommends"),
    ("Norway rules out visiting Chad.", "visiting", "Norway", "rules"),
    ("Norway calls for Chad to withdraw its guards.", "withdraw", "Norway", "calls"),
    ("Jane Roe is pleased to announce that Peru will visit Chad.", "visit", "Jane Roe", "announce"),
]


@pytest.mark.parametrize(("text", "word", "name", "cue"), ATTRIBUTED)
def test_who_vouches_is_found_by_many_words(read: Reader, text: str, word: str, name: str, cue: str) -> None:
    source = read(text).source(word, status=Status.PLANNED, actor="Chad")
    assert (source.kind, source.name, source.cue) == (Voucher.NAMED, name, cue)


def test_reports_of_an_act_are_nobodys(read: Reader) -> None:
    source = read("The consul spoke about reports of raids in Niger.").source("raids", EventType.ASSAULT)
    assert (source.kind, source.name, source.cue) == (Voucher.UNNAMED, None, "reports")


def test_a_message_is_spoken_by_who_delivers_it(read: Reader) -> None:
    text = "Norway delivered a message from Jane Roe: «We want to visit Lima in May.»"
    source = read(text).source("visit", status=Status.PROPOSED)
    assert (source.name, source.quoted) == ("Norway", True)


def test_a_quotation_inside_a_story_goes_to_who_acts_there(read: Reader) -> None:
    text = "Jane Roe arrived in Lima on Monday. «We came to sign the treaty.» The talks went on for two days."
    (statement,) = read(text).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.form) == ("Jane Roe", "direct")
