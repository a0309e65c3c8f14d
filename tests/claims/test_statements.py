"""Who is reported to have said what, and where it begins and ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model.claim import Speech, Turn
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.span import Span

Reader = Callable[..., Any]  # what `conftest.read` gives

CASES = [
    (
        "Jane Roe said that the border would open in May.",
        "Jane Roe",
        "said",
        "the border would open in May",
        "indirect",
    ),
    ("The border would open in May, Jane Roe said.", "Jane Roe", "said", "The border would open in May", "indirect"),
    ("Norway urged Chad to free the pilots.", "Norway", "urged", "to free the pilots", "indirect"),
    ("Norway urged Chad not to sign.", "Norway", "urged", "not to sign", "indirect"),
    ("Chad accused Niger of arming the rebels.", "Chad", "accused", "arming the rebels", "indirect"),
    ("Peru announced plans to reopen its embassy.", "Peru", "announced", "plans to reopen its embassy", "indirect"),
    ("According to Jane Roe, the road is open.", "Jane Roe", "According to", "the road is open", "indirect"),
    ("The road is closed, according to Jane Roe.", "Jane Roe", "according to", "The road is closed", "indirect"),
    ("Peru called for an end to the blockade.", "Peru", "called", "an end to the blockade", "indirect"),
    ("Peru said the raid was “an act of war”.", "Peru", "said", "the raid was “an act of war”", "mixed"),
    ("Chad accused Niger of “open aggression”.", "Chad", "accused", "open aggression", "direct"),
    ("“The road is open again,” said Jane Roe.", "Jane Roe", "said", "The road is open again", "direct"),
    ("Jane Roe told reporters: «We will open the road.»", "Jane Roe", "told", "We will open the road.", "direct"),
    ('"We will not open the road," Jane Roe said.', "Jane Roe", "said", "We will not open the road", "direct"),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content", "form"), CASES)
def test_a_statement_has_its_speaker_cue_span_and_form(
    read: Reader, text: str, speaker: str, cue: str, content: str, form: str
) -> None:
    (statement,) = read(text).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.cue, statement.quote, statement.form) == (speaker, cue, content, form)
    assert statement.span.of(text) == statement.quote
    assert statement.because


SILENT = [
    "The envoy arrived in Lima on Monday.",
    "Peru will announce new tariffs in May.",
    "Thousands marched to demand a recount.",
    "The envoy has reportedly left Lima.",
    "It is believed that the envoy has left.",
    "Peru ordered the army to fire.",
    "Police held two men accused of spying.",
    "Peru recalled its ambassador.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_statement(read: Reader, text: str) -> None:
    assert read(text).statements == ()


def test_the_inner_speaker_is_a_claim_inside_the_outer_one(read: Reader) -> None:
    outer, inner = read("Jane Roe said that Norway had told her that the talks would go on.").claims
    assert outer.speaker is not None
    assert inner.speaker is not None
    assert (outer.speaker.name, inner.speaker.name) == ("Jane Roe", "Norway")
    assert outer.span.holds(inner.span)


def test_the_content_ends_where_the_author_goes_on(read: Reader) -> None:
    statements = read("Peru says the road is open, adding that trucks may pass.").statements
    assert [s.quote for s in statements] == ["the road is open", "trucks may pass"]
    assert [s.speaker and s.speaker.name for s in statements] == ["Peru", "Peru"]


def test_a_paragraph_of_nothing_but_a_quotation_goes_to_who_spoke_last(read: Reader) -> None:
    text = "“The road is open again,” said Jane Roe.\n\n“We will keep it open all winter.”"
    first, second = read(text).statements
    assert first.speaker == second.speaker
    assert second.quote == "We will keep it open all winter."
    assert second.because == ("claims.quotation.carried",)


def test_officials_are_described_but_do_not_vouch_by_name(read: Reader) -> None:
    (claim,) = read("U.S. officials said the road was closed.").claims
    assert claim.kind == "unnamed"
    assert claim.speaker is not None
    assert claim.speaker.name == "U.S. officials"


def test_a_pronoun_goes_by_its_mention(read: Reader) -> None:
    def mentions(sentences: object) -> tuple[Mention, ...]:
        jane = Entity("Jane Roe", Kind.PERSON, "PER")
        return (Mention(0, Span(0, 3), 0, 0, Form.PRONOUN, Kind.PERSON, (jane,)),)

    (statement,) = read("She said the road was closed.", mentions=mentions).statements
    assert statement.speaker is not None
    assert statement.speaker.name == "Jane Roe"
    assert statement.speaker.country == "PER"


def test_a_turn_has_no_statements_of_its_own(read: Reader) -> None:
    def turns(text: str) -> tuple[Turn, ...]:
        return (Turn(Span(0, len(text)), Entity("Jane Roe", Kind.PERSON), "test"),)

    reading = read("The envoy told me that the road was closed.", turns=turns)
    assert reading.statements == ()
    assert reading.claims[0].form is Speech.INDIRECT
