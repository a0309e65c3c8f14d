"""dragoman: reads news reports into a verifiable record of what states do to each other."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.archive.record import from_json, to_json
from dragoman.errors import DragomanError
from dragoman.model.agreement import Agreement, AgreementStep, Instrument, Stage
from dragoman.model.claim import Speech, Voucher
from dragoman.model.document import Document
from dragoman.model.event import (
    Actor,
    Assessment,
    Event,
    EventType,
    Evidence,
    Gap,
    Place,
    Reading,
    Source,
    State,
    Statement,
    Status,
)
from dragoman.model.identity import Form, Held, Identity
from dragoman.model.kept import Change, Correction, Report
from dragoman.model.mention import Kind
from dragoman.model.relation import Ribbon, Standing, Stretch
from dragoman.model.span import Quote, Span
from dragoman.model.thread import Conflict, Outcome, Party, Step, StepKind, Thread
from dragoman.views.schema import json_schema

if TYPE_CHECKING:
    from dragoman.follow.record import Record
    from dragoman.reading import Tools

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Agreement",
    "AgreementStep",
    "Assessment",
    "Change",
    "Conflict",
    "Correction",
    "Document",
    "DragomanError",
    "Event",
    "EventType",
    "Evidence",
    "Form",
    "Gap",
    "Held",
    "Identity",
    "Instrument",
    "Kind",
    "Outcome",
    "Party",
    "Place",
    "Quote",
    "Reading",
    "Report",
    "Ribbon",
    "Source",
    "Span",
    "Speech",
    "Stage",
    "Standing",
    "State",
    "Statement",
    "Status",
    "Step",
    "StepKind",
    "Stretch",
    "Thread",
    "Voucher",
    "__version__",
    "from_json",
    "json_schema",
    "open",
    "read",
    "to_json",
]


def read(text: str, *, published: str | date | None = None, title: str = "", outlet: str = "") -> Reading:
    """The record of one report: its events, statements, assessments, and what was seen and not coded.

    Absent: without `published` (a date, or "2025-04-02") relative dates stay unresolved.
    Raises: NotText for an empty text, TooLarge for a very long one, ValueError for a `published` that is no date.
    """
    from dragoman.reading import read_one
    from dragoman.sources.report import Given, report

    day = date.fromisoformat(published) if isinstance(published, str) else published
    return read_one(report(text, Given(day, title, outlet)), _tools())


def open(path: str | Path | None = None) -> Record:
    """The record kept in the store at this place, for questions; a context manager.

    Absent: without `path`, the store of the command line: DRAGOMAN_STORE, or the one in your data folder.
    Raises: NoStore, NotAStore, StoreBusy.
    """
    from dragoman.follow.record import Record
    from dragoman.views.place import store_place

    return Record.open(Path(path) if path is not None else store_place())


@cache
def _tools() -> Tools:
    from dragoman.reading import Tools

    return Tools.load()
