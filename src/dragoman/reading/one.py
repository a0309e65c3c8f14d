"""One report read, whatever it holds."""

from __future__ import annotations

from dragoman.errors import DragomanError, fault
from dragoman.model.document import Document
from dragoman.model.event import Gap, Reading
from dragoman.model.span import Quote, Span
from dragoman.reading.stages import read
from dragoman.reading.tools import Tools
from dragoman.sources import is_read, language_name


def read_one(document: Document, tools: Tools, where: str = "") -> Reading:
    """The document's reading; one in another language than English is left unread, with a gap that says so.

    Raises: DragomanError, whatever goes wrong in it; `where` names the document there.
    """
    if not is_read(document.language):
        return _unread(document)
    try:
        return read(document, tools)
    except DragomanError:
        raise
    except Exception as error:
        raise fault(error, where) from error


def _unread(document: Document) -> Reading:
    whole = Quote.cut(document.text, Span(0, len(document.text)))
    reason = f"the text is in {language_name(document.language)}, and only English is read"
    published = document.published.isoformat() if document.published else None
    return Reading(
        document.id, published, document.title, document.outlet, (), (), (), (Gap(whole.span, whole.text, reason),),
        document.text, document.url, document.language,
    )
