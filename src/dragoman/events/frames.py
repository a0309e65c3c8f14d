"""Which mentions play which part, by syntax: weights over the way through the parse, the act's word and the mention's form."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dragoman.events.paths import path
from dragoman.events.scene import Scene
from dragoman.model.event import EventType
from dragoman.model.mention import Mention
from dragoman.model.syntax import Part, Sentence, Token

FILE: Final = Path(__file__).parent / "frames.json"

Frames = Mapping[str, Mapping[str, float]]  # weights by role and feature; the feature "" is the intercept


def load_frames(file: Path = FILE) -> Frames:
    """The weights that the package ships."""
    frames: dict[str, dict[str, float]] = json.loads(file.read_text("utf-8"))
    return frames


def way(scene: Scene, sentence: Sentence, trigger: Token, mention: Mention) -> str:
    """The way from the act's word to the mention: through the parse, or "title", "around", "before", "after"."""
    home = scene.sentences[mention.sentence]
    if home.part is Part.TITLE and sentence.part is Part.TEXT:
        return "title"
    if home.index == sentence.index:
        return path(sentence, trigger, home.tokens[mention.head])
    if sentence.outer is not None and sentence.outer in (home.index, home.outer):
        return "around"
    return "before" if mention.span.start < trigger.span.start else "after"


def features(scene: Scene, sentence: Sentence, trigger: Token, kind: EventType, mention: Mention) -> list[str]:
    """What the weights look at, as readable names."""
    through = way(scene, sentence, trigger, mention)
    lemma, word = trigger.lemma.lower(), trigger.pos
    form = f"{mention.form}"
    side = "left" if mention.span.start < trigger.span.start else "right"
    governor = sentence.head(trigger).lemma.lower() if trigger.head != trigger.index else "-"
    first = through.split("/")[0]
    return [
        through,
        f"{kind}|{through}",
        f"{kind}|{word}|{through}",
        f"{lemma}|{through}",
        f"{kind}|{lemma}|{first}",
        f"{governor}|{through}",
        f"{form}|{mention.kind}",
        f"{kind}|{form}|{mention.kind}",
        f"{form}|{through}",
        f"{mention.kind}|{kind}|{through}",
        f"{side}|{word}|{kind}",
        f"{side}|{form}|{first}",
        f"near {_nearness(scene, sentence, mention)}|{kind}",
        f"{trigger.dep}|{through}",
    ]


def _nearness(scene: Scene, sentence: Sentence, mention: Mention) -> str:
    """How far off the mention stands: its sentence, and how many mentions share it."""
    if mention.part is Part.TITLE:
        return "title"
    if mention.sentence != sentence.index:
        return f"{min(abs(sentence.index - mention.sentence), 3)} away"
    return f"here of {min(len(scene.mentions.get(sentence.index, ())), 5)}"


def logit(frames: Frames, role: str, given: list[str]) -> float:
    """The log odds of the role."""
    weights = frames[role]
    return weights[""] + sum(weights.get(feature, 0.0) for feature in set(given))


def probability(log_odds: float) -> float:
    """From log odds to a probability."""
    return 1.0 / (1.0 + math.exp(-max(min(log_odds, 30.0), -30.0)))
