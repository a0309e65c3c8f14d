"""The report in a web page: its text, title, outlet and publication date."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from dragoman.errors import NotText
from dragoman.model.document import Document
from dragoman.sources.report import Given, Origin, report

PREAMBLE: Final = r"\s*(?:(?><\?.*?\?>|<!--.*?-->)\s*)*+"  # atomic, so that no page makes it try again and again
OPENS: Final = re.compile(PREAMBLE + r"<(?:!doctype\s+html|(?:html|head|body|article|title|meta)\b)", re.I | re.S)
ENDS: Final = (".", "!", "?", "…")
FEWEST: Final = 7  # words of one sentence, without which a page holds no article
SHORT: Final = 250  # characters of a fragment too short for the extractor
WHOLE: Final = 0.95  # share of a fragment's characters below which the extractor has thrown text away
BREAK: Final = re.compile(r"(?=<(?:br|p|div|li|ul|ol|h[1-6]|tr|table|blockquote|dt|dd)\b)", re.I)
HIDDEN: Final = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
TAG: Final = re.compile(r"</?[a-zA-Z!][^<>]*>")
LINE: Final = "\n"
LOST: Final = "\ufffd"
UNPARSED: Final = re.compile(r"[\x00\ud800-\udfff]")
DECLARATION: Final = re.compile(r"\A\s*<\?xml.*?\?>", re.S)
TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title>", re.I | re.S)
LINK: Final = re.compile(r"<link\s[^<>]*>", re.I)
CANONICAL: Final = re.compile(r"""\brel\s*=\s*["']?canonical["'\s/>]""", re.I)
TARGET: Final = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
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


def read_page(html: str, origin: Origin, given: Given) -> Document:
    """The page's article as a report. What the caller gave goes before what the page says.

    Its address is the one that the page calls its own, else where it was got.
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
    return report(text, known, where=origin.where, url=_address(html, origin.url))


def fragment_text(html: str) -> str:
    """The text of a piece of HTML that belongs to the report, as the extractor takes it out of a page.

    Absent: "" where nothing is left without the tags.
    """
    whole = unescape(TAG.sub("", BREAK.sub(LINE, HIDDEN.sub("", html))))
    plain = "\n".join(filter(None, (" ".join(line.split()) for line in whole.splitlines())))
    if len(plain) < SHORT:
        return plain
    text = str(_extract(f"<html><body><article>{html}</article></body></html>")["text"] or "")
    return text if len(text) >= len(plain) * WHOLE else plain


def _address(html: str, got: str) -> str:
    """The canonical address, but for one that sends every page of a site to its front page."""
    for link in LINK.findall(html):
        target = TARGET.search(link) if CANONICAL.search(link) else None
        if target:
            try:
                address = urljoin(got, unescape(next(filter(None, target.groups()), "")).strip())
                front = urlsplit(address).path in ("", "/") and urlsplit(got).path not in ("", "/")
            except ValueError:
                continue
            if address.startswith(("http://", "https://")) and not front:
                return address
    return got


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

    clean = UNPARSED.sub(LOST, DECLARATION.sub("", html, count=1))
    document = trafilatura.bare_extraction(
        clean, fast=True, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    if document is None:
        return dict.fromkeys(("text", "title", "sitename", "date"))
    return {name: getattr(document, name) for name in ("text", "title", "sitename", "date")}


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
