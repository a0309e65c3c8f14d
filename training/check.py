"""Figures on reports held back: acts by word and type, the other classes at gold acts, links by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import torch
from examples import IGNORE, Example
from inputs import role_logits, tensors
from network import OUTPUTS, Links, Network
from torch import Tensor

from dragoman.tagger.labels import ROLES

THRESHOLDS = tuple(n / 20 for n in range(8, 18))
CLASSES = ("status", "mode", "voucher", "when")

Tally = Counter[tuple[object, str]]  # what is counted, and "read", "gold" or "hit"


@torch.no_grad()
def check(network: Network, links: Links, paths: Mapping[str, int], held: Sequence[Example]) -> None:
    """Print the figures."""
    network.eval()
    tally: Tally = Counter()
    for example in held:
        out = dict(zip(OUTPUTS, network(*tensors([example])), strict=True))
        _words(tally, example, out)
        _classes(tally, example, out)
        if example.links:
            _roles(tally, example, role_logits(links, paths, out["query"], out["key"], [example]))
    for name in (*THRESHOLDS, "cue", *ROLES):
        print(f"  {name}: {_figures(tally, name)}")
    print("  " + "  ".join(f"{name} {tally[name, 'hit'] / tally['acts', 'gold']:.3f}" for name in CLASSES))


def _figures(tally: Tally, name: object) -> str:
    hit, read, gold = tally[name, "hit"], tally[name, "read"], tally[name, "gold"]
    return f"P {hit / max(read, 1):.3f} R {hit / max(gold, 1):.3f} F {2 * hit / max(read + gold, 1):.3f} ({gold} gold)"


def _count(tally: Tally, name: object, read: bool, gold: bool, hit: bool) -> None:
    tally[name, "read"] += read
    tally[name, "gold"] += gold
    tally[name, "hit"] += hit


def _words(tally: Tally, example: Example, out: Mapping[str, Tensor]) -> None:
    probabilities = out["type"][0].softmax(-1)
    for word, gold, cue in zip(example.window.words, example.types, example.cues, strict=True):
        if word.target:
            act = float(1 - probabilities[word.piece, 0])
            best = int(probabilities[word.piece, 1:].argmax()) + 1
            for threshold in THRESHOLDS:
                _count(tally, threshold, act >= threshold, gold > 0, act >= threshold and best == gold)
            said = float(out["cue"][0, word.piece, 0]) > 0
            _count(tally, "cue", said, cue > 0, said and cue > 0)


def _classes(tally: Tally, example: Example, out: Mapping[str, Tensor]) -> None:
    for link in example.links:
        if link.type:
            tally["acts", "gold"] += 1
            piece = example.window.words[link.word].piece
            for name in CLASSES:
                tally[name, "hit"] += int(out[name][0, piece].argmax()) == getattr(link, name)


def _roles(tally: Tally, example: Example, logits: Tensor) -> None:
    width = len(example.window.words)
    for number, link in enumerate(example.links):
        said = logits[number * width : (number + 1) * width] > 0
        for role, labels in enumerate(link.roles):
            for word, label in enumerate(labels):
                if label != IGNORE:
                    read = bool(said[word, role])
                    _count(tally, ROLES[role], read, label > 0, read and label > 0)
