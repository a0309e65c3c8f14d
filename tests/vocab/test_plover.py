"""The codebook as it is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import VocabularyError
from dragoman.model.event import EventType, Status
from dragoman.vocab.plover import Plover, load_plover


@pytest.fixture(scope="module")
def plover() -> Plover:
    return load_plover()


def test_types_are_the_records(plover: Plover) -> None:
    assert list(plover.types) == [kind.value for kind in EventType]


@pytest.mark.parametrize(
    ("type", "mode", "score"),
    [
        ("CONSULT", None, 2.5),
        ("CONSULT", "visit", 4.0),
        ("CONSULT", "call", 1.5),
        ("CONSULT", "letter", 2.5),
        ("CONSULT", "third-party", 1.0),
        ("ACCUSE", None, -3.0),
        ("ACCUSE", "disapprove", -2.0),
        ("ASSAULT", "drone", -9.5),
        ("PROTEST", "vandalize", -5.0),
        ("RETREAT", "disarm", 10.0),
    ],
)
def test_scores(plover: Plover, type: str, mode: str | None, score: float) -> None:
    assert plover.score(type, mode) == score


def test_conflict_is_hostile_and_cooperation_friendly(plover: Plover) -> None:
    for kind in plover.types.values():
        assert kind.score > 0 if kind.quad.endswith("COOPERATION") else kind.score <= 0
        assert kind.definition


def test_every_status_is_settled(plover: Plover) -> None:
    took_place = {Status.OCCURRED, Status.ONGOING}
    assert set(plover.status_contexts) == {status.value for status in Status if status not in took_place}
    assert len(plover.contexts) == 37


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"types": [{"code": "AID"}]}'])
def test_broken_codebook(tmp_path: Path, text: str) -> None:
    file = tmp_path / "plover.json"
    file.write_text(text)
    with pytest.raises(VocabularyError, match=r"plover\.json"):
        load_plover(file)


def test_missing_codebook(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError):
        load_plover(tmp_path / "none.json")
