"""The words, colours and lines that all answers share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.follow.questions.sentences import Sentence
from dragoman.model.claim import Voucher
from dragoman.model.event import Place, Source, Status
from dragoman.model.relation import Standing
from dragoman.model.thread import Outcome, Party, Thread
from dragoman.views.table import STYLES
from dragoman.views.visible import visible

NOTHING: Final = "-"
ROOM: Final = 140  # columns from which on a row fits on one line
NARROW: Final = 21  # columns of a cell that holds one word or an interval of days
SHARES: Final = {"Who": 3, "Whom": 3, "Where": 2, "Outlet": 2}
LONG: Final = 48  # characters of what an act is about
MANY: Final = 3  # parties named before "and 4 more"
OUTCOMES: Final = {
    Outcome.DUE: "cyan",
    Outcome.OVERDUE: "yellow",
    Outcome.LAPSED: "magenta",
    Outcome.KEPT: "green",
    Outcome.SHIFTED: "green",
    Outcome.POSTPONED: "magenta",
    Outcome.DROPPED: "red",
}
STANDINGS: Final = {
    Standing.ADVANCING: "green",
    Standing.STEADY: "cyan",
    Standing.WORSENING: "red",
    Standing.ON_PAUSE: "magenta",
    Standing.QUIET: "bright_black",
}


def text(value: object, style: str = "") -> Text:
    """The value, safe to show; a dash for none."""
    return Text(visible(str(value)) if value not in (None, "") else NOTHING, style=style)


def short(value: str | None) -> Text:
    """The value, cut at a word's end where it is long."""
    cut = value if value is None or len(value) <= LONG else value[:LONG].rpartition(" ")[0] + " ..."
    return text(cut)


def title(console: Console, words: str, note: str = "") -> None:
    """The line above an answer."""
    console.print(Text.assemble((visible(words), "bold"), f"  {visible(note)}" if note else ""))


def table(console: Console, columns: Sequence[str], rows: Iterable[Sequence[Text]]) -> None:
    """Rows under headings; on a narrow terminal each row as two lines, its last cell on the second."""
    if console.width >= ROOM:
        console.print(_wide_table(columns, rows))
        return
    for *cells, last in rows:
        console.print(Text("  ").join(cell for cell in cells if cell.plain != NOTHING))
        if last.plain != NOTHING:
            console.print(Text.assemble("    ", last))
    console.print()


def _wide_table(columns: Sequence[str], rows: Iterable[Sequence[Text]]) -> Table:
    """Columns as wide as what they hold, and those that hold sentences or lists of names with a share of the rest."""
    found = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    for column in columns:
        share = SHARES.get(column, 3 if column is columns[-1] else None)
        found.add_column(column, overflow="fold", ratio=share, max_width=None if share else NARROW)
    for row in rows:
        found.add_row(*row)
    return found


def status(value: Status) -> Text:
    """How an act stands, in its colour."""
    return Text(value, style=STYLES[value])


def outcome(value: Outcome | None) -> Text:
    """What became of a plan, in its colour; a dash for an act that was none."""
    return Text(value, style=OUTCOMES[value]) if value else Text(NOTHING)


def standing(value: Standing | None) -> Text:
    """How a pair stands, in its colour."""
    return Text(value, style=STANDINGS[value]) if value else Text(NOTHING)


def act_words(thread: Thread) -> Text:
    """Type and mode."""
    return Text.assemble((thread.type.value, "bold"), f" {thread.mode}" if thread.mode else "")


def parties(found: Sequence[Party]) -> Text:
    """Their names, with the country of those that are not one; a state for which a person acts is left out."""
    spoken_for = {party.country for party in found if party.id != party.country}
    named = [party for party in found if party.id not in spoken_for]
    more = f" and {len(named) - MANY} more" if len(named) > MANY else ""
    return text("; ".join(map(party_name, named[:MANY])) + more)


def party_name(party: Party) -> str:
    """Name and country."""
    return f"{party.name} ({party.country})" if party.country not in (None, party.id) else party.name


def place_name(place: Place | None) -> Text:
    """The place as named, with its country."""
    return text(f"{place.name} ({place.country})" if place and place.country else place.name if place else None)


def source_words(source: Source) -> str:
    """Who vouches."""
    name = {Voucher.AUTHOR: "the report", Voucher.UNNAMED: "unnamed"}.get(source.kind, source.name or "")
    return f"{name} ({source.cue})" if source.cue else name


def heard(thread: Thread) -> Text:
    """How many reports tell of it, and when the last was published."""
    count = len({step.report for step in thread.steps})
    return text(f"{count}, {thread.steps[-1].published or 'undated'}")


def sentences_below(console: Console, found: Iterable[Sentence], notes: Mapping[str, str] | None = None) -> None:
    """Each sentence on lines of its own, with its id, day and outlet, and the note that belongs to its id."""
    for one in found:
        note = (notes or {}).get(one.id, "")
        about = " ".join(filter(None, (str(one.published or "undated"), one.outlet or one.title)))
        console.print(Text.assemble("  ", (one.id, "dim"), f"  {visible(about)}", (f"  {visible(note)}", "italic")))
        console.print(Padding(quotation(one), (0, 0, 0, 4)))


def quotation(one: Sentence) -> Text:
    """The sentence with the words that name the act marked."""
    if one.mark is None:
        return Text(visible(one.quote))
    start, end = one.mark
    return Text.assemble(
        piece(one.quote[:start]), (piece(one.quote[start:end]), "bold underline"), piece(one.quote[end:])
    )


def piece(of: str) -> str:
    """A part of a text, safe to show, with the space at its ends."""
    return visible(f"|{of}|")[1:-1]


def left_out(console: Console, shown: int, total: int) -> None:
    """How much the limit kept back; a word where there is nothing at all."""
    if not total:
        console.print(Text("None."))
    if shown < total:
        console.print(Text(f"{shown} of {total} shown; more with --limit {total}", style="dim"))


def day(value: date | None) -> Text:
    """The day, or a dash."""
    return text(value)
