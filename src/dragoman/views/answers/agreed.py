"""Agreements on a terminal."""

from __future__ import annotations

from typing import Final

from rich.console import Console
from rich.text import Text

from dragoman.follow.questions.agreements import Agreements
from dragoman.model.agreement import Agreement, Stage
from dragoman.views.answers import words

COLUMNS: Final = ("Act's id", "Now", "What", "Stages", "Name")
STAGES: Final = {
    Stage.PLANNED: "cyan", Stage.AGREED: "cyan", Stage.SIGNED: "green", Stage.RATIFIED: "green",
    Stage.IN_FORCE: "green", Stage.CALLED_OFF: "red", Stage.SUSPENDED: "magenta", Stage.ENDED: "red",
}  # fmt: skip


def show_agreements(answer: Agreements, console: Console) -> None:
    """Each agreement with its stages; with sentences, each followed by its own."""
    one, other = answer.pair
    words.title(console, f"Agreements of {one.name} and {other.name} as of {answer.as_of}", str(len(answer.agreements)))
    words.left_out(console, len(answer.agreements), len(answer.agreements))
    if not answer.sentences:
        if answer.agreements:
            words.table(console, COLUMNS, [_row(agreed) for agreed in answer.agreements])
        return
    sentences = {one.id: one for one in answer.sentences}
    for agreed in answer.agreements:
        console.print(Text("  ").join(_row(agreed)))
        stages = {step.events[0]: step.stage.value for step in agreed.steps}
        words.sentences_below(console, [sentences[id] for id in stages if id in sentences], stages)


def _row(agreed: Agreement) -> list[Text]:
    stages = Text(", ").join(
        Text.assemble((one.stage.value, STAGES[one.stage]), f" {one.time or one.published}") for one in agreed.steps
    )
    return [
        words.text(agreed.id, "dim"), Text(agreed.stage, STAGES[agreed.stage]), words.text(agreed.instrument),
        stages, words.text(agreed.name),
    ]  # fmt: skip
