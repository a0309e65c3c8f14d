"""What one mention adds to the story of an act, and the act that its steps make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dragoman.follow.threads.draft import FOREVER, LONGEST_STAY, Draft, grown, is_tentative
from dragoman.follow.threads.profile import Act, Phase, Profile, is_described
from dragoman.follow.threads.windows import Window, window_of
from dragoman.model.event import EventType, Place, Status
from dragoman.model.thread import Party, Step, StepKind, Thread

OFF: Final[Mapping[Status, StepKind]] = {
    Status.POSTPONED: StepKind.POSTPONED,
    Status.CANCELLED: StepKind.CANCELLED,
    Status.RULED_OUT: StepKind.CANCELLED,
    Status.DID_NOT_OCCUR: StepKind.DID_NOT_TAKE_PLACE,
}
HAPPENED: Final = frozenset({StepKind.TOOK_PLACE, StepKind.UNDER_WAY})


def step_of(draft: Draft, profile: Profile, because: str) -> Step:
    """The mention as a step of the act as it was known before."""
    sighting = profile.sighting
    return Step(
        sighting.id, sighting.report, sighting.published, sighting.outlet, step_kind(draft, profile), sighting.status,
        None if draft.only_announces(profile) else sighting.time, profile.place, sighting.source, because,
        tuple(_new(draft, profile.actors)), tuple(_new(draft, profile.recipients)),
        sighting.object if not any(step.object for step in draft.steps) else None, sighting.trigger,
    )  # fmt: skip


def step_kind(draft: Draft, profile: Profile) -> StepKind:
    """What the mention adds to the act as it was known before."""
    if profile.phase is Phase.DONE:
        return _done(draft, profile)
    if profile.phase is Phase.OFF:
        return _off(draft, profile)
    return _ahead(draft, profile)


def _done(draft: Draft, profile: Profile) -> StepKind:
    happened = any(step.kind in HAPPENED for step in draft.steps)
    if profile.sighting.status is Status.ONGOING:
        return StepKind.REPEATED if happened else StepKind.UNDER_WAY
    told = any(step.kind is StepKind.TOOK_PLACE for step in draft.steps)
    return StepKind.REPEATED if told else StepKind.TOOK_PLACE


def _off(draft: Draft, profile: Profile) -> StepKind:
    kind = OFF[profile.sighting.status]
    if draft.phase is Phase.OFF and draft.steps and draft.off is profile.sighting.status:
        return StepKind.REPEATED
    return kind


def _ahead(draft: Draft, profile: Profile) -> StepKind:
    status = profile.sighting.status
    if not draft.steps:
        return _first(status)
    if draft.phase is Phase.DONE:
        return StepKind.REPEATED
    if draft.phase is Phase.OFF:
        same = draft.reports.get(profile.sighting.report) is Phase.OFF
        return StepKind.REPEATED if same else StepKind.REOPENED
    if draft.moves(profile):
        return StepKind.MOVED
    if status in (Status.UNLIKELY, Status.CONDITIONAL) and not draft.tentative:
        return StepKind.DOUBTED
    if is_tentative(status):
        return StepKind.REPEATED
    if draft.tentative:
        return StepKind.ANNOUNCED
    if profile.country and draft.place and profile.country != draft.place:
        return StepKind.MOVED
    sharper = profile.window is not None and (
        draft.window is None or (profile.window.length or FOREVER) < (draft.window.length or FOREVER)
    )
    somebody_else = (profile.sighting.outlet, profile.sighting.source.name) not in draft.said
    return StepKind.CONFIRMED if sharper or somebody_else else StepKind.REPEATED


def _first(status: Status) -> StepKind:
    if status is Status.PLANNED:
        return StepKind.ANNOUNCED
    return StepKind.DOUBTED if status is Status.UNLIKELY else StepKind.PROPOSED


def _new(draft: Draft, parties: Sequence[Party]) -> list[Party]:
    """Those not named before, or now named more fully; the draft keeps who is known."""
    added = []
    for party in parties:
        known = draft.casts.get(party.id)
        fuller = party if known is None else _fuller(known, party)
        if fuller != known:
            draft.casts[party.id] = fuller
            added.append(fuller)
    return added


def _fuller(known: Party, party: Party) -> Party:
    better = is_described(known) > is_described(party) or (
        is_described(known) == is_described(party) and len(party.name) > len(known.name)
    )
    name = party.name if better else known.name
    return replace(known, name=name, office=known.office or party.office, country=known.country or party.country)


def assembled(id: str, type: EventType, mode: str | None, steps: Sequence[Step]) -> Thread:
    """The act that these steps make."""
    actors: dict[str, Party] = {}
    recipients: dict[str, Party] = {}
    about: str | None = None
    for step in steps:
        for party in step.actors:
            (recipients if party.id in recipients else actors)[party.id] = party
        for party in step.recipients:
            (actors if party.id in actors else recipients)[party.id] = party
        about = about or step.object
    time, place = _when_and_where(steps)
    time = _stay(steps) or time if mode == "visit" else time
    return Thread(id, type, mode, tuple(actors.values()), tuple(recipients.values()), time, place, about, tuple(steps))


def _when_and_where(steps: Sequence[Step]) -> tuple[str | None, Place | None]:
    """Those of its taking place, else as last stated while it was open."""
    done = [n for n, step in enumerate(steps) if step.kind in HAPPENED]
    open_until = done[0] if done else len(steps)
    told = [*steps[:open_until], *(steps[n] for n in done)]
    time = next((step.time for step in reversed(told) if step.time), None)
    held = next((steps[n].place for n in reversed(done) if steps[n].place), None)
    return time, held or _likeliest([step for step in told if step.place], time)


def _likeliest(told: Sequence[Step], time: str | None) -> Place | None:
    """The place that is stated most often for the day it is to be on, or at all; of equals the last."""
    dated = [step for step in told if step.time == time] or told
    places = [step.place for step in reversed(dated) if step.place]
    counts = Counter(place.name for place in places)
    return max(places, key=lambda place: counts[place.name], default=None)



def _stay(steps: Sequence[Step]) -> str | None:
    """All days of a visit that are told, from the first report that it takes place on; None where no day is."""
    held: Window | None = None
    begun = False
    for step in steps:
        begun = begun or step.kind in HAPPENED
        told = window_of(step.time) if begun and step.status in (Status.OCCURRED, Status.ONGOING) else None
        if told is not None:
            held = grown(held, told, Act.VISIT)
    if held is None or held.first is None or held.last is None or (held.length or FOREVER) > LONGEST_STAY:
        return None
    return f"{held.first}" if held.first == held.last else f"{held.first}/{held.last}"
