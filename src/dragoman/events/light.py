"""Light words: "go", "come", "be", "have", "see" name an act only with somewhere to go or somebody to meet.

Transcripts are full of them where they name nothing: "let's go to the line of", "good to be with you".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.events.telling import OFFICES
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

MOVES: Final = frozenset({"go", "come", "get", "move", "turn"})
LEADS: Final = frozenset({"to", "into", "in", "at", "from", "through", "for", "across"})
PLACES: Final = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP", "EVENT"})
GOALS: Final = frozenset(
    "capital city country region nation island embassy summit meeting talk round negotiation conference ceremony visit "
    "office palace house department ministry headquarters base border congress parliament room front area world "
    "continent".split()
)
HERE: Final = frozenset({"here", "there", "home", "abroad"})
SPOTS: Final = HERE | {"over", "back", "down"}
PARTICLES: Final = frozenset({"up", "off", "out", "ahead", "along", "together", "on", "forward", "across", "rid"})
SHOWS: Final = frozenset(
    "show program programme podcast broadcast edition episode briefing call line air week hour channel phone".split()
)
CROWDS: Final = frozenset("leader official guest delegation counterpart ally friend partner colleague family".split())
SELVES: Final = frozenset({"we", "us", "you", "i", "me"})
OPENERS: Final = frozenset({"CCONJ", "PUNCT", "ADV", "INTJ"})
SCHOLARS: Final = frozenset({"professor", "scholar", "fellow", "lecturer", "researcher"})
FLOOR: Final = frozenset({"question", "call", "caller", "line"})


def _below(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The words that the verb's prepositions lead to."""
    for lead in sentence.children(token):
        if lead.dep == "prep" and lead.lemma.lower() in LEADS:
            yield from (t for t in sentence.children(lead) if t.dep == "pobj")
    for lead in sentence.children(token):  # "come back to Oslo": the way may hang on the adverb
        if lead.dep == "advmod" and lead.lemma.lower() in SPOTS:
            for further in sentence.children(lead):
                if further.dep == "prep":
                    yield from (t for t in sentence.children(further) if t.dep == "pobj")


def _is_place(sentence: Sentence, token: Token) -> bool:
    named = token.entity in PLACES or token.lemma.lower() in GOALS
    return named or any(c.entity in PLACES and c.dep in ("compound", "appos") for c in sentence.children(token))


def _reaches(sentence: Sentence, token: Token) -> bool:
    """The verb has a place to be at or to go to."""
    spots = {c.lemma.lower() for c in sentence.children(token) if c.dep in ("advmod", "npadvmod")} & SPOTS
    ends = [t for t in _below(sentence, token) if t.entity not in ("DATE", "TIME")]
    return any(_is_place(sentence, t) for t in ends) or not spots.isdisjoint(HERE) or (bool(spots) and not ends)


def _has_particle(sentence: Sentence, token: Token) -> bool:
    return any(c.dep in ("prt", "advmod") and c.lemma.lower() in PARTICLES for c in sentence.children(token))


def _is_let(sentence: Sentence, token: Token) -> bool:
    """ "Let's go to ...": the floor is given."""
    return token.dep == "ccomp" and sentence.head(token).lemma.lower() == "let"


def _takes_up(sentence: Sentence, token: Token) -> bool:
    """ "Coming back to Iran, I think ...": a topic is taken up."""
    if token.tag != "VBG" or token.lemma not in MOVES:
        return False
    before = sentence.tokens[: token.index]
    opening = max((t.index + 1 for t in before if t.text == ":"), default=0)  # behind a transcript's "Q:"
    if any(t.pos not in OPENERS for t in before[opening:]):
        return False
    return any(c.dep == "advmod" and c.lemma.lower() == "back" for c in sentence.children(token))


def _goes_nowhere(sentence: Sentence, token: Token) -> bool:
    if token.lemma not in MOVES or token.pos not in ("VERB", "AUX"):
        return False
    subject = sentence.child(token, "nsubj")
    if _is_let(sentence, token) or _takes_up(sentence, token) or (subject and subject.lemma.lower() in FLOOR):
        return True
    return not _reaches(sentence, token) or _has_particle(sentence, token)


def _is_nowhere(sentence: Sentence, token: Token) -> bool:
    if token.lemma != "be" or token.dep in ("aux", "auxpass") or sentence.child(token, "acomp", "attr") is not None:
        return False
    subject = sentence.child(token, "nsubj")
    return (subject is not None and subject.lemma.lower() in FLOOR) or not _reaches(sentence, token)


def _checks_in(sentence: Sentence, token: Token) -> bool:
    """ "Hey, I'm here": somebody is on the line."""
    told = [t for t in sentence.tokens if t.pos not in ("PUNCT", "INTJ") and t.text.upper() != "QUESTION"]
    words = [t.lemma.lower() for t in told]
    return token.lemma.lower() in ("be", "here") and len(words) == 3 and words[1:] == ["be", "here"]


def _is_only_back(sentence: Sentence, token: Token) -> bool:
    """ "get back to you", "America is back": nobody has come anywhere."""
    if token.lemma.lower() != "back" or token.dep not in ("advmod", "prt"):
        return False
    head = sentence.head(token)
    if head.lemma in MOVES:
        return _goes_nowhere(sentence, head)
    subject = sentence.child(head, "nsubj") if head.lemma == "be" else None
    return subject is not None and subject.entity == "GPE"


