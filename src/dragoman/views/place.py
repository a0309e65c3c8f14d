"""Where the store is."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import rich_click as click

NAME: Final = Path("dragoman", "record.db")
VARIABLE: Final = "DRAGOMAN_STORE"


def default_place() -> Path:
    """Where a person's data goes on this system."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / NAME


def store_place() -> Path:
    """Where the store is if nobody says otherwise: the place in the environment, else in the data folder."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else default_place()


STORE: Final = click.option(
    "--store", type=click.Path(path_type=Path, dir_okay=False), default=store_place, metavar="PATH",
    help=f"The store file; otherwise {VARIABLE}, otherwise your data folder.",
)  # fmt: skip
