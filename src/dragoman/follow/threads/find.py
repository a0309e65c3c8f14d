"""The fold: sighting after sighting, each told of an act already known or opening a new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dragoman.follow.threads.agree import agrees
from dragoman.follow.threads.draft import Draft
from dragoman.follow.threads.index import Index
from dragoman.follow.threads.presence import Presence
from dragoman.follow.threads.profile import Act, Identify, Phase, Profile, profiles
from dragoman.follow.threads.steps import assembled, step_of
from dragoman.model.kept import Sighting
from dragoman.model.thread import Thread

Pairs = Sequence[tuple[str, str]]
FIRST: Final = "first told"


def find_threads(
    sightings: Iterable[Sighting], identify: Identify, must: Pairs = (), cannot: Pairs = ()
) -> tuple[Thread, ...]:
    """Every act with all its mentions, in the order of its first one.

    `sightings` come in `Sighting.order`. Each joins an act that is known by then, or opens one; later ones change
    nothing in that, so that the acts of the first reports are the first part of the acts of all.
    `must` and `cannot` are pairs of events that a person joined or told apart.
    """
    fold = _Fold(identify, must, cannot)
    for sighting in sightings:
        fold.take(sighting)
    return tuple(assembled(d.id, d.type, d.mode, d.steps) for d in fold.drafts)


class _Fold:
    """What is known after the sightings so far."""

    def __init__(self, identify: Identify, must: Pairs, cannot: Pairs) -> None:
        self.drafts: list[Draft] = []
        self._identify = identify
        self._must, self._cannot = _partners(must), _partners(cannot)
        self._of_event: dict[str, list[Draft]] = {}
        self._of_act: dict[tuple[str, int, str], Draft] = {}
        self._index = Index()
        self._presence = Presence()

    def take(self, sighting: Sighting) -> None:
        """The sighting joins the acts that it tells of."""
        for number, profile in enumerate(profiles(sighting, self._identify), 1):
            draft, because = self._known(profile) or (self._opened(profile, number), FIRST)
            step = step_of(draft, profile, because)
            draft.take(profile)
            draft.steps.append(step)
            self._remember(draft, profile)
        apart = self._cannot.get(sighting.id, frozenset())
        for draft, step in self._presence.evidence(sighting, self._identify):
            if not draft.events & apart:
                draft.show(step)
                self._index.close(draft)

    def _known(self, profile: Profile) -> tuple[Draft, str] | None:
        sighting = profile.sighting
        for partner in self._must.get(sighting.id, ()):
            joined = self._of_event.get(partner)
            if joined:
                same_host = [d for d in joined if d.host == profile.host]
                return (same_host or joined)[0], "a person joined the two"
        apart = self._cannot.get(sighting.id, frozenset())
        again = self._of_act.get(_act_key(profile)) if sighting.same_as is not None else None
        if again is not None and not (apart and again.events & apart) and _on_its_days(again, profile):
            return again, "the report tells of the same act again"
        best: tuple[float, Draft, str] | None = None
        for draft in self._index.candidates(profile):
            if apart and draft.events & apart:
                continue
            fit = agrees(draft, profile)
            if fit is not None and (best is None or fit.weight > best[0]):
                best = fit.weight, draft, fit.because
        return None if best is None else best[1:]

    def _opened(self, profile: Profile, number: int) -> Draft:
        sighting = profile.sighting
        name = f"t{sighting.id[1:]}" + (f"-{number}" if number > 1 else "")
        draft = Draft(
            name, sighting.type, sighting.mode, profile.act, profile.doers, profile.host, profile.phase,
        )  # fmt: skip
        self.drafts.append(draft)
        return draft

    def _remember(self, draft: Draft, profile: Profile) -> None:
        sighting = profile.sighting
        self._of_event.setdefault(sighting.id, []).append(draft)
        if sighting.same_as is not None:
            self._of_act.setdefault(_act_key(profile), draft)
        self._index.add(draft, profile)
        if draft.phase is Phase.DONE:
            self._index.close(draft)
        self._presence.expect(draft, profile)


def _act_key(profile: Profile) -> tuple[str, int, str]:
    """What the mentions of one act in one report share; the legs of a journey are told apart."""
    leg = f"{' '.join(sorted(profile.sides))} {profile.host}" if profile.act is Act.VISIT else ""
    return profile.sighting.report, profile.sighting.same_as or 0, leg


def _on_its_days(draft: Draft, profile: Profile) -> bool:
    told = profile.window
    return draft.day is None or told is None or draft.day.meets(told) or draft.may_be(told)


def _partners(pairs: Pairs) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {event: frozenset(others) for event, others in found.items()}
