"""Runs the finders over a report, and links what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.mentions import bodies, countries, groups, offices, persons
from dragoman.mentions.cast import Cast
from dragoman.mentions.found import Line
from dragoman.mentions.gazetteer import Hit, find_known
from dragoman.mentions.link import Linker
from dragoman.mentions.namesakes import settle
from dragoman.mentions.speakers import issuers, speak
from dragoman.mentions.turns import find_labels, find_turns, holders, home_of
from dragoman.model.document import Document
from dragoman.model.mention import Form, Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence
from dragoman.vocab.load import fold
from dragoman.vocab.types import City, CountryName, Organisation, Vocabulary

__all__ = ["find_mentions", "find_turns"]


def find_mentions(document: Document, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Every place where the report names a political actor, in text order, title first.

    Offsets count in the part (text or title) that a mention names.
    """
    lines = [
        Line.of(s, document.title if s.part is Part.TITLE else document.text, vocabulary, document.published)
        for s in sentences
    ]
    known = settle(lines, [list(find_known(line)) for line in lines], vocabulary.countries)
    spoken_of = Counter(h.entry.iso3 for hits in known for h in hits if isinstance(h.entry, CountryName))
    labels = {span.start: span for _, span in find_labels(document.text)}
    for line, hits in zip(lines, known, strict=True):
        _find_names(line, hits, spoken_of)
    surnames = persons.surnames(lines)
    for line in lines:
        persons.find_surnames(line, surnames)
        _find_phrases(line)
        label = labels.get(line.sentence.span.start)
        if label is not None and line.sentence.part is Part.TEXT:
            _clear(line, label)
    names = {iso3: c.name for iso3, c in vocabulary.countries.items()}
    home = home_of(document, vocabulary)
    cast = Cast(vocabulary, document.published)
    mentions = Linker(home, lines, names, cast, holders(home, document, vocabulary)).link()
    if not any(m.form is Form.SPEAKER for m in mentions):
        return speak(mentions, (), names, (), home, ())
    joint = issuers(document, mentions, names)
    turns = find_turns(document, sentences, mentions, vocabulary)
    return speak(mentions, turns, names, {s.index for s in sentences if s.quotation is not None}, home, joint)


def _find_names(line: Line, hits: list[Hit], spoken_of: Counter[str]) -> None:
    for hit in hits:
        _read(line, hit, spoken_of)
    for part in countries.find_parts(line):
        line.place(part)
    persons.find_persons(line)


def _find_phrases(line: Line) -> None:
    for start, end in bodies.find_model_bodies(line):
        bodies.place_model_body(line, start, end)
    bodies.find_bodies(line)
    _find_offices(line)
    groups.find_groups(line)


def _clear(line: Line, label: Span) -> None:
    """Who speaks is no mention of the turn's own words."""
    for found in list(line.found()):
        if found.span.meets(label):
            line.drop(found)


def _read(line: Line, hit: Hit, spoken_of: Counter[str]) -> None:
    entry = hit.entry
    if isinstance(entry, CountryName):
        found = countries.read_country(line, hit, entry)
        if found is not None:
            line.place(found)
    elif isinstance(entry, Organisation):
        line.place(bodies.read_body(line, hit, entry))
    elif isinstance(entry, tuple):
        city = _city(line, hit, entry, spoken_of)
        if city is not None:
            line.place(countries.read_city(line, hit, entry, city.country))
    else:
        outlet = bodies.read_outlet(line, hit, entry)
        if outlet is not None:
            line.place(outlet)


def _city(line: Line, hit: Hit, cities: tuple[City, ...], spoken_of: Counter[str]) -> City | None:
    """The town that is meant: in a country that the report speaks of, else the largest; None where it is no town."""
    labels = {line.tokens[i].entity for i in range(hit.start, hit.end)}
    if not labels & {"GPE", "LOC", "FAC"}:
        led = line.word(hit.start - 1) in countries.AT_PLACE | {"to", "from", "between"}
        sure = cities[0].population > 200_000 and led
        if not sure or "DATE" in labels:
            return None
    region = _region(line, hit.end)
    return max(cities, key=lambda c: (c.country == region, spoken_of[c.country] > 0, c.population))


def _region(line: Line, after: int) -> str | None:
    """The country of the state or province that is named behind a town: "Alexandria, Virginia"."""
    if line.word(after) != ",":
        return None
    for size in (2, 1):
        named = line.vocabulary.cities.get(fold(" ".join(line.words[after + 1 : after + 1 + size])), ())
        regions = {city.country for city in named if not city.population}
        if len(regions) == 1:
            return regions.pop()
    return None


def _find_offices(line: Line) -> None:
    for i in range(len(line.words)):
        if line.owner[i] is None and i not in line.taken and offices.is_head(line, i):
            described = offices.describe(line, i)
            if described is not None and not any(
                f is not None and f.kind.value == "person" for f in line.owner[described.start : described.end]
            ):
                line.place(described)
