"""The same meeting, call or letter: persons, sort of meeting, place and day decide, never the states alone."""

from __future__ import annotations

import re
from typing import Final

from dragoman.follow.threads.draft import Draft
from dragoman.follow.threads.likeness import Trust, likeness
from dragoman.follow.threads.profile import Phase, Profile
from dragoman.follow.threads.timing import Fit, fits_in_time
from dragoman.follow.threads.words import MEETINGS

HEADS: Final = re.compile(
    r"(?<!vice )(?<!deputy )\b(?:presidents?|(?:supreme )?leaders?|chairman|premier|(?:prime|first) minister|chancellor"
    r"|king|emir|crown prince|taoiseach|sultan|emperor)\b"
)


def same_meeting(draft: Draft, profile: Profile) -> Fit | None:
    """Why the sighting tells of this meeting; None where it does not."""
    common = draft.sides.keys() & profile.sides.keys()
    if len(common) < 2:
        return _by_one_side(draft, profile)
    alike = [likeness(draft.sides[key], profile.sides[key]) for key in common]
    if None in alike:
        return None
    trust = Trust(min(2, sum(one is Trust.ALL for one in alike)))
    time = fits_in_time(draft, profile, trust)
    if time is None or not _places_agree(draft, profile, time):
        return None
    same_sort = profile.noun in draft.nouns or (profile.noun == "summit" and _heads_meet(draft))
    if draft.sides.keys() != profile.sides.keys() and not (same_sort and time.weight >= 3):
        return None
    if trust is not Trust.ALL and profile.noun not in MEETINGS:
        return None
    if trust is Trust.ONE_SIDE and not (time.weight >= 3 or (same_sort and _is_marked(draft, profile, time))):
        return None
    if trust is Trust.STATES and not (_same_day(profile, time) or (same_sort and _is_marked(draft, profile, time))):
        return None
    who = {
        Trust.ALL: "the same persons",
        Trust.ONE_SIDE: "the same states and one of the persons",
        Trust.STATES: f"the same states, {profile.noun} again",
    }[trust]
    return Fit(time.weight + trust + same_sort / 2, f"{who}; {time.because}")


def _same_day(profile: Profile, time: Fit) -> bool:
    """Two states do not hold a summit, talks and a meeting on one day."""
    return time.weight >= 4 and profile.noun != "conference"


def _is_marked(draft: Draft, profile: Profile, time: Fit) -> bool:
    """States only: there must be a day, a town, or a summit still to come."""
    if time.weight >= 2:
        return True
    if time.weight < 1:
        return False
    if profile.country is not None and profile.country == draft.place:
        return True
    to_come = draft.phase is not Phase.DONE and profile.phase is not Phase.DONE
    return profile.noun == "summit" and to_come and _is_of_heads(draft)


def _heads_meet(draft: Draft) -> bool:
    """All sides are there in person, and a head of state or government among them: whatever it is called, a summit."""
    return _is_of_heads(draft) and all(side.persons for side in draft.sides.values())


def _is_of_heads(draft: Draft) -> bool:
    """Nobody is named, or a head of state or government is: what others hold is no summit."""
    offices = " ".join(office for side in draft.sides.values() for office in side.offices)
    return HEADS.search(offices) is not None or not any(side.persons for side in draft.sides.values())


def _by_one_side(draft: Draft, profile: Profile) -> Fit | None:
    """The report names one side only ("Kim ... at the June 12 Singapore summit"): person, sort, day and place must
    all be the same."""
    rest = {key for key, side in profile.sides.items() if key != draft.place or side.persons}
    if not rest or not rest <= draft.sides.keys() or profile.noun != "summit" or "summit" not in draft.nouns:
        return None
    if not all(likeness(draft.sides[key], profile.sides[key]) is Trust.ALL for key in rest):
        return None
    day, where = draft.day, profile.country or next(iter(profile.sides.keys() - rest), None)
    if day is None or profile.window is None or where is None or where != draft.place:
        return None
    time = fits_in_time(draft, profile, Trust.ONE_SIDE)
    if time is None or time.weight < 3:
        return None
    return Fit(time.weight, f"one of the persons, in the same country; {time.because}")


def _places_agree(draft: Draft, profile: Profile, time: Fit) -> bool:
    """The same country, or one not told; a plan may change its place as long as its day stays or it is open."""
    if profile.country is None or draft.place is None or profile.country == draft.place:
        return True
    if profile.country in profile.sides and profile.phase is Phase.DONE and draft.phase is Phase.DONE:
        return time.weight >= 3
    return time.weight >= 2 or (draft.phase is not Phase.DONE and draft.tentative and time.weight >= 1)
