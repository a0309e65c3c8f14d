"""Whether a sighting's day fits an act: within its window, or while its plan was open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.follow.threads.draft import DAY, Draft
from dragoman.follow.threads.likeness import Trust
from dragoman.follow.threads.profile import Act, Phase, Profile
from dragoman.follow.threads.windows import Window
from dragoman.model.event import Status


@dataclass(frozen=True, slots=True)
class Fit:
    """Why a sighting is taken for an act, and how well it fits: 4 the same day, 3 the same few days, 2 the same window,
    1 or less while nothing speaks against it."""

    weight: float
    because: str


SHORT: Final = 10  # days: a window no longer tells a day, not a season
STAY: Final = 4  # days by which reports of one visit, or one summit, may lie apart
OPEN: Final = {Trust.ALL: 365, Trust.ONE_SIDE: 120, Trust.STATES: 120}  # days a plan without a date is spoken of
DEAD: Final = 90  # days after which a plan that was called off is not reopened, but made anew
PUT_OFF: Final = 365  # the same, for one that was postponed
LAG: Final = 3  # days for which reports still announce what has already taken place
LOOKING_BACK: Final = 10  # days for which reports tell of what took place without naming the day
PAST_DUE: Final = 14  # days after its window in which a plan is still spoken of
MOVES: Final = 120  # days by which a plan may be moved
BUILT_LATE: Final = 60  # the same, for what is built, opened or signed
LATE: Final = 14  # days by which an act may come later than announced, with no word of its being moved


def fits_in_time(draft: Draft, profile: Profile, trust: Trust) -> Fit | None:
    """How the day that the sighting tells fits what is known of the act; None where it does not."""
    if draft.phase is Phase.DONE:
        if profile.phase is Phase.AHEAD:
            return _still_announced(draft, profile)
        return _told_again(draft, profile, trust)
    if profile.phase is Phase.DONE:
        return _came_about(draft, profile, trust)
    return _still_planned(draft, profile, trust)


def _still_announced(draft: Draft, profile: Profile) -> Fit | None:
    """A report that lags behind: it announces what took place in these very days."""
    day, held = profile.sighting.published, draft.held
    if day is None or held is None or held.last is None or profile.sighting.status is not Status.PLANNED:
        return None
    if profile.window is not None:
        same = is_short(profile.window) and profile.window.meets(held)
        return Fit(1, f"{named(profile)} is when it took place") if same else None
    here = profile.country is not None and profile.country == draft.place
    if profile.sighting.report in draft.reports:
        here = profile.place is not None and profile.place.name in draft.towns
    if (day - held.last).days <= LAG and here:
        return Fit(0.5, "announced in the same place, in the days in which it took place")
    return None


def _told_again(draft: Draft, profile: Profile, trust: Trust) -> Fit | None:
    """What took place, told once more, or denied."""
    held, told, day = draft.held, profile.window, profile.sighting.published
    if told is not None and held is not None:
        if told.meets(held, 1):
            return Fit(_closeness(told, held) or 1.5, f"{named(profile)} is when it took place")
        long = draft.act is Act.VISIT or profile.noun == "summit"
        return Fit(2, f"{named(profile)} is within its days") if long and told.meets(held, STAY) else None
    since = None if day is None or draft.settled is None else (day - draft.settled).days
    if since is None or since > LOOKING_BACK:
        return None
    if told is not None:
        near = draft.settled is not None and told.apart(Window(draft.settled, draft.settled)) <= LOOKING_BACK
        return Fit(1, f"{named(profile)} is within {LOOKING_BACK} days of its first report") if near else None
    if profile.phase is Phase.OFF and profile.sighting.status is not Status.DID_NOT_OCCUR:
        return None
    if trust is Trust.STATES and since > LAG:
        return None
    return Fit(1, f"told again within {max(since, 1)} days")


def _still_planned(draft: Draft, profile: Profile, trust: Trust) -> Fit | None:
    """A plan spoken of again: with its window, with another, or with none while it is open."""
    planned, told, day = draft.window, profile.window, profile.sighting.published
    if told is not None and told.last is None and _began_before(told, draft):
        return None  # "not since 2017" is no word on what is planned
    if planned is not None and told is not None:
        if draft.may_be(told):
            return Fit(_closeness(told, planned) or 2, f"{named(profile)} fits its window")
        return _moved(draft, profile, trust, planned, told)
    since = None if day is None or draft.last is None else (day - draft.last).days
    if since is None or since > _lifetime(draft, trust):
        return None
    if planned is None:
        return Fit(1.5, f"{named(profile)} is the first day named") if told else Fit(1, "no day is named yet")
    if day is not None and planned.last is not None and (day - planned.last).days > PAST_DUE:
        return None
    return Fit(1, "the plan was open, and no other day is named")


def _moved(draft: Draft, profile: Profile, trust: Trust, planned: Window, told: Window) -> Fit | None:
    """The plan is spoken of with another day than before."""
    day = profile.sighting.published
    if trust is Trust.STATES or (trust is Trust.ONE_SIDE and profile.noun != "summit"):
        return None
    if profile.sighting.report in draft.reports or planned.apart(told) > MOVES:
        return None
    if day is None or (planned.last is not None and (day - planned.last).days > PAST_DUE):
        return None
    if told.last is not None and told.last < day:
        return None  # a plan is not moved into the past
    return Fit(0.5, f"{named(profile)} is another day than planned before")


def _came_about(draft: Draft, profile: Profile, trust: Trust) -> Fit | None:
    """What was planned is told as done."""
    planned, told, day = draft.window, profile.window, profile.sighting.published
    if planned is None:
        return _came_undated(draft, profile, trust)
    if told is not None:
        if draft.may_be(told, 1):
            return Fit(_closeness(told, planned) or 2, f"{named(profile)} lies within the window announced")
        late = told.first is not None and planned.last is not None and told.first > planned.last
        if late and draft.act is Act.VISIT and planned.apart(told) <= STAY:
            return Fit(2, f"{named(profile)} is within its days")
        in_time = planned.apart(told) <= (BUILT_LATE if draft.act is Act.DEED else LATE)
        if late and in_time and trust is Trust.ALL and (draft.act is Act.DEED or _same_place(draft, profile)):
            return Fit(0.5, f"{named(profile)}, {planned.apart(told)} days later than announced")
        return None
    if day is None or (planned.first is not None and day < planned.first):
        return None
    if planned.last is not None and (day - planned.last).days > LATE:
        return None
    return Fit(1.5, "told as done in the days for which it was announced")


def _came_undated(draft: Draft, profile: Profile, trust: Trust) -> Fit | None:
    told, day = profile.window, profile.sighting.published
    since = None if day is None or draft.last is None else (day - draft.last).days
    if since is None or since > _lifetime(draft, trust):
        return None
    if told is None:
        return Fit(0.5, "told as done while it was planned") if trust is not Trust.STATES else None
    start = told.last if is_short(told) else told.first  # "last year" is no word of what was planned in that year
    before = start is not None and draft.first is not None and (draft.first - start).days > 1
    return None if before else Fit(1.5, f"{named(profile)} is the first day named, and it was planned")


def _began_before(told: Window, draft: Draft) -> bool:
    """The days begin before the act was first spoken of; a day's difference is a matter of time zones."""
    return told.first is not None and draft.first is not None and (draft.first - told.first).days > 1


def _lifetime(draft: Draft, trust: Trust) -> int:
    """For how many days after its last mention the plan is spoken of."""
    if draft.phase is Phase.OFF:
        return PUT_OFF if draft.off is Status.POSTPONED else min(DEAD, OPEN[trust])
    return OPEN[trust]


def _same_place(draft: Draft, profile: Profile) -> bool:
    return draft.host is not None or (profile.country is not None and profile.country == draft.place)


def _closeness(one: Window, other: Window) -> float:
    """4 where both tell the day, 3 where both tell a few days, 0 where one does not."""
    if not is_short(one) or not is_short(other):
        return 0
    return 4 if (one.length or 0) <= DAY and (other.length or 0) <= DAY else 3


def is_short(window: Window) -> bool:
    """It tells a day, or a few."""
    return window.length is not None and window.length <= SHORT


def named(profile: Profile) -> str:
    """The day in the sighting's own value."""
    return str(profile.sighting.time)
