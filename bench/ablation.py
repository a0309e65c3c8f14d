"""What each half is worth: the tagger alone, the rules alone, both, on the development gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from bench import gold
from dragoman.events.lexicon import LexiconTagging
from dragoman.events.record import record
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.model.syntax import Part, Sentence
from dragoman.model.tag import Tag
from dragoman.reading import Tools, read
from dragoman.reading.stages import compose, run
from dragoman.syntax import split
from dragoman.vocab.acts import load_acts

THRESHOLD: Final = 0.7  # probability of an act where no rule weighs it; best on reports held back from training


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
    """Words, types and statuses as the tagger gives them: nobody acts, nothing is dated, the report vouches for all."""
    layout = split(document)
    tags = [t for t in tools.tagger.tag(document, layout).tags if t.probability >= THRESHOLD]
    sentences = tools.parser.parse(document, layout.units)
    acts = [act for tag in tags for act in _act(tag, sentences)]
    published = document.published.isoformat() if document.published else None
    events = record(document, acts, sentences)
    return Reading(document.id, published, document.title, document.outlet, events, (), (), (), document.text)


def _act(tag: Tag, sentences: tuple[Sentence, ...]) -> Iterator[Act]:
    home = next((s for s in sentences if s.part is Part.TEXT and s.at(tag.span.start)), None)
    if home is not None:
        kind = max(tag.types, key=lambda t: t[1])[0]
        yield Act(home.index, 0, tag.span, kind, status=max(tag.statuses, key=lambda s: s[1])[0], because=("tagger",))


def _rules_alone(document: Document, tools: Tools) -> Reading:
    """A list of words in place of the tagger; parts by the frames alone."""
    layout = split(document)
    sentences = tools.parser.parse(document, layout.units)
    stages = run(document, layout, sentences, LexiconTagging(sentences, load_acts()), tools)
    return replace(compose(document, stages, "rules"), text=document.text)
