"""Whom a question is about: everybody, one actor, or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dragoman.archive.store import Store
from dragoman.follow.threads import as_of as cut
from dragoman.model.event import EventType
from dragoman.model.identity import Identity
from dragoman.model.mention import Kind
from dragoman.model.thread import Thread

RECENT: Final = timedelta(days=366)  # how far a question about very many acts looks back


@dataclass(frozen=True, slots=True)
class Subject:
    """The actors asked about, none, one or two; a country's people and bodies count as the country's."""

    actors: tuple[Identity, ...] = ()

    def heard_since(self, store: Store, since: date | None, as_of: date) -> date | None:
        """From which day on acts of these must have been heard of; for one country or everybody a year, if not said.

        The year ends with the last report by `as_of`. Absent: None is all.
        """
        if since is not None or len(self.actors) > 1 or any(a.kind is not Kind.COUNTRY for a in self.actors):
            return since
        latest = store.latest_day(as_of)
        return latest - RECENT if latest else None

    def threads(
        self, store: Store, *, as_of: date, since: date | None = None, plans_only: bool = False,
        conflicts_only: bool = False, type: EventType | None = None,
    ) -> Iterator[Thread]:  # fmt: skip
        """The acts that they had part in, each as far as it was known on that day; those heard of since a day."""
        pair, country, identity = self._keys()
        for thread in store.threads(
            pair=pair, country=country, identity=identity, plans_only=plans_only, conflicts_only=conflicts_only,
            since=since, until=as_of, type=type,
        ):  # fmt: skip
            known = cut(thread, as_of)
            if known is not None and self._part_in(known) and _last(known) >= (since or date.min):
                yield known

    def _keys(self) -> tuple[tuple[str, str] | None, str | None, str | None]:
        countries = sorted({a.id for a in self.actors if a.kind is Kind.COUNTRY})
        persons = [a.id for a in self.actors if a.kind is not Kind.COUNTRY]
        if persons:
            return None, None, persons[0]
        if len(countries) == 2:
            return (countries[0], countries[1]), None, None
        return None, countries[0] if countries else None, None

    def _part_in(self, thread: Thread) -> bool:
        """Each of them has part in it, one as its actor where there are two."""
        parties = (*thread.actors, *thread.recipients)
        return all(any(a.id in (p.id, p.country) for p in parties) for a in self.actors)

    def __str__(self) -> str:
        return " and ".join(actor.name for actor in self.actors)


def _last(thread: Thread) -> date:
    return thread.steps[-1].published or date.min


ANY: Final = Subject()
