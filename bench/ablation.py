"""What each half is worth: the tagger alone, the rules alone, both, on the development gold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench import gold
from dragoman.events.find import find_acts
from dragoman.events.lexicon import LexiconTagging
from dragoman.events.record import record
from dragoman.mentions.find import find_mentions
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.reading import Tools, read
from dragoman.reading.stages import compose, run
from dragoman.syntax import split
from dragoman.vocab.acts import load_acts


def table(folder: Path, tools: Tools) -> str:
    """A column for each half and for both, over all development files."""
    readers: dict[str, Callable[[Document], Reading]] = {
        "tagger alone": lambda document: _tagger_alone(document, tools),
        "rules alone": lambda document: _rules_alone(document, tools),
        "both": lambda document: read(document, tools),
    }
    columns = {name: gold.measure(folder, gold.DEV, reader)["all"] for name, reader in readers.items()}
    return gold.table(columns)


def _tagger_alone(document: Document, tools: Tools) -> Reading:
    """Words, types, statuses and links as the tagger gives them; no dates, no sources, no statements."""
    layout = split(document)
    tagging = tools.tagger.tag(document, layout)
    sentences = tools.parser.parse(document, layout.units)
    mentions = find_mentions(document, sentences, tools.vocabulary)
    acts = find_acts(document, sentences, mentions, tagging, tools.frames).acts
    published = document.published.isoformat() if document.published else None
    return Reading(
        document.id,
        published,
        document.title,
        document.outlet,
        record(document, acts, sentences),
        (),
        (),
        (),
        document.text,
    )


def _rules_alone(document: Document, tools: Tools) -> Reading:
    """A list of words in place of the tagger; parts by the frames alone."""
    layout = split(document)
    sentences = tools.parser.parse(document, layout.units)
    stages = run(document, layout, sentences, LexiconTagging(sentences, load_acts()), tools)
    return replace(compose(document, stages, "rules"), text=document.text)
