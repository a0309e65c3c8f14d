"""How pairs of states stand, on a terminal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rich.console import Console
from rich.text import Text

from dragoman.follow.questions.pair import PairState
from dragoman.follow.questions.pairs import Pairs
from dragoman.model.relation import Ribbon, Standing, Stretch
from dragoman.views.answers import words
from dragoman.views.answers.acts import show_open_plans

SIGNS: Final = {
    Standing.ADVANCING: "+", Standing.STEADY: "=", Standing.WORSENING: "-", Standing.ON_PAUSE: "~", Standing.QUIET: ".",
}  # fmt: skip
BLOCK: Final = "█"
EDGES: Final = 24  # columns for the ribbon's two dates
LATEST: Final = 8  # stretches listed
STRETCHES: Final = ("From", "To", "Standing", "Level", "A day", "Because")
PAIRS: Final = ("Pair", "Standing", "Since", "Before", "Level", "A day", "Because")


def show_pair(answer: PairState, console: Console) -> None:
    """The state of the pair, its ribbon, its latest stretches, the sentences behind, and what is planned."""
    one, other = answer.pair
    words.title(console, f"{one.name} and {other.name} as of {answer.as_of}")
    if answer.ribbon is None or answer.today is None:
        console.print(Text(f"No report of that time tells of the two. `dragoman pairs {one.id}` lists who is known."))
        return
    since = f" since {answer.today.since}"
    console.print(Text.assemble(words.standing(answer.today.standing), since, ": ", words.text(answer.today.because)))
    console.print()
    _ribbon(answer.ribbon, answer.as_of, console)
    stretches = answer.ribbon.stretches[-LATEST:][::-1]
    words.table(console, STRETCHES, [_stretch(stretch) for stretch in stretches])
    kinds = {id: stretch.standing.value for stretch in answer.ribbon.stretches for id in stretch.evidence}
    words.sentences_below(console, answer.sentences, kinds)
    if answer.plans:
        show_open_plans(answer.plans, console)


def show_pairs(answer: Pairs, console: Console) -> None:
    """One line a pair, those that changed last first."""
    words.title(console, f"Pairs as of {answer.as_of}", f"{answer.total}, last changed first")
    rows = [
        [
            words.text("-".join(row.pair)), words.standing(row.today.standing), words.day(row.today.since),
            words.standing(row.before), *_figures(row.today), words.text(row.today.because),
        ]
        for row in answer.pairs
    ]  # fmt: skip
    if rows:
        words.table(console, PAIRS, rows)
    words.left_out(console, len(rows), answer.total)


def _stretch(stretch: Stretch) -> list[Text]:
    return [
        words.day(stretch.start), words.day(stretch.end), words.standing(stretch.standing), *_figures(stretch),
        words.text(stretch.because),
    ]  # fmt: skip


def _figures(stretch: Stretch) -> tuple[Text, Text]:
    return Text(f"{stretch.level:+.1f}"), Text(f"{stretch.trend:+.2f}")


def _ribbon(ribbon: Ribbon, today: date, console: Console) -> None:
    """The whole time on one line, a column for each share of it; in signs where there are no colours."""
    first = ribbon.stretches[0].start
    columns = max(10, min(console.width - EDGES, (today - first).days + 1))
    line = Text(f"{first} ")
    for column in range(columns):
        at = first + timedelta(days=(today - first).days * column // max(1, columns - 1))
        line.append(*_cell(_standing(ribbon, at), console))
    console.print(line.append(f" {today}"))
    used = [standing for standing in Standing if any(s.standing is standing for s in ribbon.stretches)]
    legend = (Text.assemble(_cell(standing, console), f" {standing}") for standing in used)
    console.print(Text.assemble(" " * 11, Text("   ").join(legend)))


def _standing(ribbon: Ribbon, at: date) -> Standing:
    return next(stretch.standing for stretch in reversed(ribbon.stretches) if stretch.start <= at)


def _cell(standing: Standing, console: Console) -> tuple[str, str]:
    coloured = console.color_system is not None and not console.no_color and console.encoding.startswith("utf")
    return (BLOCK if coloured else SIGNS[standing], words.STANDINGS[standing])
