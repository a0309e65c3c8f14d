"""Acts inside a claim that the author vouches for: what is taken as given, and what is done by speaking."""

from __future__ import annotations

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
    """The act is taken as given inside the claim: a definite noun phrase, a relative clause, a circumstance.

    "discussed the recent talks", "the ship that they seized", "after the army invaded", "the detained crew".
    """
    done = act.status in DONE
    if done and _is_bystander(sentence, token):
        return True
    for word in (token, *sentence.ancestors(token)):
        if not claim.holds(word.span):
            return False
        if word.pos in NOMINAL and _given_noun(sentence, word, claim, done, word is token):
            return True
        if word is token and _qualifies(sentence, word):
            return True
        if done and word.dep in ("advcl", "pcomp") and _circumstance(sentence, word):
            return True
    return False


def _is_bystander(sentence: Sentence, token: Token) -> bool:
    """The subject of what is claimed, a participle before a noun, or a standing regime."""
    if token.pos in NOMINAL:
        return token.dep in SUBJECTS or token.lemma in REGIMES
    return token.dep == "amod" and token.tag in ("VBN", "VBD")


def _given_noun(sentence: Sentence, noun: Token, claim: Claim, done: bool, own: bool) -> bool:
    owned = any(c.dep == "poss" for c in sentence.children(noun))
    definite = owned or any(c.dep == "det" and c.text.lower() in DEFINITE for c in sentence.children(noun))
    if not definite or (not done and (own or not owned)):
        return False
    return claim.holds(sentence.head(noun).span) or noun.dep not in ("dobj", "pobj")  # not itself what is announced


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
