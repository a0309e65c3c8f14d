"""Killed at random moments, or used by many at once, the store keeps what it promised (`python -m bench crash`)."""

from __future__ import annotations

import pytest
from bench.crash import kill_command, kill_store, side_by_side

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("work", ["file", "correct", "reread", "migrate"])
def test_nothing_acknowledged_is_lost_and_nothing_is_there_by_half(work: str) -> None:
    outcome = kill_store(work, 50)
    assert outcome.wrong == []
    assert outcome.trials == 50
    assert outcome.acknowledged >= 5


@pytest.mark.parametrize("command", ["add", "fix", "reread"])
def test_a_killed_command_loses_nothing(command: str) -> None:
    assert kill_command(command, 3).wrong == []


def test_writers_and_a_reader_side_by_side() -> None:
    assert "no error, exact counts, verify clean" in side_by_side(5)
