"""What the rules ask of the way above an act's word."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from dragoman.model.syntax import Sentence, Token
from dragoman.standing.embedding import CONTENT, auxiliaries, carriers, negated, path

Holds = Callable[[Sentence, Token], bool]

ATTRIBUTES: Final = frozenset({"amod", "advmod", "compound", "nmod", "det"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
NONE: Final = frozenset({"no", "neither"})


def governed(
    words: Collection[str], *ways: str, denied: bool = False, where: Callable[[Token], bool] = lambda _: True
) -> Holds:
    """Whether the first word that is more than a carrier is one of these, reached so, and affirmed (or `denied`)."""

    def holds(sentence: Sentence, token: Token) -> bool:
        links = path(sentence, token) if token.pos in CONTENT and where(token) else ()
        if not links or links[-1].via not in ways or links[-1].governor.lemma.lower() not in words:
            return False
        return is_denied(sentence, links[-1].governor) is denied

    return holds


def is_denied(sentence: Sentence, word: Token) -> bool:
    """The word is negated: by "not", by "no", or by its subject's "no"."""
    return (
        negated(sentence, word)
        or _has_no(sentence, word)
        or any(_has_no(sentence, c) for c in sentence.children(word) if c.dep in SUBJECTS)
    )


def _has_no(sentence: Sentence, word: Token) -> bool:
    return any(c.dep in ("det", "preconj", "nummod") and c.lemma.lower() in NONE for c in sentence.children(word))


def helped(words: Collection[str], denied: bool = False) -> Holds:
    """Whether one of these auxiliaries stands before the word, or before what carries it."""

    def holds(sentence: Sentence, token: Token) -> bool:
        if token.pos not in CONTENT or not any(
            a.text.lower() in words and a.text != "May" for a in auxiliaries(sentence, token)
        ):
            return False
        return is_refused(sentence, token) is denied

    return holds


def is_refused(sentence: Sentence, token: Token) -> bool:
    """The word, or what carries it, is negated."""
    return any(is_denied(sentence, c) for c in carriers(sentence, token, path(sentence, token)))


def described(words: Collection[str]) -> Holds:
    """Whether one of these words stands as an attribute before the noun."""

    def holds(sentence: Sentence, token: Token) -> bool:
        return token.pos == "NOUN" and any(
            c.index < token.index and c.text.lower() in words for c in sentence.children(token) if c.dep in ATTRIBUTES
        )

    return holds


def called(words: Collection[str], denied: bool = False) -> Holds:
    """Whether the act is the subject of which one of these adjectives is said ("a summit is possible")."""

    def holds(sentence: Sentence, token: Token) -> bool:
        for link in path(sentence, token) if token.pos in CONTENT else ():
            said = sentence.child(link.governor, "acomp", "oprd") if link.via == "subject" else None
            if said is not None and said.lemma.lower() in words:
                return is_denied(sentence, link.governor) is denied
        return False

    return holds


def either(*conditions: Holds) -> Holds:
    """Whether one of the conditions holds."""
    return lambda sentence, token: any(c(sentence, token) for c in conditions)


def unless(wanted: Holds, barred: Holds) -> Holds:
    """Whether the first condition holds and the second does not."""
    return lambda sentence, token: wanted(sentence, token) and not barred(sentence, token)
