"""A reading's lines as the rooms see them that look at many reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.archive.ids import event_ids, line_ids
from dragoman.model.event import Event, Reading
from dragoman.model.kept import Judgement, Report, Sighting


def sightings(reading: Reading, report: Report) -> Iterator[Sighting]:
    """The reading's events, in text order."""
    for name, event in zip(event_ids(report.id, reading.events), reading.events, strict=True):
        yield sighting(name, event, report)


def sighting(id: str, event: Event, report: Report) -> Sighting:
    """One event of the report."""
    return Sighting(
        id=id,
        report=report.id,
        key=report.key,
        published=report.published,
        outlet=report.outlet,
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=tuple(replace(actor, span=None) for actor in event.actors),
        recipients=tuple(replace(actor, span=None) for actor in event.recipients),
        place=replace(event.place, span=None) if event.place else None,
        time=event.time,
        source=replace(event.source, span=None),
        object=event.object,
        trigger=event.trigger.text,
        at=event.trigger.span.start,
        same_as=event.same_as,
    )


def judgements(reading: Reading, report: Report) -> Iterator[Judgement]:
    """The reading's assessments, in text order."""
    names = line_ids("j", report.id, [a.span for a in reading.assessments])
    for name, judged in zip(names, reading.assessments, strict=True):
        yield Judgement(
            id=name,
            report=report.id,
            key=report.key,
            published=report.published,
            outlet=report.outlet,
            pair=judged.pair,
            state=judged.state,
            source=replace(judged.source, span=None),
            at=judged.span.start,
        )
