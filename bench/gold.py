"""Read the gold reports and score the readings: `python -m bench gold`, by file and in all.

The scorer is the one beside the gold (`../shared/gold/score.py`), loaded from there: its figures by construction.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from dragoman.archive.record import to_json
from dragoman.model.document import Document
from dragoman.model.event import Reading

DEV: Final = ("dev_short", "dev_long")
NOT_DONE: Final = frozenset({"planned", "proposed", "expected", "possible", "conditional"})


def scorer(gold: Path) -> ModuleType:
    """The scoring module that stands beside the gold."""
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reports(gold: Path, name: str) -> Iterable[Document]:
    """The reports of one gold file."""
    for line in (gold / f"{name}.reports.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
        yield Document(row["id"], row["text"], published, row.get("title") or "", row.get("publisher") or "")


def plans_as_done(score: ModuleType, gold: Mapping[str, Any], read: Mapping[str, Any]) -> tuple[int, int]:
    """Of the records read as occurred and paired with gold: how many the gold calls otherwise, and all of them."""
    wrong = occurred = 0
    for key, row in gold.items():
        events = read.get(key, {}).get("events", [])
        for i, j, _ in score.pair_events(row["events"], events):
            if events[j]["status"] == "occurred":
                occurred += 1
                wrong += row["events"][i]["status"] in NOT_DONE
    return wrong, occurred


def measure(gold: Path, names: Iterable[str], read: Callable[[Document], Reading]) -> dict[str, Any]:
    """Figures per file and, under "all", over them together; and the scorer's list of disagreements."""
    score = scorer(gold)
    everything: dict[str, dict[str, Any]] = {"gold": {}, "read": {}}
    figures: dict[str, Any] = {}
    for name in names:
        rows = score.read_jsonl(str(gold / f"{name}.gold.jsonl"))
        readings = {d.id: json.loads(to_json(read(d))) for d in reports(gold, name)}
        figures[name] = _figures(score, rows, readings)
        everything["gold"] |= rows
        everything["read"] |= readings
    figures["all"] = _figures(score, everything["gold"], everything["read"])
    figures["errors"] = score.score(everything["gold"], everything["read"])[1]
    return figures


def _figures(score: ModuleType, gold: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, Any]:
    result, _ = score.score(gold, read)
    wrong, occurred = plans_as_done(score, gold, read)
    return {**result, "plans_as_done": round(wrong / occurred, 3) if occurred else 0.0}


def table(figures: Mapping[str, Any]) -> str:
    """The figures as Markdown rows, one file a column."""
    names = [n for n in figures if n != "errors"]
    lines = ["| figure | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for key in ("detect", "who", "record", "statements", "assessments"):
        cells = [
            f"{figures[n][key]['f1']:.3f} (P {figures[n][key]['p']:.2f} R {figures[n][key]['r']:.2f})" for n in names
        ]
        lines.append(f"| {key} F1 | " + " | ".join(cells) + " |")
    for key in ("status", "time", "place", "source", "who"):
        lines.append(
            f"| {key} right, of paired acts | " + " | ".join(f"{figures[n]['fields'][key]:.3f}" for n in names) + " |"
        )
    lines.append("| plans reported as done | " + " | ".join(f"{figures[n]['plans_as_done']:.3f}" for n in names) + " |")
    return "\n".join(lines)
