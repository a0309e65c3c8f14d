"""The side that an act lacks: whom the report speaks of most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.events.scene import Scene, scene_of
from dragoman.events.sides import RULE, complete_sides
from dragoman.mentions import find_mentions
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Actor, EventType
from dragoman.model.mention import Kind
from dragoman.model.span import Span
from dragoman.syntax import Parser, split
from dragoman.vocab.load import load

TEXT = "Norway and Chad spoke of trade. Peru's envoy came to Norway. The talks with Peru went well."
PERU = (Actor("Peru", "PER", Kind.COUNTRY),)


@pytest.fixture(scope="module")
def scene() -> Scene:
    document = Document("r", TEXT)
    sentences = Parser().parse(document, split(document).units)
    return scene_of(sentences, find_mentions(document, sentences, load()))


def talks(kind: EventType = EventType.CONSULT, mode: str | None = "meeting") -> Act:
    start = TEXT.index("talks")
    return Act(2, 1, Span(start, start + 5), kind, mode, recipients=PERU)


def test_a_meeting_with_one_country_is_with_the_foremost_other(scene: Scene) -> None:
    (act,) = complete_sides((talks(),), scene)
    assert [a.country for a in act.actors] == ["NOR"]
    assert act.recipients == PERU
    assert act.because == (RULE,)


def test_the_empty_side_is_filled(scene: Scene) -> None:
    (act,) = complete_sides((replace(talks(), actors=PERU, recipients=()),), scene)
    assert (act.actors, [a.country for a in act.recipients]) == (PERU, ["NOR"])


LEFT = (talks(mode="multilateral"), talks(EventType.ACCUSE, None), replace(talks(), recipients=()))


@pytest.mark.parametrize("act", LEFT, ids=("multilateral", "not shared", "nobody"))
def test_others_are_left_alone(scene: Scene, act: Act) -> None:
    assert complete_sides((act,), scene) == (act,)


def test_a_report_of_one_country_has_no_other_side() -> None:
    document = Document("r", "The talks with Peru went well.")
    sentences = Parser().parse(document, split(document).units)
    alone = scene_of(sentences, find_mentions(document, sentences, load()))
    act = replace(talks(), sentence=0, span=Span(4, 9))
    assert complete_sides((act,), alone) == (act,)
