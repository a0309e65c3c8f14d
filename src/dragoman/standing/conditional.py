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
    unreal = any(is_open(sentence, w) or (w.lemma == "threaten" and w is not token) for w in words)
    return unreal and any(_has_if(sentence, w) for w in words)


def _is_in_case(sentence: Sentence, token: Token) -> bool:
    """ "In case of an attack the parties will help", "help in the event of an attack"."""
    for word in carriers(sentence, token, path(sentence, token)) if token.pos in CONTENT else ():
        if word.tag in ("VBD", "VBN"):
            return False
        for into in sentence.children(word):
            case = sentence.child(into, "pobj") if into.lemma.lower() == "in" else None
            if case is not None and case.lemma in ("case", "event") and sentence.child(case, "prep") is not None:
                return any(c.lemma == "of" for c in sentence.children(case))
    return False


def _promisers(sentence: Sentence, links: tuple[Link, ...]) -> list[Token]:
    """ "Ready to", "agrees to": the condition may hang on these, or on the verb that they complete."""
    found = [k.governor for k in links[-1:] if k.via == "to do" or k.governor.lemma == "threaten"]
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
            "Oslo threatens Lima with [sanctions] if the shelling goes on .",
            "If Lima apologises , Oslo will [lift] its embargo .",
        ),
        near_misses=("Oslo will meet the envoy .", "Oslo asked if Lima had apologised ."),
    ),
    Rule(
        "standing.in_the_event",
        Status.CONDITIONAL,
        At(_is_in_case),
        examples=(
            "In case of an attack Oslo will [send] ships .",
            "The treaty provides for [help] in the event of an attack .",
        ),
        near_misses=("In this case Oslo will send ships .", "Oslo sent ships in the event ."),
    ),
)
