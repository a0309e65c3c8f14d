"""Judgements on relations that no noun of relations carries: "work closely together", "at odds", "growing closer"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dragoman.events.states import FINITE, is_hoped
from dragoman.model.event import State
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

WORKING: Final = frozenset("work cooperate co-operate collaborate coordinate co-ordinate consult partner".split())
STANDING: Final = frozenset({"together", "shoulder", "united", "side"})
BEING: Final = frozenset({"be", "remain", "stay", "stand", "become"})
NEARING: Final = frozenset({"grow", "draw", "become", "get", "bring", "be", "pull", "edge", "inch", "move", "come"})
PARTING: Final = frozenset({"grow", "drift", "move", "pull"})
PLACES: Final[Mapping[str, tuple[str, frozenset[str], State]]] = {
    "page": ("on", frozenset({"same"}), State.STEADY),
    "hip": ("at", frozenset(), State.STEADY),
    "odds": ("at", frozenset(), State.WORSENING),
    "loggerheads": ("at", frozenset(), State.WORSENING),
    "war": ("at", frozenset(), State.BROKEN),
    "course": ("on", frozenset({"collision"}), State.WORSENING),
}  # where sides stand: the noun, its preposition, and the attribute it needs
TERMS: Final[Mapping[str, State]] = {
    **dict.fromkeys(("good", "friendly", "excellent", "best", "cordial"), State.STEADY),
    **dict.fromkeys(("bad", "poor", "worst"), State.WORSENING),
}  # "on ... terms"


IDIOMS: Final[Mapping[tuple[str, str], State]] = {
    ("mend", "fence"): State.ADVANCING,
    ("bury", "hatchet"): State.ADVANCING,
    ("fall", "out"): State.WORSENING,
}  # verb and what hangs on it


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return sentence.child(verb, "nsubj", "nsubjpass") is not None


def is_told(sentence: Sentence, verb: Token) -> bool:
    """The verb tells what is: "works", "are working", "have worked", "continue to work"; not "to work", "will work"."""
    above = sentence.head(verb)
    if verb.dep == "xcomp" and above.lemma == "continue":
        return above.tag in FINITE and not is_hoped(sentence, above)
    running = verb.tag == "VBG" and any(c.dep == "aux" and c.lemma == "be" for c in sentence.children(verb))
    return (verb.tag in FINITE or running) and _has_subject(sentence, verb) and not is_hoped(sentence, verb)


def _is_together(sentence: Sentence, token: Token) -> bool:
    ways = {c.text.lower() for c in sentence.children(token) if c.dep in ("advmod", "npadvmod", "acomp", "dobj")}
    near = "closely" in ways if token.lemma in WORKING else token.lemma == "stand" and bool(ways & STANDING)
    return near and is_told(sentence, token)


def _is_place(sentence: Sentence, token: Token) -> bool:
    return _place(sentence, token) is not None


def _place(sentence: Sentence, token: Token) -> State | None:
    preposition = sentence.head(token)
    verb = sentence.head(preposition)
    joined = verb.text == "joined" and sentence.child(verb, "auxpass") is not None
    if token.dep != "pobj" or not (verb.lemma in BEING or joined) or is_hoped(sentence, verb):
        return None
    words = {c.text.lower() for c in sentence.children(token)}
    if token.lemma == "term" and preposition.lemma == "on":
        return next((TERMS[w] for w in sorted(words & TERMS.keys())), None)
    needs, attributes, state = PLACES.get(token.text.lower(), ("", frozenset(), State.STEADY))
    return state if preposition.lemma == needs and attributes <= words else None


def _verb(sentence: Sentence, token: Token) -> Token:
    """The verb that an adverb hangs on, also through a second adverb: "growing closer together"."""
    above = sentence.head(token)
    return sentence.head(above) if above.pos == "ADV" else above


def _is_closer(sentence: Sentence, token: Token) -> bool:
    verb = _verb(sentence, token)
    if token.text.lower() != "closer" or verb.lemma not in NEARING or not is_told(sentence, verb):
        return False
    near = [c for base in (token, verb) for c in sentence.children(base)]
    towards = [sentence.child(c, "pobj") for c in near if c.lemma == "to"]
    subject = sentence.child(verb, "nsubj")
    several = not towards and subject is not None and sentence.child(subject, "conj") is not None
    together = several or any(c.lemma == "together" for c in near)
    return together or any(t is not None and t.pos == "PROPN" for t in towards)


def _is_idiom(sentence: Sentence, token: Token) -> bool:
    return _idiom(sentence, token) is not None


def _idiom(sentence: Sentence, token: Token) -> State | None:
    state = IDIOMS.get((sentence.head(token).lemma, token.lemma))
    return state if token.dep in ("dobj", "prt") and is_told(sentence, sentence.head(token)) else None


def _is_apart(sentence: Sentence, token: Token) -> bool:
    verb = sentence.head(token)
    return token.text.lower() == "apart" and verb.lemma in PARTING and is_told(sentence, verb)


RULES: Final = (
    Rule(
        "assessments.together",
        State.STEADY,
        At(_is_together),
        examples=("Norway and Peru [work] closely together .", "We are [working] very closely with Lima on fish ."),
        near_misses=("Norway and Peru agreed to work closely together .", "Norway will work closely with Peru ."),
    ),
    Rule(
        "assessments.place",
        State.STEADY,
        At(_is_place),
        examples=(
            "Norway and Peru are at [odds] over fish .",
            "Norway is at [war] with Peru .",
            "Norway is on good [terms] with Peru .",
            "We are on the same [page] .",
        ),
        near_misses=("Norway may be at war with Peru .", "He is on page nine .", "He agreed on the terms ."),
    ),
    Rule(
        "assessments.closer",
        State.ADVANCING,
        At(_is_closer),
        examples=("Norway and Peru are growing [closer] together .", "Oslo has drawn [closer] to Lima ."),
        near_misses=("Norway wants to get closer to Peru .", "The ship got closer to the shore ."),
    ),
    Rule(
        "assessments.idiom",
        State.ADVANCING,
        At(_is_idiom),
        examples=("Norway and Peru have mended [fences] .", "Norway has fallen [out] with Peru ."),
        near_misses=("The farmer built fences .", "Norway wants to mend fences with Peru ."),
    ),
    Rule(
        "assessments.apart",
        State.WORSENING,
        At(_is_apart),
        examples=("Norway and Peru are drifting [apart] .",),
        near_misses=("The boat fell apart .",),
    ),
)


NOUNS: Final = (
    WORKING
    | PLACES.keys()
    | {"stand", "term", "closer", "close", "apart", "odd", "loggerhead", "fence", "hatchet", "out"}
)  # lemmas


def verb_of(sentence: Sentence, token: Token) -> Token | None:
    """The verb of the clause that says how near, None for a word that none of these rules reads."""
    rule = next((r for r in RULES if isinstance(r.pattern, At) and r.pattern.holds(sentence, token)), None)
    if rule is None:
        return None
    if rule.name == "assessments.together":
        return token
    return sentence.head(sentence.head(token)) if rule.name == "assessments.place" else _verb(sentence, token)


def state_at(sentence: Sentence, token: Token) -> State | None:
    """The state that the word's place gives, None for the words of the other rules."""
    return _place(sentence, token) or _idiom(sentence, token)
