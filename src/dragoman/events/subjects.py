"""The subject and object of an act's word, also where the grammar leaves them to another clause."""

from __future__ import annotations

from typing import Final, NamedTuple

from dragoman.model.syntax import Sentence, Token

SUBJECTS: Final = ("nsubj", "nsubjpass")
ASKING: Final = frozenset(
    "ask urge invite order tell call request persuade convince force press pressure warn encourage allow permit help "
    "let make enable lead require want expect advise instruct authorize authorise appeal send lobby implore beg "
    "see hear".split()
)  # verbs whose object does what the infinitive says
STEPS: Final = 6


class Clause(NamedTuple):
    """Subject and object of an act's word, None where it has none; `how` names the way to the subject."""

    subject: Token | None
    object: Token | None
    how: str


def clause_of(sentence: Sentence, trigger: Token) -> Clause:
    """The subject and object of a verb; of a noun, its owner or the subject of the verb it hangs on."""
    if trigger.pos in ("VERB", "AUX"):
        agent = sentence.child(trigger, "agent")
        if agent is not None:
            return Clause(sentence.child(agent, "pobj"), _patient(sentence, trigger), "agent")
        if (passive := sentence.child(trigger, "nsubjpass")) is not None:
            return Clause(None, passive, "passive")
        if trigger.dep == "acl" and trigger.tag == "VBN":
            return Clause(None, sentence.head(trigger), "passive")
        subject, how = _subject(sentence, trigger)
        return Clause(subject, sentence.child(trigger, "dobj", "dative"), how)
    owner = sentence.child(trigger, "poss")
    by = next((p for p in sentence.children(trigger) if p.lemma == "by" and p.dep in ("prep", "agent")), None)
    if by is not None:
        return Clause(sentence.child(by, "pobj"), owner, "by")
    if owner is not None:
        return Clause(owner, None, "owner")
    subject, how = _subject(sentence, trigger)
    return Clause(subject, None, how)


def _patient(sentence: Sentence, trigger: Token) -> Token | None:
    passive = sentence.child(trigger, "nsubjpass")
    if passive is None and trigger.dep in ("acl", "relcl"):
        return sentence.head(trigger)
    return passive


def _subject(sentence: Sentence, token: Token) -> tuple[Token | None, str]:
    """The nearest subject going up the tree, and the relations passed on the way."""
    how: list[str] = []
    for _ in range(STEPS):
        if token.pos in ("VERB", "AUX"):
            own = sentence.child(token, *SUBJECTS)
            if own is not None and own.tag in ("WDT", "WP", "WP$") and token.dep == "relcl":
                return sentence.head(token), "+".join((*how, "relcl"))
            if own is not None:
                return own, "+".join((*how, own.dep))
        elif how and (owner := sentence.child(token, "poss")) is not None:
            return owner, "+".join((*how, "owner"))
        if token.head == token.index:
            return None, "+".join((*how, "root"))
        head = sentence.head(token)
        if token.dep == "acl":
            return head, "+".join((*how, "acl"))
        if token.dep in ("xcomp", "ccomp", "advcl") and head.lemma in ASKING:
            asked = sentence.child(head, "dobj", "nsubjpass")
            if asked is not None:
                return asked, "+".join((*how, "asked"))
        if not how or how[-1] != token.dep:
            how.append(token.dep)
        token = head
    return None, "far"
