"""Whether a sighting and an act agree: who takes part, where, what sort of act, and when."""

from __future__ import annotations

from dragoman.follow.threads.deeds import same_deed
from dragoman.follow.threads.draft import Draft
from dragoman.follow.threads.meetings import same_meeting
from dragoman.follow.threads.profile import Act, Phase, Profile
from dragoman.follow.threads.timing import Fit, is_short
from dragoman.follow.threads.visits import same_visit


def agrees(draft: Draft, profile: Profile) -> Fit | None:
    """Why the sighting tells of this act, and how well it fits; None where it does not.

    The pair of states is never enough: persons, place, sort of act and time decide.
    """
    if draft.act is not profile.act or _told_apart(draft, profile):
        return None
    if profile.act is Act.VISIT:
        return same_visit(draft, profile)
    return same_deed(draft, profile) if profile.act is Act.DEED else same_meeting(draft, profile)


def _told_apart(draft: Draft, profile: Profile) -> bool:
    """One report tells the two as different acts: on other days, or one done and one still to come."""
    before = draft.reports.get(profile.sighting.report)
    if before is None:
        return False
    told, day = profile.window, draft.day
    if draft.phase is not Phase.DONE and profile.phase is Phase.DONE:
        return told is None or day is None or not is_short(told) or not draft.may_be(told)
    if draft.act is Act.VISIT and draft.phase is not Phase.DONE:
        return told is not None and day is not None and not draft.may_be(told)
    return told is not None and day is not None and not day.meets(told)
