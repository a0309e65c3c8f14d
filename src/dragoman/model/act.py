"""An act on its way to becoming an event: what each stage adds to."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.event import Actor, EventType, Place, Source, Status
from dragoman.model.span import Quote, Span
from dragoman.model.time import Time


@dataclass(frozen=True, slots=True)
class Act:
    """One act that one word of one sentence names; the fields fill up stage by stage.

    `sentence` is the sentence's index (`Sentence.index`), `token` the trigger's index in it. `statuses`, `vouchers`
    (author, named, unnamed) and `whens` (none, published, stated) are the tagger's probabilities, empty without it.
    `because` grows with every rule that spoke.
    """

    sentence: int
    token: int
    span: Span
    type: EventType
    mode: str | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    place: Place | None = None
    object: Quote | None = None
    statuses: tuple[tuple[Status, float], ...] = ()
    vouchers: tuple[tuple[str, float], ...] = ()
    whens: tuple[tuple[str, float], ...] = ()
    status: Status = Status.OCCURRED
    time: Time | None = None
    source: Source = Source()
    because: tuple[str, ...] = ()
