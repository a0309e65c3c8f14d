"""What is known of each pair of states: acts that took place, judgements, and contacts that were stopped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.follow.between import NO_STATE, Pair, with_pairs
from dragoman.follow.ribbons.lapses import lapse
from dragoman.follow.ribbons.words import CUT, JUDGED, LAPSED, act_word, stop_word
from dragoman.follow.threads.windows import window_of
from dragoman.model.claim import Voucher
from dragoman.model.event import EventType, State, Status
from dragoman.model.kept import Judgement
from dragoman.model.thread import Step, Thread
from dragoman.vocab.plover import Plover

DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING})
OFF: Final = frozenset({Status.POSTPONED, Status.CANCELLED, Status.RULED_OUT})
DEALINGS: Final = frozenset({EventType.CONSULT, EventType.COOPERATE})
STOPPED: Final = ("suspen", "halt", "freez", "froze", "break", "broke", "cancel", "call", "postpon", "recall", "sever")
FRESH: Final = 60  # days after which the report of a break only recalls it
JUDGED_SCORE: Final = {
    State.ADVANCING: 5.0, State.STEADY: 0.0, State.STALLED: -1.0, State.WORSENING: -5.0, State.BROKEN: -6.0,
}  # fmt: skip
WEIGHT: Final = {Voucher.AUTHOR: 1.0, Voucher.NAMED: 0.75, Voucher.UNNAMED: 0.5}


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """One thing known of a pair.

    `id` is an event's or a judgement's. `published` is the day from which it is known, `day` the one it counts for,
    never a later one. `score` is PLOVER's, or a judgement's on the same scale. `word` is what a reader calls it.
    `contact` tells that the two dealt with each other in a friendly way, `stop` that contacts were stopped or stand
    still; then `day` is the one from which a contact shows that they no longer are.
    """

    id: str
    published: date
    day: date
    score: float
    word: str
    contact: bool = False
    stop: bool = False

    @property
    def order(self) -> tuple[date, date, str]:
        """Where it stands among what is known of the pair."""
        return (self.published, self.day, self.id)


def known_of_pairs(
    threads: Iterable[Thread], judgements: Iterable[Judgement], plover: Plover
) -> Mapping[Pair, Sequence[Known]]:
    """What is known of each pair, in no order; an act counts once, from the first report that tells of it as done."""
    found: dict[Pair, list[Known]] = defaultdict(list)
    for thread in threads:
        for pair, known in _of_thread(thread, plover):
            found[pair].append(known)
    for pair, known in _of_judgements(judgements):
        found[pair].append(known)
    return found


def _of_thread(thread: Thread, plover: Plover) -> Iterator[tuple[Pair, Known]]:
    done: set[Pair] = set()
    stopped: set[Pair] = set()
    for step, pairs in with_pairs(thread):
        if step.published is None:
            continue
        if step.status in DONE:
            act = _done(thread, step, step.published, plover)
            yield from ((pair, act) for pair in pairs if pair not in done)
            done.update(pairs)
        elif thread.type in DEALINGS and step.status in OFF:
            stop = Known(step.event, step.published, step.published, 0.0, stop_word(step.status), stop=True)
            yield from ((pair, stop) for pair in pairs if pair not in stopped)
            stopped.update(pairs)
    yield from _of_lapse(thread)


def _done(thread: Thread, step: Step, published: date, plover: Plover) -> Known:
    score, word = plover.score(thread.type, thread.mode), act_word(thread.type, thread.mode)
    cut = thread.type is EventType.SANCTION and step.trigger.lower().startswith(STOPPED)
    day = _day(step, published)
    stop = cut and (published - day).days < FRESH
    return Known(step.event, published, day, score, CUT if cut else word, contact=score > 0, stop=stop)


def _day(step: Step, published: date) -> date:
    """The last day on which it can have taken place."""
    window = window_of(step.time) if step.status is Status.OCCURRED else None
    return min(window.last, published) if window and window.last else published


def _of_lapse(thread: Thread) -> Iterator[tuple[Pair, Known]]:
    """The planned contact of which nothing was heard when its time had passed."""
    found = lapse(thread) if thread.type in DEALINGS else None
    if found is not None:
        day, last = found
        pairs = next(pairs for step, pairs in with_pairs(thread) if step is last)
        planned = last.published or day
        yield from ((pair, Known(last.event, day, planned, 0.0, LAPSED, stop=True)) for pair in pairs)


def _of_judgements(judgements: Iterable[Judgement]) -> Iterator[tuple[Pair, Known]]:
    """Each report's judgements, the same one counted once per report."""
    counted: set[tuple[str, Pair, State]] = set()
    for said in sorted(judgements, key=lambda j: j.order):
        kind = said.report, said.pair, said.state
        if said.published is None or NO_STATE in said.pair or kind in counted:
            continue
        counted.add(kind)
        score = JUDGED_SCORE[said.state] * WEIGHT[said.source.kind]
        stop = said.state in (State.STALLED, State.BROKEN)
        yield said.pair, Known(said.id, said.published, said.published, score, JUDGED[said.state], stop=stop)
