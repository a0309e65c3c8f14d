"""Feeds followed politely: asked only for what is new, one after the other, no oftener than they want to be."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from dragoman.archive.store import FeedState, Store
from dragoman.errors import DragomanError, SourceError, StoreBusy, Unreachable
from dragoman.run.adding import Tally
from dragoman.sources import Given, Items, Pages, open_bytes
from dragoman.sources.item import address_key
from dragoman.sources.web import ERROR, Answer, ask

EVERY: Final = 30.0  # minutes
LONGEST: Final = 86_400.0  # seconds that a feed may ask to be left alone; a longer time is a mistake
MAX_AGE: Final = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})")
TTL: Final = re.compile(rb"<ttl>\s*(\d{1,6})\s*</ttl>", re.I)  # minutes
NOT_MODIFIED: Final = 304


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of asking a feed once. Absent: `tally` None where there was nothing new, or no answer."""

    url: str
    tally: Tally | None = None
    error: DragomanError | None = None


class Watch:
    """Feeds, and when each is to be asked again. `add` files what a feed brings.

    With `pages`, the pages that the feeds link to are filed instead of what the feeds say of them; each page once.
    """

    def __init__(
        self, store: Store, add: Callable[[Items], Tally], *, every: float = EVERY * 60, pages: bool = False,
        given: Given | None = None,
    ) -> None:  # fmt: skip
        self._store, self._add, self._every, self._given = store, add, every, given or Given()
        self._pages: Pages | None = self._is_wanted if pages else None
        self._fetched: set[str] = set()
        self._least: dict[str, float] = {}  # by feed: the seconds that it last asked for

    def follow(self, urls: Iterable[str], tell: Callable[[Checked], None]) -> None:
        """Ask these feeds for ever, each when its time has come."""
        due = dict.fromkeys(urls, time.monotonic())
        while due:
            url = min(due, key=due.__getitem__)
            time.sleep(max(0.0, due[url] - time.monotonic()))
            try:
                tell(self.check(url))
            except StoreBusy as error:  # by another process: the next time may find it free
                tell(Checked(url, error=error))
            due[url] = time.monotonic() + self.wait(url)

    def wait(self, url: str) -> float:
        """Seconds after which the feed may be asked again."""
        return max(self._every, min(self._least.get(url, 0.0), LONGEST))

    def check(self, url: str) -> Checked:
        """Ask the feed once, and file what is new. How far it was followed is kept only after that."""
        state = self._store.feed(url)
        try:
            answer = ask(url, _conditions(state))
        except SourceError as error:
            return Checked(url, error=error)
        least = _least(answer, datetime.now(UTC))
        if least or answer.status >= ERROR:  # an answer that nothing has changed often says no more than that
            self._least[url] = least
        if answer.status >= ERROR:
            return Checked(url, error=_refused(answer, url, self.wait(url)))
        tally = None if answer.status == NOT_MODIFIED else self._add(self._items(url, answer))
        etag, modified = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
        if answer.status == NOT_MODIFIED and state:
            etag, modified = etag or state.etag, modified or state.modified
        self._store.set_feed(url, etag, modified, datetime.now(UTC))
        return Checked(url, tally)

    def _items(self, url: str, answer: Answer) -> Items:
        body, charset = answer.body, answer.charset
        return open_bytes(body, url, self._given, url=answer.url, charset=charset, pages=self._pages)

    def _is_wanted(self, address: str) -> bool:
        fresh = address not in self._fetched and not self._store.revisions(address_key(address))
        self._fetched.add(address)
        return fresh


def _conditions(state: FeedState | None) -> dict[str, str]:
    """The headers that ask for what is new only."""
    conditions = {"Accept": "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"}
    if state and state.etag:
        conditions["If-None-Match"] = state.etag
    if state and state.modified:
        conditions["If-Modified-Since"] = state.modified
    return conditions


def _refused(answer: Answer, url: str, wait: float) -> Unreachable:
    return Unreachable(answer.unreachable(url).what, where=url, remedy=f"ask again in {math.ceil(wait / 60)} minutes")


def _least(answer: Answer, now: datetime) -> float:
    """The seconds for which the server, or the feed itself, wants to be left alone; 0 where neither says."""
    if answer.status >= ERROR:
        return _retry_after(answer.headers.get("retry-after", ""), now)
    aged = MAX_AGE.search(answer.headers.get("cache-control", ""))
    ttl = TTL.search(answer.body)
    return max(float(aged.group(1)) if aged else 0.0, float(ttl.group(1)) * 60 if ttl else 0.0)


def _retry_after(said: str, now: datetime) -> float:
    if said.strip().isdecimal():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return 0.0
