"""An act while its story is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dragoman.follow.threads.profile import Act, Phase, Profile, Side
from dragoman.follow.threads.windows import Window, window_of
from dragoman.model.event import EventType, Status
from dragoman.model.thread import Party, Step, StepKind

FOREVER: Final = 10_000  # days: longer than any window with two ends
DAY: Final = 3  # days: a window that tells the day
LONGEST_STAY: Final = 14  # days that the time of one visit may grow to with the reports


@dataclass(slots=True, eq=False)
class Draft:
    """One act as known so far; it grows with every report, and nothing in it is ever taken back.

    `window` is when it is to be, as last stated, `announced` all that was stated since it was last moved; `held` is
    when it took place. `tentative` tells that it is no more than proposed, possible or expected. `first` and `last` are
    the publication dates of its first and last mention, `settled` that of the mention that made its phase. `casts` has
    who is named, in the order of appearance, by identity.
    """

    id: str
    type: EventType
    mode: str | None
    act: Act
    doers: frozenset[str]
    host: str | None
    phase: Phase
    tentative: bool = False
    sides: dict[str, Side] = field(default_factory=dict)
    window: Window | None = None
    announced: list[Window] = field(default_factory=list)
    held: Window | None = None
    off: Status | None = None
    place: str | None = None
    first: date | None = None
    last: date | None = None
    settled: date | None = None
    nouns: set[str] = field(default_factory=set)
    about: frozenset[str] = frozenset()
    instrument: str | None = None
    casts: dict[str, Party] = field(default_factory=dict)
    reports: dict[str, Phase] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    def may_be(self, told: Window, slack: int = 0) -> bool:
        """The days fit those that were announced: for a journey any of them, for other acts the last word."""
        if self.act is Act.VISIT:
            return any(window.meets(told, slack) for window in self.announced)
        return self.window is not None and self.window.meets(told, slack)

    @property
    def events(self) -> set[str]:
        """Those that tell of it."""
        return {step.event for step in self.steps}

    @property
    def towns(self) -> set[str]:
        """The names of the places where it is told to be."""
        return {step.place.name for step in self.steps if step.place}

    @property
    def said(self) -> set[tuple[str, str | None]]:
        """Which outlets and speakers have told of it, since it was last reopened."""
        told: set[tuple[str, str | None]] = set()
        for step in reversed(self.steps):
            told.add((step.outlet, step.source.name))
            if step.kind is StepKind.REOPENED:
                break
        return told

    @property
    def day(self) -> Window | None:
        """When it was, or is to be."""
        return self.held if self.phase is Phase.DONE else self.window

    def take(self, profile: Profile) -> None:
        """The act as known after this mention, before its step is put down."""
        sighting = profile.sighting
        for key, side in profile.sides.items():
            if key in self.sides:
                self.sides[key] = self.sides[key].joined(side)
            elif not self.steps or key != self.place:  # a host is named beside those who meet
                self.sides[key] = side
        self.nouns.add(profile.noun)
        self.about |= profile.about
        self.instrument = self.instrument or profile.instrument
        if profile.country and (self.place is None or profile.phase is not Phase.OFF):
            self.place = profile.country
        self._settle(profile)
        before = self.reports.get(sighting.report)
        self.reports[sighting.report] = Phase.OFF if before is Phase.OFF else profile.phase
        if sighting.published is not None:
            self.first = self.first or sighting.published
            self.last = sighting.published

    def show(self, step: Step) -> None:
        """The act took place, as another act shows (`presence`)."""
        self.steps.append(step)
        self.phase, self.held, self.settled = Phase.DONE, window_of(step.time), step.published
        self.last = step.published or self.last

    def _settle(self, profile: Profile) -> None:
        """Where it stands after this mention: what took place stays so, and a report that calls it off and adds a hope
        has called it off."""
        status, phase = profile.sighting.status, profile.phase
        if self.steps and self.phase is Phase.DONE:
            if phase is Phase.DONE and profile.window:
                self.held = grown(self.held, profile.window, self.act)
            return
        if phase is Phase.DONE:
            self.held = profile.window
        elif profile.window and (self.window is None or phase is Phase.AHEAD) and not self.only_announces(profile):
            self._announce(profile.window, moved=self.moves(profile))
        if phase is Phase.AHEAD and self.phase is Phase.OFF and self.reports.get(profile.sighting.report) is Phase.OFF:
            return
        if phase is Phase.AHEAD:
            opens = not self.steps or self.phase is Phase.OFF
            self.tentative = is_tentative(status) and (opens or self.tentative)
        if not self.steps or phase is not self.phase:
            self.settled = profile.sighting.published
        self.off = status if phase is Phase.OFF else None
        self.phase = phase

    def moves(self, profile: Profile) -> bool:
        """The mention names days that do not fit those announced, or another day than the day last announced."""
        told = profile.window
        if told is None or self.window is None or self.window.meets(told) or self.only_announces(profile):
            return False
        exact = (told.length or FOREVER) <= DAY and (self.window.length or FOREVER) <= DAY
        return not self.may_be(told) or (exact and profile.sighting.report not in self.reports)

    def only_announces(self, profile: Profile) -> bool:
        """The day told is that of the announcement, and the act is known to lie behind it."""
        told, published = profile.window, profile.sighting.published
        if profile.phase is not Phase.AHEAD or told is None or self.window is None or self.window.first is None:
            return False
        return published is not None and told.first == told.last == published < self.window.first

    def _announce(self, told: Window, moved: bool) -> None:
        """It is to be then, unless that is only a vaguer word for what is known."""
        if moved:
            self.announced.clear()
        self.announced.append(told)
        vaguer = self.window is not None and (told.length or FOREVER) > (self.window.length or FOREVER)
        if not vaguer or not self.announced[1:]:
            self.window = told


TENTATIVE: Final = frozenset({Status.PROPOSED, Status.POSSIBLE, Status.EXPECTED, Status.CONDITIONAL, Status.UNLIKELY})


def is_tentative(status: Status) -> bool:
    """The act is no more than proposed, possible or expected."""
    return status in TENTATIVE


def grown(held: Window | None, told: Window, act: Act) -> Window:
    """When it took place: the more exact of two; for a visit, all days of the stay."""
    if held is None:
        return told
    if act is Act.VISIT and held.first and held.last and told.first and told.last:
        stay = Window(min(held.first, told.first), max(held.last, told.last))
        if (stay.length or 0) <= LONGEST_STAY:
            return stay
    return told if (told.length or FOREVER) < (held.length or FOREVER) else held
