"""What the network is given: word pieces of a batch, and its acts with every word of their windows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from examples import Example
from network import Links
from torch import Tensor


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Word pieces and attention mask, padded."""
    width = max(len(e.window.ids) for e in batch)
    ids = torch.zeros(len(batch), width, dtype=torch.long)
    mask = torch.zeros(len(batch), width, dtype=torch.long)
    for n, e in enumerate(batch):
        ids[n, : len(e.window.ids)] = torch.tensor(e.window.ids)
        mask[n, : len(e.window.ids)] = 1
    return ids, mask


def role_logits(links: Links, paths: Mapping[str, int], query: Tensor, key: Tensor, batch: Sequence[Example]) -> Tensor:
    """Logits [pairs, roles] of every act with every word of its window, act by act."""
    rows, acts, words, numbers = [], [], [], []
    for n, e in enumerate(batch):
        pieces = [w.piece for w in e.window.words]
        for k in e.links:
            rows += [n] * len(pieces)
            acts += [pieces[k.word]] * len(pieces)
            words += pieces
            numbers += [paths.get(p, 0) for p in k.paths]
    return links(query[rows, acts], key[rows, words], torch.tensor(numbers))
