"""The command line. Exit codes: 0 all read, 1 something could not be read, 2 wrong usage."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import rich_click as click

from dragoman import __version__
from dragoman.views.guard import Guarded, complain

DATE = click.DateTime(["%Y-%m-%d"])


def _day(context: click.Context, option: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


PIPELINE = click.option("--pipeline", default="", metavar="NAME", help="An installed English spaCy pipeline to use.")


def _about_report(command: Any) -> Any:
    """The options of every command that opens reports."""
    for option in (
        PIPELINE,
        click.option("--outlet", default="", help="Who published it."),
        click.option("--title", default="", help="The report's title."),
        click.option("--published", type=DATE, callback=_day, metavar="DATE", help="Publication date (YYYY-MM-DD)."),
    ):
        command = option(command)
    return command


@click.group(cls=Guarded, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, prog_name="dragoman", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Read news reports into a diplomatic record: who did what to whom, when, where, and who says so.

    Start with `dragoman demo`, or `dragoman read FILE`.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """Run the command line and end the process with its exit code."""
    cli()


@cli.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per report and line, instead of tables.")
@_about_report
def read(
    sources: tuple[str, ...], as_json: bool, published: date | None, title: str, outlet: str, pipeline: str
) -> int:
    """Read reports and print their record.

    SOURCE is a text, HTML or JSONL file, an http(s) address, or - for standard input.
    """
    from dragoman.views.batch import Batch

    return Batch(pipeline, as_json).run(sources, published, title, outlet)


@cli.command()
@click.argument("source")
@click.option("--at", "offset", type=click.IntRange(min=0), required=True, help="A character of the text, from 0.")
@click.option("--id", "name", default="", help="Which report, if the source holds several.")
@_about_report
def explain(
    source: str, offset: int, name: str, published: date | None, title: str, outlet: str, pipeline: str
) -> int:
    """Show which rules fired at one place of a report, and which declined."""
    from dragoman.views.explain import explain_place, find_report

    document = find_report(source, name, published, title, outlet)
    if offset >= len(document.text):
        raise click.BadParameter(f"--at {offset} is behind the text's last character, {len(document.text) - 1}")
    explain_place(document, offset, pipeline)
    return 0


@cli.command()
@click.argument("readings", nargs=-1, required=True, metavar="READINGS.jsonl...")
def verify(readings: tuple[str, ...]) -> int:
    """Cut every quotation of stored readings out of their text again, and compare.

    READINGS.jsonl is what `dragoman read --json` wrote, or - for standard input.
    """
    from dragoman.views.verify import verify_files

    count = verify_files(readings, click.echo, complain)
    click.echo(count.line())
    return 1 if count.wrong else 0


@cli.command()
@PIPELINE
def demo(pipeline: str) -> int:
    """Read the bundled reports, and show what comes out."""
    from dragoman.views.demo import show_demo

    return show_demo(pipeline)


@cli.command()
def schema() -> None:
    """Print the JSON Schema of a line that `dragoman read --json` writes."""
    from dragoman.views.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2))
