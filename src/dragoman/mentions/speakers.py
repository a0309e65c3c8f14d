"""First and second persons: whom "I", "we" and "you" mean in a transcript, or in a government's own release."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from dragoman.mentions.turns import HEADING, RELEASED
from dragoman.model.claim import Turn
from dragoman.model.document import Document
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part

SPOKEN = ("mentions.speaker", "mentions.addressee")


def issuers(document: Document, mentions: Sequence[Mention], names: Mapping[str, str]) -> tuple[Entity, ...]:
    """The states that issue a joint statement, by its heading; empty where it names fewer than two."""
    heading = RELEASED.search(document.text[: 2 * HEADING])
    if heading is None:
        return ()
    span = Span(*heading.span())
    named = [m for m in mentions if m.part is Part.TEXT and span.holds(m.span)]
    countries = dict.fromkeys(e.country for m in named for e in m.entities if e.country)
    states = tuple(Entity(names[c], Kind.COUNTRY, c) for c in countries if c in names)
    return states if len(states) > 1 else ()


def speak(
    mentions: Sequence[Mention],
    turns: Sequence[Turn],
    names: Mapping[str, str],
    quoted: Container[int],
    home: str | None,
    joint: tuple[Entity, ...],
) -> tuple[Mention, ...]:
    """The mentions, with "I" naming the turn's speaker, "we" the speaker's state, and "you" whom the turn answers.

    `quoted` holds the indices of the sentences inside quotations, whose speaker is not the turn's; `home` is the
    country whose government publishes, for the "we" of a release that nobody signs; `joint` are the states that speak
    as "we" in a joint statement. A "you" of nobody is left out.
    """
    spoken = []
    for mention in mentions:
        if mention.rule in SPOKEN and mention.sentence not in quoted and mention.part is Part.TEXT:
            persons = _persons(mention, turns, home)
            one = mention.kind is Kind.PERSON
            states = joint or tuple(_state(p, names) for p in persons)
            mention = replace(mention, entities=persons if one else states)
        if mention.rule != "mentions.addressee" or mention.entities:
            spoken.append(mention)
    return tuple(replace(m, index=n) for n, m in enumerate(spoken))


def _persons(mention: Mention, turns: Sequence[Turn], home: str | None) -> tuple[Entity, ...]:
    at = next((n for n, t in enumerate(turns) if t.span.holds(mention.span)), None)
    if at is None:
        ours = home is not None and mention.form is Form.SPEAKER and mention.kind is not Kind.PERSON
        return (Entity("", Kind.COUNTRY, home),) if ours else ()
    speaker = turns[at].speaker
    if mention.form is Form.SPEAKER:
        return (speaker,) if speaker is not None else ()
    other = turns[at - 1].speaker if at else turns[1].speaker if len(turns) > 1 else None
    return (other,) if other is not None and other != speaker else ()


def _state(person: Entity, names: Mapping[str, str]) -> Entity:
    if person.country is None:
        return person
    return Entity(names.get(person.country, person.name), Kind.COUNTRY, person.country)
