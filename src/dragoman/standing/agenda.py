"""What is on the table or the agenda, and what is off it."""

from __future__ import annotations

from typing import Final

from dragoman.model.syntax import Sentence, Token
from dragoman.standing.conditions import is_denied
from dragoman.standing.embedding import CONTENT, Link, is_open, path

PLACES: Final = frozenset({"agenda", "table"})
DISCUSSED: Final = frozenset({"discussion", "consideration", "review", "study", "negotiation"})
TOPICS: Final = frozenset("question issue topic matter idea subject".split())
STAYING: Final = frozenset("be remain stay put place keep return leave come".split())
REMOVING: Final = frozenset("remove strike drop delete withdraw".split())


def is_on(sentence: Sentence, token: Token) -> bool:
    """ "Is on the table", "remains on the agenda", "is under discussion"."""
    verb = _verb(sentence, token)
    if verb is None or verb.lemma not in STAYING or is_denied(sentence, verb):
        return False
    return bool({"on", "under"} & _places(sentence, verb))


def is_off(sentence: Sentence, token: Token) -> bool:
    """ "Is off the table", "has been taken off the agenda", "is no longer on the agenda"."""
    verb = _verb(sentence, token)
    if verb is None or verb.tag in ("VB", "VBG") or is_open(sentence, verb):
        return False
    places = _places(sentence, verb)
    if is_denied(sentence, verb):
        return "on" in places and verb.lemma in STAYING
    return "off" in places or ("from" in places and verb.lemma in REMOVING)


def _verb(sentence: Sentence, token: Token) -> Token | None:
    """The verb whose subject or object is the act, or the question of it."""
    for link in path(sentence, token) if token.pos in CONTENT else ():
        if link.via in ("passive", "object"):
            return link.governor
        if link.via == "subject":
            return link.governor if sentence.child(link.governor, "dobj") is None else None
        if link.via == "of" and link.governor.lemma in TOPICS:
            return _topic_verb(sentence, link)
    return _named_topic_verb(sentence, token) if token.pos == "NOUN" else None


def _named_topic_verb(sentence: Sentence, token: Token) -> Token | None:
    """ "The issue - the visit - is off the table": the act stands beside the topic, as its name."""
    while token.dep == "conj":
        token = sentence.head(token)
    if token.dep != "appos":
        return None
    topics = (t for t in sentence.ancestors(token) if t.lemma in TOPICS and t.dep in ("nsubj", "nsubjpass"))
    topic = next(topics, None)
    return sentence.head(topic) if topic is not None else None


def _topic_verb(sentence: Sentence, link: Link) -> Token | None:
    topic = link.governor
    return sentence.head(topic) if topic.dep in ("nsubj", "nsubjpass", "dobj") else None


def _places(sentence: Sentence, verb: Token) -> set[str]:
    """The prepositions that lead from the verb to a table or an agenda, or to a discussion ("under")."""
    found = set()
    for word in sentence.children(verb):
        if word.dep not in ("prep", "prt", "agent"):
            continue
        place = sentence.child(word, "pobj") or (sentence.child(verb, "dobj") if word.dep == "prt" else None)
        if place is not None and place.lemma in (DISCUSSED if word.lemma == "under" else PLACES):
            found.add(word.lemma)
    return found
