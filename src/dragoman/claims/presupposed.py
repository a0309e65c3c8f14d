"""Acts inside a claim that the author vouches for: what is taken as given, and what is done by speaking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.claims.reported import JUDGEMENTS
from dragoman.model.act import Act
from dragoman.model.claim import Claim
from dragoman.model.event import Actor, EventType, Status
from dragoman.model.syntax import Sentence, Token

DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
SPOKEN: Final = frozenset(
    {EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.ACCUSE, EventType.THREATEN, EventType.SUPPORT}
)
DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING})
NOMINAL: Final = frozenset({"NOUN", "PROPN"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
REGIMES: Final = frozenset({"sanction", "sanctions", "embargo", "ban", "blockade"})
CIRCUMSTANCE: Final = frozenset({"as", "when", "after", "since", "before"})


def is_judgement(claim: Claim) -> bool:
    """The claim judges what it holds ("condemned the raid") instead of asserting it."""
    return claim.rule in JUDGEMENTS


def is_given(act: Act, sentence: Sentence, token: Token, claim: Claim) -> bool:
    """The act is a definite noun phrase inside the claim, or stands in one: "discussed the recent talks".

    After: RECORD.md section 8.
    """
    if act.status in DONE and (token.lemma in REGIMES or _is_participle(token)):
        return True
    if token.pos not in NOMINAL:
        return False
    done = act.status in DONE
    return any(
        _is_definite(sentence, noun) and _given_noun(sentence, noun, claim, done, noun is token)
        for noun in _upward(sentence, token, claim)
        if noun.pos in NOMINAL and noun.dep not in SUBJECTS
    )


def is_loosely_given(act: Act, sentence: Sentence, token: Token, claim: Claim) -> bool:
    """The act stands where much is taken as given: as subject, possessed, in a relative clause, a circumstance.

    "said the raid had failed", "regretted Chad's raid", "the ship that they seized", "after the army invaded".
    """
    done = act.status in DONE
    if (done and token.pos in NOMINAL and token.dep in SUBJECTS) or _qualifies(sentence, token):
        return True
    for word in _upward(sentence, token, claim):
        if word.pos in NOMINAL and _given_noun(sentence, word, claim, done, word is token):
            return True
        if done and word.dep in ("advcl", "pcomp") and _circumstance(sentence, word):
            return True
    return False


def _upward(sentence: Sentence, token: Token, claim: Claim) -> Iterator[Token]:
    """The word and those above it, as far as the claim reaches."""
    for word in (token, *sentence.ancestors(token)):
        if not claim.holds(word.span):
            return
        yield word


def _is_participle(token: Token) -> bool:
    """A participle before its noun: "the detained crew"."""
    return token.dep == "amod" and token.tag in ("VBN", "VBD")


def _given_noun(sentence: Sentence, noun: Token, claim: Claim, done: bool, own: bool) -> bool:
    owned = sentence.child(noun, "poss") is not None
    if not (owned or _is_definite(sentence, noun)) or (not done and (own or not owned)):
        return False
    return claim.holds(sentence.head(noun).span) or noun.dep not in ("dobj", "pobj")  # not itself what is announced


def _is_definite(sentence: Sentence, noun: Token) -> bool:
    return any(c.dep == "det" and c.text.lower() in DEFINITE for c in sentence.children(noun))


def _qualifies(sentence: Sentence, verb: Token) -> bool:
    """The verb describes a noun: "the men (that were) held"; not "a letter to meet", "the fact that they left"."""
    if verb.dep == "relcl":
        return not any(c.tag == "TO" for c in sentence.children(verb))
    return (
        verb.dep == "acl" and verb.tag in ("VBN", "VBG") and not any(c.dep in SUBJECTS for c in sentence.children(verb))
    )


def _circumstance(sentence: Sentence, verb: Token) -> bool:
    if verb.dep == "pcomp":
        return sentence.head(verb).text in CIRCUMSTANCE
    return any(c.dep in ("mark", "advmod") and c.text in CIRCUMSTANCE for c in sentence.children(verb))


def is_performed(act: Act, sentence: Sentence, token: Token, claim: Claim) -> bool:
    """What the speaker does with these very words: "says they must leave", "announced sanctions"."""
    if act.status is not Status.OCCURRED or not any(_speaks(claim, a) for a in act.actors):
        return False
    if token.pos in NOMINAL:
        return claim.rule.endswith(".object") and not claim.holds(sentence.head(token).span)
    return act.type in SPOKEN and not _is_past(sentence, token)


def _is_past(sentence: Sentence, token: Token) -> bool:
    if token.tag == "VBN":
        return not any(c.lemma == "be" for c in sentence.children(token)) or any(
            c.lemma == "have" for c in sentence.children(token)
        )
    return token.tag == "VBD"


def _speaks(claim: Claim, actor: Actor) -> bool:
    if claim.speaker is None:
        return False
    if actor.country is not None and claim.speaker.country == actor.country:
        return True
    ours, theirs = set(claim.speaker.name.lower().split()), set(actor.name.lower().split())
    return ours <= theirs or theirs <= ours
