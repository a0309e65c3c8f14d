"""Every failure a caller or operator can meet, as one tree.

DragomanError
├── SourceError        a source cannot be read: missing, empty, binary, not reachable, not a report
│   ├── NotFound
│   ├── NotText        binary, undecodable, or without an article
│   ├── TooLarge
│   └── Unreachable
├── VocabularyError    a vocabulary file breaks its own rules (file and line)
├── ModelError         a model file is missing or is not the one expected
└── RecordError        a stored reading is not of RECORD.md's form (file and line)

Text that can be opened but not understood is never an exception: it is a `Gap` in the reading.
"""

from __future__ import annotations


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
