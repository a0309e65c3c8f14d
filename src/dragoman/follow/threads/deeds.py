"""The same deed: the same sort of act between the same, about the same thing, at a time that fits."""

from __future__ import annotations

from typing import Final

from dragoman.follow.threads.draft import Draft
from dragoman.follow.threads.likeness import Trust, likeness
from dragoman.follow.threads.profile import Phase, Profile
from dragoman.follow.threads.timing import Fit, fits_in_time
from dragoman.model.event import EventType, Status

MUTUAL: Final = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT})  # who stands first tells nothing
UTTERED: Final = frozenset(  # who says it again says it a second time, unless all is the same
    {EventType.AGREE, EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN}
)
ROUTES: Final = frozenset({"bridge", "railway", "flights", "ferry"})
KEPT_UP: Final = 60  # days for which what goes on is spoken of
LIKENESS: Final = 0.5  # share of the shorter object's words that the other has too


def same_deed(draft: Draft, profile: Profile) -> Fit | None:
    """Why the sighting tells of this deed; None where it does not."""
    if draft.type is not profile.sighting.type or not _same_parts(draft, profile):
        return None
    alike = [likeness(side, profile.sides[key]) for key, side in draft.sides.items()]
    if None in alike:
        return None
    if draft.type in UTTERED and profile.instrument is None and Trust.ALL not in alike:
        return None
    what = _about(draft, profile)
    if what is None:
        return None
    time = _kept_up(draft, profile) or fits_in_time(draft, profile, Trust.ALL if profile.instrument else Trust.ONE_SIDE)
    if time is None or (draft.type in UTTERED and time.weight < 3 and profile.instrument is None):
        return None
    return Fit(time.weight + 1, f"{what}; {time.because}")


def _same_parts(draft: Draft, profile: Profile) -> bool:
    if len(profile.sides) < 2 or draft.sides.keys() != profile.sides.keys():
        return False
    return draft.type in MUTUAL or draft.doers == profile.doers


def _about(draft: Draft, profile: Profile) -> str | None:
    """What the two have in common: the instrument and its wording, or the wording of the object."""
    same_word = profile.noun in draft.nouns
    shared = draft.about & profile.about
    share = len(shared) / max(1, min(len(draft.about), len(profile.about)))
    if profile.instrument is not None and profile.instrument == draft.instrument:
        in_use = profile.instrument in ROUTES and draft.phase is Phase.AHEAD  # the first train on the line announced
        if share >= LIKENESS or in_use or (same_word and profile.instrument != "treaty"):
            return f"the same thing ({profile.instrument}) between the same"
        return None
    if same_word and share >= LIKENESS and len(shared) >= 2:
        return f"the same thing ({', '.join(sorted(shared)[:3])}) between the same"
    return None


def _kept_up(draft: Draft, profile: Profile) -> Fit | None:
    """What goes on is spoken of again while it goes on."""
    day, last = profile.sighting.published, draft.last
    if profile.sighting.status is not Status.ONGOING or draft.phase is not Phase.DONE or profile.window is not None:
        return None
    if draft.type in UTTERED or draft.steps[-1].status is not Status.ONGOING or day is None or last is None:
        return None
    since = (day - last).days
    return Fit(2, f"still going on, {since} days after the last report") if since <= KEPT_UP else None
