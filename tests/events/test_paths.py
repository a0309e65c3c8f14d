"""The ways through the parse that link an act's word with another word."""

from __future__ import annotations

import pytest

from dragoman.events.paths import path
from dragoman.model.document import Document
from dragoman.syntax import Parser, split

WAYS = (
    ("The envoy met the premier on Monday.", "met", {"envoy": "nsubj", "premier": "dobj", "Monday": "prep_on"}),
    ("The premier was received by the king.", "received", {"premier": "nsubjpass", "king": "agent_by"}),
    (
        "Norway invited the king to visit Oslo.",
        "visit",
        {"Norway": "^xcomp/nsubj", "king": "^xcomp/dobj", "Oslo": "dobj"},
    ),
    ("The king and the queen met with the envoy.", "met", {"king": "nsubj", "queen": "nsubj", "envoy": "prep_with"}),
    ("The king met the envoy.", "met", {"met": "self"}),
)


@pytest.mark.parametrize(("text", "trigger", "expected"), WAYS)
def test_ways(text: str, trigger: str, expected: dict[str, str], parser: Parser) -> None:
    document = Document("x", text)
    sentence = parser.parse(document, split(document).units)[0]
    words = {t.text: t for t in sentence.tokens}
    assert {w: path(sentence, words[trigger], words[w]) for w in expected} == expected
