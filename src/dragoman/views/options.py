"""Options that several commands share."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

import rich_click as click

DATE: Final = click.DateTime(["%Y-%m-%d"])
PIPELINE: Final = click.option(
    "--pipeline", default="", metavar="NAME", help="An installed English spaCy pipeline to use."
)


def day(context: click.Context, option: click.Parameter, value: datetime | None) -> date | None:
    """The day that was given."""
    return value.date() if value else None


def about_report(command: Any) -> Any:
    """The options of every command that opens reports."""
    for option in (
        PIPELINE,
        click.option("--outlet", default="", help="Who published it."),
        click.option("--title", default="", help="The report's title."),
        click.option("--published", type=DATE, callback=day, metavar="DATE", help="Publication date (YYYY-MM-DD)."),
    ):
        command = option(command)
    return command
