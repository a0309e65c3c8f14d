"""How a pair stands on a day, given its figures and how it stood before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from dragoman.follow.ribbons.known import Known
from dragoman.follow.ribbons.sweep import BEFORE, RECENT, Figures
from dragoman.follow.ribbons.words import counted, spoken
from dragoman.model.relation import Standing

STRONG: Final = 1.0  # a trend this many times the usual spread changes how the pair stands
NEWS: Final = 7  # days for which what was published is news
ALL: Final = RECENT + BEFORE

Rule = Callable[[Figures, Standing], Standing | None]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a standing rests on, the weightiest first, and why in words."""

    known: tuple[Known, ...]
    because: str


def judge(now: Figures, before: Standing) -> Standing:
    """What the first rule of the table says."""
    return next(standing for rule in RULES if (standing := rule(now, before)) is not None)


def _turn(now: Figures, _: Standing) -> Standing | None:
    """News of one direction, a strong trend that way, and more of that direction than of the other of late."""
    news = [k.score for k in now.recent if (now.day - k.published).days < NEWS]
    if now.strength >= STRONG and now.late > 0 and any(score > 0 for score in news):
        return Standing.ADVANCING
    if now.strength <= -STRONG and now.late < 0 and any(score < 0 for score in news):
        return Standing.WORSENING
    return None


def _pause(now: Figures, _: Standing) -> Standing | None:
    """Contacts were stopped or stand still, none has taken place since, and there are fewer than usual."""
    if now.stops and _contacts(now) < now.usual_contacts * RECENT:
        return Standing.ON_PAUSE
    return None


def _hold(now: Figures, before: Standing) -> Standing | None:
    """A direction lasts while what happened of late, or in both windows, keeps the pair on that side of its usual."""
    rates = (now.late / RECENT, (now.late + now.earlier) / ALL)
    if before is Standing.ADVANCING and max(rates) > max(0.0, now.usual):
        return before
    if before is Standing.WORSENING and min(rates) < min(0.0, now.usual):
        return before
    return None


def _rest(now: Figures, _: Standing) -> Standing:
    """Something happens without direction, or nothing."""
    return Standing.STEADY if now.recent or now.before else Standing.QUIET


RULES: Final[tuple[Rule, ...]] = (_turn, _pause, _hold, _rest)


def grounds(now: Figures, standing: Standing) -> Grounds:
    """What the standing that was judged from these figures rests on."""
    if standing is Standing.ADVANCING:
        return _directed(now, lambda known: known.score > 0)
    if standing is Standing.WORSENING:
        return _directed(now, lambda known: known.score < 0)
    if standing is Standing.ON_PAUSE:
        return _paused(now)
    if standing is Standing.STEADY:
        things = now.recent + now.before
        said = f"{counted(k.word for k in things)} since {_back(now, ALL - 1)}, in no clear direction"
        return Grounds(_weighty(things), said)
    return Grounds((), f"nothing reported since {_back(now, ALL)}")


def _directed(now: Figures, fits: Callable[[Known], bool]) -> Grounds:
    """Rests on the recent acts of that direction, or where there are none on those before."""
    recent, earlier = [k for k in now.recent if fits(k)], [k for k in now.before if fits(k)]
    start = _back(now, RECENT - 1)
    had = counted(k.word for k in earlier) if earlier else "none"
    if recent:
        said = f"{counted(k.word for k in recent)} since {start}, against {had} in the month before"
    else:
        said = f"{had} in the month before {start}, and nothing to the contrary since"
    return Grounds(_weighty(recent or earlier), said)


def _paused(now: Figures) -> Grounds:
    first = min(k.published for k in now.stops)
    contacts = _contacts(now)
    had = counted(["contact"] * contacts) if contacts else "no contact"
    said = f"{counted(k.word for k in now.stops)} since {spoken(first)}; {had} since {_back(now, RECENT - 1)}"
    latest = sorted(now.stops, key=lambda k: (-k.published.toordinal(), k.id))
    return Grounds(tuple(latest), f"{said}, fewer than usual")


def _contacts(now: Figures) -> int:
    return sum(k.contact for k in now.recent)


def _back(now: Figures, days: int) -> str:
    return spoken(now.day - timedelta(days))


def _weighty(things: Iterable[Known]) -> tuple[Known, ...]:
    return tuple(sorted(things, key=lambda k: (-abs(k.score), -k.day.toordinal(), k.id)))
