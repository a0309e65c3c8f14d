"""Which records differ between two versions over one corpus: `--write` with the old one, then `--before`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bench.speed import corpus
from dragoman.archive.record import to_json
from dragoman.reading import Tools, read

FIELDS: Final = ("type", "mode", "status", "time")


def table(shared: Path, tools: Tools, before: Path | None, write: Path | None) -> str:
    """A line for each record that came, went, or changed a field."""
    now = {d.id: json.loads(to_json(read(d, tools))) for d in corpus(shared)}
    if write is not None:
        write.write_text("".join(json.dumps(row) + "\n" for row in now.values()), "utf-8")
    if before is None:
        return f"{len(now)} reports read; name an earlier run with --before to see what changed"
    rows = map(json.loads, before.read_text("utf-8").splitlines())
    lines = [line for row in rows for line in _differences(row, now.get(row["id"], {"events": []}))]
    return "\n".join([*lines, f"{len(lines)} records differ over {len(now)} reports"])


def _differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    then = {tuple(e["trigger"]["span"]): e for e in old["events"]}
    now = {tuple(e["trigger"]["span"]): e for e in new["events"]}
    for span in sorted(then.keys() | now.keys()):
        a, b = then.get(span), now.get(span)
        place = f"{old['id']} {span[0]}-{span[1]}"
        if a is None or b is None:
            yield f"{place}: {'gone' if b is None else 'new'}: {_short(a or b or {})}"
        elif _short(a) != _short(b):
            yield f"{place}: {_short(a)}  ->  {_short(b)}"


def _short(event: dict[str, Any]) -> str:
    who = "+".join(a["name"] for a in event["actors"]) + " > " + "+".join(a["name"] for a in event["recipients"])
    fields = " ".join(str(event[f]) for f in FIELDS)
    return f"{fields} {who} [{event['source']['kind']} {event['source']['name'] or ''}] '{event['trigger']['text']}'"
