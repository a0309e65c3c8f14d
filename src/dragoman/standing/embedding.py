"""What an act hangs on: the way from its word up to the first word that decides how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.model.syntax import Sentence, Token

NOUNS: Final = frozenset({"NOUN", "PROPN"})
VERBS: Final = frozenset({"VERB", "AUX"})
CONTENT: Final = NOUNS | VERBS
CLAUSAL: Final = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl", "dep"})
PARTS: Final = frozenset(
    "hosting round series part number package set session phase stage stages period couple wave course exchange "
    "kind form type level act resumption start beginning opening continuation holding expansion increase "
    "extension million billion thousand hundred ton tonne worth".split()
)
BEARERS: Final = frozenset(
    "hold have make take pay conduct carry give provide send impose attend join host start begin open "
    "launch resume restart continue undertake reach sign deliver establish set restore increase expand "
    "hand place put bring participate engage perform stage receive organize organise convene enter strike "
    "stage extend implement enact introduce deploy do supply arrange".split()
)
HAPPENINGS: Final = frozenset(
    "take begin start continue open occur happen last go proceed resume conclude end enter hold".split()
)
SHARERS: Final = frozenset("participate part engage involve join enter embark".split())
OPENING: Final = frozenset(
    {"will", "would", "may", "might", "could", "can", "should", "must", "shall", "'ll", "’ll", "wo", "to"}
)
RELATIONS: Final = {
    "dobj": "object",
    "nsubjpass": "passive",
    "nsubj": "subject",
    "csubj": "subject",
    "attr": "predicate",
    "oprd": "predicate",
    "compound": "with",
    "nmod": "with",
}
ACTORS: Final = frozenset({"PERSON", "GPE", "NORP", "LOC"})
HELPERS: Final = frozenset("begin start help get go come proceed work move keep continue".split())


@dataclass(frozen=True, slots=True)
class Link:
    """One step up: the `word` hangs on its `governor`.

    `via` is how: "to do" (infinitive), "ing", "while" (an adverbial "-ing"), "clause" (finite), the word that opens an
    adverbial clause ("if", "after"), "object", "passive", "subject", "predicate", "with" (compound), "and", or the
    preposition.
    """

    word: Token
    governor: Token
    via: str


def path(sentence: Sentence, token: Token) -> tuple[Link, ...]:
    """The links above the word, nearest first: through what only carries it ("hold talks"), and one step further."""
    return tuple(_climb(sentence, token))


def _climb(sentence: Sentence, token: Token) -> Iterator[Link]:
    for _ in range(8):
        link = _link(sentence, token)
        if link is None:
            return
        yield link
        if not _carries(sentence, link):
            return
        token = link.governor


def _link(sentence: Sentence, word: Token) -> Link | None:
    if word.head == word.index:
        return None
    head = sentence.tokens[word.head]
    dep = word.dep
    if dep == "conj":
        return Link(word, head, "and")
    if dep in ("pobj", "pcomp") and head.pos not in NOUNS:
        return Link(word, sentence.tokens[head.head], head.lemma.lower())
    if dep in CLAUSAL:
        return Link(word, head, _clause(sentence, word))
    via = RELATIONS.get(dep)
    return Link(word, head, via) if via else None


def _clause(sentence: Sentence, word: Token) -> str:
    for child in sentence.children(word):
        if child.dep == "aux" and child.lemma == "to":
            return "to do"
    if word.tag == "VBG" and not has_auxiliary(sentence, word):
        return "while" if word.dep == "advcl" else "ing"
    if word.dep in ("advcl", "relcl"):
        return next(
            (c.lemma.lower() for c in sentence.children(word) if c.dep in ("mark", "advmod") and c.index < word.index),
            "aside",
        )
    return "clause"


def _carries(sentence: Sentence, link: Link) -> bool:
    """The governor only carries the act: how the act stands is how the governor stands."""
    governor, via = link.governor, link.via
    if via == "and":
        return shares(sentence, link.word, governor)
    if via in ("object", "passive"):
        return governor.lemma in BEARERS
    if via == "predicate":
        return is_existential(sentence, governor)
    if via == "subject":
        return governor.lemma in HAPPENINGS and link.word.entity not in ACTORS
    if via == "of":
        return governor.lemma in PARTS
    if via in ("in", "at", "into", "to", "on") and governor.pos in VERBS:
        return governor.lemma in SHARERS or _takes_part(sentence, governor)
    if via == "in" and governor.lemma == "part":
        return True
    if via in ("to do", "ing") and link.word.dep in ("xcomp", "ccomp"):
        return (
            governor.lemma in HELPERS
            and governor.pos == "VERB"
            and not (governor.lemma == "go" and governor.tag == "VBG")
        )
    return False


def is_existential(sentence: Sentence, verb: Token) -> bool:
    """ "There is", "there will be": the verb only says that its predicate is."""
    return verb.lemma == "be" and sentence.child(verb, "expl") is not None


def _takes_part(sentence: Sentence, verb: Token) -> bool:
    return verb.lemma == "take" and any(c.dep == "dobj" and c.lemma == "part" for c in sentence.children(verb))


def shares(sentence: Sentence, word: Token, first: Token) -> bool:
    """The coordinated word stands as the first one does: two nouns, or two verbs under one subject and auxiliary."""
    if (word.pos in NOUNS) != (first.pos in NOUNS):
        return False
    if word.pos in NOUNS:
        return True
    bare = word.tag == "VBP" and first.tag == "VB"
    return (bare or word.tag == first.tag) and not any(
        c.dep in ("aux", "auxpass", "nsubj", "nsubjpass") for c in sentence.children(word)
    )


def has_auxiliary(sentence: Sentence, word: Token) -> bool:
    """An auxiliary other than "to" stands before the verb."""
    return any(c.dep in ("aux", "auxpass") and c.lemma != "to" for c in sentence.children(word))


def carriers(sentence: Sentence, token: Token, links: tuple[Link, ...]) -> Iterator[Token]:
    """The word itself, then every word that only carries it."""
    yield token
    for link in links:
        if _carries(sentence, link):
            yield link.governor


def auxiliaries(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The auxiliaries of the word and of what carries it."""
    for carrier in carriers(sentence, token, path(sentence, token)):
        for child in sentence.children(carrier):
            if child.dep in ("aux", "auxpass"):
                yield child


def negated(sentence: Sentence, verb: Token) -> bool:
    """A "not", "never" or "no longer" hangs on the verb."""
    return any(
        c.dep == "neg" or c.lemma in ("never", "neither") or c.text.lower() == "longer" for c in sentence.children(verb)
    )


def is_open(sentence: Sentence, verb: Token) -> bool:
    """The verb tells what is not done yet: after a modal, or in the infinitive."""
    return any(c.dep in ("aux", "auxpass") and c.text.lower() in OPENING for c in sentence.children(verb))
