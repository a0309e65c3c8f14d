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


def mode_of(trigger: Token, kind: EventType, tag: Tag | None) -> str | None:
    """The mode of a CONSULT; None for other types, and where nothing tells. "Was in Oslo" is a visit."""
    if kind is not EventType.CONSULT:
        return None
    if tag is not None and trigger.lemma != "be":
        return max(tag.modes, key=lambda m: m[1])[0]
    return WORDS.get(trigger.lemma.lower())
