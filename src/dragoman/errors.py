"""Every failure a caller or operator can meet, as one tree.

DragomanError
├── SourceError        a source cannot be read: missing, empty, binary, not reachable, not a report
│   ├── NotFound
│   ├── NotText        binary, undecodable, or without an article
│   ├── TooLarge
│   └── Unreachable
├── VocabularyError    a vocabulary file breaks its own rules (file and line)
├── ModelError         a model file is missing or is not the one expected
├── RecordError        a stored reading is not of RECORD.md's form (file and line)
├── StoreError         the store cannot be opened, read or written
│   ├── NoStore        there is none at this place
│   ├── NotAStore      the file is something else, is damaged, or is of a later version
│   ├── StoreBusy      another process holds it too long
│   └── StoreFull      the disk is full, or may not be written to
├── NotInStore         no report, line or actor has this name or id
└── WorkerError        a worker died or took too long over one report

Text that can be opened but not understood is never an exception: it is a `Gap` in the reading.
"""

from __future__ import annotations

import os


class DragomanError(Exception):
    """One line for a person: what, where, and what to do about it."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{advice}"


class SourceError(DragomanError):
    """A source cannot be read."""


class NotFound(SourceError):
    """There is no such file."""


class NotText(SourceError):
    """The bytes are not a text report: binary, undecodable, empty, or a page without an article."""


class TooLarge(SourceError):
    """The source is larger than the limit on one report."""


class Unreachable(SourceError):
    """The address did not answer, or answered with an error."""


class VocabularyError(DragomanError):
    """A vocabulary file breaks its own rules."""


class ModelError(DragomanError):
    """A model file is missing, or is not the one that the package was built with."""


class RecordError(DragomanError):
    """A stored reading is not of the record's form."""


class StoreError(DragomanError):
    """The store cannot be opened, read or written."""


class NoStore(StoreError):
    """There is no store at this place."""


class NotAStore(StoreError):
    """The file is not a store, is damaged, or was written by a later version."""


class StoreBusy(StoreError):
    """Another process has held the store for too long."""


class StoreFull(StoreError):
    """The disk is full, or the store may not be written to."""


class NotInStore(DragomanError):
    """No report, line or actor of the store has this name or id."""


class WorkerError(DragomanError):
    """A worker died over a report, or took longer than it may."""


def fault(error: Exception, where: str) -> DragomanError:
    """An error of our own making, as one line that can be reported."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"
        trace = trace.tb_next
    what = f"a fault in dragoman itself ({type(error).__name__} at {place}: {error})"
    return DragomanError(what, where=where, remedy="please report it, with the text")
