"""What two states have agreed, signed, put in force, opened, suspended or ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from dragoman.follow.between import Pair, with_pairs
from dragoman.follow.instruments import WRITTEN, instrument_of, plain_name, stage_of, topic
from dragoman.model.agreement import Agreement, AgreementStep, Instrument, Stage
from dragoman.model.thread import Thread
from dragoman.vocab.load import load_countries

RANK: Final = {
    Stage.PLANNED: 1, Stage.AGREED: 2, Stage.SIGNED: 3, Stage.RATIFIED: 4, Stage.IN_FORCE: 5,
}  # fmt: skip
SINGLE: Final = frozenset({Instrument.RELATIONS, Instrument.BORDER})  # two states have one, whatever it is called
LOOSE: Final = frozenset({Instrument.AGREEMENT, Instrument.TREATY, Instrument.TRADE, Instrument.MEMORANDUM})
NAMING: Final = frozenset({"name", "adjective", "people"})
MEMORY: Final = 365  # days for which "the treaty" means the one last spoken of
LULL: Final = 60  # days after which a ceasefire is another one


@dataclass(frozen=True, slots=True)
class _Told:
    """One event that tells of an agreement."""

    thread: str
    event: str
    published: date
    time: str | None
    stage: Stage
    instrument: Instrument
    words: str
    about: frozenset[str]


@dataclass(slots=True)
class _Draft:
    """An agreement as known so far."""

    first: _Told
    name: str
    about: set[str]
    last: date
    steps: list[tuple[_Told, list[str]]] = field(default_factory=list)

    def take(self, told: _Told) -> None:
        """A stage reached anew is a step; what tells of one reached before adds to its events."""
        if len(told.about) > len(self.about) or not self.steps:
            self.name = plain_name(told.words)
        self.about |= told.about
        self.last = max(self.last, told.published)
        reached = self._since_break()
        again = next((events for step, events in reached if step.stage is told.stage), None)
        if again is not None:
            again.append(told.event)
        elif told.stage not in RANK or all(RANK.get(step.stage, 0) < RANK[told.stage] for step, _ in reached):
            self.steps.append((told, [told.event]))

    def _since_break(self) -> list[tuple[_Told, list[str]]]:
        """The steps since it was last called off, suspended or ended, that one included."""
        for place in range(len(self.steps) - 1, -1, -1):
            if self.steps[place][0].stage not in RANK:
                return self.steps[place:]
        return self.steps


def agreements(threads: Iterable[Thread], pair: Pair) -> tuple[Agreement, ...]:
    """What the two states have agreed, in the order in which reports first told of it.

    Acts that tell of one instrument in several wordings ("treaty on partnership", "the partnership treaty") are one
    agreement. For a record as of a day, cut the threads with `dragoman.follow.threads.as_of` first.
    """
    names = _names(pair)
    drafts: list[_Draft] = []
    of_thread: dict[tuple[str, Instrument], _Draft] = {}
    for told in sorted(
        (t for thread in threads for t in _told(thread, pair, names)), key=lambda t: (t.published, t.event)
    ):
        draft = of_thread.get((told.thread, told.instrument)) or _same(drafts, told)
        if draft is None and told.stage is Stage.CALLED_OFF:
            continue  # nothing was heard of it before
        if draft is None:
            draft = _Draft(told, told.words, set(), told.published)
            drafts.append(draft)
        draft.take(told)
        of_thread[told.thread, told.instrument] = draft
    return tuple(_agreement(draft, pair) for draft in drafts)


@cache
def _names(pair: Pair) -> frozenset[str]:
    """The stems of the two countries' names, which tell no agreement of theirs from another."""
    names = [text for text, name in _countries()[1].items() if name.iso3 in pair and name.form in NAMING]
    return frozenset().union(*map(topic, names))


_countries = cache(load_countries)


def _told(thread: Thread, pair: Pair, names: frozenset[str]) -> Iterator[_Told]:
    about: str | None = None
    for step, pairs in with_pairs(thread):
        about = about or step.object
        stage = stage_of(thread.type, step.status, step.trigger) if pair in pairs else None
        words = next((w for w in (about, step.trigger) if w and instrument_of(w)), None)
        if stage is None or words is None or step.published is None:
            continue
        instrument = instrument_of(words)
        assert instrument is not None
        theme = topic(words) - names
        yield _Told(thread.id, step.event, step.published, step.time, stage, instrument, words, theme)


def _same(drafts: Iterable[_Draft], told: _Told) -> _Draft | None:
    """The agreement that it tells of: the likest, of equals the one last spoken of."""
    fitting = [
        (likeness, draft.last, n, draft) for n, draft in enumerate(drafts) if (likeness := _likeness(draft, told))
    ]
    return max(fitting, key=lambda fit: fit[:3])[3] if fitting else None


def _likeness(draft: _Draft, told: _Told) -> float:
    """How sure it is that both are one; 0 where they are not."""
    one, other = draft.first.instrument, told.instrument
    if one is not other and not {one, other} <= LOOSE:
        return 0.0
    if one is other and one in SINGLE:
        return 1.0
    days = (told.published - draft.last).days
    if one is Instrument.CEASEFIRE:
        return 1.0 if days <= LULL else 0.0
    if draft.about and told.about:
        shared = len(draft.about & told.about) / min(len(draft.about), len(told.about))
        return shared if shared >= 0.5 else _signed_together(draft, told)
    if one is not other and one in WRITTEN and not told.about and other is not Instrument.AGREEMENT:
        return 0.0
    return 0.4 if days <= MEMORY else 0.0


def _signed_together(draft: _Draft, told: _Told) -> float:
    """Two treaties signed on one day by the same two are one treaty in two wordings."""
    is_treaty = draft.first.instrument is told.instrument is Instrument.TREATY
    if not is_treaty or told.stage is not Stage.SIGNED or told.time is None or len(told.time) < len("2024-06-19"):
        return 0.0
    return 0.5 if any(step.stage is Stage.SIGNED and step.time == told.time for step, _ in draft.steps) else 0.0


def _agreement(draft: _Draft, pair: Pair) -> Agreement:
    steps = tuple(AgreementStep(told.stage, told.published, told.time, tuple(events)) for told, events in draft.steps)
    return Agreement(draft.first.thread, pair, draft.first.instrument, draft.name, steps)
