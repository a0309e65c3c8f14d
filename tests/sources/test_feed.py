"""Feeds of every kind give a report for each entry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import NotText
from dragoman.sources import Given, Item, Unread, open_bytes, open_items
from dragoman.sources.feed import is_feed

RSS = """<?xml version="1.0"?><!-- made by hand --><rss version="2.0">
<channel><title>The &lt;b&gt;Mail&lt;/b&gt;</title>
<item><title>Envoys &amp;amp; ministers meet</title><link>https://example.org/1#top</link>
 <pubDate>Sat, 22 May 2021 23:30:00 -0500</pubDate>
 <description>&lt;p&gt;The envoys met.&lt;/p&gt;&lt;p&gt;They parted &amp;amp; left.&lt;/p&gt;</description></item>
<item><title>Only a headline</title><link>https://example.org/2</link></item>
<item><guid isPermaLink="false">n3</guid><description>No link and no title, but a text.</description></item>
<item><link>https://example.org/4</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Post</title>
<entry><id>tag:1</id><title>Talks</title><link href="/a" rel="alternate"/><updated>2025-04-02T01:00:00+09:00</updated>
<content type="html">&lt;p&gt;Talks were held.&lt;/p&gt;</content><summary>Talks.</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Wire</title></channel><item><title>Accord</title><link>https://example.org/r</link></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "Daily", "language": "en-GB",
        "items": [
            {"id": 5, "url": "https://example.org/5", "date_published": "2025-04-02T23:00:00-05:00",
             "title": "Summit", "content_html": "<p>The summit <b>opened</b>.</p>"},
            {"id": "6", "content_text": "It closed."}, "odd",
        ],
    }
)  # fmt: skip


def read(feed: str | bytes, url: str = "https://example.org/feed", given: Given | None = None) -> list[Item | Unread]:
    data = feed.encode() if isinstance(feed, str) else feed
    return list(open_bytes(data, "feed.xml", given or Given(), url=url))


def reports(found: list[Item | Unread]) -> list[Item]:
    assert all(isinstance(item, Item) for item in found), found
    return [item for item in found if isinstance(item, Item)]


def test_an_entry_is_a_report_with_what_the_feed_says_of_it() -> None:
    first, headline, bare, empty = read(RSS)
    assert isinstance(first, Item)
    document = first.document
    assert (document.title, document.outlet) == ("Envoys & ministers meet", "The Mail")
    assert document.text == "The envoys met.\nThey parted & left."
    assert (document.published, document.url) == (date(2021, 5, 22), "https://example.org/1#top")
    assert (first.key, first.where) == ("https://example.org/1", "feed.xml (entry 1)")
    assert first.raw.data == RSS.encode()
    assert isinstance(headline, Item)
    assert headline.document.text == "Only a headline"
    assert isinstance(bare, Item)
    assert bare.key == "The Mail#n3"
    assert isinstance(empty, Unread)
    assert str(empty.error).startswith("feed.xml (entry 4): there is no text in it")


def test_atom_rdf_and_json_feeds() -> None:
    (atom,) = reports(read(ATOM))
    assert (atom.document.text, atom.document.title, atom.document.outlet) == ("Talks were held.", "Talks", "The Post")
    assert (atom.document.published, atom.key) == (date(2025, 4, 2), "https://example.org/a")
    (rdf,) = reports(read(RDF))
    assert (rdf.document.text, rdf.document.outlet, rdf.key) == ("Accord", "Wire", "https://example.org/r")
    for written in (JSON_FEED, "\ufeff" + json.dumps(json.loads(JSON_FEED), indent=2)):
        first, second = reports(read(written))
        assert (first.document.text, first.document.title) == ("The summit opened.", "Summit")
        assert (first.document.published, first.key) == (date(2025, 4, 2), "https://example.org/5")
        assert (second.document.text, second.key) == ("It closed.", "Daily#6")


def test_what_the_caller_says_fills_in_and_names_the_outlet() -> None:
    first, headline, *_ = read(RSS, given=Given(date(2020, 1, 1), "t", "Ours"))
    assert isinstance(first, Item)
    assert isinstance(headline, Item)
    assert (first.document.published, first.document.outlet) == (date(2021, 5, 22), "Ours")
    assert headline.document.published == date(2020, 1, 1)


@pytest.mark.parametrize(
    "broken",
    [
        "<rss></rss>",
        "<rss><channel><title>&#xD800;&#0;</title></channel></rss>",
        '<?xml version="1.0"?><rss version="2.0"><channel><item><title>&#1114112;&#x110000;</title></item>',
        '<!DOCTYPE rss [<!ENTITY a "&a;&a;">]><rss version="2.0"><channel><item>&a;</item></channel></rss>',
        '{"version": "https://jsonfeed.org/version/1", "items": 5}',
        '{"version": "https://jsonfeed.org/version/1", "items": [{"id"',
        '{"version": "https://jsonfeed.org/version/1"}',
    ],
)
def test_a_broken_feed_is_a_reason(broken: str) -> None:
    for item in read(broken):
        assert isinstance(item, Item) or isinstance(item.error, NotText)


def test_other_xml_is_no_feed() -> None:
    assert is_feed('<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//x"><rss>')
    assert is_feed("<atom:feed xmlns:atom='x'>")
    assert not is_feed("<html><a>rss</a>")
    assert not is_feed("<!doctype html><rss>")
    (item,) = read('<?xml version="1.0"?><kml><Placemark/></kml>')
    assert isinstance(item, Unread)
    assert "neither a page nor a news feed" in str(item.error)


SNAPSHOTS = {"state_*.rss": 8 * [10], "whitehouse_*.rss": 5 * [10], "wikipedia_*.rss": [15], "*large_atom*": [15]}


@pytest.mark.parametrize("pattern", SNAPSHOTS)
def test_real_feeds_give_the_entries_that_they_have(shared: Path, pattern: str) -> None:
    counts = []
    for file in sorted((shared / "news/feeds").glob(pattern)):
        found = reports(list(open_items([str(file)])))
        counts.append(len(found))
        for item in found:
            assert item.document.url.startswith("http")
            assert item.document.published
            assert item.document.title
            assert item.document.outlet
            assert "<p" not in item.document.text
            assert len(item.document.text) > 100
    assert counts == SNAPSHOTS[pattern]


def test_an_unchanged_entry_of_a_later_snapshot_is_the_same_report(shared: Path) -> None:
    def entries(number: str) -> dict[str, str]:
        (file,) = (shared / "news/feeds").glob(f"state_{number}_*.rss")
        return {item.key: item.document.text for item in reports(list(open_items([str(file)])))}

    earlier, later = entries("03"), entries("04")
    assert earlier == later
    assert len(entries("02").keys() & later.keys()) == 9


def feeds(shared: Path) -> Iterator[Path]:
    folder = shared / "suites/feedparser/tests"
    yield from sorted(file for file in folder.rglob("*") if file.suffix in (".xml", ".json"))


@pytest.mark.parametrize("part", range(4))
def test_every_feed_of_the_suite_gives_entries_or_reasons(shared: Path, part: int) -> None:
    files = list(feeds(shared))
    assert len(files) == 2_107
    entries = 0
    for file in files[part::4]:
        found = list(open_items([str(file)]))
        assert found
        for item in found:
            if isinstance(item, Item):
                entries += 1
            else:
                assert len(str(item.error).splitlines()) == 1
                assert item.error.remedy
    assert entries > 120
