"""The weights by which mentions get their parts: one mention at a time, and the whole cast together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "frames.json"
ROLES: Final = ("actor", "recipient", "place")

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Frames:
    """Weights fitted by `training/frames.py`.

    `traits` gives for each trait of a mention (`events.traits`) its log odds per role, in the order of `ROLES`; the
    trait "" is the constant. `together` weighs what holds of a whole cast (`events.casting`).
    """

    traits: Mapping[str, Triple]
    together: Mapping[str, float]


def load_frames(file: Path = FILE) -> Frames:
    """The weights that the package ships."""
    read = json.loads(file.read_text("utf-8"))
    return Frames({name: tuple(weights) for name, weights in read["traits"].items()}, read["together"])


def log_odds(frames: Frames, traits: Iterable[str]) -> Triple:
    """The log odds of each role, in the order of `ROLES`."""
    actor, recipient, place = frames.traits[""]
    for weights in map(frames.traits.get, dict.fromkeys(traits)):
        if weights is not None:
            actor += weights[0]
            recipient += weights[1]
            place += weights[2]
    return actor, recipient, place
