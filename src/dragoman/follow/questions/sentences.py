"""The sentences that an answer rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.archive.store import Store
from dragoman.errors import NotInStore
from dragoman.model.event import Event, Source
from dragoman.model.kept import Report
from dragoman.model.span import Span
from dragoman.model.thread import StepKind, Thread


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one report says, word for word. `id` is the event's or judgement's that was read out of it.

    Offsets: `span` counts in the report's text, `mark` in `quote`: the words that name the act.
    Absent: `mark` None for a judgement.
    """

    id: str
    report: str
    published: date | None
    outlet: str
    title: str
    url: str
    source: Source
    quote: str
    span: Span
    mark: Span | None = None


def find_sentences(store: Store, ids: Iterable[str]) -> tuple[Sentence, ...]:
    """The sentences of these events and judgements, in the order asked; ids that the store lost are left out."""
    wanted = list(dict.fromkeys(ids))
    events = store.events(id for id in wanted if id.startswith("e"))
    return tuple(_found(store, wanted, events))


def _found(store: Store, wanted: list[str], events: dict[str, tuple[Report, Event]]) -> Iterator[Sentence]:
    for id in wanted:
        if id in events:
            yield sentence(id, *events[id])
        elif id.startswith("j"):
            try:
                report, judged = store.assessment(id)
            except NotInStore:
                continue
            yield Sentence(id, *_about(report), judged.source, judged.quote, judged.span)


def sentence(id: str, report: Report, event: Event) -> Sentence:
    """The sentence of one event."""
    start = event.evidence.span.start
    mark = Span(event.trigger.span.start - start, event.trigger.span.end - start)
    return Sentence(id, *_about(report), event.source, event.evidence.quote, event.evidence.span, mark)


def _about(report: Report) -> tuple[str, date | None, str, str, str]:
    return report.id, report.published, report.outlet, report.title, report.url


def telling(threads: Iterable[Thread]) -> Iterator[str]:
    """The events that add something to these acts' stories."""
    for thread in threads:
        yield from (step.event for step in thread.steps if step.kind is not StepKind.REPEATED)
