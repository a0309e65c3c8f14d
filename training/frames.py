"""Fit the frames: `python training/frames.py ../shared/gold` writes `src/dragoman/events/frames.json`.

A logistic regression per role over the way through the parse from an act's word to a mention, the act's type and
word, and the mention's form. Trained on `train_*` only; deterministic.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from examples import document, load, same_name
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dragoman.events.frames import features
from dragoman.events.scene import Scene, scene_of
from dragoman.mentions import find_mentions
from dragoman.model.event import EventType
from dragoman.model.mention import Entity, Kind, Mention
from dragoman.model.syntax import Part, Sentence
from dragoman.syntax import Parser, split
from dragoman.vocab.load import load as load_vocabulary

RARE: Final = 3  # features seen less often are left out
ROLES: Final = ("actor", "recipient")
OUT: Final = Path(__file__).parent.parent / "src/dragoman/events/frames.json"

Case = tuple[list[str], dict[str, int]]  # features, and per role 1, 0 or -1 (not known)


def main() -> None:
    """Read the options, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--strength", type=float, default=0.5, help="inverse of the regularisation")
    parser.add_argument("--check", action="store_true", help="leave out the reports that `fit.py --check` holds back")
    options = parser.parse_args()
    found = list(cases(load(options.gold, ("train_short", "train_long")), check=options.check))
    seen = Counter(f for features_, _ in found for f in features_)
    names = sorted(f for f, n in seen.items() if n >= RARE)
    weights = {role: fit(found, names, role, options.strength) for role in ROLES}
    options.out.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", "utf-8")
    print(len(found), "cases,", len(names), "features,", {r: len(w) for r, w in weights.items()})


def cases(pairs: Sequence[tuple[dict[str, Any], dict[str, Any]]], *, check: bool) -> Iterator[Case]:
    """Every mention near every gold act, with the roles it plays there."""
    from fit import is_held_back

    parser, vocabulary = Parser(), load_vocabulary()
    for report, gold in pairs:
        if not gold["events"] or (check and is_held_back(report["id"])):
            continue
        doc = document(report)
        sentences = parser.parse(doc, split(doc).units)
        scene = scene_of(sentences, find_mentions(doc, sentences, vocabulary))
        for event in gold["events"]:
            yield from _cases(scene, sentences, event)


def _cases(scene: Scene, sentences: Sequence[Sentence], event: Mapping[str, Any]) -> Iterator[Case]:
    offset = event["trigger"]["span"][0]
    holders = [s for s in sentences if s.part is Part.TEXT and s.at(offset) is not None]
    if not holders:
        return
    sentence = holders[-1]
    trigger = sentence.at(offset)
    assert trigger is not None
    mentions = scene.near(sentence)
    roles = {role: _roles(mentions, event[role + "s"], sentence) for role in ROLES}
    for number, mention in enumerate(mentions):
        given = features(scene, sentence, trigger, EventType(event["type"]), mention)
        yield given, {role: labels[number] for role, labels in roles.items()}


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


def fit(found: Sequence[Case], names: Sequence[str], role: str, strength: float) -> dict[str, float]:
    """The weights of the role's features; "" is the intercept."""
    number = {name: n for n, name in enumerate(names)}
    rows = [(given, labels[role]) for given, labels in found if labels[role] >= 0]
    columns = [sorted({number[f] for f in given if f in number}) for given, _ in rows]
    starts = [0]
    for c in columns:
        starts.append(starts[-1] + len(c))
    flat = [n for c in columns for n in c]
    matrix = csr_matrix(([1.0] * len(flat), flat, starts), shape=(len(rows), len(names)))
    model = LogisticRegression(C=strength, max_iter=400, solver="liblinear")
    model.fit(matrix, [label for _, label in rows])
    weights = dict(zip(names, model.coef_[0], strict=True))
    kept = {name: round(float(w), 3) for name, w in weights.items() if abs(w) >= 0.02}
    return {"": round(float(model.intercept_[0]), 3)} | kept


if __name__ == "__main__":
    main()
