"""The dated episode that an act without a date of its own is part of: the same visit, meeting or call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.dates.attach import AHEAD, UTTERED
from dragoman.dates.publication import is_told
from dragoman.dates.values import bounds
from dragoman.model.act import Act
from dragoman.model.event import EventType, Status
from dragoman.model.syntax import Sentence, Token
from dragoman.model.time import Time

SPOKEN: Final = UTTERED | {EventType.CONSULT}
HELD: Final = frozenset({Status.OCCURRED, Status.ONGOING})
LONGEST: Final = 31  # days
FAR: Final = 12  # sentences between an act and the episode it is part of: a long briefing goes from topic to topic


@dataclass(frozen=True, slots=True)
class Episode:
    """A meeting, visit or call that the report dates."""

    act: Act
    time: Time

    @property
    def coming(self) -> bool:
        """It lies ahead."""
        return self.act.status in AHEAD


def find_episodes(acts: Sequence[Act], sentences: Mapping[int, Sentence]) -> tuple[Episode, ...]:
    """The dated consultations that the report tells for their own sake, in text order."""
    found = []
    for act in acts:
        if act.type is not EventType.CONSULT or act.time is None or not is_narrow(act.time.value or ""):
            continue
        sentence = sentences[act.sentence]
        told = act.status in HELD and is_told(sentence, sentence.tokens[act.token], act.type)
        if told or act.status in AHEAD:
            found.append(Episode(act, act.time))
    return tuple(found)


def is_narrow(value: str) -> bool:
    """Days, weeks or a month: a year or an open time is no episode."""
    first, last = bounds(value)
    return first is not None and last is not None and ".." not in value and (last - first).days <= LONGEST


def episode_time(sentence: Sentence, act: Act, episodes: Sequence[Episode]) -> Time | None:
    """The time of the last episode before the act that it can be part of, else of one after it in the sentence."""
    fitting = [e for e in episodes if e.act is not act and _part_of(sentence, act, e)]
    before = [e for e in fitting if e.act.span.start <= act.span.start]
    if before:
        return before[-1].time
    return fitting[0].time if fitting and fitting[0].act.sentence == act.sentence else None


def _part_of(sentence: Sentence, act: Act, episode: Episode) -> bool:
    ours, theirs = _countries(act), _countries(episode.act)
    shared = ours & theirs
    if abs(act.sentence - episode.act.sentence) > FAR:
        return False
    word = sentence.tokens[act.token]
    here = act.sentence == episode.act.sentence and act.type in SPOKEN
    if here and not episode.coming and _under(sentence, word, episode):
        return True
    if episode.coming:
        if act.status not in (Status.PLANNED, Status.EXPECTED) or not shared:
            return False
        return act.type is EventType.CONSULT or (act.type in SPOKEN and is_told(sentence, word, act.type))
    if act.status is not Status.OCCURRED or act.type not in SPOKEN:
        return False
    actors = frozenset(a.country or a.name for a in act.actors)
    if not (len(shared) > 1 or (shared and actors <= theirs)):
        return False
    return is_told(sentence, word, act.type)


def _under(sentence: Sentence, word: Token, episode: Episode) -> bool:
    """The act is the purpose of the episode: "travelled there to discuss"."""
    return word.dep in ("advcl", "xcomp") and any(t.index == episode.act.token for t in sentence.ancestors(word))


def _countries(act: Act) -> frozenset[str]:
    return frozenset(a.country or a.name for a in (*act.actors, *act.recipients))
