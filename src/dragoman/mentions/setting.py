"""Where a transcript or a release is set: the place on a line of its own at its head, or of its dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dragoman.model.document import Document
from dragoman.model.event import Place
from dragoman.model.span import Span
from dragoman.vocab.load import fold
from dragoman.vocab.types import Vocabulary

HEAD: Final = 10  # lines
WORDS: Final = 6  # of a line that is a place
BODY: Final = 25  # words of a line that is text already
LARGE: Final = 100_000  # people of a town that needs no country behind it
LINE: Final = re.compile(r"[^\n]+")
DATELINE: Final = re.compile(r"(?P<place>[A-Z][A-Z .'’-]{2,30})(?:,[^—–\n]{0,40})? ?(?:[—–]|--) ?")
CAPITAL: Final = re.compile(r",?\s*\bD\.?\s?C\.?$")
ROOMS: Final = frozenset(  # of the White House and the State Department, as their transcripts are headed
    "oval office|east room|rose garden|south lawn|state dining room|roosevelt room|cabinet room|cross hall|"
    "south court auditorium|james s. brady press briefing room|eisenhower executive office building|treaty room|"
    "diplomatic reception room|benjamin franklin room|white house|state department|department of state".split("|")
)
HOME: Final = "USA"  # theirs


def find_setting(document: Document, vocabulary: Vocabulary) -> Place | None:
    """The place that "here" means in the report: "Berlin, Germany", "Treaty Room", "BERLIN, June 23 -"; or None."""
    for line in _head(document.text):
        text = line.of(document.text)
        if len(text.split()) <= WORDS and (country := _country(text.strip(), vocabulary)):
            return _place(document.text, line, country)
    dateline = DATELINE.match(document.text)
    if dateline and (country := _country(dateline["place"].strip(), vocabulary)):
        return _place(document.text, Span(*dateline.span("place")), country)
    return None


def _place(text: str, line: Span, country: str) -> Place:
    words = line.of(text)
    start = line.start + len(words) - len(words.lstrip())
    span = Span(start, start + len(words.strip()))
    return Place(span.of(text), country, span)


def _head(text: str) -> Iterator[Span]:
    """The lines before the text proper."""
    for number, line in enumerate(LINE.finditer(text)):
        if number >= HEAD or len(line.group().split()) > BODY:
            return
        yield Span(*line.span())


def _country(line: str, vocabulary: Vocabulary) -> str | None:
    """The country of a line that is a place and nothing else."""
    if fold(line.removeprefix("The ")) in ROOMS:
        return HOME
    *towns, last = re.split(r"\s*,\s*", CAPITAL.sub("", line))
    if not towns:
        found = vocabulary.cities.get(fold(last), ())
        return found[0].country if found and found[0].population >= LARGE else None
    known = {city.country for town in towns for city in vocabulary.cities.get(fold(town), ())}
    named = vocabulary.country_names.get(fold(last))
    regions = {city.country for city in vocabulary.cities.get(fold(last), ()) if not city.population}
    if named is not None and (named.iso3 in known or not regions & known):
        return named.iso3
    return next(iter(sorted(regions)), None)
