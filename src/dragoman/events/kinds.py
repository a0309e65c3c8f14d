"""Which type of act a word names, by the word itself and what hangs on it: "support" with an army is not a vote."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dragoman.model.event import EventType
from dragoman.model.syntax import Sentence, Token

FILE: Final = Path(__file__).parent / "kinds.json"
TRUST: Final = 0.7  # weight of these log odds beside the tagger's; set on reports held back from training
OBJECTS: Final = frozenset({"dobj", "nsubjpass", "attr", "acomp", "xcomp", "ccomp", "prt", "compound", "amod", "nsubj"})
PREPOSITIONS: Final = frozenset({"prep", "agent", "dative"})
LEAST: Final = 1e-6

Kinds = Mapping[EventType, Mapping[str, float]]  # weights by type and feature; the feature "" is the intercept


def load_kinds(file: Path = FILE) -> Kinds:
    """The weights that the package ships."""
    found: dict[str, dict[str, float]] = json.loads(file.read_text("utf-8"))
    return {EventType(kind): weights for kind, weights in found.items()}


def features(sentence: Sentence, token: Token) -> list[str]:
    """What the weights look at, as readable names: "lift", "lift dobj sanction", "< pobj on < impose"."""
    lemma = token.lemma.lower()
    found = [lemma, f"{lemma} {token.pos}", f"{lemma} {token.dep}", f"{lemma} {token.tag}", f"-{lemma[-4:]}", token.pos]
    for way, word in _below(sentence, token):
        found += [f"{lemma} {way}", f"{lemma} {way} {word}", f"{way} {word}"]
    way, word = _above(sentence, token)
    return [*found, f"< {way} {word}", f"{lemma} < {way} {word}"]


def _below(sentence: Sentence, token: Token) -> Iterator[tuple[str, str]]:
    for child in sentence.children(token):
        if child.dep in OBJECTS:
            yield child.dep, _word(child)
        elif child.dep in PREPOSITIONS:
            for inner in sentence.children(child):
                if inner.dep in ("pobj", "pcomp"):
                    yield child.lemma.lower(), _word(inner)


def _above(sentence: Sentence, token: Token) -> tuple[str, str]:
    head = sentence.head(token)
    if token.dep in ("pobj", "pcomp"):
        return f"{head.lemma.lower()}", _word(sentence.head(head))
    return token.dep, "" if head is token else _word(head)


def _word(token: Token) -> str:
    return f"({token.entity or 'name'})" if token.pos == "PROPN" else token.lemma.lower()


def shares(kinds: Kinds, sentence: Sentence, token: Token, types: Mapping[EventType, float]) -> dict[EventType, float]:
    """The types' shares of the word, adding up to 1: the tagger's view of them and the weights' together."""
    given = set(features(sentence, token))
    odds = {
        kind: math.log(max(types.get(kind, 0.0), LEAST))
        + TRUST * (weights.get("", 0.0) + sum(weights[f] for f in given & weights.keys()))
        for kind, weights in kinds.items()
    }
    highest = max(odds.values())
    powers = {kind: math.exp(value - highest) for kind, value in odds.items()}
    whole = sum(powers.values())
    return {kind: power / whole for kind, power in powers.items()}
