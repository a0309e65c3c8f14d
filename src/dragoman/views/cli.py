"""The command line. Exit codes: 0 all read, 1 something could not be read, 2 wrong usage."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import rich_click as click

from dragoman import __version__
from dragoman.views import asking, correcting, keeping
from dragoman.views.guard import Guarded, complain
from dragoman.views.options import PIPELINE, about_report
from dragoman.views.place import STORE

click.rich_click.COMMAND_GROUPS = {
    "dragoman": [
        {"name": "Read one report", "commands": ["demo", "read", "explain", "schema"]},
        {"name": "Fill the store", "commands": ["init", "add", "watch", "problems"]},
        {"name": "Ask", "commands": [command.name or "" for command in asking.COMMANDS]},
        {"name": "Put right", "commands": ["fix", "reread"]},
        {"name": "Look after", "commands": ["verify", "doctor", "backup"]},
    ]
}


@click.group(cls=Guarded, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, prog_name="dragoman", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Read news reports into a diplomatic record: who did what to whom, when, where, and who says so.

    Start with `dragoman demo` or `dragoman read FILE`; keep a record with `dragoman init` and `dragoman add FILE`.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main() -> None:
    """Run the command line and end the process with its exit code."""
    cli()


@cli.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per report and line, instead of tables.")
@about_report
def read(
    sources: tuple[str, ...], as_json: bool, published: date | None, title: str, outlet: str, pipeline: str
) -> int:
    """Read reports and print their record.

    SOURCE is a text, HTML, JSONL, feed, WARC or PDF file, a folder or pattern, an address, or - for standard input.
    """
    from dragoman.views.batch import Batch

    return Batch(pipeline, as_json).run(sources, published, title, outlet)


@cli.command()
@click.argument("source")
@click.option("--at", "offset", type=click.IntRange(min=0), required=True, help="A character of the text, from 0.")
@click.option("--id", "name", default="", help="Which report, if the source holds several.")
@about_report
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
@click.argument("readings", nargs=-1, metavar="[READINGS.jsonl]...")
@STORE
def verify(readings: tuple[str, ...], store: Path) -> int:
    """Cut every quotation of stored readings out of their text again, and compare; without READINGS, the whole store.

    READINGS.jsonl is what `dragoman read --json` wrote, or - for standard input.
    """
    from dragoman.views.verify import verify_files, verify_store

    if not readings:
        return verify_store(store, click.echo)
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


for one in (*keeping.COMMANDS, *asking.COMMANDS, *correcting.COMMANDS):
    cli.add_command(one)
