"""The bundled reports read before the reader's eyes."""

from __future__ import annotations

from importlib.resources import as_file, files

from rich.console import Console
from rich.progress import track
from rich.text import Text

from dragoman.errors import NotFound, SourceError
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.reading import Tools, read_one
from dragoman.sources import open_sources
from dragoman.views.guard import complain
from dragoman.views.table import open_console, show_reading

NEXT = """\
What to type next:
  dragoman read FILE --published 2025-04-02   the record of a text or HTML file of yours
  dragoman read https://...                   the record of a page
  dragoman read FILE --json > out.jsonl       the record as JSON, one line per report
  dragoman add FILE...                        keep what is read in a store, then ask it:
  dragoman plans RUS PRK                      what was planned, and what became of it
  dragoman pair RUS PRK                       how two countries stand, and why
  dragoman verify out.jsonl                   every quotation cut out again and compared
  dragoman explain FILE --at 120              which rules spoke at character 120"""


def show_demo(pipeline: str) -> int:
    """Read the bundled reports, print one record in full and what to do next; the exit code."""
    documents, failed = _bundled()
    tools = Tools.load(pipeline)
    errors = Console(stderr=True)
    readings = [
        read_one(document, tools, document.id)
        for document in track(documents, "reading", console=errors, disable=not errors.is_terminal)
    ]
    console = open_console()
    console.print(Text(_counts(readings)))
    show_reading(max(readings, key=_richness), console)
    console.print(Text(NEXT))
    return 1 if failed else 0


def _bundled() -> tuple[list[Document], int]:
    """The reports that come with the package, and how many of them cannot be read."""
    found: list[Document] = []
    failed = 0
    with as_file(files("dragoman") / "demo") as folder:
        for item in open_sources(str(path) for path in sorted(folder.glob("*.jsonl"))):
            if isinstance(item, SourceError):
                complain(item)
                failed += 1
            else:
                found.append(item)
    if not found:
        raise NotFound("the bundled reports are missing", where="dragoman/demo", remedy="install dragoman again")
    return found, failed


def _counts(readings: list[Reading]) -> str:
    events, statements = sum(len(r.events) for r in readings), sum(len(r.statements) for r in readings)
    judged, gaps = sum(len(r.assessments) for r in readings), sum(len(r.gaps) for r in readings)
    return (
        f"{len(readings)} reports read: {events} events, {statements} statements, {judged} assessments, "
        f"{gaps} passages seen and not coded. One report in full:\n"
    )


def _richness(reading: Reading) -> int:
    """How many sides of the record the reading shows."""
    kinds = {event.status for event in reading.events} | {event.source.kind for event in reading.events}
    return len(kinds) + bool(reading.statements) + bool(reading.assessments) + bool(reading.gaps)
