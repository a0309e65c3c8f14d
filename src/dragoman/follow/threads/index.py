"""Where to look for the act that a sighting tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from dragoman.follow.threads.draft import Draft
from dragoman.follow.threads.profile import Act, Phase, Profile
from dragoman.follow.threads.timing import LOOKING_BACK, is_short
from dragoman.follow.threads.windows import Window

HORIZON: Final = 400  # days after its last mention for which a plan is looked for
OVER: Final = 60  # days after its window for which it is
AROUND: Final = 35  # days by which what took place may have been told before its last day
MANY: Final = 6  # sides of one act that are looked up pair by pair

Key = tuple[str, ...]


@dataclass(slots=True)
class Shelf:
    """The acts under one key: those to come or called off; and those that took place, in the order in which they came
    here, with the day of the report that put them here."""

    open: dict[str, Draft] = field(default_factory=dict)
    done: dict[str, tuple[date, Draft]] = field(default_factory=dict)


class Index:
    """The acts by who takes part, and in what."""

    def __init__(self) -> None:
        self._shelves: dict[Key, Shelf] = {}
        self._keys: dict[str, set[Key]] = {}

    def add(self, draft: Draft, profile: Profile) -> None:
        """The act can be found by what this mention tells."""
        for key in (*_keys(profile), *_single_keys(profile)):
            shelf = self._shelves.setdefault(key, Shelf())
            if draft.phase is not Phase.DONE:
                shelf.open[draft.id] = draft
            elif draft.id not in shelf.done:
                shelf.done[draft.id] = draft.last or date.max, draft
            self._keys.setdefault(draft.id, set()).add(key)

    def close(self, draft: Draft) -> None:
        """The act took place: under all its keys it is now among those that did."""
        for key in self._keys.get(draft.id, ()):
            shelf = self._shelves[key]
            if shelf.open.pop(draft.id, None) is not None:
                shelf.done[draft.id] = draft.last or date.max, draft

    def candidates(self, profile: Profile) -> Iterator[Draft]:
        """The acts that may be meant, each once; those to come first, then what took place, the last told first."""
        keys = [*_keys(profile), *_single_keys(profile)]
        seen: set[str] = set()
        for key in keys:
            shelf = self._shelves.get(key)
            if shelf is not None:
                for draft in (*_to_come(shelf, profile.sighting.published), *_done(shelf, profile)):
                    if draft.id not in seen:
                        seen.add(draft.id)
                        yield draft


def _to_come(shelf: Shelf, day: date | None) -> list[Draft]:
    if day is not None:
        for name in [name for name, draft in shelf.open.items() if _is_over(draft, day)]:
            del shelf.open[name]
    return list(shelf.open.values())


def _is_over(draft: Draft, day: date) -> bool:
    if draft.last is not None and (day - draft.last).days > HORIZON:
        return True
    return draft.window is not None and draft.window.last is not None and (day - draft.window.last).days > OVER


def _done(shelf: Shelf, profile: Profile) -> Iterator[Draft]:
    since = _since(profile.window, profile.sighting.published)
    for told, draft in reversed(shelf.done.values()):
        if told < since:
            return
        yield draft


def _since(told: Window | None, day: date | None) -> date:
    """Acts that were told as done before that day are not meant."""
    if told is None:
        return date.min if day is None else day - timedelta(days=LOOKING_BACK)
    first = told.first or date.min
    return date.min if (first - date.min).days < AROUND else first - timedelta(days=AROUND)


def _keys(profile: Profile) -> list[Key]:
    act = profile.act.value
    if profile.act is Act.VISIT:
        return [(act, side, profile.host or "") for side in profile.sides]
    sides = sorted(profile.sides)[:MANY]
    if profile.act is Act.DEED:
        if len(sides) < 2 or not (profile.about or profile.instrument):
            return []  # nothing to know it by
        words = [profile.noun, profile.instrument] if profile.instrument else [profile.noun]
        return [(act, profile.sighting.type, word, *sides) for word in words if word]
    return [(act, *pair) for pair in combinations(sides, 2)]


def _single_keys(profile: Profile) -> list[Key]:
    """A summit with an exact day can be found by one of those who meet."""
    if profile.noun != "summit" or profile.window is None or not is_short(profile.window):
        return []
    return [("summit", person) for person in sorted(profile.persons)]
