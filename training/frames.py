"""Fit the frames: `python training/frames.py ../shared/gold` writes `src/dragoman/events/frames.json`.

First a logistic regression per role over the traits of every mention near an act; then, on reports which those weights
have not seen, the weights of the whole cast, so that the right division of the countries beats every other one.
Trained on `train_*` only; deterministic.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from examples import document, load, same_name
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dragoman.events.casting import Candidate, divisions
from dragoman.events.frames import ROLES, Frames, log_odds
from dragoman.events.scene import Scene, foot, scene_of
from dragoman.events.traits import Sight
from dragoman.mentions import find_mentions
from dragoman.model.event import EventType
from dragoman.model.mention import Entity, Kind, Mention
from dragoman.model.syntax import Part, Sentence
from dragoman.syntax import Parser, split
from dragoman.vocab.load import load as load_vocabulary

RARE: Final = 3  # traits seen less often are left out
FOLDS: Final = 5
PASSES: Final = 12
BATCH: Final = 128
EITHER: Final = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})  # the two sides count as one
OUT: Final = Path(__file__).parent.parent / "src/dragoman/events/frames.json"


@dataclass(slots=True)
class Case:
    """One gold act with the mentions near it: their traits, their roles (1, 0, or -1: not known), and who is right."""

    report: str
    kind: EventType
    countries: list[frozenset[str]]
    groups: list[tuple[int, int]]
    here: list[bool]
    traits: list[list[str]]
    roles: dict[str, list[int]]
    actors: frozenset[str]
    recipients: frozenset[str]

    def right(self, actors: frozenset[str], recipients: frozenset[str]) -> bool:
        """As `score.py` counts it."""
        if self.kind in EITHER:
            return actors | recipients == self.actors | self.recipients
        return (actors, recipients) == (self.actors, self.recipients)


def main() -> None:
    """Read the options, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--strength", type=float, default=0.15, help="inverse of the regularisation")
    parser.add_argument("--check", action="store_true", help="leave out the reports that `fit.py --check` holds back")
    options = parser.parse_args()
    found = list(cases(load(options.gold, ("train_short", "train_long")), check=options.check))
    traits = fit(found, options.strength)
    together = fit_together(found, options.strength)
    rounded = {"traits": traits, "together": {k: round(w, 3) for k, w in sorted(together.items())}}
    options.out.write_text(json.dumps(rounded, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(len(found), "acts,", len(traits), "traits,", len(together), "facts")


def cases(pairs: Sequence[tuple[dict[str, Any], dict[str, Any]]], *, check: bool) -> Iterator[Case]:
    """Every gold act that the parse has."""
    from fit import is_held_back

    parser, vocabulary = Parser(), load_vocabulary()
    for report, gold in pairs:
        if not gold["events"] or (check and is_held_back(report["id"])):
            continue
        doc = document(report)
        sentences = parser.parse(doc, split(doc).units)
        scene = scene_of(sentences, find_mentions(doc, sentences, vocabulary))
        for event in gold["events"]:
            case = case_of(report["id"], scene, sentences, event)
            if case is not None:
                yield case


def case_of(report: str, scene: Scene, sentences: Sequence[Sentence], event: Mapping[str, Any]) -> Case | None:
    """The gold act as seen from its word; None where the parse has no such word."""
    offset = event["trigger"]["span"][0]
    holders = [s for s in sentences if s.part is Part.TEXT and s.at(offset) is not None]
    trigger = holders[-1].at(offset) if holders else None
    if trigger is None:
        return None
    sentence, kind = holders[-1], EventType(event["type"])
    near = scene.near(sentence)
    sight = Sight(scene, sentence, trigger, kind, near)
    roles = {role: _roles(near, event[f"{role}s"], sentence) for role in ("actor", "recipient")}
    roles["place"] = [_placed(m, event["place"]) for m in near]
    return Case(
        report,
        kind,
        [frozenset((e.country or e.name).upper() for e in m.entities) for m in near],
        [_group(scene, m) for m in near],
        [m.sentence == sentence.index for m in near],
        [sight.traits(m) for m in near],
        roles,
        *(frozenset((a["country"] or a["name"]).upper() for a in event[s]) for s in ("actors", "recipients")),
    )


def _group(scene: Scene, mention: Mention) -> tuple[int, int]:
    home = scene.sentences[mention.sentence]
    return home.index, foot(home, home.tokens[mention.head]).index


def _roles(mentions: Sequence[Mention], actors: Sequence[Mapping[str, Any]], sentence: Sentence) -> list[int]:
    """Per mention: 1 names one of the actors, 0 does not, -1 may (its country, when another mention has the name)."""
    labels = [0] * len(mentions)
    for actor in actors:
        named = [n for n, m in enumerate(mentions) if any(_is(e, actor) for e in m.entities)]
        country = actor["country"]
        landed = [n for n, m in enumerate(mentions) if country and any(e.country == country for e in m.entities)]
        here = [n for n in named or landed if mentions[n].sentence in (sentence.index, sentence.outer)]
        for n in {*named, *landed}:
            labels[n] = labels[n] or -1
        for n in here or named or landed:
            labels[n] = 1
    return labels


def _is(entity: Entity, actor: Mapping[str, Any]) -> bool:
    if actor["kind"] == "country" and actor["country"]:
        return entity.kind is Kind.COUNTRY and entity.country == actor["country"]
    return same_name(entity.name, actor["name"]) and entity.country == actor["country"]


def _placed(mention: Mention, place: Mapping[str, Any] | None) -> int:
    """1 names the place, -1 may (its country), 0 does not."""
    if place is None or mention.part is not Part.TEXT:
        return 0
    if not any(e.country == place["country"] for e in mention.entities):
        return 0
    return 1 if any(same_name(e.name, place["name"]) for e in mention.entities) else -1


def fit(found: Sequence[Case], strength: float) -> dict[str, list[float]]:
    """The weights of the traits per role; "" is the constant."""
    seen = Counter(t for c in found for traits in c.traits for t in set(traits))
    number = {name: n for n, name in enumerate(sorted(t for t, n in seen.items() if n >= RARE))}
    weights: dict[str, list[float]] = {"": []} | {name: [] for name in number}
    for role in ROLES:
        rows = [(t, y) for c in found for t, y in zip(c.traits, c.roles[role], strict=True) if y >= 0]
        columns = [sorted({number[t] for t in traits if t in number}) for traits, _ in rows]
        starts = [0]
        for c in columns:
            starts.append(starts[-1] + len(c))
        flat = [n for c in columns for n in c]
        matrix = csr_matrix(([1.0] * len(flat), flat, starts), shape=(len(rows), len(number)))
        model = LogisticRegression(C=strength, max_iter=400, solver="liblinear")
        model.fit(matrix, [y for _, y in rows])
        weights[""].append(round(float(model.intercept_[0]), 3))
        for name, n in number.items():
            weights[name].append(round(float(model.coef_[0][n]), 2))
    return {name: values for name, values in weights.items() if not name or any(abs(v) >= 0.02 for v in values)}


def fit_together(found: Sequence[Case], strength: float) -> dict[str, float]:
    """The weights of the whole cast: softmax over the divisions of each act, by odds from the other reports."""
    folds = [sum(c.report.encode()) * 7 % FOLDS for c in found]
    weighed: list[list[tuple[dict[str, float], bool]]] = []
    for fold in range(FOLDS):
        traits = fit([c for c, f in zip(found, folds, strict=True) if f != fold], strength)
        frames = Frames({name: (w[0], w[1], w[2]) for name, w in traits.items()}, {})
        weighed += [_weighed(c, frames) for c, f in zip(found, folds, strict=True) if f == fold]
    return _softmax([rows for rows in weighed if any(right for _, right in rows)])


def _weighed(case: Case, frames: Frames) -> list[tuple[dict[str, float], bool]]:
    """Every division of the act's countries: what holds of it, and whether it is right."""
    odds = [log_odds(frames, t)[:2] for t in case.traits]
    candidates = [Candidate(*c) for c in zip(case.countries, odds, case.groups, case.here, strict=True)]
    rows = []
    for d in divisions(candidates, case.kind):
        facts: dict[str, float] = {}
        for name, value in (*d.actors.facts, *d.recipients.facts, *d.facts):
            facts[name] = facts.get(name, 0.0) + value
        sides = (frozenset(r.country for r in side.rivals) for side in (d.actors, d.recipients))
        rows.append((facts, case.right(*sides)))
    return rows


def _softmax(acts: Sequence[Sequence[tuple[dict[str, float], bool]]]) -> dict[str, float]:
    number: dict[str, int] = {}
    for rows in acts:
        for facts, _ in rows:
            for name in facts:
                number.setdefault(name, len(number))
    weights = torch.zeros(len(number), requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.03)
    order = torch.Generator().manual_seed(0)
    for _ in range(PASSES):
        for chosen in torch.randperm(len(acts), generator=order).split(BATCH):
            batch = [acts[n] for n in chosen.tolist()]
            loss = _loss(batch, number, weights) + 3e-4 * (weights**2).sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return {name: weights[n].item() for name, n in number.items()}


def _loss(
    batch: Sequence[Sequence[tuple[dict[str, float], bool]]], number: Mapping[str, int], weights: torch.Tensor
) -> torch.Tensor:
    """How little of the softmax falls on right divisions."""
    rows = [(act, facts, right) for act, divided in enumerate(batch) for facts, right in divided]
    at = torch.tensor([n for n, (_, facts, _) in enumerate(rows) for _ in facts])
    names = torch.tensor([number[name] for _, facts, _ in rows for name in facts])
    values = torch.tensor([value for _, facts, _ in rows for value in facts.values()])
    scores = torch.zeros(len(rows)).index_add(0, at, weights[names] * values)
    act = torch.tensor([a for a, _, _ in rows])
    right = torch.tensor([float(r) for _, _, r in rows])
    powers = (scores - scores.detach().max()).clamp(min=-60).exp()
    whole = torch.zeros(len(batch)).index_add(0, act, powers)
    good = torch.zeros(len(batch)).index_add(0, act, powers * right)
    return (whole.log() - good.clamp(min=1e-30).log()).mean()


if __name__ == "__main__":
    main()
