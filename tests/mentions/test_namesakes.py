"""A word that names either of two countries."""

from __future__ import annotations

import pytest

from dragoman.mentions import find_mentions
from dragoman.model.document import Document
from dragoman.syntax import Parser, split
from dragoman.vocab.load import load

CASES = (
    ("Pyongyang thanked Moscow. The Korean side was pleased.", "PRK"),
    ("Seoul thanked Moscow. The Korean side was pleased.", "KOR"),
    ("Pyongyang wrote to Seoul. The Korean side was pleased.", "KOR"),
    ("The Korean side was pleased.", "KOR"),
)


@pytest.mark.parametrize(("text", "country"), CASES)
def test_korean_is_of_the_korea_spoken_of(text: str, country: str, parser: Parser) -> None:
    document = Document("x", text)
    found = find_mentions(document, parser.parse(document, split(document).units), load())
    assert [m.entities[0].country for m in found if "Korean" in m.span.of(text)] == [country]
