"""How all pairs of states stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.archive.store import Store
from dragoman.follow.ribbons import as_of as cut
from dragoman.follow.ribbons import standing_on
from dragoman.model.relation import Standing, Stretch


@dataclass(frozen=True, slots=True)
class PairRow:
    """One pair, its present stretch, and how it stood before. Absent: `before` None where it never stood otherwise."""

    pair: tuple[str, str]
    today: Stretch
    before: Standing | None


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs as of a day: those whose state changed last come first. `total` counts before the limit."""

    as_of: date
    total: int
    pairs: tuple[PairRow, ...]


def pairs(
    store: Store, *, as_of: date, country: str | None = None, standing: Standing | None = None,
    limit: int | None = None,
) -> Pairs:  # fmt: skip
    """How every pair stands, or those of one country, or those that stand so, by what had been published by then."""
    rows = []
    for ribbon in store.ribbons():
        if country is not None and country not in ribbon.pair:
            continue
        known = cut(ribbon, as_of)
        today = standing_on(known, as_of) if known else None
        if known is None or today is None or (standing is not None and today.standing is not standing):
            continue
        earlier = [stretch for stretch in known.stretches if stretch.start < today.since]
        rows.append(PairRow(known.pair, today, earlier[-1].standing if earlier else None))
    rows.sort(key=lambda row: (-row.today.since.toordinal(), row.pair))
    return Pairs(as_of, len(rows), tuple(rows[:limit]))
