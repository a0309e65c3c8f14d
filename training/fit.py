"""Fit the tagger: `python training/fit.py ../shared/gold` writes the model files of `src/dragoman/tagger/`.

Seeded; trained on `train_*` only. `--check` holds one report in ten back and prints figures on them.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from check import check
from distil import Teacher, soft_loss, unlabelled
from examples import IGNORE, Example, examples, load
from export import export
from inputs import role_logits, tensors
from network import OUTPUTS, Links, Network, base
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from dragoman.syntax import Parser
from dragoman.vocab.load import load as load_vocabulary

OUT: Final = Path(__file__).parent.parent / "src/dragoman/tagger"
SEED: Final = 20261124
PASSES: Final = 7
BATCH: Final = 12
RATE: Final = 1.5e-4
HEAD_RATE: Final = 1e-3
NONE_WEIGHT: Final = 0.35
RARE: Final = 8  # ways through the parse seen less often are "far"
WEIGHTS: Final = {"type": 1.0, "status": 0.5, "mode": 0.25, "voucher": 0.25, "when": 0.25, "cue": 0.5, "roles": 1.5}


def main() -> None:
    """Read the options, fit, and write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--check", action="store_true", help="hold one report in ten back, and print figures on them")
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--seed", type=int, default=SEED, help="order of the windows; first weights are the same")
    parser.add_argument("--weights", type=Path, help="keep the weights here, for `soup.py`")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--teacher", type=Path, help="weights of an earlier fit, to learn from on text without labels")
    parser.add_argument("--news", type=Path, help="folder of that text")
    parser.add_argument("--examples", type=Path, help="keep the labelled windows here between runs")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    network, tokenizer_file = base()
    found = prepare(options.gold, tokenizer_file, options.examples)
    held = {e.report for e in found if is_held_back(e.report)} if options.check else set()
    learn = [e for e in found if e.report not in held]
    paths = ways(learn)
    links = Links(len(paths))
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    teaching = Teaching.load(options, paths, tokenizer_file) if options.teacher else None
    fit(network, links, paths, learn, options.passes, teaching)
    if options.weights is not None:
        torch.save({"network": network.state_dict(), "links": links.state_dict()}, options.weights)
    if options.check:
        check(network, links, paths, [e for e in found if e.report in held])
    export(network, links, paths, tokenizer_file, options.out)


def is_held_back(report: str) -> bool:
    """One report in ten, the same ones on every machine."""
    return sum(report.encode()) % 10 == 3


def prepare(gold: Path, tokenizer_file: bytes, keep: Path | None) -> list[Example]:
    """The labelled windows, from `keep` if they are there already."""
    if keep is not None and keep.exists():
        kept: list[Example] = pickle.loads(keep.read_bytes())
        return kept
    pairs = load(gold, ("train_short", "train_long"))
    found = list(examples(pairs, Parser(), plain_tokenizer(tokenizer_file), load_vocabulary()))
    if keep is not None:
        keep.write_bytes(pickle.dumps(found))
    return found


def plain_tokenizer(tokenizer_file: bytes) -> Tokenizer:
    """The tokenizer without the limits that sentence embeddings are made with."""
    tokenizer = Tokenizer.from_str(tokenizer_file.decode())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def ways(learn: Sequence[Example]) -> dict[str, int]:
    """The ways through the parse that are seen often enough, with their numbers; 0 is every other way."""
    seen = Counter(p for e in learn for link in e.links for p in link.paths)
    return {"far": 0} | {p: n for n, p in enumerate((p for p, c in seen.most_common() if c >= RARE and p != "far"), 1)}


@dataclass(frozen=True)
class Teaching:
    """An earlier fit, and windows without labels to learn from it on."""

    teacher: Teacher
    windows: list[Example]

    @classmethod
    def load(cls, options: argparse.Namespace, paths: dict[str, int], tokenizer_file: bytes) -> Teaching:
        """The teacher of `--teacher` with windows of `--news`."""
        network, _ = base()
        links = Links(len(paths))
        kept = torch.load(options.teacher, weights_only=True)
        network.load_state_dict(kept["network"])
        links.load_state_dict(kept["links"])
        network.eval()
        found = unlabelled(options.news, options.gold, plain_tokenizer(tokenizer_file), network)
        print(len(found), "windows without labels", flush=True)
        return cls((network, links), found)


