"""How a report is cut: paragraphs, sentences, quotations, and the way back to the report's offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.document import Document
from dragoman.model.syntax import Part
from dragoman.syntax import Parser, split

CUTS = (
    ("The envoy left. Talks go on.", ["The envoy left.", "Talks go on."]),
    (
        "U.S. Secretary Dr. A. Brown met Gen. Ito on Jan. 3. They spoke.",
        ["U.S. Secretary Dr. A. Brown met Gen. Ito on Jan. 3.", "They spoke."],
    ),
    ("He flew to the U.S. The visit was short.", ["He flew to the U.S.", "The visit was short."]),
    ("Headline\n\nBody text here.", ["Headline", "Body text here."]),
    ("A line that is\nwrapped here.", ["A line that is\nwrapped here."]),
    (
        "«We agreed. We signed», the minister said. Nobody else spoke.",
        ["«We agreed. We signed», the minister said.", "Nobody else spoke."],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_sentences(text: str, expected: list[str]) -> None:
    units = split(Document("x", text)).units
    assert [u.span.of(text) for u in units if u.quotation is None] == expected


def test_title_comes_first_and_counts_in_the_title() -> None:
    units = split(Document("x", "Body.", title="Envoy visits")).units
    assert units[0].part is Part.TITLE
    assert units[0].span.of("Envoy visits") == "Envoy visits"


@pytest.mark.parametrize("marks", ["“”", "«»", '""', "„“"])
def test_whole_quotation_is_a_sentence_of_its_own(marks: str) -> None:
    text = f"The minister said: {marks[0]}We will visit Rome soon.{marks[1]} He left."
    layout = split(Document("x", text))
    assert [q.content.of(text) for q in layout.quotations] == ["We will visit Rome soon."]
    inner = [u for u in layout.units if u.quotation is not None]
    assert [u.span.of(text) for u in inner] == ["We will visit Rome soon."]
    assert inner[0].outer == 0


@pytest.mark.parametrize(
    "text", ["He called it a “great deal” today.", "The ministers' plan failed.", "It's Putin's call."]
)
def test_few_words_stay_in_the_sentence(text: str) -> None:
    assert not any(u.masked or u.quotation for u in split(Document("x", text)).units)


def test_placeholder_stands_for_the_quotation(parser: Parser) -> None:
    text = "“We will not sign the treaty,” said the envoy."
    document = Document("x", text)
    outer = parser.parse(document, split(document).units)[0]
    assert outer.tokens[0].span.of(text) == "“We will not sign the treaty,”"
    assert [t.text for t in outer.tokens][-4:] == ["said", "the", "envoy", "."]
    assert outer.tokens[-2].span.of(text) == "envoy"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aab .,!?\n“”\"«»‘’'…U.S1—\u200b\u202e\x00"), max_size=120))
def test_any_text_is_cut_inside_its_bounds(text: str) -> None:
    units = split(Document("x", text)).units
    outer = [u.span for u in units if u.quotation is None or u.outer is None]
    assert all(0 <= s.start < s.end <= len(text) for s in outer)
    assert all(a.end <= b.start for a, b in pairwise(outer))


def test_long_sentence_is_cut() -> None:
    units = split(Document("x", "word " * 10_000)).units
    assert len(units) > 20
    assert max(u.span.end - u.span.start for u in units) <= 1_500
