"""Reports of this room's tests, read up to their mentions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from dragoman.mentions import find_mentions, find_turns
from dragoman.model.claim import Turn
from dragoman.model.document import Document
from dragoman.model.mention import Entity, Form, Mention
from dragoman.syntax import Parser, split
from dragoman.vocab.load import load
from dragoman.vocab.types import Vocabulary


@dataclass(frozen=True)
class Read:
    """A report with its mentions and turns."""

    document: Document
    mentions: tuple[Mention, ...]
    turns: tuple[Turn, ...]

    def words(self, mention: Mention) -> str:
        """The mention as written."""
        return mention.span.of(self.document.title if mention.part == "title" else self.document.text)

    def all(self, words: str, form: Form | None = None) -> list[Mention]:
        """The mentions written so, in text order."""
        return [m for m in self.mentions if self.words(m) == words and form in (None, m.form)]

    def who(self, words: str, nth: int = 0) -> tuple[Entity, ...]:
        """Whom the nth mention written so means."""
        return self.all(words)[nth].entities

    def one(self, words: str, nth: int = 0) -> Entity:
        """The only actor that the nth mention written so means."""
        (entity,) = self.who(words, nth)
        return entity

    def listed(self) -> list[str]:
        """All mentions as written."""
        return [self.words(m) for m in self.mentions]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load()


@pytest.fixture(scope="session")
def read(vocabulary: Vocabulary) -> Callable[..., Read]:
    parser = Parser()

    def reading(text: str, title: str = "", outlet: str = "", published: date | None = date(2019, 6, 1)) -> Read:
        document = Document("test", text, published, title, outlet)
        sentences = parser.parse(document, split(document).units)
        mentions = find_mentions(document, sentences, vocabulary)
        return Read(document, mentions, find_turns(document, sentences, mentions, vocabulary))

    return reading
