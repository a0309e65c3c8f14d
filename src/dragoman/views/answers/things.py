"""One thing of the record on a terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from dragoman.follow.questions.quotes import Said
from dragoman.follow.questions.sentences import sentence
from dragoman.follow.questions.show import (
    Shown,
    ShownAct,
    ShownCorrection,
    ShownEvent,
    ShownJudgement,
    ShownReport,
)
from dragoman.follow.questions.who import Who
from dragoman.model.event import Actor
from dragoman.model.kept import Correction, Problem, Report
from dragoman.model.thread import Step
from dragoman.views.answers import words
from dragoman.views.answers.acts import ACT, act_row
from dragoman.views.answers.people import SAID, said_row, show_who
from dragoman.views.visible import visible

EVENTS: Final = ("Event", "When", "Who", "Act", "Whom", "Where", "Status", "Quote")
STEPS: Final = ("Published", "Event", "Step", "Status", "When", "Where", "Outlet", "Taken for this act because")


def show_thing(shown: Shown, console: Console) -> None:
    """Everything that is known of it."""
    SHOWERS[type(shown)](shown, console)


def _report(shown: ShownReport, console: Console) -> None:
    _head(shown.report, console)
    reading = shown.reading
    others = ", ".join(f"{one.id} ({one.added:%Y-%m-%d})" for one in shown.revisions if one.id != shown.report.id)
    _pairs(
        console, key=shown.report.key, address=shown.report.url, language=shown.report.language,
        other_revisions=others, read_with=reading.version,
    )  # fmt: skip
    rows = [
        [words.text(id, "dim"), words.text(one.time), _names(one.actors), _act(one), _names(one.recipients),
         words.text(one.place.name if one.place else None), words.status(one.status),
         words.quotation(sentence(id, shown.report, one))]
        for id, one in zip(shown.events, reading.events, strict=True)
    ]  # fmt: skip
    if rows:
        words.table(console, EVENTS, rows)
    console.print(
        Text(f"{len(rows)} events, {len(reading.statements)} statements, {len(reading.assessments)} assessments, "
             f"{len(reading.gaps)} passages seen and not coded")
    )  # fmt: skip


def _event(shown: ShownEvent, console: Console) -> None:
    event = shown.event
    console.print(Text.assemble((shown.id, "bold"), "  ", _act(event), "  ", words.status(event.status)))
    _head(shown.report, console)
    console.print(Text.assemble("\n  ", words.quotation(sentence(shown.id, shown.report, event)), "\n"))
    _pairs(
        console, actors=_names(event.actors).plain, recipients=_names(event.recipients).plain,
        place=words.place_name(event.place).plain, time=event.time, source=words.source_words(event.source),
        object=event.object, act=shown.thread, because=", ".join(event.because),
    )  # fmt: skip
    for name, quote in event.evidence.fields:
        console.print(Text(visible(f"  {name} is read from {quote.span.start}-{quote.span.end}: “{quote.text}”")))
    for one in shown.corrections:
        console.print(Text.assemble("  corrected: ", correction_line(one)))


def _act_story(shown: ShownAct, console: Console) -> None:
    words.table(console, ACT, [act_row(shown.act)])
    if shown.act.outcome:
        console.print(Text.assemble("As a plan: ", words.outcome(shown.act.outcome)))
    words.table(console, STEPS, [_step(step) for step in shown.act.thread.steps])
    for one in shown.conflicts:
        said = " against ".join(f"{value} ({id})" for id, value in zip(one.events, one.values, strict=True))
        console.print(Text(visible(f"The reports disagree on the {one.about}: {said}"), style="red"))
    kinds = {step.event: step.kind.value for step in shown.act.thread.steps}
    words.sentences_below(console, shown.sentences, kinds)


def _step(step: Step) -> list[Text]:
    return [
        words.day(step.published), words.text(step.event, "dim"), words.text(step.kind), words.status(step.status),
        words.text(step.time), words.place_name(step.place), words.text(step.outlet), words.text(step.because),
    ]  # fmt: skip


def _said(shown: Said, console: Console) -> None:
    _head(shown.report, console)
    words.table(console, SAID, [said_row(shown)])


def _judgement(shown: ShownJudgement, console: Console) -> None:
    judged = shown.assessment
    console.print(Text.assemble((shown.id, "bold"), f"  {' and '.join(judged.pair)}: {judged.state}"))
    _head(shown.report, console)
    console.print(Text.assemble("\n  ", visible(judged.quote), "\n"))
    _pairs(console, source=words.source_words(judged.source), because=", ".join(judged.because))


def _correction(shown: ShownCorrection, console: Console) -> None:
    console.print(correction_line(shown.correction))
    console.print(Text("in force" if shown.in_force else "taken back"))


def correction_line(one: Correction) -> Text:
    """A correction in one line: id, day, person, and what it says."""
    field = f" {one.field}={one.value or 'none'}" if one.field else ""
    note = f" “{one.note}”" if one.note else ""
    what = f"{one.change}{field} {one.other}".rstrip()
    return Text(visible(f"{one.id}  {one.at:%Y-%m-%d %H:%M}  {one.who}  {one.target}  {what}{note}"))


def _problem(shown: Problem, console: Console) -> None:
    console.print(Text(visible(f"{shown.id}  {shown.at:%Y-%m-%d %H:%M}  {shown.where}")))
    _pairs(console, what=shown.what, remedy=shown.remedy)


def _head(report: Report, console: Console) -> None:
    console.print(Text(visible(report.title or report.url or report.key), style="bold"))
    revision = "" if report.current else f", revision {report.revision}, no longer current"
    about = f"{report.outlet or 'outlet not known'}, published {report.published or 'on a day not known'}{revision}"
    console.print(Text.assemble((report.id, "dim"), f"  {visible(about)}"))


def _pairs(console: Console, **values: str | None) -> None:
    """Each value that there is on a line with its name."""
    for name, value in values.items():
        if value and value != words.NOTHING:
            console.print(Text.assemble((f"  {name.replace('_', ' ')}: ", "dim"), visible(value)))


def _names(actors: tuple[Actor, ...]) -> Text:
    return words.text("; ".join(map(_name, actors)))


def _name(actor: Actor) -> str:
    about = ", ".join(filter(None, (actor.country, actor.office)))
    return f"{actor.name} ({about})" if about else actor.name


def _act(event: Any) -> Text:
    return Text.assemble((event.type.value, "bold"), f" {event.mode}" if event.mode else "")


SHOWERS: Final[dict[type, Callable[[Any, Console], None]]] = {
    ShownReport: _report, ShownEvent: _event, ShownAct: _act_story, Said: _said, ShownJudgement: _judgement,
    ShownCorrection: _correction, Who: show_who, Problem: _problem,
}  # fmt: skip
