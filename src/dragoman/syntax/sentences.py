"""Paragraphs and sentences of a report, before any parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.model.document import Document
from dragoman.model.span import Span
from dragoman.model.syntax import Layout, Part, Quotation, Unit
from dragoman.syntax.quotations import find_quotations

LONGEST: Final = 1_500  # characters: past this a "sentence" is a list or noise, and is cut at a space

BREAK: Final = re.compile(r"[ \t\xa0]*(?:\r?\n|\r|\u2028|\u2029)+[\s\xa0]*(?![a-z])")
END: Final = re.compile(r"[.!?…]+[)\]’”»\"']*(?=\s)")
ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Pres|Rev|Hon|St|Jr|Sr|Messrs|Mt|Ft|Amb|Sec|"
    r"Brig|Cmdr|No|Nos|vs|etc|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|fig|al|"
    r"Vol|Art|Op|Res|Ave|Blvd)|\b(?:[A-Za-z]\.)+[A-Za-z]|(?<![\w.])[A-Z]|\b(?:i\.e|e\.g|a\.m|p\.m|U\.S|U\.N|U\.K))\.$"
)
INITIALS: Final = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:a|p)\.m\.$")
STARTER: Final = re.compile(
    r"(?:The|A|An|In|On|At|He|She|It|They|We|I|This|That|These|Those|But|And|However|Meanwhile|Earlier|His|Her|Their|"
    r"According|After|Before|Both|While|When|As|For|Since)\b"
)


def split(document: Document) -> Layout:
    """The report's sentences: title first, then the text, then what stands inside whole quotations."""
    units: list[Unit] = []
    quotations: list[Quotation] = []
    if document.title.strip():
        for span in _sentences(document.title, _trim(document.title, Span(0, len(document.title))), ()):
            units.append(Unit(len(units), span, -1, Part.TITLE))
    for number, paragraph in enumerate(paragraphs(document.text)):
        quoted = find_quotations(document.text, paragraph)
        quotations.extend(quoted)
        _split_paragraph(document.text, number, paragraph, tuple(q for q in quoted if q.whole), units)
    return Layout(tuple(units), tuple(quotations))


def paragraphs(text: str) -> Iterator[Span]:
    """Stretches between line breaks, trimmed; a line that goes on in lower case belongs to the one before."""
    start = 0
    for gap in BREAK.finditer(text):
        yield from _filled(text, Span(start, gap.start()))
        start = gap.end()
    yield from _filled(text, Span(start, len(text)))


def _filled(text: str, span: Span) -> Iterator[Span]:
    span = _trim(text, span)
    if span.start < span.end:
        yield span


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return Span(start, end)


def _split_paragraph(text: str, number: int, paragraph: Span, whole: tuple[Quotation, ...], units: list[Unit]) -> None:
    for span in _sentences(text, paragraph, whole):
        inside = tuple(q for q in whole if span.holds(q.span))
        outer: int | None = None
        if len(inside) != 1 or _trim(text, span).end - _trim(text, span).start > len(inside[0].span.of(text)) + 2:
            outer = len(units)
            units.append(Unit(outer, span, number, Part.TEXT, masked=inside))
        for quotation in inside:
            for inner in _sentences(text, _trim(text, quotation.content), ()):
                units.append(Unit(len(units), inner, number, Part.TEXT, quotation.content, outer))


def _sentences(text: str, paragraph: Span, whole: tuple[Quotation, ...]) -> Iterator[Span]:
    start = paragraph.start
    for stop in _stops(text, paragraph, whole):
        yield from _cut(text, _trim(text, Span(start, stop)), whole)
        start = stop
    yield from _cut(text, _trim(text, Span(start, paragraph.end)), whole)


def _stops(text: str, paragraph: Span, whole: tuple[Quotation, ...]) -> Iterator[int]:
    for end in END.finditer(text, *paragraph):
        stop = end.end()
        holder = next((q for q in whole if q.span.start <= end.start() < q.span.end), None)
        if holder is not None and stop < holder.span.end:
            continue
        following = text[stop : paragraph.end].lstrip()
        if following and _ends(text, paragraph, end, following):
            yield stop


def _ends(text: str, paragraph: Span, end: re.Match[str], following: str) -> bool:
    if not (following[0].isupper() or following[0].isdigit() or following[0] in "“\"«‘'([—–-•*"):
        return False
    before = text[max(paragraph.start, end.start() - 12) : end.start() + 1]
    if end.group() == ".":
        if INITIALS.search(before):
            return STARTER.match(following) is not None
        if ABBREVIATION.search(before):
            return False
    return True


def _cut(text: str, span: Span, whole: tuple[Quotation, ...]) -> Iterator[Span]:
    """The span, in pieces no longer than `LONGEST`; quotations that a cut would split are not asked for here."""
    start = span.start
    while span.end - start > LONGEST and not any(q.span.meets(span) for q in whole):
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        at = at if at > 0 else start + LONGEST
        yield Span(start, at)
        start = at
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        yield Span(start, span.end)
