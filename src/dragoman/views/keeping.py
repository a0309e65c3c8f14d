"""The commands that fill and keep the store."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any, Final

import rich_click as click

from dragoman.views.options import PIPELINE, about_report
from dragoman.views.place import STORE

TIMEOUT: Final = 120.0  # seconds for one report
MOST_JOBS: Final = 8  # without --jobs: each worker takes memory


def _about_work(command: Any) -> Any:
    """The options of every command that reads reports into the store."""
    for option in (
        click.option("--verbose", is_flag=True, help="A line for each report, once it is stored."),
        click.option(
            "--timeout", type=click.FloatRange(min=0, min_open=True), default=TIMEOUT, metavar="SECONDS",
            help=f"For one report at most ({TIMEOUT:g} without it).",
        ),
        click.option(
            "--jobs", type=click.IntRange(min=1, max=512), default=lambda: min(os.cpu_count() or 1, MOST_JOBS),
            metavar="N", help=f"Worker processes (without it one for each core, but at most {MOST_JOBS}).",
        ),
        about_report,
        STORE,
    ):  # fmt: skip
        command = option(command)
    return command


@click.command()
@STORE
def init(store: Path) -> int:
    """Make an empty store, if there is none yet."""
    from dragoman.archive.store import Store

    there = store.exists()
    with Store.create(store):
        click.echo(f"{'there is a store already' if there else 'made a store'}: {store}")
    return 0


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--pages", is_flag=True, help="Of feeds, read the pages that they link to.")
@_about_work
def add(
    sources: tuple[str, ...], pages: bool, store: Path, published: date | None, title: str, outlet: str, pipeline: str,
    jobs: int, timeout: float, verbose: bool,
) -> int:  # fmt: skip
    """Read reports into the store; what it holds already is left alone.

    SOURCE is a text, HTML, JSONL, feed, WARC or PDF file, a folder or pattern, an address, or - for standard input.
    """
    from dragoman.sources import Given, open_items
    from dragoman.views.intake import Intake

    with Intake(store, pipeline, jobs, timeout, verbose) as intake:
        every = (lambda address: True) if pages else None
        return intake.report(open_items(sources, Given(published, title, outlet), pages=every), sources)


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...")
@click.option(
    "--every", type=click.FloatRange(min=1), default=30.0, metavar="MINUTES", help="How often (30 without it)."
)
@click.option("--once", is_flag=True, help="Ask each feed once, then stop.")
@click.option("--pages", is_flag=True, help="Read the pages that the feeds link to.")
@_about_work
def watch(
    feeds: tuple[str, ...], every: float, once: bool, pages: bool, store: Path, published: date | None, title: str,
    outlet: str, pipeline: str, jobs: int, timeout: float, verbose: bool,
) -> int:  # fmt: skip
    """Follow feeds, and read what is new in them into the store.

    FEED is the http(s) address of an RSS, Atom or JSON feed.
    """
    from dragoman.run.watching import Watch
    from dragoman.sources import Given, is_address
    from dragoman.views.intake import Intake

    for feed in feeds:
        if not is_address(feed):
            raise click.BadParameter(f"{feed} is no address; read a file with `dragoman add`")
    with Intake(store, pipeline, jobs, timeout, verbose) as intake:
        given = Given(published, title, outlet)
        watching = Watch(intake.store, intake.add, every=every * 60, pages=pages, given=given)
        if not once:
            watching.follow(feeds, intake.tell_checked)
        for feed in dict.fromkeys(feeds):
            intake.tell_checked(watching.check(feed))
        return intake.exit_code


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object per problem and line.")
@click.option("--retry", is_flag=True, help="Try to read them again.")
@_about_work
def problems(
    as_json: bool, retry: bool, store: Path, published: date | None, title: str, outlet: str, pipeline: str, jobs: int,
    timeout: float, verbose: bool,
) -> int:  # fmt: skip
    """List what could not be read, and why."""
    from dragoman.views.troubles import list_problems, retry_problems

    if retry:
        from dragoman.sources import Given
        from dragoman.views.intake import Intake

        with Intake(store, pipeline, jobs, timeout, verbose) as intake:
            return retry_problems(intake, Given(published, title, outlet))
    return list_problems(store, as_json)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object per check and line.")
@PIPELINE
@STORE
def doctor(as_json: bool, pipeline: str, store: Path) -> int:
    """Check the installation, the model files and the store."""
    from dragoman.views.doctor import examine

    return examine(store, pipeline, as_json)


@click.command()
@click.argument("to", type=click.Path(path_type=Path), metavar="TO")
@STORE
def backup(to: Path, store: Path) -> int:
    """Copy the store to the file TO, whatever is being written to it meanwhile."""
    from dragoman.archive.store import Store

    with Store.open(store, readonly=True) as open_store:
        open_store.backup(to)
    click.echo(f"copied the store to {to} ({to.stat().st_size:,} bytes, checked)")
    return 0


COMMANDS: Final = (init, add, watch, problems, backup, doctor)