def _has_nobody(sentence: Sentence, token: Token) -> bool:
    """ "have" without a guest in a place: "have you on the show", "have with us today"."""
    if token.lemma != "have" or token.dep in ("aux", "auxpass"):
        return False
    guest = sentence.child(token, "dobj")
    if guest is None or _is_on_air(sentence, token) or _is_with_us(sentence, token, guest):
        return True
    return not (guest.pos == "PRON" or _is_somebody(guest)) or (guest.lemma.lower() in ("this", "that", "it", "what"))


def _is_with_us(sentence: Sentence, token: Token, guest: Token) -> bool:
    if any(c.lemma.lower() in HERE for above in (token, guest) for c in sentence.children(above)):
        return False
    leads = (c for c in sentence.children(token) if c.dep == "prep" and c.lemma == "with")
    return any(t.lemma.lower() in SELVES for lead in leads for t in sentence.children(lead))


def _is_somebody(token: Token) -> bool:
    return token.entity == "PERSON" or token.lemma.lower() in OFFICES | CROWDS


def _is_on_air(sentence: Sentence, token: Token) -> bool:
    return any(
        t.lemma.lower() in SHOWS
        for c in sentence.children(token)
        if c.dep == "prep"
        for t in sentence.children(c)
        if t.dep == "pobj"
    )


def _is_audience(sentence: Sentence, token: Token) -> bool:
    """ "Thank you for joining us", "for joining today's call": listeners, not partners."""
    if token.lemma != "join":
        return False
    met = sentence.child(token, "dobj")
    return met is None or met.lemma.lower() in SELVES | SHOWS


def _sees_nobody(sentence: Sentence, token: Token) -> bool:
    if token.lemma != "see" or token.pos != "VERB":
        return False
    seen = sentence.child(token, "dobj")
    if seen is None or sentence.child(token, "ccomp", "prt") is not None:
        return True
    return not (_is_somebody(seen) or (seen.pos == "PRON" and seen.lemma.lower() not in ("it", "this", "that", "what")))


def _is_guest_scholar(sentence: Sentence, token: Token) -> bool:
    return token.lemma.lower() in ("visit", "visiting") and sentence.head(token).lemma.lower() in SCHOLARS


def _welcomes_listeners(sentence: Sentence, token: Token) -> bool:
    return token.lemma.lower() in ("welcome", "come") and _is_on_air(sentence, token)


RULES: Final[tuple[Rule[str], ...]] = (
    Rule(
        "events.goes_nowhere",
        "the verb of going has nowhere to go",
        At(_goes_nowhere),
        examples=(
            "Let us [go] to the line of John Smith .",
            "The next question will [come] from John Smith .",
            "[Coming] back to Iran , I think that the talks were good .",
            "We will [get] back to you .",
        ),
        near_misses=(
            "He asked me to come here today for four reasons .",
            "The minister will go to Oslo on Friday .",
            "He came here in May .",
            "The president will come to the summit .",
        ),
    ),
    Rule(
        "events.is_nowhere",
        "the verb says of nobody where they are",
        At(_is_nowhere),
        examples=("It is good to [be] with you .", "The next question will [be] from John Smith ."),
        near_misses=("It is good to be here .", "The minister will be in Oslo on Friday ."),
    ),
    Rule(
        "events.checks_in",
        "somebody says that they are on the line",
        At(_checks_in),
        examples=("I [am] [here] .",),
        near_misses=("I am here in Oslo .", "It is good to be here ."),
    ),
    Rule(
        "events.only_back",
        "nobody comes back to a place",
        At(_is_only_back),
        examples=("We will get [back] to you .", "America is [back] ."),
        near_misses=("It is a pleasure to be back .",),
    ),
    Rule(
        "events.has_nobody",
        "nobody is had as a guest",
        At(_has_nobody),
        examples=("It is great to [have] you on the show .", "We [have] a question from Lima ."),
        near_misses=(
            "It is great to have you here .",
            "I am delighted to have the minister here with us .",
            "It is an honour to have the minister in Oslo .",
        ),
    ),
    Rule(
        "events.audience",
        "listeners join, not partners",
        At(_is_audience),
        examples=("Thank you for [joining] us today .", "Thank you for [joining] the call ."),
        near_misses=("He will join the leaders of Peru and Chile for talks .",),
    ),
    Rule(
        "events.sees_nobody",
        "nobody is seen",
        At(_sees_nobody),
        examples=("We want to [see] progress in the talks .",),
        near_misses=("It is good to see you here .", "He will see the president in Lima ."),
    ),
    Rule(
        "events.guest_scholar",
        "a post at a university",
        At(_is_guest_scholar),
        examples=("He was a [visiting] professor in Lima .",),
        near_misses=("The visiting minister met the king .",),
    ),
    Rule(
        "events.listeners",
        "listeners are welcomed, not guests",
        At(_welcomes_listeners),
        examples=("[Welcome] to the show .", "Thank you for [coming] on the show ."),
        near_misses=("It is a pleasure to welcome the minister to Oslo .", "Welcome to Oslo ."),
    ),
)
