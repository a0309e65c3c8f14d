"""The same visit: the same traveller, or office, to the same country, at a time that fits."""

from __future__ import annotations

from dragoman.follow.threads.draft import Draft
from dragoman.follow.threads.likeness import Trust, likeness
from dragoman.follow.threads.profile import Profile
from dragoman.follow.threads.timing import Fit, fits_in_time


def same_visit(draft: Draft, profile: Profile) -> Fit | None:
    """Why the sighting tells of this visit; None where it does not."""
    if draft.host != profile.host or profile.host is None:
        return None
    found = [(key, likeness(draft.sides[key], side)) for key, side in profile.sides.items() if key in draft.sides]
    if not found or any(trust is None for _, trust in found):
        return None
    trust = max(trust for _, trust in found if trust is not None)
    if trust is Trust.STATES:
        return None
    time = fits_in_time(draft, profile, trust)
    if time is None:
        return None
    who = "the same traveller" if trust is Trust.ALL else "a traveller of the same office or body"
    return Fit(time.weight + trust, f"{who} to {profile.host}; {time.because}")
