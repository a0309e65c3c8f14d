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
        ("Norway–Peru ties closer than ever.", State.ADVANCING),
        ("Dialogue with Peru progressing, Oslo says.", State.ADVANCING),
        ("Norway has been deepening its ties with Peru.", State.ADVANCING),
        ("The visit opened a new chapter in relations between Norway and Peru.", State.ADVANCING),
        ("Norway and Peru have made significant progress in their talks.", State.ADVANCING),
        ("Ties between Norway and Peru are at an all-time high.", State.ADVANCING),
        ("Ties between Norway and Peru are back on track.", State.ADVANCING),
        ("The end of tensions between Norway and Peru was welcome.", State.ADVANCING),
        ("There are signs of a thaw between Norway and Peru.", State.ADVANCING),
        ("Norway and Peru are growing closer.", State.ADVANCING),
        ("Norway and Peru have become closer partners.", State.ADVANCING),
        ("Norway and Peru work closely together on climate.", State.STEADY),
        ("Norway and Peru are long-standing friends.", State.STEADY),
        ("Norway regards Peru as a key partner.", State.STEADY),
        ("Norway and Peru have a strategic partnership.", State.STEADY),
        ("Norway remains committed to its alliance with Peru.", State.STEADY),
        ("The raid will not affect relations between Norway and Peru.", State.STEADY),
        ("The dialogue between Norway and Peru continues.", State.STEADY),
        ("Norway–Peru dialogue on pause.", State.STALLED),
        ("There is no dialogue between Norway and Peru.", State.STALLED),
        ("Negotiations between Norway and Peru have broken down.", State.STALLED),
        ("The talks between Norway and Peru produced no breakthrough.", State.STALLED),
        ("Prospects for dialogue between Norway and Peru are dim.", State.STALLED),
        ("Ties between Norway and Peru sank to their lowest level in decades.", State.WORSENING),
        ("The row has plunged relations between Norway and Peru into crisis.", State.WORSENING),
        ("Norway has not resolved its row with Peru.", State.WORSENING),
        ("The raid could complicate Norway's relations with Peru.", State.WORSENING),
        ("Norway and Peru are at loggerheads over fish.", State.WORSENING),
        ("A trade war between Norway and Peru is looming.", State.WORSENING),
        ("Norway has no diplomatic relations with Peru.", State.BROKEN),
        ("Norway and Peru remain at war.", State.BROKEN),
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
        "The raid should not harm relations between Norway and Peru.",
        "Norway seeks close ties with Peru.",
        "Norway and Peru agreed to deepen cooperation.",
        "Norway and Peru agreed to work closely together.",
        "Norway is committed to continued engagement with Peru.",
        "Norway wants to mend fences with Peru.",
        "Peru broke off contact with Norway.",
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


def test_ties_with_two_are_two_pairs_with_the_owner() -> None:
    found = read("The raid may harm Norway's relations with Peru and Chile.")
    assert [(a.pair, a.state) for a in found] == [
        (("NOR", "PER"), State.WORSENING),
        (("CHL", "NOR"), State.WORSENING),
    ]


def test_two_judgements_in_one_sentence_have_a_span_each() -> None:
    one, other = read("Dialogue between Oslo and Lima is on pause, while Norway's relations with Chile are deepening.")
    assert (one.pair, one.state) == (("NOR", "PER"), State.STALLED)
    assert (other.pair, other.state) == (("CHL", "NOR"), State.ADVANCING)
    assert one.span.end <= other.span.start


@pytest.mark.parametrize(
    "text",
    [
        "Norway waited. Dialogue with Chile progressing, dialogue with Peru on pause.",
        "Norway waited. Cooperation with Chile is growing while talks with Peru are frozen.",
        "Norway waited. Ties with Chile are improving but those with Peru are frozen.",
    ],
)
def test_two_with_phrases_share_the_side_that_neither_names(text: str) -> None:
    assert [(a.pair, a.state) for a in read(text)] == [
        (("CHL", "NOR"), State.ADVANCING),
        (("NOR", "PER"), State.STALLED),
    ]


@pytest.mark.parametrize(
    "second", ["That dialogue is deepening.", "Relations have improved since then.", "Their ties are closer than ever."]
)
def test_the_sentence_before_gives_the_pair(second: str) -> None:
    (found,) = read(f"Chile saw it. Chile waited. Norway spoke with Peru. {second}")
    assert (found.pair, found.state) == (("NOR", "PER"), State.ADVANCING)


def test_whoever_was_named_last_is_the_side_that_is_only_described() -> None:
    (found,) = read("Norway went to Chile amid a crisis between the republic and Peru.")
    assert found.pair == ("CHL", "PER")


def test_what_describes_a_side_is_not_a_side() -> None:
    (found,) = read("Norway's ties with Peru, Chile's neighbour, are warm.")
    assert found.pair == ("NOR", "PER")


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
