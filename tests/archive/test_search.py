"""Reports found by their words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.archive.search import match_query
from dragoman.archive.store import Filing, Store

MakeFiling = Callable[..., Filing]


@pytest.fixture
def library(store: Store, filing: MakeFiling) -> Store:
    """A store of four reports."""
    store.file([
        filing("Ministers met in Reykjavík to talk about fish quotas.", "fish", title="Quotas"),
        filing("The treaty was signed. The treaty of friendship holds.", "treaty", title="Friends", day=None),
        filing("Talks about a treaty go on. " + "No more is known. " * 40, "talks", title="", day=date(2025, 5, 1)),
        filing("Someone said nothing.", "title", title="A treaty, at last"),
    ])  # fmt: skip
    return store


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Reykjavik", ["fish"]),
        ("REYKJAVÍK", ["fish"]),
        ("fish quotas", ["fish"]),
        ("quotas fish", ["fish"]),
        ('"quotas fish"', []),
        ('"fish quotas"', ["fish"]),
        ('"fish quotas', ["fish"]),
        ("quota*", ["fish"]),
        ("quota", []),
        ("friendship treaty", ["treaty"]),
        ("treaty", ["title", "treaty", "talks"]),
        ("fish-quotas", ["fish"]),
        ("treaty OR fish", []),
        ("NEAR(fish)", []),
        ("title: fish", []),
        ("nowhere", []),
        ("", []),
        ('" - * "', []),
        ("***", []),
        ("\ud800 \0", []),
        ("fish\0quotas", ["fish"]),
    ],
)
def test_words_find_reports(library: Store, words: str, keys: list[str]) -> None:
    assert [hit.report.key for hit in library.search(words)] == keys


def test_a_hit_shows_where_the_words_are(library: Store) -> None:
    (hit,) = library.search("friendship treaty")
    text = library.document(hit.report.id).text
    assert [match.of(text) for match in hit.matches] == ["treaty", "treaty", "friendship"]
    assert hit.excerpt.text == hit.excerpt.span.of(text) == text
    (long,) = library.search("treaty talks")
    assert long.excerpt.text.startswith("Talks about a treaty go on.")
    assert len(long.excerpt.text) <= 400
    title, *_ = library.search("treaty")
    assert (title.matches, title.excerpt.text) == ((), "Someone said nothing.")


def test_an_excerpt_begins_and_ends_between_words(store: Store, filing: MakeFiling) -> None:
    store.file([filing("Nothing is known. " * 50 + "The needle. " + "Nothing is known. " * 50)])
    (hit,) = store.search("needle")
    assert "The needle." in hit.excerpt.text
    assert set(hit.excerpt.text.replace(".", "").split()) == {"Nothing", "is", "known", "The", "needle"}
    assert [match.of(store.document(hit.report.id).text) for match in hit.matches] == ["needle"]


def test_only_what_was_published_by_then_and_only_so_many(library: Store) -> None:
    assert [hit.report.key for hit in library.search("treaty", until=date(2025, 4, 30))] == ["title"]
    assert [hit.report.key for hit in library.search("treaty", limit=2)] == ["title", "treaty"]


def test_only_the_current_revision_is_found(store: Store, filing: MakeFiling) -> None:
    store.file([filing("The old wording.", title="Before")])
    store.file([filing("A new wording.", title="After")])
    assert store.search("old") == store.search("before") == []
    assert [hit.report.revision for hit in store.search("wording after")] == [2]


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("a b*", '"a" "b"*'),
        ('say "two words" now', '"say" "two words" "now"'),
        ("'; --", ""),
        ("^a -b +c", '"^a" "-b" "+c"'),
    ],
)
def test_no_sign_means_anything_to_the_index(words: str, query: str) -> None:
    assert match_query(words) == query
