"""Where a report is set: its head, or its dateline."""

from __future__ import annotations

import pytest

from dragoman.mentions.setting import find_setting
from dragoman.model.document import Document
from dragoman.vocab.load import load

BODY = "SECRETARY SMITH: It is wonderful to be here, and we have had a good day of talks about trade and fisheries."
SETTINGS = [
    ("Anna Smith, Secretary of Trade\n\nLima, Peru\n\nCasa Verde\n\n" + BODY, "Lima, Peru", "PER"),
    ("Washington, D.C.\n\nTreaty Room\n\n" + BODY, "Washington, D.C.", "USA"),
    ("East Room\n\n2:10 P.M. EDT\n\n" + BODY, "East Room", "USA"),
    ("Tulsa, Oklahoma\n\n" + BODY, "Tulsa, Oklahoma", "USA"),
    ("OSLO, May 3 — The minister of Peru arrived here on Monday for talks about fisheries.", "OSLO", "NOR"),
]


@pytest.mark.parametrize(("text", "name", "country"), SETTINGS)
def test_the_place_at_the_head_is_where_the_report_is_set(text: str, name: str, country: str) -> None:
    place = find_setting(Document("r", text), load())
    assert place is not None
    assert (place.name, place.country) == (name, country)
    assert place.span is not None
    assert place.span.of(text) == name


NONE = [
    BODY,
    "Via Teleconference\n\n" + BODY,
    "Anna Smith, Secretary of Trade\n\n" + BODY,
    "The minister of Peru went to Oslo, Norway.\n\n" + BODY,
    "Peru\n\n" + BODY,  # a heading, not a place where somebody stands
]


@pytest.mark.parametrize("text", NONE)
def test_other_heads_tell_no_place(text: str) -> None:
    assert find_setting(Document("r", text), load()) is None
