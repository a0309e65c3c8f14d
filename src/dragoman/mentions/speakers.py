"""First and second persons: whom "I", "we" and "you" mean in a transcript, or in a government's own release."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from dragoman.model.claim import Turn
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.syntax import Part

SPOKEN = ("mentions.speaker", "mentions.addressee")


def speak(
    mentions: Sequence[Mention],
    turns: Sequence[Turn],
    names: Mapping[str, str],
    quoted: Container[int],
    home: str | None,
) -> tuple[Mention, ...]:
    """The mentions, with "I" naming the turn's speaker, "we" the speaker's state, and "you" whom the turn answers.

    `quoted` holds the indices of the sentences inside quotations, whose speaker is not the turn's; `home` is the
    country whose government publishes, for the "we" of a release that nobody signs. A "you" of nobody is left out.
    """
    spoken = []
    for mention in mentions:
        if mention.rule in SPOKEN and mention.sentence not in quoted and mention.part is Part.TEXT:
            persons = _persons(mention, turns, home)
            one = mention.kind is Kind.PERSON
            mention = replace(mention, entities=tuple(p if one else _state(p, names) for p in persons))
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
