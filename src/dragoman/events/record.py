"""Acts become events: each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Event, Evidence
from dragoman.model.span import Quote, Span
from dragoman.model.syntax import Sentence


def record(document: Document, acts: Sequence[Act], sentences: Sequence[Sentence]) -> tuple[Event, ...]:
    """The acts as events, in text order."""
    spans = {s.index: s.span for s in sentences}
    ordered = sorted(acts, key=lambda a: a.span)
    return tuple(_event(document.text, act, spans[act.sentence]) for act in ordered)


def _event(text: str, act: Act, sentence: Span) -> Event:
    return Event(
        type=act.type,
        mode=act.mode,
        actors=act.actors,
        recipients=act.recipients,
        place=act.place,
        time=act.time.value if act.time else None,
        status=act.status,
        source=act.source,
        object=act.object.text if act.object else None,
        trigger=Quote.cut(text, act.span),
        sentence=sentence,
        evidence=Evidence(sentence.of(text), sentence, tuple(_fields(text, act))),
        because=act.because,
    )


def _fields(text: str, act: Act) -> Iterator[tuple[str, Quote]]:
    """The characters that gave each field; a list's fields are numbered ("actors.0")."""
    for name, actors in (("actors", act.actors), ("recipients", act.recipients)):
        for number, actor in enumerate(actors):
            if actor.span is not None:
                yield f"{name}.{number}", Quote.cut(text, actor.span)
    if act.place is not None and act.place.span is not None:
        yield "place", Quote.cut(text, act.place.span)
    if act.time is not None:
        yield "time", Quote.cut(text, act.time.span)
    if act.source.span is not None:
        yield "source", Quote.cut(text, act.source.span)
    if act.object is not None:
        yield "object", act.object
