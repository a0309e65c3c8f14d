"""The way through the parse from an act's word to another word, as a short name."""

from __future__ import annotations

from typing import Final

from dragoman.model.syntax import Sentence, Token

INSIDE: Final = frozenset({"conj", "appos", "compound", "flat", "nmod", "det", "amod", "nummod"})
UPWARD: Final = 3  # steps up before the way is called "far"
DOWNWARD: Final = 3


def path(sentence: Sentence, trigger: Token, token: Token) -> str:
    """How `token` hangs together with `trigger`: "nsubj", "prep_with", "^xcomp/dobj", "self", "far".

    Each "^dep" is a step up from the trigger, each "/dep" a step down; a preposition gives its own lemma ("prep_to").
    Coordination, apposition and the inside of a name are skipped at the end of the way.
    """
    above = [trigger, *sentence.ancestors(trigger)]
    place = {t.index: n for n, t in enumerate(above)}
    down: list[str] = []
    steps = [token, *sentence.ancestors(token)]
    for n, step in enumerate(steps):
        if step.index in place:
            return _name(above, place[step.index], down)
        if step.dep in INSIDE and not down and steps[n + 1 : n + 2] and steps[n + 1].index not in place:
            continue
        down.append(_step(sentence, step))
    return "far"


def _step(sentence: Sentence, token: Token) -> str:
    if token.dep in ("pobj", "pcomp"):
        head = sentence.head(token)
        return f"{head.dep}_{head.lemma.lower()}"
    return token.dep


def _name(above: list[Token], up: int, down: list[str]) -> str:
    ups = [t.dep for t in above[:up]]
    downs = [d for n, d in enumerate(reversed(down)) if not (d in ("prep", "agent", "dative") and n + 1 < len(down))]
    if len(ups) > UPWARD or len(downs) > DOWNWARD:
        return "far"
    return "".join(f"^{dep}" for dep in ups) + "/" * bool(ups and downs) + "/".join(downs) or "self"
