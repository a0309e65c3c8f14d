"""What takes place only if something else does."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.embedding import CONTENT, Link, carriers, is_open, path

IFS: Final = frozenset({"if", "unless", "provided", "should"})


def _hangs_on_if(sentence: Sentence, token: Token) -> bool:
    if token.pos not in CONTENT:
        return False
    links = path(sentence, token)
    words = [*carriers(sentence, token, links), *_promisers(sentence, links)]
    return any(_has_if(sentence, w) for w in words) and any(is_open(sentence, w) for w in words)


def _promisers(sentence: Sentence, links: tuple[Link, ...]) -> list[Token]:
    """ "Ready to", "agrees to": the condition may hang on these, or on the verb that they complete."""
    found = [k.governor for k in links[-1:] if k.via == "to do"]
    return [*found, *(sentence.head(g) for g in found if g.dep == "acomp")]


def _has_if(sentence: Sentence, word: Token) -> bool:
    return any(
        c.dep == "advcl"
        and any(m.lemma.lower() in IFS and m.dep in ("mark", "aux") and m.index < c.index for m in sentence.children(c))
        for c in sentence.children(word)
    )


RULES: Final = (
    Rule(
        "standing.if",
        Status.CONDITIONAL,
        At(_hangs_on_if),
        examples=(
            "Oslo would [meet] the envoy if Lima apologised .",
            "If Lima apologises , Oslo will [lift] its embargo .",
        ),
        near_misses=("Oslo will meet the envoy .", "Oslo asked if Lima had apologised ."),
    ),
)
