"""Visits told by "here", and journeys that lead to no other country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.events.here import is_at_home, place_here
from dragoman.events.scene import Scene, scene_of
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Actor, EventType, Place, Status
from dragoman.model.mention import Kind
from dragoman.model.span import Span
from dragoman.syntax import Parser, split

LIMA = Place("Lima, Peru", "PER", Span(900, 910))
OSLO = Place("Oslo", "NOR")
NORWAY = (Actor("Anna Smith", "NOR", Kind.PERSON),)
PERU = (Actor("Peru", "PER", Kind.COUNTRY),)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def told(parser: Parser, text: str, word: str, setting: Place | None = LIMA) -> tuple[Act, Scene]:
    document = Document("r", text)
    sentences = parser.parse(document, split(document).units)
    start = text.index(word)
    token = next(t for t in sentences[0].tokens if t.span.start == start)
    act = Act(0, token.index, token.span, EventType.CONSULT, "visit", actors=NORWAY)
    return act, scene_of(sentences, (), setting)


HERE = [
    ("It is wonderful to be here.", "be"),
    ("Thank you for having us.", "having"),
    ("I am glad to be back.", "back"),
    ("We have achieved much on this trip.", "trip"),
]


@pytest.mark.parametrize(("text", "word"), HERE)
def test_here_is_where_the_report_is_set(parser: Parser, text: str, word: str) -> None:
    act, scene = told(parser, text, word)
    (placed,) = place_here((act,), scene)
    assert placed.place == LIMA
    assert placed.because == ("events.here",)


def test_what_goes_on_without_another_place_goes_on_there(parser: Parser) -> None:
    act, scene = told(parser, "She is travelling with forty managers.", "travelling")
    assert place_here((replace(act, status=Status.ONGOING),), scene)[0].place == LIMA
    assert place_here((act,), scene)[0].place is None


def test_a_place_that_the_sentence_names_is_kept(parser: Parser) -> None:
    act, scene = told(parser, "It is wonderful to be here in Oslo.", "be")
    named = replace(act, place=replace(OSLO, span=Span(30, 34)))
    assert place_here((named,), scene) == (named,)


def test_a_report_that_is_set_nowhere_places_nothing(parser: Parser) -> None:
    act, scene = told(parser, "It is wonderful to be here.", "be", setting=None)
    assert place_here((act,), scene) == (act,)


def test_a_journey_at_home_is_none(parser: Parser) -> None:
    act, scene = told(parser, "She will travel to Bergen on Monday.", "travel")
    assert is_at_home(replace(act, place=OSLO), scene)
    assert not is_at_home(replace(act, place=LIMA), scene)
    assert not is_at_home(act, scene)
    assert not is_at_home(replace(act, place=OSLO, recipients=PERU), scene)


def test_a_light_word_with_nobody_from_abroad_and_no_place_is_none(parser: Parser) -> None:
    act, scene = told(parser, "It is wonderful to be here.", "be", setting=None)
    assert is_at_home(act, scene)
    assert not is_at_home(replace(act, recipients=PERU), scene)
