"""Judgements on relations: which pair, which state, in whose words."""

from __future__ import annotations

import re
from functools import cache

import pytest

from dragoman.events.assessments import find_assessments
from dragoman.model.claim import Claim, Speech, Turn, Voucher
from dragoman.model.document import Document
from dragoman.model.event import Assessment, State
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.span import Quote, Span
from dragoman.model.syntax import Sentence
from dragoman.syntax import Parser, split

NAMES = {"Norway": "NOR", "Norwegian": "NOR", "Oslo": "NOR", "Peru": "PER", "Lima": "PER", "Chile": "CHL"}
NAMED = re.compile(r"\b(?:" + "|".join(NAMES) + r")\b")


@cache
def parser() -> Parser:
    return Parser()


def mentions_in(text: str, sentences: tuple[Sentence, ...]) -> list[Mention]:
    found = []
    for match in NAMED.finditer(text):
        sentence = next(s for s in sentences if s.span.start <= match.start() < s.span.end)
        token = sentence.at(match.start())
        assert token is not None
        entity = Entity(match.group(), Kind.COUNTRY, NAMES[match.group()])
        form, kind = Form.NAME, Kind.COUNTRY
        found.append(Mention(len(found), Span(*match.span()), sentence.index, token.index, form, kind, (entity,)))
    return found


def read(text: str, claims: tuple[Claim, ...] = (), turns: tuple[Turn, ...] = ()) -> tuple[Assessment, ...]:
    document = Document("r", text)
    sentences = parser().parse(document, split(document).units)
    return find_assessments(document, sentences, mentions_in(text, sentences), claims, turns)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("They praised the growing partnership between Norway and Peru.", State.ADVANCING),
        ("Relations between Norway and Peru have improved.", State.ADVANCING),
        ("Talks between Norway and Peru are making progress.", State.ADVANCING),
        ("The visit deepened cooperation between Norway and Peru.", State.ADVANCING),
        ("Relations between Norway and Peru have reached a new level.", State.ADVANCING),
        ("The minister hailed the strong relationship between Norway and Peru.", State.STEADY),
        ("Norway is a close ally of Peru.", State.STEADY),
        ("Norway's ties with Peru remain good.", State.STEADY),
        ("The talks between Norway and Peru have stalled.", State.STALLED),
        ("The dialogue between Norway and Peru is on hold.", State.STALLED),
        ("Amid a stalemate between Norway and Peru, the envoy left.", State.STALLED),
        ("There is no progress in the talks between Norway and Peru.", State.STALLED),
        ("The envoy left amid tensions between Norway and Peru.", State.WORSENING),
        ("The raid strained relations between Norway and Peru.", State.WORSENING),
        ("Norway and Peru are locked in a dispute over fish.", State.WORSENING),
        ("He spoke about the deterioration of relations between Norway and Peru.", State.WORSENING),
        ("Relations between Norway and Peru are severed.", State.BROKEN),
    ],
)
def test_the_state_of_a_pair(text: str, state: State) -> None:
    (found,) = read(text)
    assert found.pair == ("NOR", "PER")
    assert found.state is state
    assert found.quote == found.span.of(text)
    assert found.source.kind is Voucher.AUTHOR
    assert found.because[0].startswith("assessments.")


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Peru opened talks.",
        "Norway wants closer ties with Peru.",
        "The raid will not harm relations between Norway and Peru.",
        "The two met to ease tensions between Norway and Peru.",
        "Norway hopes for improved relations with Peru.",
        "Norway will strengthen its ties with Peru.",
        "Norway may become a close partner of Peru.",
        "The economy of Norway is in a deep crisis.",
        "Strong winds hit Norway and Peru.",
        "",
    ],
)
def test_no_judgement(text: str) -> None:
    assert read(text) == ()


def test_tensions_with_two_are_two_pairs() -> None:
    found = read("Tensions between Norway and Peru and Chile grow.")
    assert {a.pair for a in found} == {("NOR", "PER"), ("CHL", "NOR")}


def test_the_subject_is_the_other_side() -> None:
    (found,) = read("Norway met Chile on Monday. Peru praised its strong ties with Norway.")
    assert found.pair == ("NOR", "PER")


def test_relations_that_name_nobody_are_those_the_report_is_about() -> None:
    (found,) = read("Norway hosted the president of Peru. Chile saw Norway and Peru meet. Our relations are strong.")
    assert found.pair == ("NOR", "PER")


def test_no_pair_no_assessment() -> None:
    assert read("Norway said that relations are strong.") == ()


def test_the_innermost_claim_vouches() -> None:
    text = "The minister said that relations between Norway and Peru have deteriorated."
    minister = Entity("Ola Berg", Kind.PERSON, "NOR")
    said = Quote("said", Span(13, 17))
    claim = Claim((Span(18, len(text) - 1),), Voucher.NAMED, minister, said, Speech.INDIRECT, True, "claims.test")
    (found,) = read(text, (claim,))
    assert (found.source.kind, found.source.name, found.source.cue) == (Voucher.NAMED, "Ola Berg", "said")
    assert not found.source.quoted


def test_who_has_the_floor_vouches_and_is_one_side() -> None:
    text = "Our friendship with Peru is strong."
    turn = Turn(Span(0, len(text)), Entity("Ola Berg", Kind.PERSON, "NOR"), "turns.test")
    (found,) = read(text, turns=(turn,))
    assert found.pair == ("NOR", "PER")
    assert (found.source.kind, found.source.name) == (Voucher.NAMED, "Ola Berg")
