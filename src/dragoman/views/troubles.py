"""What could not be read: listed, and tried again."""

from __future__ import annotations

from pathlib import Path

import rich_click as click
from rich.text import Text

from dragoman.archive.record import json_line
from dragoman.archive.store import Store
from dragoman.model.kept import Problem
from dragoman.run.retrying import problem_items
from dragoman.sources import Given
from dragoman.views.intake import Intake
from dragoman.views.table import open_console, plain_table
from dragoman.views.visible import visible


def list_problems(place: Path, as_json: bool) -> int:
    """Print them, the oldest first; the exit code: 1 if there is one."""
    with Store.open(place, readonly=True) as store:
        found = store.problems()
    if as_json:
        for problem in found:
            click.echo(json_line(problem).encode() + b"\n", nl=False)
    elif found:
        open_console().print(plain_table(("Id", "Since", "Where", "What", "What to do"), map(_row, found)))
    else:
        click.echo("everything could be read")
    return 1 if found else 0


def retry_problems(intake: Intake, given: Given) -> int:
    """Read them again; the exit code. What fails again is a fresh problem in the place of the old one."""
    old = intake.store.problems()
    code = intake.report(problem_items(intake.store, old, given))
    still = {problem.id for problem in intake.store.problems()}
    for problem in old:
        if problem.id in still:
            intake.store.close_problem(problem.id)
    return code


def _row(problem: Problem) -> tuple[Text, ...]:
    words = (problem.id, f"{problem.at:%Y-%m-%d %H:%M}", problem.where, problem.what, problem.remedy)
    return tuple(Text(visible(word)) for word in words)
