"""From one report to its record: the stages in their order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.claims.find import find_claims
from dragoman.claims.sources import set_sources
from dragoman.claims.statements import find_statements
from dragoman.dates.choose import choose_times
from dragoman.dates.find import find_times
from dragoman.events.assessments import find_assessments
from dragoman.events.find import Found, find_acts
from dragoman.events.gaps import find_gaps
from dragoman.events.record import record
from dragoman.events.same import number_acts
from dragoman.mentions.find import find_mentions
from dragoman.mentions.setting import find_setting
from dragoman.mentions.turns import find_turns
from dragoman.model.act import Act
from dragoman.model.claim import Claim, Turn
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.model.mention import Mention
from dragoman.model.syntax import Layout, Part, Sentence, Unit
from dragoman.model.tag import Tagging
from dragoman.model.time import Time
from dragoman.reading.tools import Tools
from dragoman.standing.find import set_standing
from dragoman.syntax import split

TELLING: Final = re.compile(  # a name of two words, or a word for how two actors stand
    r"[A-Z][\w’'-]+ [A-Z]|\b(?:relation|tie|dialogue|partner|allian|ally|allies|friend|co-?operat|tension|rift|row)"
)


@dataclass(frozen=True, slots=True)
class Stages:
    """What each stage made of the report, in the order of the stages."""

    layout: Layout
    tagging: Tagging
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    turns: tuple[Turn, ...]
    claims: tuple[Claim, ...]
    found: Found
    acts: tuple[Act, ...]


def read(document: Document, tools: Tools) -> Reading:
    """The record of one report.

    The same report, tools and version give the same reading, always. Raises nothing: what cannot be read is a `Gap`.
    """
    return compose(document, parse_and_run(document, tools), tools.version)


def parse_and_run(document: Document, tools: Tools) -> Stages:
    """Every stage, from the text on."""
    layout = split(document)
    tagging = tools.tagger.tag(document, layout)
    sentences = tools.parser.parse(document, worth_parsing(document, layout, tagging))
    return run(document, layout, sentences, tagging, tools)


def worth_parsing(document: Document, layout: Layout, tagging: Tagging) -> tuple[Unit, ...]:
    """The sentences in which the tagger sees something, or that may hold a name, a quotation or a judgement."""
    seen = sorted(tag.span.start for tag in tagging.tags)

    def is_seen(unit: Unit) -> bool:
        at = bisect_left(seen, unit.span.start)
        return at < len(seen) and seen[at] < unit.span.end

    return tuple(
        unit
        for unit in layout.units
        if unit.part is Part.TITLE
        or unit.quotation is not None
        or unit.masked
        or is_seen(unit)
        or TELLING.search(document.text, *unit.span)
    )


def run(document: Document, layout: Layout, sentences: Sequence[Sentence], tagging: Tagging, tools: Tools) -> Stages:
    """Every stage from the parsed sentences on."""
    mentions = find_mentions(document, sentences, tools.vocabulary)
    times = find_times(document, sentences)
    turns = find_turns(document, sentences, mentions, tools.vocabulary)
    claims = find_claims(document, layout, sentences, mentions, turns, tagging.tags)
    setting = find_setting(document, tools.vocabulary)
    found = find_acts(document, sentences, mentions, tagging, tools.frames, tools.kinds, setting)
    acts = set_standing(document, found.acts, sentences)
    acts = choose_times(document, acts, times, sentences)
    acts = set_sources(document, acts, claims, sentences, turns)
    return Stages(layout, tagging, tuple(sentences), mentions, times, turns, claims, found, acts)


def compose(document: Document, stages: Stages, version: str) -> Reading:
    """The record from what the stages made."""
    events = number_acts(record(document, stages.acts, stages.sentences))
    statements = find_statements(document, stages.claims)
    assessments = find_assessments(document, stages.sentences, stages.mentions, stages.claims, stages.turns)
    gaps = find_gaps(
        document,
        stages.sentences,
        stages.acts,
        statements,
        assessments,
        mentions=stages.mentions,
        times=stages.times,
        declined=dict(stages.found.declined),
    )
    return Reading(
        id=document.id,
        published=document.published.isoformat() if document.published else None,
        title=document.title,
        outlet=document.outlet,
        events=events,
        statements=statements,
        assessments=assessments,
        gaps=gaps,
        text=document.text,
        url=document.url,
        language=document.language,
        version=version,
    )
