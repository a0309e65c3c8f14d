"""Lines of JSON: one report or one reason each."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from dragoman.errors import NotText, SourceError, TooLarge
from dragoman.model.document import Document
from dragoman.model.kept import Raw
from dragoman.sources import Item, Unread, lines
from dragoman.sources.lines import is_lines, read_lines
from dragoman.sources.report import Given

TEXT = "The envoys met in Lima on Monday."
NOTHING = Given()


def items(data: bytes, given: Given = NOTHING, file: str = "") -> list[Item | Unread]:
    stream = BytesIO(data)
    return list(read_lines(stream.readline(), stream, "reports.jsonl", given, file))


def read(data: bytes, given: Given = NOTHING) -> list[Document | SourceError]:
    return [item.document if isinstance(item, Item) else item.error for item in items(data, given)]


def line(**fields: object) -> bytes:
    return json.dumps({"text": TEXT} | fields).encode() + b"\n"


def test_every_field_is_taken() -> None:
    fields = {"id": "a1", "published": "2025-04-02T10:00:00Z", "title": "Talks", "url": "https://example.org/1"}
    (document,) = read(line(**fields, publisher="The Mail", lang="en-US"))
    assert document == Document("a1", TEXT, date(2025, 4, 2), "Talks", "The Mail", "https://example.org/1", "en")


def test_an_id_is_made_from_the_text_where_none_is_given() -> None:
    first, second, other = read(line() + line(title="x") + line(text=TEXT + " They agreed."))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(other, Document)
    assert first.id == second.id != other.id
    assert len(first.id) == 16


def test_the_caller_fills_in_what_the_line_does_not_say() -> None:
    given = Given(date(2020, 1, 1), "t", "o")
    own, filled = read(line(published="2025-04-02", title="Talks", outlet="The Mail") + line(), given)
    assert isinstance(own, Document)
    assert isinstance(filled, Document)
    assert (own.published, own.title, own.outlet) == (date(2025, 4, 2), "Talks", "The Mail")
    assert (filled.published, filled.title, filled.outlet) == (date(2020, 1, 1), "t", "o")


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"{broken\n", "not a JSON object"),
        (b"[1, 2]\n", "not a JSON object"),
        (b"\xff\xfe\n", "not a JSON object"),
        (b"[" * 100_000 + b"\n", "not a JSON object"),
        (b'{"title": "no text"}\n', "no text in it"),
        (b'{"text": 5}\n', "`text` is not a string"),
        (line(published="last week"), "`published` is not a date"),
        (line(published=20250402), "`published` is not a string"),
    ],
)
def test_a_bad_line_is_one_reason_and_the_others_are_read(bad: bytes, said: str) -> None:
    first, reason, last = read(line() + bad + line())
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(reason, NotText)
    assert said in str(reason)
    assert str(reason).startswith("reports.jsonl:2: ")


def test_a_line_without_end_is_given_up_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 200)
    stream = BytesIO(line() + line(text="x" * 1_000) + line())
    first, unread, last = read_lines(stream.readline(200), stream, "r", Given())
    assert isinstance(first, Item)
    assert isinstance(last, Item)
    assert isinstance(unread, Unread)
    assert isinstance(unread.error, TooLarge)


def test_odd_characters_stay_as_they_are() -> None:
    text = "A \ud800 lone one, a \x00, a \u202e and a \u200b; an \U0001f600."
    (document,) = read(line(text=text))
    assert isinstance(document, Document)
    assert document.text == text


def test_lines_are_told_by_name_or_content() -> None:
    assert is_lines(b"broken", "reports.JSONL")
    assert is_lines(b'\xef\xbb\xbf {"text": "x"}\n', "standard input")
    assert not is_lines(b"{as he put it} the talks failed\n", "report.txt")
    assert not is_lines(b"[1, 2]\n", "report.txt")
    assert not is_lines(b'{"version": "https://jsonfeed.org/version/1", "items": []}\n', "standard input")


def test_the_key_is_what_revisions_share(tmp_path: Path) -> None:
    file = str(tmp_path / "reports.jsonl")
    named = line(id="7", outlet="The Mail", url="https://example.org/1")
    rows = named + line(id="7") + line(url="HTTPS://Example.org/1#top") + line()
    keys = [item.key for item in items(rows, file=file)]
    assert keys[:3] == ["The Mail#7", f"{(tmp_path / 'reports.jsonl').as_uri()}#7", "https://example.org/1"]
    assert keys[3].startswith("sha256:")
    assert items(named, file=str(tmp_path / "other.jsonl"))[0].key == "The Mail#7"


def test_the_bytes_of_a_line_are_kept_whether_it_could_be_read_or_not() -> None:
    sound, broken = line(id="é"), b'{"text": 5}'
    first, second = items(sound + broken)
    assert (first.raw, second.raw) == (Raw(sound.rstrip(b"\n"), "application/json"), Raw(broken, "application/json"))
