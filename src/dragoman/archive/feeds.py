"""How far each feed was followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dragoman.archive.database import Database, decoding


@dataclass(frozen=True, slots=True)
class FeedState:
    """What the feed's server said when it was last asked, to be said back to it; "" where it said nothing."""

    url: str
    etag: str
    modified: str
    checked: datetime


def get_feed(database: Database, url: str) -> FeedState | None:
    """Where the feed stands. Absent: None where it was never asked."""
    row = database.row("SELECT url, etag, modified, checked FROM feed WHERE url = ?", url)
    with decoding(database.path):
        return FeedState(row[0], row[1], row[2], datetime.fromisoformat(row[3])) if row else None


def set_feed(database: Database, feed: FeedState) -> None:
    """Keep where the feed stands."""
    with database.writing():
        database.run("DELETE FROM feed WHERE url = ?", feed.url)
        database.insert("feed", [(feed.url, feed.etag, feed.modified, feed.checked.isoformat())])
