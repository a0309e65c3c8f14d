"""What stands between a fault and the person at the terminal: one line, and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import rich_click as click

from dragoman.errors import DragomanError, fault
from dragoman.views.visible import visible

WRONG_USAGE = 2
STOPPED = 130


def complain(what: object) -> None:
    """One line on stderr."""
    click.echo(f"dragoman: {visible(str(what))}", err=True)


class Guarded(click.RichGroup):
    """A group of commands that never shows a traceback. A command returns its exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        def run() -> Any:
            return super(Guarded, self).main(args, prog_name, complete_var, standalone_mode=False, **extra)

        if not standalone_mode:
            return run()
        _loosen()
        sys.exit(_guarded(run))


def _guarded(run: Callable[[], int | None]) -> int:
    """The exit code of the run, after a line on stderr if it failed."""
    try:
        return run() or 0
    except click.ClickException as error:
        complain(_advice(error))
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        complain("stopped")
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except DragomanError as error:
        complain(error)
        return 1
    except Exception as error:
        complain(fault(error, ""))
        return 1


def _advice(error: click.ClickException) -> str:
    what = " ".join(error.format_message().split()).rstrip(".")
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "dragoman"
    return f"{what[:1].lower()}{what[1:]}; see `{command} --help`"


def _loosen() -> None:
    """A character that the terminal's encoding lacks is shown as its escape, instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
