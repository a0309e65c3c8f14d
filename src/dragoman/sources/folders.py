"""Files behind the names of folders and behind patterns."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from typing import Final

from dragoman.errors import NotFound
from dragoman.sources.packed import ENDING as PACKED

ENDINGS: Final = (
    ".txt", ".html", ".htm", ".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".warc", ".pdf", ".json",
)  # fmt: skip


def files(name: str) -> Iterator[str]:
    """The files that a name stands for: itself, those of a folder, or those that fit a pattern; sorted by path.

    Of a folder, those with a known ending, at any depth; hidden files and folders are left out.
    Raises: NotFound for a folder or pattern without such files.
    """
    try:
        folder, there = os.path.isdir(name), os.path.lexists(name)
    except ValueError:  # no path at all
        folder, there = False, True
    if folder:
        yield from _some(_inside(name), name, "there is no file in this folder that could be read")
    elif not there and glob.has_magic(name):
        fitting = (file for one in sorted(glob.iglob(name, recursive=True)) for file in _each(one))
        yield from _some(fitting, name, "no file fits this pattern")
    else:
        yield name


def _each(path: str) -> Iterator[str]:
    return _inside(path) if os.path.isdir(path) else iter((path,))


def _inside(folder: str) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path)
        elif entry.is_file() and entry.name.lower().removesuffix(PACKED).endswith(ENDINGS):
            yield entry.path


def _some(found: Iterator[str], name: str, without: str) -> Iterator[str]:
    first = None
    try:
        for first in found:
            yield first
    except OSError as error:
        raise NotFound(f"it cannot be opened ({error.strerror})", where=name, remedy="check the path") from None
    if first is None:
        raise NotFound(without, where=name, remedy=f"known are {', '.join(ENDINGS)}, and each of them with .gz")
