"""What could not be read, tried again from the bytes that were kept of it, or from where it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dragoman.archive.store import Store
from dragoman.model.kept import Problem
from dragoman.run.adding import source_of
from dragoman.sources import Given, Item, Items, Unread, is_address, open_bytes, open_items

RECORD: Final = re.compile(r" \(record \d+, (\S+)\)\Z")


def problem_items(store: Store, problems: Iterable[Problem], given: Given) -> Items:
    """The reports of these problems, as far as they can be read by now."""
    for problem in problems:
        raw = store.problem_raw(problem.id)
        if raw is None:
            yield from open_items([problem.where], given)
            continue
        source, record = source_of(problem.where), RECORD.search(problem.where)
        url = record.group(1) if record else source if is_address(source) else ""
        file = "" if url or source == "standard input" else source
        alone = problem.where != source and not problem.where.endswith(")")  # one line, not a whole feed
        for item in open_bytes(raw.data, problem.where if alone or record else source, given, url=url, file=file):
            yield _at(problem.where, item) if alone else item


def _at(where: str, item: Item | Unread) -> Item | Unread:
    """The line where it stands in its file, not in what was kept of it."""
    if isinstance(item, Item):
        return replace(item, where=where)
    item.error.where = where
    return item
