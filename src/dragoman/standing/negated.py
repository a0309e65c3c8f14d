"""What did not take place."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import governed, is_refused
from dragoman.standing.embedding import CONTENT, auxiliaries, carriers, is_open, negated, path

PAST: Final = frozenset({"did", "has", "have", "had", "was", "were"})
COMING_ABOUT: Final = frozenset("take happen occur materialize materialise come".split())
FAILING: Final = frozenset({"fail", "failure", "unable", "inability", "neglect"})


def _is_denied_past(sentence: Sentence, token: Token) -> bool:
    if token.pos not in CONTENT or not is_refused(sentence, token):
        return False
    last = list(carriers(sentence, token, path(sentence, token)))[-1]
    if last.pos not in ("VERB", "AUX") or is_open(sentence, last):
        return False
    helps = {a.text.lower() for a in auxiliaries(sentence, token)}
    return bool(helps & PAST) or last.tag == "VBD" or (last.tag == "VBN" and bool(helps))


def _is_disputed(sentence: Sentence, token: Token) -> bool:
    """ "Oslo denies that ...": the clause denied tells of something done."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("clause", "ing") or links[-1].governor.lemma not in ("deny", "denial"):
        return False
    clause, denial = links[-1].word, links[-1].governor
    return clause.index > denial.index and not is_open(sentence, clause) and not is_refused(sentence, denial)


def _is_yet_to(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma not in ("have", "be"):
        return False
    return any(c.text.lower() == "yet" for c in sentence.children(links[-1].governor))


def _did_not_come(sentence: Sentence, token: Token) -> bool:
    """ "Was planned for May but did not take place"."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "passive" or links[-1].governor.lemma not in ("plan", "schedule", "announce"):
        return False
    after = (c for c in sentence.children(links[-1].governor) if c.dep == "conj" and c.lemma in COMING_ABOUT)
    return any(negated(sentence, c) and not is_open(sentence, c) for c in after)


RULES: Final = (
    Rule(
        "standing.yet_to",
        Status.DID_NOT_OCCUR,
        At(_is_yet_to),
        examples=("Oslo has yet to [sign] the [treaty] .",),
        near_misses=("Oslo has to sign the treaty .",),
    ),
    Rule(
        "standing.did_not_come",
        Status.DID_NOT_OCCUR,
        At(_did_not_come),
        examples=("The [visit] was planned for May but did not take place .",),
        near_misses=("The visit was planned for May and took place .",),
    ),
    Rule(
        "standing.disputed",
        Status.DID_NOT_OCCUR,
        At(_is_disputed),
        examples=("Oslo denies that it [shelled] the village .", "Oslo denied [shelling] the village ."),
        near_misses=("Oslo says that it shelled the village .", "The envoys met ; Oslo denies the report ."),
    ),
    Rule(
        "standing.failed",
        Status.DID_NOT_OCCUR,
        At(governed(FAILING, "to do")),
        examples=("The envoys failed to [agree] on a text .", "Oslo was unable to [deliver] the [aid] ."),
        near_misses=("The envoys managed to agree on a text .",),
    ),
    Rule(
        "standing.did_not",
        Status.DID_NOT_OCCUR,
        At(_is_denied_past),
        examples=(
            "Oslo did not [meet] the envoy .",
            "They have never [held] [talks] .",
            "No [agreement] was [reached] .",
        ),
        near_misses=("Oslo will not meet the envoy .", "Oslo met the envoy ."),
    ),
)
