"""Which rules spoke at one place of a report, on a terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.errors import NotFound, SourceError
from dragoman.model.document import Document
from dragoman.sources import open_sources
from dragoman.views.table import open_console, plain_table
from dragoman.views.visible import visible

if TYPE_CHECKING:
    from dragoman.reading.explain import Explanation

AROUND = 40  # characters shown on either side of the place


def find_report(source: str, name: str, published: date | None, title: str, outlet: str) -> Document:
    """The one report of the source, or the one with this id. Raises: SourceError."""
    found: list[Document] = []
    for item in open_sources([source], published=published, title=title, outlet=outlet):
        if isinstance(item, SourceError):
            if not name:
                raise item
        elif not name or item.id == name:
            found.append(item)
    if len(found) == 1:
        return found[0]
    what = f"it holds {len(found)} reports" + (f" with the id {name}" if name else "")
    raise NotFound(what, where=source, remedy="name one of them with --id")


def explain_place(document: Document, offset: int, pipeline: str) -> None:
    """Print the place, and every rule that looked at it with its verdict."""
    from dragoman.reading import Tools
    from dragoman.reading.explain import explain

    console = open_console()
    console.print(_place(document.text, offset))
    found = explain(document, offset, Tools.load(pipeline))
    if not found:
        console.print(Text("No rule looks at this place."))
        return
    console.print(plain_table(("Rule", "Verdict", "Detail"), map(_row, found)))


def _row(one: Explanation) -> tuple[Text, ...]:
    verdict = Text("fired", "green") if one.fired else Text("declined", "dim")
    return Text(visible(one.rule)), verdict, Text(visible(one.detail))


def _place(text: str, offset: int) -> Text:
    before = visible(f"{text[max(0, offset - AROUND) : offset]}|").removesuffix("|")
    after = visible(f"|{text[offset + 1 : offset + 1 + AROUND]}").removeprefix("|")
    return Text.assemble(f"{offset}: ", before, (visible(text[offset]) or " ", "bold reverse"), after)
