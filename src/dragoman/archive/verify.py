"""Whether every record of a reading still says what the reading's text says."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.event import Event, Reading
from dragoman.model.span import Quote, Span

Checked = tuple[str, Quote]  # what of the record, and the quotation it claims


def find_quotes(reading: Reading) -> Iterator[Checked]:
    """Every quotation that the reading rests on, with the name of its place in the record."""
    for number, event in enumerate(reading.events):
        yield from _of_event(f"events[{number}]", event)
    for number, statement in enumerate(reading.statements):
        yield f"statements[{number}]", Quote(statement.quote, statement.span)
    for number, assessment in enumerate(reading.assessments):
        yield f"assessments[{number}]", Quote(assessment.quote, assessment.span)
    for number, gap in enumerate(reading.gaps):
        yield f"gaps[{number}]", Quote(gap.quote, gap.span)


def _of_event(name: str, event: Event) -> Iterator[Checked]:
    yield f"{name}.trigger", event.trigger
    yield f"{name}.evidence", Quote(event.evidence.quote, event.evidence.span)
    yield f"{name}.sentence", Quote(event.evidence.quote, event.sentence)
    for field, quote in event.evidence.fields:
        yield f"{name}.evidence.fields.{field}", quote


def find_mismatches(reading: Reading) -> Iterator[str]:
    """One line for each quotation that is not what the text has at its offsets, and each span outside the text."""
    for name, (claimed, span) in find_quotes(reading):
        there = span.of(reading.text)
        if there != claimed:
            yield f"{name}: the text has {_short(there)} at {span.start}-{span.end}, the record says {_short(claimed)}"
    for name, span in _spans(reading):
        if span.end > len(reading.text):
            yield f"{name}: {span.start}-{span.end} lies outside the text of {len(reading.text)} characters"


def _spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    """The spans that come without a quotation of their own."""
    for number, event in enumerate(reading.events):
        actors = [(f"actors[{n}]", actor) for n, actor in enumerate(event.actors)]
        recipients = [(f"recipients[{n}]", actor) for n, actor in enumerate(event.recipients)]
        for name, holder in (("source", event.source), ("place", event.place), *actors, *recipients):
            if holder is not None and holder.span is not None:
                yield f"events[{number}].{name}", holder.span


def _short(text: str) -> str:
    return ascii(text if len(text) <= 60 else text[:57] + "...")
