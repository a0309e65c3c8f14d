"""What the learned tagger says about the words of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from dragoman.model.event import EventType, Status
from dragoman.model.span import Span
from dragoman.model.syntax import Part


@dataclass(frozen=True, slots=True)
class Tag:
    """One word that may name an act, or mark speech, in the tagger's judgement.

    Offsets: `span` counts in the report's text. `probability` is that the word names any act (0 to 1), `types` the
    probability of each act type, `cue` that it marks reported speech. `statuses`, `modes`, `vouchers` (author, named,
    unnamed) and `whens` (none, published, stated) are the tagger's probabilities for the act this word would name.
    """

    span: Span
    probability: float
    types: tuple[tuple[EventType, float], ...]
    cue: float
    statuses: tuple[tuple[Status, float], ...]
    modes: tuple[tuple[str | None, float], ...]
    vouchers: tuple[tuple[str, float], ...]
    whens: tuple[tuple[str, float], ...]


class Target(NamedTuple):
    """A word that may play a role in an act: where it stands, and the way to it through the parse (`events.paths`)."""

    part: Part
    span: Span
    path: str


class Tagging(Protocol):
    """The tagger's view of one report."""

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The words with something to say, in text order."""
        ...

    def tag(self, span: Span) -> Tag | None:
        """The tagger's view of the word that begins where the span does; None if no word does."""
        ...

    def links(self, trigger: Span, targets: Sequence[Target]) -> Sequence[Mapping[str, float]]:
        """For each target the probability of each role in the act of `trigger`; none for a target out of sight.

        Roles: "actor", "recipient", "place", "source", "speaker".
        """
        ...
