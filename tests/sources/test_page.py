"""Pages give text, title, outlet and date; what the page does not say is not guessed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import NotText
from dragoman.model.document import Document
from dragoman.sources.page import fragment_text, is_page, read_page
from dragoman.sources.report import Given, Origin

ARTICLE = (
    "<article><h1>Envoys meet</h1><p>The envoys of Peru and Chile met in Lima on Monday and spoke about the border.</p>"
    "<p>They will meet again in June 2031, the host said on 4 May 2019.</p></article>"
)


NOTHING = Given()


def page(head: str = "", body: str = ARTICLE) -> str:
    return f"<!DOCTYPE html><html lang='en'><head><title>Envoys meet</title>{head}</head><body>{body}</body></html>"


def read(html: str, given: Given = NOTHING) -> Document:
    return read_page(html, Origin("page.html"), given)


def test_text_and_title_are_those_of_the_article() -> None:
    document = read(page())
    assert document.title == "Envoys meet"
    assert "The envoys of Peru and Chile met in Lima on Monday" in document.text
    assert "<" not in document.text
    assert document.language == "en"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:published_time" content="2022-02-21T01:32:52+00:00">', date(2022, 2, 21)),
        ('<meta content="2022-02-21" name="pubdate">', date(2022, 2, 21)),
        ('<script type="application/ld+json">{"datePublished": "2020-01-02T00:00Z"}</script>', date(2020, 1, 2)),
        ("", None),
        ('<meta property="article:published_time" content="2022-99-99">', None),
    ],
)
def test_the_date_is_the_metadata_s_and_never_a_guess(head: str, expected: date | None) -> None:
    assert read(page(head)).published == expected


def test_metadata_goes_before_the_date_in_the_address() -> None:
    head = (
        '<meta property="article:published_time" content="2022-02-21T01:32:52+00:00">'
        '<link rel="canonical" href="https://example.org/2022/02/20/envoys/">'
    )
    assert read(page(head)).published == date(2022, 2, 21)


def test_what_the_caller_says_goes_before_what_the_page_says() -> None:
    head = (
        '<meta property="article:published_time" content="2022-02-21">'
        '<meta property="og:site_name" content="The Mail">'
    )
    document = read(page(head), Given(date(2020, 1, 1), "Another title", "The Post"))
    assert (document.published, document.title, document.outlet) == (date(2020, 1, 1), "Another title", "The Post")
    assert read(page(head)).outlet == "The Mail"


@pytest.mark.parametrize(
    "body",
    ["", "<nav><a href='/'>Home</a> <a href='/'>In</a></nav>", "<form>Name <input> Word <input></form>", "<p>404</p>"],
)
def test_a_page_without_article_is_no_report(body: str) -> None:
    with pytest.raises(NotText, match="holds no article; name the page of one report"):
        read(page(body=body))


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "&#xD800;", "&#0;", "\u202e", "\u200b"])
def test_odd_characters_do_no_harm(odd: str) -> None:
    assert "Lima" in read(page(body=ARTICLE.replace("Monday", f"Mon{odd}day"))).text


def test_pages_are_told_by_their_content() -> None:
    assert is_page("\n<!-- saved --><?xml version='1.0'?><html>")
    assert is_page("<!DOCTYPE HTML PUBLIC>")
    assert not is_page("Talks <b>failed</b>, says the head of the body.")


@pytest.mark.parametrize(
    ("link", "got", "expected"),
    [
        ("https://example.org/a", "https://example.org/a?from=feed", "https://example.org/a"),
        ("/a", "https://example.org/b", "https://example.org/a"),
        ("https://example.org/", "https://example.org/a", "https://example.org/a"),  # all pages alike: not their own
        ("https://example.org/", "https://example.org", "https://example.org/"),
        ("ftp://example.org/a", "https://example.org/b", "https://example.org/b"),
        ("http://[", "https://example.org/b", "https://example.org/b"),
        ("https://example.org/a", "", "https://example.org/a"),
    ],
)
def test_the_address_is_the_one_that_the_page_calls_its_own(link: str, got: str, expected: str) -> None:
    html = page(f'<link href="{link}" rel="canonical">')
    assert read_page(html, Origin("page.html", got), NOTHING).url == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>They met.</p><p>They parted.</p>", "They met.\nThey parted."),
        ("Short &amp; plain<br/>two lines", "Short & plain\ntwo lines"),
        ("<script>alert(1)</script><style>p {}</style><i>Kept</i>", "Kept"),
        ("<img src='x'>", ""),
    ],
)
def test_a_fragment_keeps_all_its_text(html: str, expected: str) -> None:
    assert fragment_text(html) == expected


def test_saved_pages_give_title_date_and_text(shared: Path) -> None:
    listed: list[bool] = []
    for line in (shared / "news/html/gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        document = read((shared / "news/html" / row["file"]).read_text("utf-8"))
        assert document.title == row["title"]
        if row["published"]:
            assert str(document.published) == row["published"][:10]
        words = " ".join(document.text.split())
        if "body" in row:
            assert words == " ".join(row["body"].split())
        listed += [" ".join(event.split())[:60] in words for event in row.get("gold_events", ())]
    assert sum(listed) >= 0.95 * len(listed)  # a page of deeply nested lists may lose one of them
