"""The reading without the learned tagger: words of a list name acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.model.event import EventType
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token
from dragoman.model.tag import Tag, Target
from dragoman.vocab.acts import ActWord

SURE: Final = 0.9


class LexiconTagging:
    """A `Tagging` by the list of acts and the tables of ways, for the figures of the rules alone."""

    def __init__(self, sentences: Sequence[Sentence], acts: Mapping[tuple[str, str], ActWord]) -> None:
        self._found = {tag.span.start: tag for s in sentences if s.part is Part.TEXT for tag in _tags(s, acts)}
        self.tags = tuple(self._found[start] for start in sorted(self._found))

    def tag(self, span: Span) -> Tag | None:
        """The listed word that begins where the span does."""
        return self._found.get(span.start)

    def links(self, trigger: Span, targets: Sequence[Target]) -> list[dict[str, float]]:
        """Nothing: the frames alone tell who plays which part."""
        return [{} for _ in targets]


def _tags(sentence: Sentence, acts: Mapping[tuple[str, str], ActWord]) -> Iterator[Tag]:
    for token in sentence.tokens:
        word = acts.get((token.lemma.lower(), token.pos))
        if word is not None:
            yield _tag(token, word)


def _tag(token: Token, word: ActWord) -> Tag:
    return Tag(
        token.span, SURE, tuple((t, SURE * (t is word.type)) for t in EventType), 0.0, (), ((word.mode, SURE),), (), ()
    )
