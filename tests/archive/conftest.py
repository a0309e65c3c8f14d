"""A store in a file of its own, and reports to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dragoman.archive.store import Filing, Store
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.model.kept import Raw

NOON = datetime(2025, 4, 2, 12, tzinfo=UTC)
MakeFiling = Callable[..., Filing]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the test's store is."""
    return tmp_path / "record.db"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    """An empty store whose clock stands still."""
    with Store.create(place, clock=lambda: NOON) as store:
        yield store


@pytest.fixture(scope="session")
def filing(fake: Callable[[Document], Reading]) -> MakeFiling:
    """What makes a report ready to be filed, with a reading that has one of everything."""

    def make(
        text: str = "Anna Volkova came to Tashkent.", key: str = "report", *, title: str = "Volkova in Tashkent",
        day: date | None = date(2025, 4, 1), outlet: str = "The Mail", read: bool = True, name: str = "r1",
    ) -> Filing:  # fmt: skip
        document = Document(name, text, day, title, outlet, f"https://mail.example/{key}", "en")
        raw = Raw(text.encode("utf-8", "surrogatepass") + b"\r\n", "text/plain")
        return Filing(document, key, raw, fake(document) if read else None)

    return make
