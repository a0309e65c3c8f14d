"""A parser, and acts found by their word, for the dates tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from dragoman.dates import choose_times, find_times
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Actor, EventType, Status
from dragoman.model.mention import Kind
from dragoman.model.syntax import Part, Sentence
from dragoman.syntax import Parser, split

Parsed = tuple[Document, tuple[Sentence, ...]]
Read = Callable[..., Parsed]


@pytest.fixture(scope="session")
def parse() -> Read:
    parser = Parser()

    def read(text: str, published: date | None = date(2025, 4, 2), title: str = "") -> Parsed:
        document = Document("t", text, published, title)
        return document, parser.parse(document, split(document).units)

    return read


@pytest.fixture(scope="session")
def choose(parse: Read) -> Callable[..., list[Act]]:
    """The acts that these words of the text name, with the times chosen for them."""

    def read(text: str, *wanted: Sequence[Any], published: date | None = date(2025, 4, 2)) -> list[Act]:
        document, sentences = parse(text, published)
        acts = [act(sentences, *w) for w in wanted]
        return list(choose_times(document, acts, find_times(document, sentences), sentences))

    return read


def act(
    sentences: Sequence[Sentence],
    word: str,
    type: str = "CONSULT",
    status: str = "occurred",
    countries: Sequence[str] = ("NOR", "LVA"),
) -> Act:
    """The act that the first such word of the text names."""
    for sentence in sentences:
        for token in sentence.tokens:
            if sentence.part is Part.TEXT and token.text == word:
                actors = tuple(Actor(c, c, Kind.COUNTRY) for c in countries)
                return Act(
                    sentence.index, token.index, token.span, EventType(type), actors=actors, status=Status(status)
                )
    raise AssertionError(f"no {word!r} in the text")
