"""Entries of news feeds: RSS, Atom, RDF and JSON Feed. The only file that knows feedparser."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate
from html import unescape
from io import BytesIO
from typing import Any, Final

from dragoman.errors import NotText
from dragoman.model.kept import Raw
from dragoman.sources.item import JSON, XML, Item, Items, Unread, address_key, broken
from dragoman.sources.page import PREAMBLE, fragment_text
from dragoman.sources.report import Given, Origin, report

DOCTYPE: Final = r"(?:<!doctype\s+(?!html\b)[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)?"
ROOT: Final = re.compile(PREAMBLE + DOCTYPE + PREAMBLE + r"<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.I | re.S)
JSON_FEED: Final = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version')
ENDINGS: Final = (".rss", ".atom")
TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]*>")
MARKED: Final = re.compile(TAG.pattern + r"|&#?\w+;")
ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
WEB: Final = ("http://", "https://")
REMEDY: Final = "name the pages that it links to"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one report. `name` is the feed's own for it; `html` may be plain text as well."""

    title: str
    link: str
    name: str
    published: date | None
    html: str
    language: str


def is_feed(text: str) -> bool:
    """The text is a news feed."""
    return ROOT.match(text) is not None or is_json_feed(text)


def is_json_feed(text: str) -> bool:
    """The text is a feed written as one JSON object."""
    return text.lstrip("\ufeff \t\r\n").startswith("{") and JSON_FEED.search(text[:2_000]) is not None


def read_feed(data: bytes, text: str, origin: Origin, given: Given) -> Items:
    """A report for each entry, with the feed's title as outlet; one that has but a headline is a report of it.

    `text` is the feed decoded. What the caller gave goes behind what an entry says of itself, but the outlet before
    the feed's title. Raises: NotText where there is no feed in it, or an empty one.
    """
    written = is_json_feed(text)
    title, entries = _json(text, origin) if written else _xml(data, origin)
    if not entries:
        raise NotText("this feed has no entries", where=origin.where, remedy=REMEDY)
    raw = Raw(data, JSON if written else XML)
    for number, entry in enumerate(entries, 1):
        where = f"{origin.where} (entry {number})"
        try:
            yield _item(entry, given.outlet or title, given, raw, where)
        except Exception as error:
            yield Unread(broken(error, where), raw)


def _item(entry: Entry, outlet: str, given: Given, raw: Raw, where: str) -> Item:
    title = " ".join(unescape(entry.title).split()) or given.title
    known = Given(entry.published or given.published, title, outlet)
    body = fragment_text(entry.html) if MARKED.search(entry.html) else entry.html.strip()
    document = report(body or title, known, where=where, url=entry.link, language=entry.language)
    key = address_key(entry.link) if entry.link else f"{outlet}#{entry.name or document.id}"
    return Item(document, key, raw, where)


def _xml(data: bytes, origin: Origin) -> tuple[str, list[Entry]]:
    import feedparser

    headers = {"content-location": origin.url} if origin.url else {}
    if origin.charset:
        headers["content-type"] = f"{XML}; charset={origin.charset}"
    try:
        feed = feedparser.parse(BytesIO(data), response_headers=headers)
        return _plain(feed.feed.get("title")), [_parsed(entry, feed.feed) for entry in feed.entries]
    except Exception as error:  # it lets errors of its parsers through, of many kinds
        reason = f"this feed is broken ({type(error).__name__})"
        raise NotText(reason, where=origin.where, remedy=REMEDY) from None


def _parsed(entry: Any, feed: Any) -> Entry:
    bodies = [_text(part.get("value")) for part in entry.get("content") or ()] + [_text(entry.get("summary"))]
    said = _text(entry.get("published")) or _text(entry.get("updated")) or _text(entry.get("created"))
    link = _text(entry.get("link")).strip()
    return Entry(
        _plain(entry.get("title")),
        link if link.startswith(WEB) else "",
        _text(entry.get("id")).strip(),
        _day(said, entry.get("published_parsed") or entry.get("updated_parsed")),
        max(bodies, key=len),
        _text(feed.get("language")).partition("-")[0].lower(),
    )


def _json(text: str, origin: Origin) -> tuple[str, list[Entry]]:
    try:
        feed = json.loads(text.lstrip("\ufeff"))
        return _text(feed.get("title")), [_from_json(entry, feed) for entry in feed["items"] if isinstance(entry, dict)]
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise NotText("this JSON feed is broken", where=origin.where, remedy=REMEDY) from None


def _from_json(entry: dict[str, Any], feed: dict[str, Any]) -> Entry:
    link = next((one for name in ("url", "external_url") if (one := _text(entry.get(name))).startswith(WEB)), "")
    return Entry(
        _text(entry.get("title")),
        link,
        str(entry.get("id") or ""),
        _day(_text(entry.get("date_published")) or _text(entry.get("date_modified")), None),
        _text(entry.get("content_html")) or _text(entry.get("content_text")) or _text(entry.get("summary")),
        _text(entry.get("language") or feed.get("language")).partition("-")[0].lower(),
    )


def _day(said: str, parsed: Any) -> date | None:
    """The day as the feed writes it, in its own time zone."""
    written = ISO.match(said.strip())
    try:
        if written:
            return date.fromisoformat(written.group())
        found = parsedate(said) or parsed
        return date(*found[:3]) if found else None
    except (ValueError, TypeError, IndexError):
        return None


def _plain(value: Any) -> str:
    return " ".join(unescape(TAG.sub("", _text(value))).split())


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
