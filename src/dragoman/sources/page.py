"""The report in a web page: its text, title, outlet and publication date."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any, Final

from dragoman.errors import NotText
from dragoman.model.document import Document
from dragoman.sources.report import Given, Origin, report

PREAMBLE: Final = r"\s*(?:(?><\?.*?\?>|<!--.*?-->)\s*)*+"  # atomic, so that no page makes it try again and again
OPENS: Final = re.compile(PREAMBLE + r"<(?:!doctype\s+html|(?:html|head|body|article|title|meta)\b)", re.I | re.S)
FEED: Final = re.compile(PREAMBLE + r"<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
ENDS: Final = (".", "!", "?", "…")
FEWEST: Final = 7  # words of one sentence, without which a page holds no article
UNPARSED: Final = re.compile(r"[\x00\ud800-\udfff]")
DECLARATION: Final = re.compile(r"\A\s*<\?xml.*?\?>", re.S)
TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title>", re.I | re.S)
META: Final = re.compile(r"<meta\s[^<>]*>", re.I)
PUBLISHED: Final = re.compile(
    r"""(?:property|name|itemprop)\s*=\s*["']?(?:article:published_time|og:article:published_time|datePublished|"""
    r"""dc\.date\.issued|dcterms\.(?:created|issued)|parsely-pub-date|publish(?:ed)?[-_]?date|pubdate)["'\s]""",
    re.I,
)
STRUCTURED: Final = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
DAY: Final = re.compile(r"""content\s*=\s*["']?\s*(\d{4}-\d\d-\d\d)""", re.I)
DATES: Final = {
    "original_date": True,
    "extensive_search": False,  # an extensive search takes any date in the text for the page's own
    "max_date": "2100-01-01",  # the default is today, and a reading may not depend on the day it is made
}


def is_page(text: str) -> bool:
    """The text is HTML."""
    return OPENS.match(text) is not None


def is_feed(text: str) -> bool:
    """The text is a news feed."""
    return FEED.match(text) is not None


def read_page(html: str, origin: Origin, given: Given) -> Document:
    """The page's article as a report. What the caller gave goes before what the page says.

    Offsets count in the extracted text, not in the page. Raises: NotText where the page holds no article.
    """
    found = _extract(html)
    text = found["text"] or ""
    if not _has_sentence(text):
        raise NotText(
            "this page holds no article",
            where=origin.where,
            remedy="name the page of one report, or save its text as a file",
        )
    said = Given(_published(html, found["date"]), _title(html, found["title"] or ""), found["sitename"] or "")
    known = Given(given.published or said.published, given.title or said.title, given.outlet or said.outlet)
    return report(text, known, where=origin.where, url=origin.url or found["url"] or "")


def _has_sentence(text: str) -> bool:
    for line in text.splitlines():
        words = 0
        for word in line.split():
            words += 1
            if word.rstrip("\"'”’)]").endswith(ENDS):
                if words >= FEWEST:
                    return True
                words = 0
    return False


def _extract(html: str) -> dict[str, Any]:
    import trafilatura

    clean = UNPARSED.sub("\ufffd", DECLARATION.sub("", html, count=1))
    document = trafilatura.bare_extraction(
        clean, fast=True, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    if document is None:
        return dict.fromkeys(("text", "title", "sitename", "date", "url"))
    return {name: getattr(document, name) for name in ("text", "title", "sitename", "date", "url")}


def _published(html: str, found: str | None) -> date | None:
    """The day that the page's metadata names; the day in its address or its visible date line only without it."""
    tags = (DAY.search(tag) for tag in META.findall(html) if PUBLISHED.search(tag))
    named = next((tag.group(1) for tag in tags if tag), None)
    structured = STRUCTURED.search(html)
    for day in (named, structured and structured.group(1), found):
        try:
            if day:
                return date.fromisoformat(day)
        except ValueError:
            continue
    return None


def _title(html: str, found: str) -> str:
    """The title without the outlet's name; a date behind its dash ("Events - July 3, 2026") belongs to it."""
    whole = TITLE.search(html)
    if whole is None:
        return found
    full = " ".join(unescape(whole.group(1)).split())
    return full if full.startswith(found) and re.search(r"\d", full[len(found) :]) else found
