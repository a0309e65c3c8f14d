"""What the tagger sees at once: outlet and title, the sentence before, and as many sentences as fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tokenizers import Tokenizer

from dragoman.model.document import Document
from dragoman.model.span import Span
from dragoman.model.syntax import Layout, Part

MASTHEAD: Final = 48  # word pieces of outlet and title
BEFORE: Final = 64  # word pieces of the sentence before
TARGET: Final = 176  # word pieces of the sentences to be tagged
SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


class Word(NamedTuple):
    """One word of a window. `piece` is its first word piece in the window, `target` whether it is tagged there.

    Offsets: in the text, or in the title; a word of the outlet's name has `part` None.
    """

    span: Span
    part: Part | None
    piece: int
    target: bool


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces for one run of the model, and the words they stand for."""

    ids: tuple[int, ...]
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """One stretch of text in word pieces: their ids, and per word its span and first piece."""

    ids: list[int]
    words: list[tuple[Span, int]]

    def slices(self, size: int) -> Iterator[_Pieces]:
        """The stretch in parts of at most `size` pieces, cut between words where it can be."""
        start = 0
        while start < len(self.ids):
            end = min(start + size, len(self.ids))
            if end < len(self.ids):
                starts = [piece for _, piece in self.words if start < piece <= end]
                end = starts[-1] if starts else end
            inside = [(span, piece - start) for span, piece in self.words if start <= piece < end]
            yield _Pieces(self.ids[start:end], inside)
            start = end


def windows(document: Document, layout: Layout, tokenizer: Tokenizer) -> list[Window]:
    """The windows that cover the report's text once, each word of it being a target in exactly one."""
    masthead = _masthead(document, tokenizer)
    found: list[Window] = []
    before = _Pieces([], [])
    batch: list[_Pieces] = []
    for unit in layout.units:
        if unit.part is not Part.TEXT or (unit.quotation is not None and unit.outer is not None):
            continue
        for pieces in _pieces(document.text, unit.span, tokenizer).slices(TARGET):
            if batch and sum(len(p.ids) for p in batch) + len(pieces.ids) > TARGET:
                found.append(_window(masthead, before, batch, tokenizer))
                before, batch = batch[-1], []
            batch.append(pieces)
    if batch:
        found.append(_window(masthead, before, batch, tokenizer))
    return found


def _pieces(text: str, span: Span, tokenizer: Tokenizer) -> _Pieces:
    encoding = tokenizer.encode(SURROGATE.sub(" ", span.of(text)), add_special_tokens=False)
    at, offsets, numbers = span.start, encoding.offsets, encoding.word_ids
    firsts = [piece for piece, word in enumerate(numbers) if not piece or word != numbers[piece - 1]]
    ends = (*firsts[1:], len(numbers))
    words = [(Span(at + offsets[f][0], at + offsets[e - 1][1]), f) for f, e in zip(firsts, ends, strict=False)]
    return _Pieces(encoding.ids, words)


def _masthead(document: Document, tokenizer: Tokenizer) -> list[tuple[Part | None, _Pieces]]:
    outlet = _pieces(document.outlet, Span(0, len(document.outlet)), tokenizer)
    title = _pieces(document.title, Span(0, len(document.title)), tokenizer)
    room = MASTHEAD - min(len(outlet.ids), MASTHEAD // 2)
    kept = [(None, next(outlet.slices(MASTHEAD // 2), outlet)), (Part.TITLE, next(title.slices(room), title))]
    return [(part, pieces) for part, pieces in kept if pieces.ids]


def _window(
    masthead: Sequence[tuple[Part | None, _Pieces]], before: _Pieces, batch: Sequence[_Pieces], tokenizer: Tokenizer
) -> Window:
    """[CLS] outlet [SEP] title [SEP] sentence before, target sentences [SEP]"""
    opening, separator = tokenizer.encode("[CLS][SEP]", add_special_tokens=False).ids
    ids: list[int] = [opening]
    words: list[Word] = []
    for part, pieces in masthead:
        words += [Word(span, part, len(ids) + piece, False) for span, piece in pieces.words]
        ids += [*pieces.ids, separator]
    tail = _tail(before)
    words += [Word(span, Part.TEXT, len(ids) + piece, False) for span, piece in tail.words]
    ids += tail.ids
    for pieces in batch:
        words += [Word(span, Part.TEXT, len(ids) + piece, True) for span, piece in pieces.words]
        ids += pieces.ids
    return Window((*ids, separator), tuple(words))


def _tail(pieces: _Pieces) -> _Pieces:
    """The last pieces of the stretch, from a word's beginning."""
    cut = max(len(pieces.ids) - BEFORE, 0)
    cut = next((piece for _, piece in pieces.words if piece >= cut), len(pieces.ids))
    return _Pieces(pieces.ids[cut:], [(span, piece - cut) for span, piece in pieces.words if piece >= cut])
