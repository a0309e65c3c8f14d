"""CPU time of reading against the bare spaCy pipeline on the same texts in the same run, and peak memory."""

from __future__ import annotations

import json
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import spacy

from dragoman.model.document import Document
from dragoman.reading import Tools, read

REPORTS: Final = 120
ROUNDS: Final = 3


def corpus(shared: Path) -> list[Document]:
    """Every fourth diplomatic report, in the order of the file."""
    rows = [json.loads(line) for line in (shared / "news/diplomacy.jsonl").read_text("utf-8").splitlines()]
    return [
        Document(r["id"], r["text"], date.fromisoformat(r["published"][:10]), r["title"], r["publisher"])
        for r in rows[::4][:REPORTS]
    ]


def table(shared: Path, tools: Tools) -> str:
    """Median of the rounds' ratios; both run in turn over the same reports, on one thread each."""
    reports = corpus(shared)
    nlp = spacy.load(tools.parser.name)
    bare: list[float] = []
    full: list[float] = []
    for _ in range(ROUNDS):
        bare.append(_cpu(lambda: [nlp(d.text) for d in reports]))
        full.append(_cpu(lambda: [read(d, tools) for d in reports]))
    ratios = [f / b for f, b in zip(full, bare, strict=True)]
    spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
    characters = sum(len(d.text) for d in reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return "\n".join(
        [
            "| figure | value |",
            "|---|---|",
            f"| reports, characters | {len(reports)}, {characters:,} |",
            f"| bare spaCy pipeline, CPU seconds | {statistics.median(bare):.2f} |",
            f"| dragoman, CPU seconds | {statistics.median(full):.2f} |",
            f"| ratio, median of {ROUNDS} (lowest to highest) | {spread} |",
            f"| characters per CPU second | {characters / statistics.median(full):,.0f} |",
            f"| peak memory, MB | {peak:.0f} |",
        ]
    )


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
