"""What is not told as done, without a word on how it stands: only a tagger that is sure may call it done."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import governed, helped
from dragoman.standing.embedding import CONTENT, carriers, path

UNREAL: Final = frozenset({"if", "unless", "until", "till", "before", "once", "lest"})
FEARING: Final = frozenset("warn prevent avoid avert fear oppose deter worry discourage".split())


def _is_unreal(sentence: Sentence, token: Token) -> bool:
    """The act stands in a clause that "if", "until" or the like opens."""
    if token.pos not in CONTENT:
        return False
    verbs = [c for c in carriers(sentence, token, path(sentence, token)) if c.pos in ("VERB", "AUX")]
    return any(
        c.lemma.lower() in UNREAL and c.dep in ("mark", "advmod") and c.index < v.index
        for v in verbs
        for c in sentence.children(v)
    )


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    return any(link.via == "to do" for link in links)


RULES: Final = (
    Rule(
        "standing.unreal",
        Status.POSSIBLE,
        At(_is_unreal),
        examples=("Oslo waits until Lima [withdraws] its troops .",),
        near_misses=("Oslo waited after Lima withdrew its troops .",),
    ),
    Rule(
        "standing.feared",
        Status.POSSIBLE,
        At(governed(FEARING, "against", "object", "of", "about", "from")),
        examples=("Oslo warned against an [attack] on the port .",),
        near_misses=("Oslo protested against an attack on the port .",),
    ),
    Rule(
        "standing.should",
        Status.PROPOSED,
        At(helped({"should", "must", "ought"})),
        examples=("Lima must [withdraw] its troops .",),
        near_misses=("Lima will withdraw its troops .",),
    ),
    Rule(
        "standing.would",
        Status.PLANNED,
        At(helped({"would", "can"})),
        examples=("Lima would [withdraw] its troops .",),
        near_misses=("Lima will withdraw its troops .",),
    ),
    Rule(
        "standing.in_order_to",
        Status.PLANNED,
        At(_is_infinitive),
        examples=("Oslo changed its law to [recognise] the state .",),
        near_misses=("Oslo changed its law and recognised the state .",),
    ),
)
