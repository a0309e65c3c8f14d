"""The time of each act: its own, the one the report gave it before, or the day of publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dragoman.dates.attach import AHEAD, fits, own_time
from dragoman.dates.episodes import Episode, episode_time, find_episodes, is_narrow
from dragoman.dates.publication import is_begun, is_here, is_news
from dragoman.dates.stays import is_purpose, stay
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import EventType, Status
from dragoman.model.syntax import Part, Sentence
from dragoman.model.time import Time

LASTING: Final = frozenset("negotiation talk process contact dialogue effort diplomacy engagement campaign".split())


def choose_times(
    document: Document, acts: Sequence[Act], times: Sequence[Time], sentences: Sequence[Sentence]
) -> tuple[Act, ...]:
    """The acts with their `time` set, and the rule that set it in `because`.

    Absent: `time` None means that the report does not say when. After: RECORD.md sections 1 and 8.
    """
    by_index = {s.index: s for s in sentences}
    stated: dict[int, list[Time]] = defaultdict(list)
    for time in times:
        stated[time.sentence].append(time)
    triggers: dict[int, set[int]] = defaultdict(set)
    for act in acts:
        triggers[act.sentence].add(act.token)
    dated = []
    for act in acts:
        named = frozenset(triggers[act.sentence])
        own = own_time(by_index[act.sentence], act, stated[act.sentence], document.published, named)
        dated.append(_timed(act, own))
    dated = _with_nearest(dated, stated, document.published)
    episodes = find_episodes(dated, by_index)
    inferred = (act if act.time else _inferred(document, by_index[act.sentence], act, episodes) for act in dated)
    return tuple(_with_plans(inferred))


def _with_plans(acts: Iterable[Act]) -> Iterator[Act]:
    """The acts, where a journey still to come has the time that the report gave for the same journey before."""
    told: dict[tuple[frozenset[str], frozenset[str]], Time] = {}
    for act in acts:
        if act.mode != "visit" or act.status not in AHEAD or not act.actors:
            yield act
            continue
        plan = frozenset(a.name for a in act.actors), frozenset(r.country or r.name for r in act.recipients)
        if act.time:
            told[plan] = act.time
        yield act if act.time else _timed(act, told.get(plan), "dates.same_plan")


def _with_nearest(acts: Sequence[Act], stated: Mapping[int, Sequence[Time]], published: date | None) -> list[Act]:
    """The acts, where a date that no act of its sentence has taken goes to the planned meeting or visit before it."""
    taken = {act.time for act in acts}
    found: dict[int, Time] = {}
    for n, act in enumerate(acts):
        if act.time is None and act.type is EventType.CONSULT and act.status is Status.PLANNED:
            for time in stated.get(act.sentence, ()):
                value = time.value or ""
                free = time not in taken and is_narrow(value) and fits(value, act.status, published)
                if free and act.span.end <= time.span.start:
                    found = {m: t for m, t in found.items() if t is not time}
                    found.setdefault(n, time)
    return [_timed(act, found[n], "dates.nearest") if n in found else act for n, act in enumerate(acts)]


def _timed(act: Act, time: Time | None, rule: str = "") -> Act:
    return replace(act, time=time, because=(*act.because, rule or time.rule)) if time else act


def _inferred(document: Document, sentence: Sentence, act: Act, episodes: Sequence[Episode]) -> Act:
    published = _published(document, sentence, act)
    if published is not None:
        return _timed(act, published)
    return _timed(act, episode_time(sentence, act, episodes), "dates.episode")


def _published(document: Document, sentence: Sentence, act: Act) -> Time | None:
    """The day of publication, where the sentence tells the act as the news of its day."""
    if document.published is None:
        return None
    word = sentence.tokens[act.token]
    if is_purpose(sentence, act):
        return Time(act.span, act.sentence, document.published.isoformat(), "dates.purpose")
    if act.status is Status.DID_NOT_OCCUR:
        told = word.pos == "VERB" and is_news(sentence, word, act.type)
    elif act.status is Status.ONGOING:
        told = is_begun(sentence, word, act.type) or (
            act.type is EventType.CONSULT and word.lemma not in LASTING and is_here(sentence, word, act.type)
        )
    else:
        told = act.status is Status.OCCURRED and is_news(sentence, word, act.type)
    if not told:
        return None
    text = document.title if sentence.part is Part.TITLE else document.text
    lasting = stay(text, sentence, word, document.published) if act.type is EventType.CONSULT else None
    if lasting:
        return Time(act.span, act.sentence, lasting, "dates.stay")
    return Time(act.span, act.sentence, document.published.isoformat(), "dates.publication")
