"""Why a place of a report reads as it does: which rules fired there, and which declined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.model.document import Document
from dragoman.model.span import Span
from dragoman.model.syntax import Part
from dragoman.reading.stages import Stages, parse_and_run
from dragoman.reading.tools import Tools
from dragoman.standing.find import RULES as STANDING

SHOWN: Final = 3  # act types listed for a word


@dataclass(frozen=True, slots=True)
class Explanation:
    """One rule's verdict at a place: `fired` or declined, and what it saw there."""

    rule: str
    fired: bool
    detail: str


def explain(document: Document, offset: int, tools: Tools) -> list[Explanation]:
    """The verdicts at the offset (code points of the report's text), stage by stage; empty where no rule looks."""
    stages = parse_and_run(document, tools)
    return [
        *_tagger(stages, offset),
        *_mentions(document, stages, offset),
        *_times(stages, offset),
        *_claims(document, stages, offset),
        *_acts(stages, offset),
        *_standing(stages, offset),
    ]


def _tagger(stages: Stages, offset: int) -> Iterator[Explanation]:
    for tag in stages.tagging.tags:
        if tag.span.start <= offset < tag.span.end:
            types = sorted(tag.types, key=lambda t: -t[1])[:SHOWN]
            made = any(act.span == tag.span or act.span.start == tag.span.start for act in stages.acts)
            listed = ", ".join(f"{kind} {share:.2f}" for kind, share in types)
            yield Explanation(
                "tagger", made, f"names an act {tag.probability:.2f} ({listed}); marks speech {tag.cue:.2f}"
            )
    for span, reason in stages.found.declined:
        if span.start <= offset < span.end:
            yield Explanation("events", False, reason)


def _mentions(document: Document, stages: Stages, offset: int) -> Iterator[Explanation]:
    for mention in stages.mentions:
        if mention.part is Part.TEXT and mention.span.start <= offset < mention.span.end:
            who = " and ".join(f"{e.name} ({e.country or 'no country'})" for e in mention.entities) or "nobody known"
            yield Explanation(
                mention.rule or "mentions", bool(mention.entities), f"'{mention.span.of(document.text)}' is {who}"
            )


def _times(stages: Stages, offset: int) -> Iterator[Explanation]:
    for time in stages.times:
        if time.span.start <= offset < time.span.end:
            yield Explanation(time.rule, time.value is not None, time.value or time.reason)


def _claims(document: Document, stages: Stages, offset: int) -> Iterator[Explanation]:
    for claim in stages.claims:
        if claim.holds(Span(offset, offset + 1)):
            speaker = claim.speaker.name if claim.speaker else "nobody named"
            yield Explanation(
                claim.rule, True, f"{claim.form} speech of {speaker}" + (f", '{claim.cue.text}'" if claim.cue else "")
            )


def _acts(stages: Stages, offset: int) -> Iterator[Explanation]:
    for act in stages.acts:
        if act.span.start <= offset < act.span.end:
            for reason in act.because:
                yield Explanation(reason, True, f"{act.type} {act.status}")


def _standing(stages: Stages, offset: int) -> Iterator[Explanation]:
    """The standing rules that did not speak for the act at this place."""
    place = next((a for a in stages.acts if a.span.start <= offset < a.span.end), None)
    if place is None:
        return
    for rule in STANDING:
        if not any(rule.name in reason for reason in place.because):
            yield Explanation(rule.name, False, f"would give {rule.gives}")
