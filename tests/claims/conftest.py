"""Texts read up to their claims, without the mentions room: speakers then go by the words of their phrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from dragoman.claims import find_claims, find_statements, set_sources
from dragoman.model.act import Act
from dragoman.model.claim import Claim, Turn
from dragoman.model.document import Document
from dragoman.model.event import Actor, EventType, Source, Statement, Status
from dragoman.model.mention import Kind, Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence
from dragoman.model.tag import Tag
from dragoman.syntax import Parser, split

Vouchers = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Read:
    """A text with its claims."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    turns: tuple[Turn, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return find_statements(self.document, self.claims)

    def source(
        self,
        word: str,
        type: EventType = EventType.CONSULT,
        status: Status = Status.OCCURRED,
        actor: str = "Peru",
        vouchers: Vouchers = (),
    ) -> Source:
        """Who vouches for the act that this word of the text names."""
        return self.act(word, type, status, actor, vouchers).source

    def act(self, word: str, type: EventType, status: Status, actor: str, vouchers: Vouchers = ()) -> Act:
        start = self.document.text.index(word)
        holding = [s for s in self.sentences if s.part is Part.TEXT and s.span.start <= start < s.span.end]
        sentence = next((s for s in holding if s.quotation is not None), holding[0])
        token = sentence.at(start)
        assert token is not None
        actors = (Actor(actor, None, Kind.COUNTRY),)
        act = Act(sentence.index, token.index, token.span, type, actors=actors, vouchers=vouchers, status=status)
        return set_sources(self.document, (act,), self.claims, self.sentences, self.turns)[0]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


def _tags(text: str, heard: str) -> tuple[Tag, ...]:
    """A tagger's view in which this word marks speech."""
    if not heard:
        return ()
    start = text.index(heard)
    return (Tag(Span(start, start + len(heard)), 0.0, (), 0.9, (), (), (), ()),)


@pytest.fixture(scope="session")
def read(parser: Parser) -> Callable[..., Read]:
    def read_text(
        text: str,
        turns: Callable[[str], tuple[Turn, ...]] = lambda text: (),
        mentions: Callable[[Sequence[Sentence]], tuple[Mention, ...]] = lambda sentences: (),
        heard: str = "",
    ) -> Read:
        document = Document("r", text)
        layout = split(document)
        sentences = parser.parse(document, layout.units)
        spoken = turns(text)
        claims = find_claims(document, layout, sentences, mentions(sentences), spoken, _tags(text, heard))
        return Read(document, sentences, claims, spoken)

    return read_text
