"""Which words become acts, by the tagger's view of them and by where they stand."""

from __future__ import annotations

import pytest

from dragoman.events.find import Found, find_acts
from dragoman.events.frames import load_frames
from dragoman.events.kinds import load_kinds
from dragoman.events.weigh import CONDITIONS
from dragoman.mentions import find_mentions
from dragoman.model.document import Document
from dragoman.model.event import EventType, Status
from dragoman.model.span import Span
from dragoman.model.tag import Tag, Target
from dragoman.syntax import Parser, split
from dragoman.vocab.load import load


class Seen:
    """A tagging that gives each listed word its probability and type."""

    def __init__(self, text: str, words: dict[str, tuple[EventType, float]]) -> None:
        self._found = {text.index(w): _tag(text.index(w), w, *view) for w, view in words.items()}
        self.tags = tuple(self._found[start] for start in sorted(self._found))

    def tag(self, span: Span) -> Tag | None:
        return self._found.get(span.start)

    def links(self, trigger: Span, targets: list[Target]) -> list[dict[str, float]]:
        return [{} for _ in targets]


def _tag(start: int, word: str, kind: EventType, probability: float) -> Tag:
    rest = probability * 0.1 / (len(EventType) - 1)
    types = tuple((t, probability * 0.9 if t is kind else rest) for t in EventType)
    statuses = ((Status.OCCURRED, 1.0),)
    return Tag(Span(start, start + len(word)), probability, types, 0.0, statuses, ((None, 1.0),), (), ())


def read(text: str, words: dict[str, tuple[EventType, float]], parser: Parser) -> Found:
    document = Document("r", text)
    sentences = parser.parse(document, split(document).units)
    mentions = find_mentions(document, sentences, load())
    return find_acts(document, sentences, mentions, Seen(text, words), load_frames(), load_kinds())


CONSULT, SANCTION, SUPPORT, AGREE = EventType.CONSULT, EventType.SANCTION, EventType.SUPPORT, EventType.AGREE

ACTS = (
    ("Norway's premier met the king of Spain.", {"met": (CONSULT, 0.95)}, {"met": CONSULT}),
    # In doubt, and yet told: an ambassador recalled is a sanction.
    ("Norway recalled its ambassador to Peru.", {"recalled": (SUPPORT, 0.4)}, {"recalled": SANCTION}),
    ("Norway lifted the embargo against Peru.", {"lifted": (SANCTION, 0.9)}, {"lifted": EventType.CONCEDE}),
    ("Norway and Peru signed a treaty.", {"signed": (SUPPORT, 0.9), "treaty": (AGREE, 0.9)}, {"signed": SUPPORT}),
    ("Norway and Peru met in Spain, their first such meeting.", {"meeting": (CONSULT, 0.9)}, {}),
    ("Norway's premier told Peru at a press conference.", {"conference": (CONSULT, 0.9)}, {}),
    ("Norway and Peru joined the fight against poverty.", {"fight": (EventType.ASSAULT, 0.9)}, {}),
    # Norway alone: a quarrel at home.
    ("Norway's farmers condemned the cabinet.", {"condemned": (EventType.ACCUSE, 0.9)}, {}),
    ("Norway's farmers condemned Peru.", {"condemned": (EventType.ACCUSE, 0.9)}, {"condemned": EventType.ACCUSE}),
)


@pytest.mark.parametrize(("text", "words", "expected"), ACTS, ids=[a[0] for a in ACTS])
def test_acts(
    text: str, words: dict[str, tuple[EventType, float]], expected: dict[str, EventType], parser: Parser
) -> None:
    found = read(text, words, parser)
    assert {act.span.of(text): act.type for act in found.acts} == expected
    assert {span.of(text) for span, _ in found.declined} == set(words) - set(expected)


def test_an_act_says_what_made_it(parser: Parser) -> None:
    (act,) = read("Norway recalled its ambassador to Peru.", {"recalled": (SUPPORT, 0.4)}, parser).acts
    assert act.because[0].startswith("tagger SUPPORT 0.36")
    assert {"events.recalls_envoy", "events.telling"} <= set(act.because)


def test_a_declined_word_has_a_plain_reason(parser: Parser) -> None:
    text = "Norway's farmers condemned the cabinet."
    ((span, reason),) = read(text, {"condemned": (EventType.ACCUSE, 0.9)}, parser).declined
    assert span.of(text) == "condemned"
    assert "only one country" in reason


def test_words_below_notice_are_passed_over(parser: Parser) -> None:
    found = read("Norway's premier met the king of Spain.", {"met": (CONSULT, 0.1)}, parser)
    assert found == Found((), ())


def test_every_condition_has_its_reason() -> None:
    assert all(c.reason and c.weight for c in CONDITIONS)
    assert len({c.name for c in CONDITIONS}) == len(CONDITIONS)
