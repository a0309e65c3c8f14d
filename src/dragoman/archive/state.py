"""What the record has come to: how often it was changed, and which state of it the derived lines rest on."""

from __future__ import annotations

from dragoman.archive.database import Database

CHANGES = "changes"
DERIVED = "derived"


def get_state(database: Database, name: str) -> str:
    """The value under this name, "" where there is none yet."""
    return str(database.value("SELECT value FROM state WHERE name = ?", name) or "")


def set_state(database: Database, name: str, value: str) -> None:
    """Keep the value under this name."""
    if database.row("SELECT 1 FROM state WHERE name = ?", name):
        database.change("state", "name", name, value=value)
    else:
        database.insert("state", [(name, value)])


def mark_changed(database: Database) -> None:
    """What the derived lines rest on is another from here on."""
    set_state(database, CHANGES, str(int(get_state(database, CHANGES) or 0) + 1))