def fit(
    network: Network,
    links: Links,
    paths: dict[str, int],
    learn: list[Example],
    passes: int,
    teaching: Teaching | None,
) -> None:
    """Train in place: AdamW, warm-up over a tenth, then linear to nothing."""
    heads = [*network.heads.parameters(), *links.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": network.encoder.parameters(), "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    more = teaching.windows if teaching else []
    steps = passes * (len(learn) // BATCH + len(more) // BATCH + 2)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(n / (steps * 0.1), max((steps - n) / (steps * 0.9), 0.0)) if steps else 0.0
    )
    for number in range(passes):
        network.train()
        began, total = time.time(), 0.0
        turns = [(batch, True) for batch in batches(learn)] + [(batch, False) for batch in batches(more)]
        random.shuffle(turns)
        for batch, labelled in turns:
            if labelled or teaching is None:
                loss = loss_of(network, links, paths, batch)
            else:
                loss = soft_loss((network, links), teaching.teacher, paths, WEIGHTS, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*network.parameters(), *links.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"pass {number + 1}: loss {total / len(turns):.3f}, {time.time() - began:.0f} s", flush=True)


def batches(learn: list[Example]) -> Iterator[list[Example]]:
    """Windows of like length together, in random order."""
    order = sorted(range(len(learn)), key=lambda n: len(learn[n].window.ids) + random.random() * 24)
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    random.shuffle(groups)
    return ([learn[n] for n in group] for group in groups)


def loss_of(network: Network, links: Links, paths: dict[str, int], batch: Sequence[Example]) -> Tensor:
    """The weighted sum of the heads' losses."""
    ids, mask = tensors(batch)
    if network.training:
        drop_masthead(batch, mask)
    with torch.autocast("cpu", torch.bfloat16):
        out = {name: values.float() for name, values in zip(OUTPUTS, network(ids, mask), strict=True)}
    rows, pieces, types, cues = zip(
        *[
            (n, w.piece, t, c)
            for n, e in enumerate(batch)
            for w, t, c in zip(e.window.words, e.types, e.cues, strict=True)
            if w.target
        ],
        strict=True,
    )
    weight = torch.ones(out["type"].shape[-1])
    weight[0] = NONE_WEIGHT
    loss = functional.cross_entropy(out["type"][rows, pieces], torch.tensor(types), weight, label_smoothing=0.02)
    cue_logits, cue_labels = out["cue"][rows, pieces, 0], torch.tensor(cues, dtype=torch.float)
    loss = loss + WEIGHTS["cue"] * functional.binary_cross_entropy_with_logits(
        cue_logits, cue_labels, pos_weight=torch.tensor(3.0)
    )
    acts = [(n, e.window.words[k.word].piece, k) for n, e in enumerate(batch) for k in e.links if k.type]
    if acts:
        at = ([a[0] for a in acts], [a[1] for a in acts])
        for name in ("status", "mode", "voucher", "when"):
            labels = torch.tensor([getattr(a[2], name) for a in acts])
            loss = loss + WEIGHTS[name] * functional.cross_entropy(out[name][at], labels)
    if any(e.links for e in batch):
        loss = loss + WEIGHTS["roles"] * role_loss(links, paths, out["query"], out["key"], batch)
    return loss


def drop_masthead(batch: Sequence[Example], mask: Tensor) -> None:
    """Hide outlet and title from every sixth window, so that reports without them are read too."""
    for n, e in enumerate(batch):
        first = next((w.piece for w in e.window.words if w.part == "text"), 1)
        if random.random() < 0.17:
            mask[n, 1:first] = 0


def role_loss(links: Links, paths: dict[str, int], query: Tensor, key: Tensor, batch: Sequence[Example]) -> Tensor:
    """Cross entropy per role and word, by act; what may or may not name the actor counts nothing."""
    logits = role_logits(links, paths, query, key, batch)
    labels = torch.cat([torch.tensor(k.roles).T for e in batch for k in e.links])
    losses = functional.binary_cross_entropy_with_logits(
        logits, labels.clamp(min=0), reduction="none", pos_weight=torch.tensor(2.0)
    )
    return (losses * (labels != IGNORE)).sum() / (40.0 * sum(len(e.links) for e in batch))


if __name__ == "__main__":
    main()
