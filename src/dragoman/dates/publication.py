"""Acts that a report tells as the news of its day: the chronicle's present tense, and performatives."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import EventType
from dragoman.model.syntax import Sentence, Token

VERBAL: Final = frozenset({"VERB", "AUX"})
PAST: Final = frozenset({"VBD", "had", "was", "were", "did", "has", "have", "having", "'ve", "been", "'d"})
PRESENT: Final = frozenset("is are 's 're am 'm must should do does will would".split())
PLUPERFECT: Final = frozenset({"had", "'d"})
BEFORE: Final = frozenset({"after", "since", "because", "before", "if", "until", "once", "when", "unless"})
OLDER: Final = frozenset("recent previous earlier last past former alleged".split())
REACTIONS: Final = frozenset(
    "condemn reject criticize criticise denounce discuss deny blame protest oppose accept accuse welcome praise follow "
    "call defend demand want seek cite mention dismiss support face regret review consider ignore violate "
    "honor implement investigate respond commemorate mark justify remember refute cancel back lift block hear compare "
    "brand".split()
)
SHARED: Final = frozenset({EventType.COOPERATE, EventType.SUPPORT, EventType.AID})
BEGINS: Final = frozenset("begin start commence open launch stage resume hold".split())
DECISIONS: Final = frozenset("decision move attempt vote bid effort refusal failure right order call".split())
BEARS: Final = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.AGREE, EventType.PROTEST})
AT: Final = frozenset("in at during on with as through via".split())
PARTS: Final = frozenset(
    "round series day start end beginning course number set range sort kind conclusion opening signing part sideline "
    "one stop session leg".split()
)


def is_news(sentence: Sentence, word: Token, kind: EventType) -> bool:
    """The word is part of what the sentence tells, in the present tense, as happening on the day of the report."""
    return _reads(sentence, word, kind, PAST)


def is_told(sentence: Sentence, word: Token, kind: EventType) -> bool:
    """The word is part of what the sentence tells, in any tense but the pluperfect, and not of its background."""
    return _reads(sentence, word, kind, PLUPERFECT)


def is_here(sentence: Sentence, word: Token, kind: EventType) -> bool:
    """The word names what is going on as the report is made: "this visit", "thank you for being here"."""
    if any(c.text.lower() == "this" for c in sentence.children(word)):
        return True
    if word.dep == "pcomp" and sentence.head(word).text.lower() == "for":
        return any(t.lemma == "thank" for t in sentence.ancestors(word))
    return is_news(sentence, word, kind)


def is_begun(sentence: Sentence, word: Token, kind: EventType) -> bool:
    """What begins or is being done, in the present tense: "starts releasing", "talks open", "is detaining"."""
    helpers = {c.text.lower() for c in sentence.children(word) if c.dep == "aux"}
    if word.tag == "VBG" and kind not in SHARED and helpers & {"is", "are"}:
        return word.dep in ("ROOT", "ccomp", "conj") and is_news(sentence, word, kind)
    head = sentence.head(word)
    return head.lemma in BEGINS and word.dep in ("xcomp", "dobj", "nsubj") and _verb(sentence, head, PAST)


def _reads(sentence: Sentence, word: Token, kind: EventType, older: frozenset[str]) -> bool:
    if word.pos in ("NOUN", "PROPN") and not word.tag.startswith("V"):
        return _noun(sentence, word, kind, older)
    if word.pos == "ADJ" and word.dep in ("acomp", "oprd", "conj"):
        return _verb(sentence, sentence.head(word), older)
    return _verb(sentence, sentence.head(word) if word.tag == "MD" and word.dep == "aux" else word, older)


def _verb(sentence: Sentence, verb: Token, older: frozenset[str]) -> bool:
    helpers = {c.text.lower() for c in sentence.children(verb) if c.dep in ("aux", "auxpass")}
    if (verb.tag == "VBD" and "VBD" in older) or helpers & older:
        return False
    if verb.dep == "advcl" and any(c.text.lower() in BEFORE for c in sentence.children(verb)):
        return False
    head = sentence.head(verb)
    if verb.dep == "ccomp" and head.tag == "VBD" and "VBD" in older:
        return False
    if verb.dep == "acl" and verb.tag == "VB" and head.lemma in DECISIONS:
        return False
    if verb.tag in ("VBZ", "VBP", "VBD", "MD") or helpers & PRESENT:
        return True
    if head is verb:
        return True
    if verb.dep == "amod" or (verb.tag == "VBN" and verb.dep in ("acl", "advcl", "relcl")):
        return False
    if verb.dep == "pcomp":
        direct = sentence.head(head).pos in VERBAL
        return direct and head.text.lower() in ("with", "by", "in", "while") and _above(sentence, head, older)
    return _above(sentence, verb, older)


def _above(sentence: Sentence, word: Token, older: frozenset[str]) -> bool:
    """What the next verb up says."""
    verb = next((t for t in sentence.ancestors(word) if t.pos in VERBAL), None)
    return _verb(sentence, verb, older) if verb is not None else True


def _noun(sentence: Sentence, noun: Token, kind: EventType, older: frozenset[str]) -> bool:
    head = sentence.head(noun)
    if _is_misread(sentence, noun):
        return True
    if head is noun:
        return True
    if any(c.text.lower() in OLDER for c in sentence.children(noun)):
        return False
    if noun.dep in ("nsubj", "nsubjpass", "attr"):
        return head.pos in VERBAL and _verb(sentence, head, older)
    if noun.dep == "dobj":
        return head.lemma.lower() not in REACTIONS and _verb(sentence, head, older)
    if noun.dep in ("conj", "appos"):
        return _noun(sentence, head, kind, older) if head.pos in ("NOUN", "PROPN") else _verb(sentence, head, older)
    return noun.dep == "pobj" and head.dep in ("prep", "agent") and _under_preposition(sentence, head, kind, older)


def _is_misread(sentence: Sentence, noun: Token) -> bool:
    """The parser took the sentence's only finite verb for a plural noun: "The king of Norway visits Riga"."""
    top = noun
    for above in sentence.ancestors(noun):
        if above.pos in VERBAL:
            return False
        top = above
    return noun.tag == "NNS" and top.pos not in VERBAL


def _under_preposition(sentence: Sentence, prep: Token, kind: EventType, older: frozenset[str]) -> bool:
    above, word = sentence.head(prep), prep.text.lower()
    if word == "of":
        return above.lemma in PARTS and _noun(sentence, above, kind, older)
    if word not in AT or kind not in BEARS:
        return False
    return _verb(sentence, above, older) if above.pos in VERBAL else _noun(sentence, above, kind, older)
