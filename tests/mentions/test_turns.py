"""Whose words a transcript, a signed release or a joint statement holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Reader = Callable[..., Any]  # what `conftest.read` gives

LABELS = [
    ("JANE ROE: We met in Lima.", "Jane Roe"),
    ("ROE: We met in Lima.", "Roe"),
    ("MS ROE: We met in Lima.", "Roe"),
    ("MS. ROE: We met in Lima.", "Roe"),
    ("QUESTION: Did you meet in Lima?", None),
    ("SENIOR OFFICIAL: We met in Lima.", None),
    ("INTERPRETER: We met in Lima.", None),
]


@pytest.mark.parametrize(("text", "name"), LABELS)
def test_a_label_names_its_speaker(read: Reader, text: str, name: str | None) -> None:
    (turn,) = read(text).turns
    assert (turn.speaker.name if turn.speaker else None) == name


def test_an_office_as_a_label_means_who_holds_it(read: Reader) -> None:
    text = "Defence Minister Jane Roe came to Lima.\n\nDEFENCE MINISTER: We met the envoy."
    (turn,) = read(text).turns
    assert turn.speaker.name == "Jane Roe"


def test_a_bare_q_asks_beside_labels_only(read: Reader) -> None:
    text = "JANE ROE: We met in Lima.\n\nQ Will you meet again?\n\nJANE ROE: We will."
    assert [t.speaker.name if t.speaker else None for t in read(text).turns] == ["Jane Roe", None, "Jane Roe"]
    assert read("Q Will you meet again?").turns == ()


def test_a_signature_stands_on_a_line_of_its_own(read: Reader) -> None:
    (turn,) = read("Jane Roe, Foreign Minister\n\nPeru condemns the raid.").turns
    assert turn.speaker.name == "Jane Roe"
    filler = "The road was long and the rain did not stop. " * 8
    text = f"{filler}\n\nWhile in Lima, Secretary Doe will meet with President Roe and with the rest of her cabinet."
    assert read(text).turns == ()


def test_we_in_a_joint_statement_is_who_released_it(read: Reader) -> None:
    heading = "The following statement was released by Foreign Minister Jane Roe and Foreign Minister John Doe.\n\n"
    (turn,) = read(heading + "Begin text:\n\nWe condemn the raid on the valley.").turns
    assert turn.speaker.name == "Jane Roe"
    assert read(heading + "Begin text:\n\nPeru and Chad condemn the raid on the valley.").turns == ()


def test_a_joint_statement_may_name_its_group(read: Reader) -> None:
    text = (
        "The following statement was released by the Governments of Peru and Chad.\n\n"
        "We, the Foreign Ministers of Peru and Chad, condemn the raid."
    )
    (turn,) = read(text).turns
    assert turn.speaker.name == "Foreign Ministers of Peru and Chad"


def test_a_spokesperson_signs_what_says_we(read: Reader) -> None:
    (turn,) = read("Jane Roe, Department Spokesperson\n\nWe condemn the raid.").turns
    assert turn.speaker.name == "Jane Roe"
    assert read("Jane Roe, Department Spokesperson\n\nThe envoy will travel to Lima.").turns == ()


def test_an_order_is_by_who_holds_the_office(read: Reader) -> None:
    text = "By the authority vested in me as President by the laws of the land, I hereby order the road to be closed."
    (turn,) = read(text, outlet="The White House", published=date(2021, 6, 1)).turns
    assert turn.speaker.name == "Joe Biden"
    assert read(text).turns == ()
