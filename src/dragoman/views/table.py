"""A reading as tables on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.model.claim import Voucher
from dragoman.model.event import Actor, Event, Reading, Source, Status
from dragoman.views.visible import visible

WIDE: Final = 160  # columns where the output is no terminal
ROOM: Final = 110  # columns below which the quotation goes on a line of its own
NARROW: Final = 20  # columns that no cell but the last may pass
AROUND: Final = 70  # characters of the sentence shown on either side of the trigger
NO_DATE: Final = "not known, so relative dates stay unresolved (give --published YYYY-MM-DD)"
COLUMNS: Final = ("When", "Who", "Act", "Whom", "Where", "Status", "Says who", "Quote")
STYLES: Final = {
    Status.OCCURRED: "green",
    Status.ONGOING: "green",
    Status.PLANNED: "cyan",
    Status.PROPOSED: "yellow",
    Status.EXPECTED: "yellow",
    Status.POSSIBLE: "yellow",
    Status.UNLIKELY: "magenta",
    Status.CONDITIONAL: "yellow",
    Status.POSTPONED: "magenta",
    Status.CANCELLED: "red",
    Status.RULED_OUT: "red",
    Status.DID_NOT_OCCUR: "red",
}


def open_console() -> Console:
    """Standard output, as wide as the terminal."""
    console = Console(highlight=False, markup=False, emoji=False)
    return console if console.is_terminal else Console(highlight=False, markup=False, emoji=False, width=WIDE)


def show_reading(reading: Reading, console: Console | None = None) -> None:
    """Print the events in text order, then statements, assessments, and what was seen and not coded."""
    console = console or open_console()
    console.print(Text(visible(reading.title or reading.url or reading.id), style="bold"))
    console.print(Text(visible(f"{reading.outlet or 'outlet not known'}; published: {reading.published or NO_DATE}")))
    events = sorted(reading.events, key=lambda event: event.trigger.span)
    if not events:
        console.print(Text("No events were read."))
    elif console.width < ROOM:
        for event in events:
            console.print(_block(event))
    else:
        console.print(plain_table(COLUMNS, (_row(event) for event in events)))
    _show_rest(reading, console)


def _show_rest(reading: Reading, console: Console) -> None:
    if reading.statements:
        said = (
            (_text(_name(s.speaker)), _text(s.cue or ""), _text(s.form), _text(s.quote)) for s in reading.statements
        )
        console.print(plain_table(("Speaker", "Cue", "Form", "Statement"), said))
    if reading.assessments:
        judged = (
            (_text(" and ".join(a.pair)), _text(a.state), _text(_voucher(a.source)), _text(a.quote))
            for a in reading.assessments
        )
        console.print(plain_table(("Pair", "State", "Says who", "Assessment"), judged))
    if reading.gaps:
        unread = ((_text(f"{g.span.start}-{g.span.end}"), _text(g.reason), _text(g.quote)) for g in reading.gaps)
        console.print(plain_table(("At", "Why", "Seen and not coded"), unread))
    console.print()


def plain_table(columns: Iterable[str], rows: Iterable[tuple[Text, ...]]) -> Table:
    """Rows under their headings; the last column takes the room that is left."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    *narrow, last = columns
    for column in narrow:
        table.add_column(column, overflow="fold", max_width=NARROW)
    table.add_column(last, ratio=1, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _row(event: Event) -> tuple[Text, ...]:
    return (
        _text(event.time or "-"),
        _text(_names(event.actors)),
        _act(event),
        _text(_names(event.recipients)),
        _text(event.place.name if event.place else "-"),
        Text(event.status, style=STYLES[event.status]),
        _text(_voucher(event.source)),
        _quote(event),
    )


def _block(event: Event) -> Text:
    """The row on a few short lines."""
    when, who, act, whom, where, status, source, quote = _row(event)
    first = Text.assemble(when, "  ", act, "  ", status)
    towards = (" > ", whom) if event.recipients else ()
    second = Text.assemble("  ", who, *towards, *((", at ", where) if event.place else ()))
    return Text("\n").join((first, second, Text.assemble("  ", source, ": ", quote), Text()))


def _text(value: str) -> Text:
    return Text(visible(value))


def _act(event: Event) -> Text:
    return Text.assemble((event.type.value, "bold"), f" {event.mode}" if event.mode else "")


def _name(actor: Actor | None) -> str:
    if actor is None:
        return "unnamed"
    return f"{actor.name} ({actor.country})" if actor.country else actor.name


def _names(actors: tuple[Actor, ...]) -> str:
    return "; ".join(map(_name, actors)) or "-"


def _voucher(source: Source) -> str:
    name = {Voucher.AUTHOR: "the report", Voucher.UNNAMED: "unnamed"}.get(source.kind, source.name or "")
    said = f"{name} ({source.cue})" if source.cue else name
    return f"{said}, quoted" if source.quoted else said


def _quote(event: Event) -> Text:
    """The sentence around the trigger, with the trigger marked."""
    sentence, start = event.evidence.quote, event.evidence.span.start
    at, end = event.trigger.span.start - start, event.trigger.span.end - start
    before, after = sentence[:at], sentence[end:]
    if len(before) > AROUND:
        before = "... " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " ..."
    return Text.assemble(
        visible(f"{before}|").removesuffix("|"),
        (visible(event.trigger.text), "bold underline"),
        visible(f"|{after}").removeprefix("|"),
    )
