"""A batch of sources: one report or one reason each, whatever they are."""

from __future__ import annotations

import io
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import NotFound, NotText, SourceError, TooLarge
from dragoman.model.document import Document
from dragoman.sources import LONGEST, open_sources, report
from dragoman.sources import open as opening

TEXT = "The envoys met in Lima on Monday.\r\nThey spoke about the border.\n"


def test_a_text_file_is_kept_to_the_character(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode())
    (document,) = open_sources([str(path)], published=date(2025, 4, 2), title="Talks", outlet="The Mail")
    assert isinstance(document, Document)
    assert document.text == TEXT
    assert (document.published, document.title, document.outlet) == (date(2025, 4, 2), "Talks", "The Mail")
    assert document.id == report(TEXT).id


def test_content_goes_before_the_name(tmp_path: Path) -> None:
    page, lines = tmp_path / "page.txt", tmp_path / "lines.txt"
    page.write_text(f"<html><body><article><p>{TEXT * 5}</p></article></body></html>", "utf-8")
    lines.write_text('{"id": "1", "text": "Talks."}\n\n{"id": "2", "text": "More talks."}', "utf-8")
    found = list(open_sources([str(page), str(lines)]))
    assert [isinstance(item, Document) for item in found] == [True, True, True]
    assert "<p>" not in found[0].text  # type: ignore[union-attr]


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (document,) = open_sources(["-"])
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_each_failure_is_a_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    names = {
        "empty.txt": b"", "blank.txt": b" \n\t\n", "doc.pdf": b"%PDF-1.4 x", "feed.xml": b"<?xml?><rss></rss>",
        "array.json": b'[{"text": "x"}]', "pretty.json": b'{"text":\n "x"}', "good.txt": TEXT.encode(),
    }
    for name, data in names.items():
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in names]
    (tmp_path / "folder").mkdir()
    found = list(open_sources([*map(str, paths), str(tmp_path / "folder"), str(tmp_path / "none"), "a\0b"]))
    assert [type(item) for item in found] == [*[NotText] * 6, Document, *[NotFound] * 3]
    assert all(item.remedy and item.where for item in found if not isinstance(item, Document))


def test_a_report_has_a_longest_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert report("x" * LONGEST).text == "x" * LONGEST
    with pytest.raises(TooLarge, match="split it"):
        report("x" * (LONGEST + 1))
    monkeypatch.setattr(opening, "MOST_BYTES", 1_000)
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 1_001)
    (reason,) = open_sources([str(path)])
    assert isinstance(reason, TooLarge)


def test_an_unpaired_surrogate_stays_and_a_pair_becomes_its_character() -> None:
    assert report("a \ud83d b").text == "a \ud83d b"
    assert report("a \ud83d\ude00 b").text == "a \U0001f600 b"


@given(data=st.binary() | st.text("<>?!-/{}[]\" \nahtmlbody.").map(str.encode))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_report_or_a_reason(data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        found = list(open_sources(["-"]))
    assert found
    assert all(isinstance(item, Document | SourceError) for item in found)


@pytest.mark.parametrize(
    "start", ["<!-- -->", "<?x ?>", "<meta ", "<!--", "<html><div>", "<html><ul><li>", "<html><table><td>", "<html>a"]
)
def test_no_page_takes_long(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (start * 5_000).encode() + b"<p>The envoys met in Lima on Monday and spoke about the border.</p>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    begun = time.process_time()
    (item,) = open_sources(["-"])
    assert isinstance(item, Document | NotText)
    assert time.process_time() - begun < 10


def test_a_fault_of_a_library_is_a_reason_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_deep(html: str) -> dict[str, str]:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr("dragoman.sources.page._extract", too_deep)
    (tmp_path / "a.html").write_text(f"<html><body><p>{TEXT}</p></body></html>", "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    reason, document = open_sources([str(tmp_path)])
    assert isinstance(reason, SourceError)
    assert "RecursionError" in str(reason)
    assert reason.where == str(tmp_path / "a.html")
    assert isinstance(document, Document)
