"""Reports found by their words."""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Final

from dragoman.archive.cells import unpacked
from dragoman.archive.database import Database, decoding
from dragoman.archive.reports import COLUMNS, report_of
from dragoman.model.kept import Report
from dragoman.model.span import Quote, Span

TITLE_WEIGHT: Final = 4.0  # a word in the title counts as much as four in the text
AROUND: Final = 120  # characters of text that an excerpt shows before the first match, and twice as many after it
TERM: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
START, END = "\ufdd0", "\ufdd1"  # no characters, by the Unicode standard: they mark matches
UNINDEXABLE: Final = re.compile(f"[\0\ud800-\udfff{START}{END}]")
INDEX: Final = "CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2')"
INDEXED: Final = (  # what an index consists of: places of words, lengths of texts, their average
    "SELECT * FROM temp.terms",
    "SELECT id, sz FROM words_docsize ORDER BY id",
    "SELECT block FROM words_data WHERE id = 1",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A report with the words that were looked for.

    Offsets: `excerpt` and `matches` lie in the report's text; the matches are all of them, in order, none where only
    the title has the words. `rank` is smaller for a better hit.
    """

    report: Report
    excerpt: Quote
    matches: tuple[Span, ...]
    rank: float


def add_words(database: Database, number: int, title: str, text: str) -> None:
    """Let the report with this number be found. Needs a transaction."""
    database.insert_plain("words (rowid, title, text)", [(number, indexable(title), indexable(text))])


def remove_words(database: Database, number: int, title: str, text: str) -> None:
    """Let the report with this number, title and text be found no more. Needs a transaction."""
    database.insert_plain(
        "words (words, rowid, title, text)", [("delete", number, indexable(title), indexable(text))]
    )


def indexable(text: str) -> str:
    """The text, code point for code point, with nothing in it that the index cannot hold."""
    return UNINDEXABLE.sub(" ", text)


def search_words(database: Database, words: str, *, until: date | None, limit: int) -> list[Hit]:
    """The current reports with all these words, the best first.

    Quotation marks keep words together; a star at the end of a word stands for any ending. `until` leaves out what
    was published later, or nobody knows when.
    """
    query = match_query(words)
    if not query:
        return []
    rows = database.rows(
        "WITH best AS (SELECT words.rowid AS number, bm25(words, ?, 1.0) AS score FROM words "
        "JOIN report ON number = words.rowid WHERE words MATCH ? AND (? IS NULL OR published <= ?) "
        "ORDER BY score, published DESC, key LIMIT ?) "
        f"SELECT score, body.text, {COLUMNS} FROM best JOIN report USING (number) JOIN body ON body.report = number "
        "ORDER BY score, published DESC, key",
        TITLE_WEIGHT, query, *[until.isoformat() if until else None] * 2, limit,
    )  # fmt: skip
    with decoding(database.path):
        reports = [report_of(row[2:]) for row in rows]
        texts = [unpacked(row[1]) for row in rows]
        matches = _matches(query, reports, texts)
        return [
            Hit(report, _excerpt(text, spans), spans, row[0])
            for report, text, spans, row in zip(reports, texts, matches, rows, strict=True)
        ]


def find_index_faults(database: Database) -> Iterator[str]:
    """One line where the index is not what the current reports' texts give."""
    with closing(sqlite3.connect("")) as fresh, database.looking():
        fresh.execute(INDEX)
        for number, title, text in database.stream(
            "SELECT number, title, body.text FROM report JOIN body ON body.report = number WHERE current"
        ):
            with suppress(zlib.error, UnicodeDecodeError, TypeError):
                row = number, indexable(title), indexable(unpacked(text))
                fresh.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", row)
        fresh.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, words, instance)")
        database.run("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, words, instance)")
        try:
            for part in INDEXED:
                with closing(database.stream(part)) as there:
                    differs = any(one != other for one, other in zip_longest(there, fresh.execute(part)))
                if differs:
                    yield "search index: it is not what the texts give"
                    break
        finally:
            database.run("DROP TABLE temp.terms")


def match_query(words: str) -> str:
    """The words as FTS5 asks for them: each quoted, so that no sign in them means anything but a star at the end."""
    terms = []
    for found in TERM.finditer(indexable(words)):
        phrase, word = found[1], found[2] or ""
        if phrase is None:
            phrase, star = word.rstrip("*"), "*" if word.endswith("*") else ""
        else:
            star = ""
        if any(sign.isalnum() for sign in phrase):
            terms.append(f'"{phrase}"{star}')
    return " ".join(terms)


def _matches(query: str, reports: list[Report], texts: list[str]) -> Iterator[tuple[Span, ...]]:
    """Where in each text the query's words are, as FTS5 itself sees it."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(INDEX)
        for report, text in zip(reports, texts, strict=True):
            memory.execute("DELETE FROM words")
            memory.execute("INSERT INTO words VALUES (?, ?)", (indexable(report.title), indexable(text)))
            marked = memory.execute(
                "SELECT highlight(words, 1, ?, ?) FROM words WHERE words MATCH ?", (START, END, query)
            ).fetchone()
            yield tuple(_spans(marked[0])) if marked else ()


def _spans(marked: str) -> Iterator[Span]:
    """The marked places, counted in the text without marks."""
    at = begun = 0
    for piece in re.split(f"([{START}{END}])", marked):
        if piece == START:
            begun = at
        elif piece == END:
            yield Span(begun, at)
        else:
            at += len(piece)


def _excerpt(text: str, matches: tuple[Span, ...]) -> Quote:
    """A piece of the text around the first match, cut between words."""
    at = matches[0].start if matches else 0
    start, end = max(0, at - AROUND), min(len(text), at + 2 * AROUND)
    if start:
        start = next((found.end() for found in re.finditer(r"\s", text[:at]) if found.end() >= start), start)
    if end < len(text):
        end = max(text.rfind(" ", at, end), matches[0].end if matches else 0, at + AROUND)
    return Quote.cut(text, Span(start, end))
