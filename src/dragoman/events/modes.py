"""The PLOVER mode of an act: how a consultation is held."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import EventType
from dragoman.model.syntax import Token
from dragoman.model.tag import Tag

WORDS: Final = {
    "be": "visit",
    "visit": "visit",
    "trip": "visit",
    "travel": "visit",
    "arrive": "visit",
    "arrival": "visit",
    "tour": "visit",
    "journey": "visit",
    "meet": "meeting",
    "meeting": "meeting",
    "talk": "meeting",
    "negotiation": "meeting",
    "negotiate": "meeting",
    "discuss": "meeting",
    "discussion": "meeting",
    "receive": "meeting",
    "consultation": "meeting",
    "dialogue": "meeting",
    "brief": "meeting",
    "phone": "call",
    "telephone": "call",
    "letter": "letter",
    "conference": "multilateral",
    "forum": "multilateral",
}  # lemma -> mode, where no tagger says

VISITING: Final = frozenset(
    "visit visitation travel trip arrive arrival tour journey fly flight land head return come go be here back have "
    "welcome receive reception host hospitality greet accompany depart departure leave enter stay stop lead delegation "
    "mission attendance proceed day pilgrimage swing".split()
)  # what a visit may be called: of other words the tagger's next best mode is taken


def mode_of(trigger: Token, kind: EventType, tag: Tag | None) -> str | None:
    """The mode of a CONSULT; None for other types, and where nothing tells. "Was in Oslo" is a visit."""
    if kind is not EventType.CONSULT:
        return None
    if tag is not None and trigger.lemma != "be":
        likely = sorted(tag.modes, key=lambda m: -m[1])
        return next(m for m, _ in likely if m != "visit" or trigger.lemma.lower() in VISITING)
    return WORDS.get(trigger.lemma.lower())
