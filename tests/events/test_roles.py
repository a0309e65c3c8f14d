"""Who acts, towards whom and where, as the shipped weights and the parse alone tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from dragoman.events.frames import load_frames
from dragoman.events.roles import Cast, cast
from dragoman.events.scene import scene_of
from dragoman.events.subjects import clause_of
from dragoman.mentions import find_mentions
from dragoman.model.document import Document
from dragoman.model.event import EventType
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token
from dragoman.model.tag import Tag, Target
from dragoman.syntax import Parser, split
from dragoman.vocab.load import load

FRAMES, VOCABULARY = load_frames(), load()


class Silent:
    """A tagging with nothing to say."""

    tags: tuple[Tag, ...] = ()

    def tag(self, span: Span) -> Tag | None:
        return None

    def links(self, trigger: Span, targets: Sequence[Target]) -> Sequence[Mapping[str, float]]:
        return [{} for _ in targets]


def find(sentences: Sequence[Sentence], word: str) -> tuple[Sentence, Token]:
    return next((s, t) for s in sentences for t in s.tokens if t.text == word)


def read(parser: Parser, text: str, word: str, kind: EventType) -> Cast:
    document = Document("x", text)
    sentences = parser.parse(document, split(document).units)
    scene = scene_of(sentences, find_mentions(document, sentences, VOCABULARY))
    sentence, token = find(sentences, word)
    return cast(scene, sentence, token, kind, Silent(), FRAMES, {Part.TEXT: text, Part.TITLE: ""})


CASTS = (
    ("Peru condemned Chile over the border raid.", "condemned", EventType.ACCUSE, {"PER"}, {"CHL"}),
    ("Chile was condemned by Peru over the border raid.", "condemned", EventType.ACCUSE, {"PER"}, {"CHL"}),
    ("Norway and Sweden urged Finland to sign the treaty.", "urged", EventType.REQUEST, {"NOR", "SWE"}, {"FIN"}),
    ("Kenya expels two diplomats of Uganda.", "expels", EventType.SANCTION, {"KEN"}, {"UGA"}),
)


@pytest.mark.parametrize(("text", "word", "kind", "actors", "recipients"), CASTS)
def test_casts(text: str, word: str, kind: EventType, actors: set[str], recipients: set[str], parser: Parser) -> None:
    parts = read(parser, text, word, kind)
    assert {a.country for a in parts.actors} == actors
    assert {a.country for a in parts.recipients} == recipients


def test_actors_carry_their_own_characters(parser: Parser) -> None:
    text = "Peru condemned Chile over the border raid."
    parts = read(parser, text, "condemned", EventType.ACCUSE)
    assert [a.span.of(text) for a in (*parts.actors, *parts.recipients) if a.span] == ["Peru", "Chile"]


def test_a_visit_is_at_its_host_where_no_town_is_named(parser: Parser) -> None:
    parts = read(parser, "The Danish foreign minister will visit Kenya in May.", "visit", EventType.CONSULT)
    assert parts.place is not None
    assert parts.place.country == "KEN"


CLAUSES = (
    ("The envoy left the room.", "left", "envoy", "room"),
    ("The room was cleared by guards.", "cleared", "guards", "room"),
    ("The king asked the envoy to leave.", "leave", "envoy", None),
    ("The king wants to leave.", "leave", "king", None),
    ("The king, who met the envoy, left.", "met", "king", "envoy"),
    ("The king came and met the envoy.", "met", "king", "envoy"),
    ("The king's visit was short.", "visit", "king", None),
    ("The king made a visit.", "visit", "king", None),
    ("The room was cleared.", "cleared", None, "room"),
)


@pytest.mark.parametrize(("text", "word", "subject", "target"), CLAUSES)
def test_clauses(text: str, word: str, subject: str | None, target: str | None, parser: Parser) -> None:
    document = Document("x", text)
    clause = clause_of(*find(parser.parse(document, split(document).units), word))
    assert (clause.subject and clause.subject.text, clause.object and clause.object.text) == (subject, target)
