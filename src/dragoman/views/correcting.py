"""The commands that put the record right: a person's corrections, and the present rules on old reports."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rich_click as click

from dragoman.model.kept import Change
from dragoman.views.place import STORE

if TYPE_CHECKING:
    from dragoman.follow.correct import Asked

USAGE: Final = """\
say what to change: field=value ..., merge ID, split [ID], reject, confirm, note TEXT or undo"""


@click.command()
@click.argument("id", required=False, default="")
@click.argument("change", nargs=-1, metavar="[CHANGE]...")
@click.option("--who", default="", metavar="NAME", help="Who corrects it; your login name without it.")
@click.option("--note", default="", metavar="TEXT", help="Why.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@STORE
def fix(id: str, change: tuple[str, ...], who: str, note: str, as_json: bool, store: Path) -> int:
    """Correct what has this ID; without ID, list all corrections.

    CHANGE is one of: field=value ... (status=cancelled time=2018-06-12), merge ID, split, reject, confirm, note TEXT,
    or, for a correction (c12), undo. Nothing is overwritten: a correction is a line of its own with who and when.
    """
    from dragoman.views.fixing import list_corrections, make_corrections

    if not id:
        return list_corrections(store, as_json)
    return make_corrections(store, asked(id, change, note), who or _login(), as_json)


def _login() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a system that has no name for its user
        raise click.UsageError("say who you are with --who NAME") from None


def asked(id: str, change: tuple[str, ...], note: str) -> Asked:
    """The correction that these words ask for. Raises: UsageError."""
    from dragoman.follow.correct import Asked

    verb, *rest = change or ("",)
    if verb in (Change.MERGE, Change.SPLIT):
        return Asked(id, Change(verb), tuple(rest), note=note)
    if verb in (Change.REJECT, Change.CONFIRM, Change.UNDO) and not rest:
        return Asked(id, Change(verb), note=note)
    if verb == Change.NOTE and rest:
        return Asked(id, Change.NOTE, note=" ".join(rest))
    fields = [word.partition("=") for word in change]
    if not fields or not all(name and equals for name, equals, _ in fields):
        raise click.UsageError(USAGE)
    return Asked(id, Change.FIELD, fields={name: value for name, _, value in fields}, note=note)


@click.command()
@click.option("--all", "every", is_flag=True, help="Also reports that the present rules have read.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Worker processes.")
@click.option("--timeout", type=click.FloatRange(min=1), default=120.0, metavar="SECONDS", help="For one report.")
@click.option("--verbose", is_flag=True, help="Print each event that changed, before and after.")
@click.option("--pipeline", default="", metavar="NAME", help="An installed English spaCy pipeline to use.")
@STORE
def reread(every: bool, jobs: int, timeout: float, verbose: bool, pipeline: str, store: Path) -> int:
    """Read stored reports again that former rules have read, and print what changed.

    It can be stopped at any time, and goes on where it was.
    """
    from dragoman.views.rereading import reread_store

    return reread_store(store, every, jobs, timeout, verbose, pipeline)


COMMANDS: Final = (fix, reread)
