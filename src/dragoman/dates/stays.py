"""How long an act of the day lasts: "begins a three-day visit", "ends a two-day summit", "arrives for talks"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from dragoman.dates.tense import VERBS
from dragoman.dates.terms import DASH, number, words
from dragoman.dates.values import moved
from dragoman.model.act import Act
from dragoman.model.event import EventType, Status
from dragoman.model.syntax import Sentence, Token

LENGTH: Final = words(rf"(?:{{number}}|\ba)?(?: |{DASH})?(?P<kind>day|week)s?(?:{DASH}long)?,?(?: \S+){{0,4}} $")
ENDING: Final = frozenset("end finish conclude wrap close complete agree decide".split())
TRAVELS: Final = frozenset({"arrive", "visit"})
BELOW: Final = frozenset("xcomp advcl pobj prep acl compound".split())
PURPOSES: Final = frozenset({EventType.CONSULT, EventType.REQUEST, EventType.SUPPORT})


def stay(text: str, sentence: Sentence, noun: Token, published: date) -> str | None:
    """First and last day of a visit or meeting whose length stands before its noun; None where none does."""
    match = LENGTH.search(text, sentence.span.start, noun.span.start)
    if match is None or noun.pos != "NOUN":
        return None
    count = number(match["number"] or "a")
    days = (moved(published, count, match["kind"]) - published).days - 1
    verb = next((t for t in sentence.ancestors(noun) if t.pos in VERBS), None)
    if days < 1:
        return None
    if verb is not None and verb.lemma in ENDING:
        return f"{published - timedelta(days=days)}/{published}"
    return f"{published}/{published + timedelta(days=days)}"


def is_purpose(sentence: Sentence, act: Act) -> bool:
    """The act is what somebody arrives or visits for, in the chronicle's present tense: it takes place that day."""
    if act.status not in (Status.PLANNED, Status.ONGOING) or act.type not in PURPOSES:
        return False
    word = sentence.tokens[act.token]
    for above in sentence.ancestors(word):
        if word.dep not in BELOW or above.tag == "VBD":
            return False
        if above.lemma in TRAVELS and above.tag in ("VBZ", "VBP"):
            return True
        word = above
    return False
