"""Direct quotations in one paragraph, in any quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.model.span import Span
from dragoman.model.syntax import Quotation

CLOSING: Final = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "''": "''", "``": "''"}
OPENER: Final = re.compile(r"“|«|„|\"|``|''|(?<!\w)‘(?=\w)|(?<![\w'])'(?=[A-Z])")
WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")
LONG: Final = 4  # words from which a quotation that begins like a sentence is one


def find_quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The outermost quotations of the paragraph, in text order; one left open runs to the paragraph's end."""
    return tuple(_scan(text, paragraph))


def _scan(text: str, paragraph: Span) -> Iterator[Quotation]:
    at = paragraph.start
    while opening := OPENER.search(text, at, paragraph.end):
        end, width = _closing(text, opening, paragraph)
        if end is None:
            at = opening.end()
            continue
        content = Span(opening.end(), end)
        span = Span(opening.start(), end + width)
        at = span.end
        if content.start < content.end:
            yield Quotation(span, content, _is_whole(text, span, content, paragraph))


def _closing(text: str, opening: re.Match[str], paragraph: Span) -> tuple[int | None, int]:
    """Where the content ends and how wide the closing mark is; an end of None: this mark opens nothing."""
    mark = opening.group()
    single = mark in "'‘"
    for place in range(opening.end(), paragraph.end):
        if mark in ("''", "``"):
            if text.startswith("''", place):
                return place, 2
        elif text[place] in CLOSING.get(mark, "'"):
            if single and place + 1 < paragraph.end and (text[place + 1].isalnum() or text[place - 1] in " s"):
                continue  # an apostrophe: "Putin's", "the ministers'"
            return place, 1
        elif mark == "“" and text[place] == '"':
            return place, 1
    before = text[paragraph.start : opening.start()].strip()
    if not single and mark not in ("''", "``") and (not before or before.endswith((":", ","))):
        return paragraph.end, 0
    return None, 0


def _is_whole(text: str, span: Span, content: Span, paragraph: Span) -> bool:
    quoted = content.of(text).strip()
    words = WORD.findall(quoted)
    if len(words) < 2:
        return False
    before = text[paragraph.start : span.start].rstrip()
    after = text[span.end : paragraph.end].lstrip()
    capital = quoted[:1].isupper() or quoted[:1] in "[("
    stops = quoted.endswith((".", "!", "?", "…", ",")) or not after or after[:1] in ",.;"
    opens = not before or before.endswith((".", ":", ",", "!", "?", "—", "–", "”", '"', "»"))
    if capital and opens and stops:
        return True
    if opens and before.endswith((":", ",")) and len(words) >= LONG and stops:
        return True
    return len(words) >= LONG and capital and stops
