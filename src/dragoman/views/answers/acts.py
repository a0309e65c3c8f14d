"""Plans, timelines and disagreements on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from rich.console import Console
from rich.text import Text

from dragoman.follow.questions.conflicts import Conflicts, Disagreement
from dragoman.follow.questions.plans import Plan, Plans
from dragoman.follow.questions.sentences import Sentence
from dragoman.follow.questions.subject import Subject
from dragoman.follow.questions.timeline import Act, Timeline
from dragoman.model.thread import Thread
from dragoman.views.answers import words

NEXT: Final = 6  # plans shown beside another answer
PLAN: Final = ("Act's id", "Outcome", "When", "Who", "Act", "Whom", "Where", "Reports, last", "About")
ACT: Final = ("Day", "Act's id", "Status", "Who", "Act", "Whom", "Where", "Reports, last", "About")


def show_plans(answer: Plans, console: Console) -> None:
    """The plans in a table; with sentences, each plan followed by its own."""
    span = f", heard of since {answer.since}" if answer.since else ""
    words.title(console, f"Plans{_of(answer.about)} as of {answer.as_of}", f"{answer.total}{span}")
    _acts(console, PLAN, [(plan.thread, _plan(plan)) for plan in answer.plans], answer.sentences)
    words.left_out(console, len(answer.plans), answer.total)


def show_open_plans(plans: Sequence[Plan], console: Console) -> None:
    """The first of these plans in a table, as a part of another answer."""
    shown = plans[:NEXT]
    words.title(console, "Planned", f"{len(shown)} of {len(plans)}, all with `dragoman plans`")
    words.table(console, PLAN, [_plan(plan) for plan in shown])


def show_timeline(answer: Timeline, console: Console) -> None:
    """The acts by day; with sentences, each act followed by its own."""
    words.title(console, f"What is known{_of(answer.about)} as of {answer.as_of}", _days(answer))
    _acts(console, ACT, [(act.thread, act_row(act)) for act in answer.acts], answer.sentences)
    words.left_out(console, len(answer.acts), answer.total)


def show_conflicts(answer: Conflicts, console: Console) -> None:
    """Each disagreement with the two sentences."""
    span = f", on acts heard of since {answer.since}" if answer.since else ""
    words.title(console, f"Where reports disagree{_of(answer.about)} as of {answer.as_of}", f"{answer.total}{span}")
    sentences = {one.id: one for one in answer.sentences}
    for one in answer.conflicts:
        console.print(_disagreement(one))
        said = dict(zip(one.conflict.events, one.conflict.values, strict=True))
        words.sentences_below(console, [sentences[id] for id in said if id in sentences], said)
    words.left_out(console, len(answer.conflicts), answer.total)


def act_row(act: Act) -> list[Text]:
    """The cells of one act, as `ACT` heads them."""
    thread = act.thread
    return [
        words.day(act.day), words.text(thread.id, "dim"), words.status(act.status), *_what(thread),
    ]  # fmt: skip


def _what(thread: Thread) -> list[Text]:
    """Who does what to whom, where, told how often, and about what."""
    return [
        words.parties(thread.actors), words.act_words(thread), words.parties(thread.recipients),
        words.place_name(thread.place), words.heard(thread), words.short(thread.object),
    ]  # fmt: skip


def _plan(plan: Plan) -> list[Text]:
    thread = plan.thread
    return [
        words.text(thread.id, "dim"), words.outcome(plan.outcome), words.text(thread.time), *_what(thread),
    ]  # fmt: skip


def _acts(
    console: Console, columns: Sequence[str], rows: Sequence[tuple[Thread, list[Text]]], sentences: Sequence[Sentence]
) -> None:
    if not sentences:
        if rows:
            words.table(console, columns, [cells for _, cells in rows])
        return
    by_id = {one.id: one for one in sentences}
    for thread, cells in rows:
        console.print(Text("  ").join(cell for cell in cells if cell.plain != words.NOTHING))
        kinds = {step.event: step.kind.value for step in thread.steps}
        words.sentences_below(console, [by_id[id] for id in kinds if id in by_id], kinds)


def _disagreement(one: Disagreement) -> Text:
    thread = one.thread
    towards = Text.assemble(" > ", words.parties(thread.recipients)) if thread.recipients else Text()
    return Text.assemble(
        (thread.id, "dim"), "  ", (f"{one.conflict.about}: ", "red"), words.parties(thread.actors), " ",
        words.act_words(thread), towards,
    )  # fmt: skip


def _of(about: Subject) -> str:
    return f" of {about}" if about.actors else ""


def _days(answer: Timeline) -> str:
    heard = None if answer.since else answer.heard
    ends = [("from", answer.since), ("to", answer.until), ("heard of since", heard)]
    return ", ".join([str(answer.total), *(f"{word} {at}" for word, at in ends if isinstance(at, date))])
