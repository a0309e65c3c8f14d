"""The bundled dispatches: complete, short, dated, and right about weekdays."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest

FIELDS = {"id", "published", "title", "outlet", "lang", "text", "license"}
MONTHS = {
    "Jan": 1, "Feb": 2, "March": 3, "April": 4, "May": 5, "June": 6,
    "July": 7, "Aug": 8, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}
DATELINE = re.compile(rf"^[A-Z ]+, ({'|'.join(MONTHS)}) (\d+) - ")


def dispatches() -> list[dict[str, Any]]:
    lines = (files("dragoman") / "demo" / "dispatches.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


DISPATCHES = dispatches()


def test_there_are_enough_of_every_pair() -> None:
    pairs = Counter(re.sub(r"-\d{4}-\d\d-\d\d$", "", d["id"]) for d in DISPATCHES)
    assert len(DISPATCHES) >= 36
    assert len(pairs) >= 4
    assert min(pairs.values()) >= 4
    assert len({d["id"] for d in DISPATCHES}) == len(DISPATCHES)


@pytest.mark.parametrize("dispatch", DISPATCHES, ids=lambda d: d["id"])
def test_a_dispatch_is_short_free_and_complete(dispatch: dict[str, Any]) -> None:
    assert set(dispatch) == FIELDS
    assert (dispatch["outlet"], dispatch["lang"], dispatch["license"]) == ("dragoman demo", "en", "CC0-1.0")
    assert 60 <= len(dispatch["text"].split()) <= 160
    assert dispatch["id"].endswith(dispatch["published"])
    assert date(2018, 1, 1) <= date.fromisoformat(dispatch["published"]) < date(2026, 1, 1)


@pytest.mark.parametrize("dispatch", DISPATCHES, ids=lambda d: d["id"])
def test_a_dateline_agrees_with_the_publication_date(dispatch: dict[str, Any]) -> None:
    published = date.fromisoformat(dispatch["published"])
    if dateline := DATELINE.match(dispatch["text"]):
        written = date(published.year, MONTHS[dateline[1]], int(dateline[2]))
        assert timedelta(0) <= published - written <= timedelta(1)


def test_a_cancelled_and_reinstated_summit_is_among_them() -> None:
    titles = [d["title"] for d in DISPATCHES if d["published"] in ("2018-05-24", "2018-06-01")]
    assert titles == ["Trump cancels Singapore summit with Kim", "Trump: Singapore meeting with Kim is back on"]
