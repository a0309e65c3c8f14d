"""Text of PDF documents, in paragraphs. The only file that knows pypdfium2."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Final

from dragoman.errors import NotText
from dragoman.model.document import Document
from dragoman.sources.report import LONGEST, Given, Origin, report

REMEDY: Final = "make it readable first (text recognition), or save its text as a file"
MAGIC: Final = b"%PDF-"
PAGE_NUMBER: Final = re.compile(
    r"(?:[-–—|]\s*)?(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|])?", re.I
)
DIGITS: Final = re.compile(r"\d+")
HYPHENS: Final = "\x02\xad\ufffe"  # what stands for a hyphen and the end of the line behind it
PIECE: Final = re.compile(rf"[^\r\n{HYPHENS}]*(?:\r\n|[\r\n{HYPHENS}]|\Z)")
SPACED: Final = 1.35  # times the usual distance of lines, from which a new paragraph begins
SHORT: Final = 0.8  # of the usual length; a shorter line that ends a sentence ends the paragraph
INDENT: Final = 6.0  # points
ENDS: Final = (".", "!", "?", "…", ".”", "?”", "!”", '."', ".’", ":")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, with where it stands on its page in points from the left and from below."""

    text: str
    left: float
    right: float
    bottom: float


def read_pdf(data: bytes, origin: Origin, given: Given) -> Document:
    """The document's text as a report. Its title is the one that it states, where it prints that as well.

    Lines are joined to paragraphs and words parted at a line's end put together; page numbers and running heads go.
    Raises: NotText for one that is broken, locked, or without text.
    """
    pages, title = _pages(data, origin)
    text = "\n\n".join(_paragraphs(_without_running(pages)))
    if not text.strip():
        raise NotText("there is no text in this PDF, only pictures", where=origin.where, remedy=REMEDY)
    printed = title if " ".join(title.split()).casefold() in " ".join(text[:2_000].split()).casefold() else ""
    known = Given(given.published, given.title or printed, given.outlet)
    return report(text, known, where=origin.where, url=origin.url)


def _pages(data: bytes, origin: Origin) -> tuple[list[list[Line]], str]:
    import pypdfium2

    pages: list[list[Line]] = []
    try:
        with pypdfium2.PdfDocument(data) as document:
            length = 0
            for page in document:
                pages.append(_lines(page))
                page.close()
                length += sum(len(line.text) for line in pages[-1])
                if length > LONGEST:  # `report` will say so
                    break
            return pages, document.get_metadata_value("Title")
    except (pypdfium2.PdfiumError, ValueError, RuntimeError) as error:
        locked = "password" in str(error).lower()
        what = "this PDF is locked with a password" if locked else "this PDF is broken"
        raise NotText(what, where=origin.where, remedy="save its text as a file") from None


def _lines(page: Any) -> list[Line]:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        found, at = [], 0
        for piece in PIECE.findall(text):
            words = piece.strip(" \t\r\n\x00")
            if words:
                first = at + piece.index(words[0])
                last = min(first + len(words), textpage.count_chars()) - 1
                left, bottom, *_ = textpage.get_charbox(min(first, last))
                right = textpage.get_charbox(last)[2]
                found.append(Line(words, left, right, bottom))
            at += len(piece)
        return found
    finally:
        textpage.close()


def _without_running(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without what stands first or last on most of them."""
    edges = Counter(DIGITS.sub("#", line.text) for page in pages for line in {*page[:1], *page[-1:]})
    running = {text for text, times in edges.items() if times >= 3 and times * 2 > len(pages)}

    def is_running(line: Line) -> bool:
        return PAGE_NUMBER.fullmatch(line.text) is not None or DIGITS.sub("#", line.text) in running

    def body(page: list[Line]) -> list[Line]:
        return [line for n, line in enumerate(page) if n not in (0, len(page) - 1) or not is_running(line)]

    return [body(page) for page in pages]


def _paragraphs(pages: Iterable[list[Line]]) -> list[str]:
    found: list[str] = []
    for page in pages:
        blocks = _blocks(page)
        if found and blocks and not found[-1].endswith(ENDS) and blocks[0][:1].islower():
            found[-1] = _joined(found[-1], blocks.pop(0))  # a paragraph that goes on over the page's end
        found += blocks
    return [_clean(one) for one in found]


def _blocks(lines: list[Line]) -> list[str]:
    if not lines:
        return []
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0.0])
    edge, margin = median(line.right for line in lines), median(line.left for line in lines)
    found = [lines[0].text]
    for (above, below), step in zip(pairwise(lines), steps, strict=True):
        ended = above.text.endswith(ENDS)
        short = above.right - above.left < (edge - margin) * SHORT
        indented = below.left - above.left > INDENT and below.left - margin > INDENT
        if step > usual * SPACED or (ended and (short or indented)):
            found.append(below.text)
        else:
            found[-1] = _joined(found[-1], below.text)
    return found


def _joined(before: str, after: str) -> str:
    """Two lines as one; a word parted between them is put together, a compound keeps its hyphen."""
    if before.endswith((*HYPHENS, "-")) and before[-2:-1].isalpha():
        return before[:-1] + ("" if after[:1].islower() else "-") + after
    return f"{before} {after}"


def _clean(text: str) -> str:
    return " ".join(text.translate(dict.fromkeys(map(ord, HYPHENS))).split())
