"""One report read, whatever it holds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from dragoman.errors import DragomanError
from dragoman.model.document import Document
from dragoman.model.event import Gap, Reading
from dragoman.model.span import Quote, Span
from dragoman.sources import language_name

if TYPE_CHECKING:
    from dragoman.reading import Tools

ENGLISH: Final = frozenset({"", "en"})  # "" is too little text to tell


def load_tools(pipeline: str = "") -> Tools:
    """Parser, tagger and vocabulary; an empty pipeline is the one that dragoman brings. Raises: ModelError."""
    from dragoman.reading import Tools

    return Tools.load(pipeline=pipeline) if pipeline else Tools.load()


def read_one(document: Document, tools: Tools, where: str = "") -> Reading:
    """The document's reading; one in another language than English is left unread, with a gap that says so.

    Raises: DragomanError, whatever goes wrong in it; `where` names the document there.
    """
    from dragoman.reading import read

    if document.language not in ENGLISH:
        return _unread(document)
    try:
        return read(document, tools)
    except DragomanError:
        raise
    except Exception as error:
        raise fault(error, where) from error


def fault(error: Exception, where: str) -> DragomanError:
    """An error of our own making, as one line that can be reported."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"
        trace = trace.tb_next
    what = f"a fault in dragoman itself ({type(error).__name__} at {place}: {error})"
    return DragomanError(what, where=where, remedy="please report it, with the text")


def _unread(document: Document) -> Reading:
    whole = Quote.cut(document.text, Span(0, len(document.text)))
    reason = f"the text is in {language_name(document.language)}, and only English is read"
    published = document.published.isoformat() if document.published else None
    return Reading(
        document.id, published, document.title, document.outlet, (), (), (), (Gap(whole.span, whole.text, reason),),
        document.text, document.url, document.language,
    )
