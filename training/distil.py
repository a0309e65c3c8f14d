"""Learn from a fitted tagger on text without labels: the next fit is held to its soft judgements there.

After: Hinton et al., "Distilling the Knowledge in a Neural Network" (2015). Reports with gold are left out.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import torch
from examples import Example, Labeller, Link, document
from inputs import role_logits, tensors
from network import OUTPUTS, Links, Network
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from dragoman.model.document import Document
from dragoman.model.syntax import Sentence
from dragoman.syntax import Parser, split
from dragoman.tagger.labels import ROLES
from dragoman.tagger.windows import Window, windows

NEWS: Final = {"chronicle_2002_2018": 2_100, "releases_2021": 130, "pm_transcripts_sample": 50}  # file -> reports
WORTH: Final = re.compile(
    r"minister|president|ambassador|talks|visit|summit|treaty|sanction|troops|relations|embassy", re.I
)
ACT: Final = 0.3  # the teacher's probability of an act from which its other judgements count
CLASSES: Final = ("status", "mode", "voucher", "when")

Teacher = tuple[Network, Links]


def unlabelled(news: Path, gold: Path, tokenizer: Tokenizer, teacher: Network) -> list[Example]:
    """Windows of reports without gold, each with the acts that the teacher sees there."""
    parser = Parser()
    found: list[Example] = []
    for report in _reports(news, _known(gold)):
        doc = document(report)
        layout = split(doc)
        cut = windows(doc, layout, tokenizer)
        acts = [_acts(teacher, window) for window in cut]
        sentences = parser.parse(doc, layout.units) if any(acts) else ()
        found += [_example(doc, sentences, w, words) for w, words in zip(cut, acts, strict=True)]
    return found


def _known(gold: Path) -> set[str]:
    """The ids of every report with gold, and the beginnings of their texts."""
    rows = [json.loads(line) for file in gold.glob("*.reports.jsonl") for line in file.open(encoding="utf-8")]
    return {row["id"] for row in rows} | {row["text"][:80] for row in rows}


def _reports(news: Path, known: set[str]) -> Iterator[Mapping[str, Any]]:
    chance = random.Random(7)
    for name, wanted in NEWS.items():
        with gzip.open(news / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            rows = [row for row in map(json.loads, file) if WORTH.search(row["text"])]
        rows = [r for r in rows if r["id"] not in known and r["text"][:80] not in known and len(r["text"]) < 7_000]
        yield from chance.sample(rows, wanted)


@torch.no_grad()
def _acts(teacher: Network, window: Window) -> list[int]:
    """The target words that the teacher takes for acts."""
    out = teacher(torch.tensor([window.ids]), torch.ones(1, len(window.ids), dtype=torch.long))
    acts = 1.0 - out[list(OUTPUTS).index("type")][0].softmax(-1)[:, 0]
    return [n for n, w in enumerate(window.words) if w.target and acts[w.piece] >= 0.5]


def _example(doc: Document, sentences: Sequence[Sentence], window: Window, acts: Sequence[int]) -> Example:
    labeller = Labeller(doc, sentences, (), window, {})
    links = [Link(n, 1, paths=labeller.paths(n)) for n in acts]
    return Example("", window, [0] * len(window.words), [0] * len(window.words), links)


def soft_loss(
    student: Teacher, teacher: Teacher, paths: dict[str, int], weights: Mapping[str, float], batch: Sequence[Example]
) -> Tensor:
    """How far the student's judgements are from the teacher's, head by head."""
    ids, mask = tensors(batch)
    with torch.autocast("cpu", torch.bfloat16):
        out = {name: v.float() for name, v in zip(OUTPUTS, student[0](ids, mask), strict=True)}
        with torch.no_grad():
            told = {name: v.float() for name, v in zip(OUTPUTS, teacher[0](ids, mask), strict=True)}
    rows, pieces = zip(*[(n, w.piece) for n, e in enumerate(batch) for w in e.window.words if w.target], strict=True)
    types = told["type"][rows, pieces].softmax(-1)
    acts = 1.0 - types[:, 0]
    loss = (_cross(out["type"][rows, pieces], types) * (0.35 + 0.65 * acts)).sum() / (0.35 + 0.65 * acts).sum()
    cues = told["cue"][rows, pieces].sigmoid()
    loss = loss + weights["cue"] * functional.binary_cross_entropy_with_logits(out["cue"][rows, pieces], cues)
    near = (acts >= ACT).nonzero()[:, 0].tolist()
    if near:
        at = [rows[n] for n in near], [pieces[n] for n in near]
        for name in CLASSES:
            loss = loss + weights[name] * _cross(out[name][at], told[name][at].softmax(-1)).mean()
    if any(e.links for e in batch):
        loss = loss + weights["roles"] * _soft_roles(student[1], teacher[1], paths, out, told, batch)
    return loss


def _cross(logits: Tensor, target: Tensor) -> Tensor:
    return -(target * logits.log_softmax(-1)).sum(-1)


def _soft_roles(
    student: Links,
    teacher: Links,
    paths: dict[str, int],
    out: Mapping[str, Tensor],
    told: Mapping[str, Tensor],
    batch: Sequence[Example],
) -> Tensor:
    logits = role_logits(student, paths, out["query"], out["key"], batch)
    with torch.no_grad():
        target = role_logits(teacher, paths, told["query"], told["key"], batch).sigmoid()
    losses = functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
    spoken = torch.tensor([role != "speaker" for role in ROLES])
    return (losses * spoken).sum() / (40.0 * sum(len(e.links) for e in batch))
