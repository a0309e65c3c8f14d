"""The type of an act by its word and what hangs on it."""

from __future__ import annotations

import pytest

from dragoman.events.kinds import features, load_kinds, shares
from dragoman.model.document import Document
from dragoman.model.event import EventType
from dragoman.model.syntax import Sentence
from dragoman.syntax import Parser, split


def sentence(text: str, parser: Parser) -> Sentence:
    document = Document("r", text)
    return parser.parse(document, split(document).units)[0]


def test_features_name_the_word_its_parts_and_what_governs_it(parser: Parser) -> None:
    parsed = sentence("Norway imposed sanctions on Peru.", parser)
    verb, noun = parsed.tokens[1], parsed.tokens[2]
    assert {"impose", "impose VERB", "impose dobj sanction"} <= set(features(parsed, verb))
    assert {"sanction", "< dobj impose"} <= set(features(parsed, noun))


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Norway condemned the decision of Peru.", "condemned", EventType.ACCUSE),
        ("Norway urged Peru to wait.", "urged", EventType.REQUEST),
        ("Norway and Peru held talks.", "talks", EventType.CONSULT),
    ],
)
def test_where_the_tagger_is_at_a_loss_the_word_decides(text: str, word: str, kind: EventType, parser: Parser) -> None:
    parsed = sentence(text, parser)
    token = next(t for t in parsed.tokens if t.text == word)
    found = shares(load_kinds(), parsed, token, dict.fromkeys(EventType, 1.0 / len(EventType)))
    assert max(found, key=lambda k: found[k]) is kind
    assert sum(found.values()) == pytest.approx(1.0)
