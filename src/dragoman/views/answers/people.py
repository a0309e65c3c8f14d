"""Actors, what they said, and the reports that hold some words, on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.archive.search import Hit
from dragoman.follow.questions.quotes import Quotes, Said
from dragoman.follow.questions.search import Found
from dragoman.follow.questions.who import Who
from dragoman.views.answers import words
from dragoman.views.answers.acts import ACT, act_row
from dragoman.views.visible import visible

FORMS = ("Name's id", "Events", "First", "Last", "Name", "Taken for this actor because")
OFFICES = ("First", "Last", "Event", "Office")
SAID = ("Day", "Statement", "Outlet", "Says", "What")


def show_who(answer: Who, console: Console) -> None:
    """Names, offices, meetings and statements of one actor."""
    one = answer.identity
    about = ", ".join(filter(None, (one.kind, one.country)))
    words.title(console, f"{one.name} ({about})", f"{one.id}, as of {answer.as_of}")
    forms = [
        [words.text(f.id, "dim"), words.text(f.count), words.day(f.first), words.day(f.last), words.text(f.name),
         words.text(f.reason)]
        for f in one.forms
    ]  # fmt: skip
    if forms:
        words.table(console, FORMS, forms)
    offices = [
        [words.day(o.first), words.day(o.last), words.text(o.event, "dim"), words.text(o.office)] for o in one.offices
    ]
    if offices:
        words.table(console, OFFICES, offices)
    words.sentences_below(console, answer.sentences)
    heard = f", heard of since {answer.heard}" if answer.heard else ""
    words.title(console, "Meetings", f"{answer.met}{heard}, the latest first")
    if answer.meetings:
        words.table(console, ACT, [act_row(act) for act in answer.meetings])
    words.title(console, "Statements", f"{answer.said}, the latest first; all with `dragoman quotes --by`")
    show_statements(answer.statements, console)


def show_quotes(answer: Quotes, console: Console) -> None:
    """Each statement with its day and outlet."""
    about = f" about {answer.about}" if answer.about else ""
    words.title(console, f"What {answer.by.name} said{about} as of {answer.as_of}", f"{answer.total}, the latest first")
    show_statements(answer.quotes, console)
    words.left_out(console, len(answer.quotes), answer.total)


def show_statements(found: Sequence[Said], console: Console) -> None:
    """The statements in a table."""
    if found:
        words.table(console, SAID, [said_row(one) for one in found])


def said_row(one: Said) -> list[Text]:
    """The cells of one statement, as `SAID` heads them."""
    said = one.statement
    how = f"{said.speaker.name if said.speaker else 'unnamed'} ({', '.join(filter(None, (said.cue, said.form)))})"
    return [
        words.day(one.report.published), words.text(one.id, "dim"), words.text(one.report.outlet), words.text(how),
        words.text(said.quote),
    ]  # fmt: skip


def show_found(answer: Found, console: Console) -> None:
    """Each report with the passage that holds the words."""
    words.title(console, f"Reports with “{answer.words}” as of {answer.as_of}", str(len(answer.hits)))
    for hit in answer.hits:
        report = hit.report
        head = f"{report.published or 'undated'}  {report.outlet or '-'}  {report.title or report.url or report.key}"
        console.print(Text.assemble((report.id, "dim"), f"  {visible(head)}"))
        console.print(Padding(_passage(hit), (0, 0, 0, 4)))
    words.left_out(console, len(answer.hits), len(answer.hits))


def _passage(hit: Hit) -> Text:
    """The excerpt with the words that were looked for marked."""
    passage, text, start = Text(), hit.excerpt.text, hit.excerpt.span.start
    at = start
    for match in hit.matches:
        if hit.excerpt.span.holds(match):
            before, matched = text[at - start : match.start - start], text[match.start - start : match.end - start]
            passage.append(words.piece(before)).append(words.piece(matched), style="bold underline")
            at = match.end
    return passage.append(words.piece(text[at - start :]))
