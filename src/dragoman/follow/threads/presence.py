"""A journey is shown to have taken place by what the traveller did in the country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from dragoman.follow.threads.draft import FOREVER, Draft
from dragoman.follow.threads.profile import Act, Identify, Phase, Profile
from dragoman.follow.threads.windows import Window, window_of
from dragoman.model.event import EventType, Place, Status
from dragoman.model.kept import Sighting
from dragoman.model.mention import Kind
from dragoman.model.thread import Step, StepKind
from dragoman.vocab.load import fold, load_countries

IN_PERSON: Final = frozenset({"meeting", "visit", "multilateral"})
FEW: Final = 3  # days: a longer time does not tell when somebody was there
CITIES: Final = frozenset({"VAT", "SGP", "MCO"})  # states that are a town
SOON: Final = 30  # days after its announcement in which a journey without dates is looked for


class Presence:
    """The journeys that are still to come, by traveller and country."""

    def __init__(self) -> None:
        self._journeys: dict[tuple[str, str], list[Draft]] = {}

    def expect(self, draft: Draft, profile: Profile) -> None:
        """The journey is waited for, if it is one to come."""
        if profile.act is Act.VISIT and profile.phase is Phase.AHEAD and profile.host is not None:
            for person in profile.persons:
                waiting = self._journeys.setdefault((person, profile.host), [])
                if draft not in waiting:
                    waiting.append(draft)

    def evidence(self, sighting: Sighting, identify: Identify) -> Iterator[tuple[Draft, Step]]:
        """The journeys that this act shows to have taken place, each with the step that says so."""
        place, day = sighting.place, window_of(sighting.time)
        if sighting.type is not EventType.CONSULT or sighting.mode not in IN_PERSON or not self._journeys:
            return
        if sighting.status is not Status.OCCURRED and sighting.status is not Status.ONGOING:
            return
        if place is None or place.country is None or not _is_within(place, sighting.mode):
            return
        if day is None or (day.length or FEW + 1) > FEW:
            return
        for actor in (*sighting.actors, *sighting.recipients):
            if actor.kind is Kind.PERSON and actor.country != place.country:
                waiting = self._journeys.get((identify(actor, sighting), place.country), ())
                fitting = [draft for draft in waiting if _in_time(draft, sighting, day)]
                if fitting:
                    because = f"{actor.name} was in {place.name} on {sighting.time}"
                    yield min(fitting, key=_width), _step(sighting, because)


def _is_within(place: Place, mode: str | None) -> bool:
    """Those who meet "in Nairobi" were there; "talks in China" may only be about it."""
    return mode == "visit" or place.country in CITIES or fold(place.name) not in _country_names()


@cache
def _country_names() -> frozenset[str]:
    _, names = load_countries()
    return frozenset(key for key, named in names.items() if named.form == "name")


def _width(draft: Draft) -> int:
    """The shorter the time announced, the surer it is this journey."""
    return (draft.window.length if draft.window else None) or FOREVER


def _in_time(draft: Draft, sighting: Sighting, day: Window) -> bool:
    if draft.phase is not Phase.AHEAD or sighting.id in draft.events:
        return False
    if draft.window is not None:
        return draft.may_be(day)
    if sighting.published is None or draft.last is None or day.first is None:
        return False
    return draft.last <= day.first and (sighting.published - draft.last).days <= SOON


def _step(sighting: Sighting, because: str) -> Step:
    return Step(
        sighting.id, sighting.report, sighting.published, sighting.outlet, StepKind.TOOK_PLACE, sighting.status,
        sighting.time, sighting.place, sighting.source, because, trigger=sighting.trigger,
    )  # fmt: skip
