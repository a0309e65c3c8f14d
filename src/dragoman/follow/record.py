"""The record as Python code asks it: the questions of the command line as methods."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.archive.store import Store
from dragoman.follow import correct
from dragoman.follow.questions import agreements, conflicts, pair, pairs, plans, quotes, search, show, timeline, who
from dragoman.follow.questions.names import find_actor, find_country, find_pair, find_subject
from dragoman.follow.refresh import open_for_questions, refresh
from dragoman.model.event import Event
from dragoman.model.kept import Change, Correction, Report
from dragoman.model.relation import Standing
from dragoman.model.thread import Outcome

Day = str | date | None


class Record:
    """A store of reports, opened for questions; a context manager.

    Every question takes `as_of`, a date or "2018-06-12": only what had been published by then counts; without it,
    today. Countries and actors are given by any of their names, or by id. `up_to_date` is False where the latest
    reports could not be followed, because another process was writing or the store is read-only.
    Raises (from every question): NotInStore for a name or id that is not in the record; StoreError.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.up_to_date = refresh(store)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The record at this place. Raises: NoStore, NotAStore, StoreBusy."""
        return cls(open_for_questions(path))

    def close(self) -> None:
        """End the use of the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def reports(self) -> Iterator[Report]:
        """The current revision of every report."""
        return self.store.reports()

    def event(self, id: str) -> tuple[Report, Event]:
        """The event of this id, or beginning of one, as it was read, and its report."""
        return self.store.event(id)

    def plans(
        self, *about: str, outcomes: Collection[Outcome | str] = (), since: Day = None, as_of: Day = None
    ) -> plans.Plans:
        """What was planned by an actor, or between two, and what became of it."""
        subject = find_subject(self.store, about, _today(as_of))
        wanted = [Outcome(one) for one in outcomes]
        return plans.plans(self.store, subject, outcomes=wanted, since=_day(since), as_of=_today(as_of), quotes=True)

    def pair(self, one: str, other: str, *, as_of: Day = None) -> pair.PairState:
        """How two states stand, and stood, and the sentences behind it."""
        return pair.pair(self.store, *find_pair(one, other), as_of=_today(as_of), quotes=True)

    def pairs(self, country: str = "", *, standing: Standing | str = "", as_of: Day = None) -> pairs.Pairs:
        """How all pairs of states stand, or those of one country, or those that stand so."""
        code = find_country(country).id if country else None
        chosen = Standing(standing) if standing else None
        return pairs.pairs(self.store, country=code, standing=chosen, as_of=_today(as_of))

    def timeline(self, *about: str, since: Day = None, until: Day = None, as_of: Day = None) -> timeline.Timeline:
        """What an actor did, or two with each other, in the order of the days."""
        subject = find_subject(self.store, about, _today(as_of))
        return timeline.timeline(
            self.store, subject, since=_day(since), until=_day(until), as_of=_today(as_of), quotes=True
        )

    def who(self, name: str, *, as_of: Day = None) -> who.Who:
        """An actor's names, offices, meetings and statements."""
        return who.who(self.store, find_actor(self.store, name, _today(as_of)), as_of=_today(as_of))

    def quotes(self, by: str, *, about: str = "", as_of: Day = None) -> quotes.Quotes:
        """What an actor is reported to have said, all of it or about something."""
        return quotes.quotes(self.store, find_actor(self.store, by, _today(as_of)), about=about, as_of=_today(as_of))

    def conflicts(self, *about: str, since: Day = None, as_of: Day = None) -> conflicts.Conflicts:
        """Where reports of one act do not agree."""
        subject = find_subject(self.store, about, _today(as_of))
        return conflicts.conflicts(self.store, subject, since=_day(since), as_of=_today(as_of))

    def agreements(self, one: str, other: str, *, as_of: Day = None) -> agreements.Agreements:
        """What two states have agreed, signed, put in force or suspended."""
        return agreements.agreements(self.store, *find_pair(one, other), as_of=_today(as_of))

    def search(self, words: str, *, limit: int = 20, as_of: Day = None) -> search.Found:
        """The reports that hold these words."""
        return search.search(self.store, words, limit=limit, as_of=_today(as_of))

    def show(self, id: str, *, as_of: Day = None) -> show.Shown:
        """Whatever has this id."""
        return show.show(self.store, id, as_of=_today(as_of))

    def correct(
        self, target: str, change: Change | str, *others: str, who: str, note: str = "", **fields: str
    ) -> list[Correction]:
        """The corrections that this adds: `correct("e...", "field", who="me", status="cancelled")`.

        Raises: ValueError for a change or value that cannot be, with what can.
        """
        asked = correct.Asked(target, Change(change), others, fields, note)
        made = correct.correct(self.store, asked, who=who, at=datetime.now().astimezone())
        self.up_to_date = refresh(self.store)
        return made


def _day(day: Day) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def _today(day: Day) -> date:
    return _day(day) or date.today()
