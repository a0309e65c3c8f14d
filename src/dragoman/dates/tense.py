"""Whether the verb over an expression speaks of the past or of the future."""

from __future__ import annotations

from typing import Final

from dragoman.dates.moment import Tense
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token

VERBS: Final = frozenset({"VERB", "AUX"})
COMING: Final = frozenset({"will", "shall", "'ll", "wo", "may", "might", "could", "should", "would"})
PLANS: Final = frozenset(
    "plan agree expect schedule set slate due intend invite want hope prepare promise pledge vow offer seek ask urge "
    "call propose decide threaten order arrange aim postpone delay".split()
)
READY: Final = frozenset("be due ready likely decision invitation agreement".split())
AHEAD: Final = frozenset("upcoming planned scheduled forthcoming coming future proposed expected".split())
BEHIND: Final = frozenset("recent previous former past late".split())


def tense_at(sentence: Sentence, span: Span) -> Tense:
    """The tense of the nearest verb above the words of the span, OPEN where the parse does not tell."""
    words = sentence.within(span)
    if not words:
        return Tense.OPEN
    top = next((w for w in words if not span.holds(sentence.head(w).span) or w.head == w.index), words[0])
    for word in (top, *sentence.ancestors(top)):
        if word.pos in VERBS:
            return tense_of(sentence, word)
        if word.pos in ("NOUN", "PROPN"):
            for child in sentence.children(word):
                if child.text.lower() in AHEAD:
                    return Tense.FUTURE
                if child.text.lower() in BEHIND:
                    return Tense.PAST
    return Tense.OPEN


def tense_of(sentence: Sentence, verb: Token) -> Tense:
    """The tense of one verb with its auxiliaries; infinitives and participles take it from what they hang on."""
    helpers = {c.text.lower() for c in sentence.children(verb) if c.dep in ("aux", "auxpass")}
    head = sentence.head(verb)
    if "to" in helpers and not helpers & {"have", "is", "are", "was", "were"}:
        return _infinitive(sentence, verb, head)
    if helpers & COMING or (helpers & {"is", "are", "'s", "'re", "be"} and verb.tag == "VB" and "to" in helpers):
        return Tense.FUTURE
    if verb.tag == "VBD" or helpers & {"had", "has", "have", "was", "were", "did", "been"}:
        if verb.lemma in PLANS and any(c.dep in ("xcomp", "ccomp") for c in sentence.children(verb)):
            return Tense.FUTURE
        return Tense.PAST
    if verb.tag == "VBG" and "going" not in helpers and helpers & {"is", "are", "'re", "'m"}:
        return Tense.OPEN
    if verb.tag == "VBN" and verb.dep in ("acl", "relcl") and verb.lemma not in PLANS:
        return Tense.PAST
    if verb.tag == "VBN" and verb.lemma in PLANS:
        return Tense.FUTURE
    if verb.tag in ("VBG", "VB", "VBN") and head is not verb and head.pos in VERBS and verb.dep != "ccomp":
        return tense_of(sentence, head)
    return Tense.OPEN


def _infinitive(sentence: Sentence, verb: Token, head: Token) -> Tense:
    if head is verb:
        return Tense.FUTURE
    if verb.dep == "acl" or head.lemma in PLANS or head.lemma in READY:
        return Tense.FUTURE
    if head.pos in VERBS and verb.dep in ("xcomp", "advcl"):
        return tense_of(sentence, head)
    return Tense.OPEN
