"""The words that tell what was agreed, and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dragoman.follow.threads.words import content
from dragoman.model.agreement import Instrument, Stage
from dragoman.model.event import EventType, Status

WRITTEN: Final = frozenset(
    {Instrument.TREATY, Instrument.DECLARATION, Instrument.MEMORANDUM, Instrument.AGREEMENT, Instrument.TRADE}
)
NAMES: Final = tuple(
    (instrument, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for instrument, pattern in (
        (Instrument.CEASEFIRE, r"cease-?fires?|truces?|armistice"),
        (Instrument.RELATIONS, r"(?:diplomatic|consular|full|formal) (?:relations|ties)|normali[sz]ation"),
        (Instrument.EMBASSY, r"embass(?:y|ies)|consulates?|liaison offices?"),
        (Instrument.TRADE, r"(?:free[- ])?trade (?:deal|agreement|pact|accord|treaty)|economic partnership agreement"),
        (Instrument.TREATY, r"treat(?:y|ies)|pacts?|accords?|conventions?|protocols?"),
        (Instrument.DECLARATION, r"declarations?|communiqu[eé]s?|joint statements?"),
        (Instrument.MEMORANDUM, r"memorand(?:um|a)|mous?"),
        (Instrument.AIR, r"flights?|airlines?|air (?:services?|links?|routes?|traffic|travel)"),
        (Instrument.RAIL, r"rail|railways?|trains?|rail (?:services?|links?)"),
        (Instrument.ROAD, r"bridges?|highways?|tunnels?|road links?"),
        (Instrument.SEA, r"ferr(?:y|ies)|shipping (?:lines?|routes?)|sea (?:links?|routes?)"),
        (Instrument.PIPELINE, r"pipelines?"),
        (Instrument.BORDER, r"borders?|(?:border )?crossings?|checkpoints?"),
        (Instrument.VISA, r"visas?|visa-free (?:travel|regime)"),
        (Instrument.EXCHANGE, r"exchanges?|swaps?"),
        (Instrument.AGREEMENT, r"agreements?|deals?|arrangements?|contracts?|settlements?"),
    )
)  # the first that fits: "trade agreement" is not just any agreement
STAGES: Final = (
    (Stage.ENDED, r"terminat|withdr|quit|leav|left|sever|br[eo]a?k|cancel|scrap|abrogat|denounc|annul|revok|expir|cut"),
    (Stage.SUSPENDED, r"suspen|halt|fr[eo]+z|clos|shut|paus"),
    (Stage.RATIFIED, r"ratif"),
    (Stage.SIGNED, r"sign"),
    (
        Stage.IN_FORCE,
        r"(?:re-?)?open|launch|resum|restor|establish|inaugurat|implement|ent(?:er|ry)|norm|effect|force|r[eu]n",
    ),
    (Stage.AGREED, r"agree|conclu|reach|str[iu]ck|strik|accord|deal|pact|treaty|announc|adopt|approv|accept|negotiat"),
)  # stems of the word that names the act; the first that fits
STEMS: Final = tuple((stage, re.compile(pattern, re.IGNORECASE)) for stage, pattern in STAGES)
BY_TYPE: Final = {
    EventType.AGREE: frozenset({Stage.AGREED, Stage.SIGNED}),
    EventType.SUPPORT: frozenset({Stage.AGREED, Stage.SIGNED, Stage.RATIFIED, Stage.IN_FORCE}),
    EventType.COOPERATE: frozenset({Stage.AGREED, Stage.SIGNED, Stage.IN_FORCE}),
    EventType.RETREAT: frozenset({Stage.AGREED, Stage.SIGNED, Stage.IN_FORCE}),
    EventType.SANCTION: frozenset({Stage.SUSPENDED, Stage.ENDED}),
}
AHEAD: Final = frozenset({Status.PLANNED, Status.EXPECTED, Status.PROPOSED, Status.POSSIBLE, Status.CONDITIONAL})
OFF: Final = frozenset({Status.CANCELLED, Status.RULED_OUT, Status.DID_NOT_OCCUR, Status.POSTPONED})
UNDERTAKING: Final = re.compile(r"^to (?:re-?)?[a-z]+ (?:up )?", re.IGNORECASE)  # "to open", at the start
BEHIND: Final = re.compile(
    r"(?<=\w)[,;]? (?:on|of|for|over|with|between|to|that|which|who|following|in|at|from|after|by|about|under|and)\b",
    re.IGNORECASE,
)
NONE: Final = re.compile(r"^no\b", re.IGNORECASE)
ARTICLE: Final = re.compile(r"^(?:an?|the|its|their|his|her|this|that|our)\s+", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def instrument_of(words: str) -> Instrument | None:
    """What sort of thing the words name at their head ("treaty on ...", "to open the border"); None where it is nothing
    that two states agree on."""
    if NONE.match(words):
        return None
    head = BEHIND.split(UNDERTAKING.sub("", words.strip(), count=1), maxsplit=1)[0]
    return next((instrument for instrument, pattern in NAMES if pattern.search(head)), None)


def stage_of(kind: EventType, status: Status, trigger: str) -> Stage | None:
    """How far the act brings an agreement; None where it only speaks of one: "welcomed the deal"."""
    fitting = BY_TYPE.get(kind)
    stage = next((stage for stage, stem in STEMS if stem.match(trigger)), None)
    if fitting is None or stage is None:
        return Stage.IN_FORCE if kind is EventType.RETREAT and status in (Status.OCCURRED, Status.ONGOING) else None
    if stage not in fitting:
        return None
    if status in AHEAD:
        return None if kind is EventType.SANCTION else Stage.PLANNED
    if status in OFF:
        return None if kind is EventType.SANCTION else Stage.CALLED_OFF
    return None if status is Status.UNLIKELY else stage


def topic(words: str) -> frozenset[str]:
    """The stems of the words that say what it is about, without those that name the instrument."""
    return content(" ".join(_topical(words)))


def _topical(words: str) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_]{3,}", words):
        if instrument_of(word) is None:
            yield word


def plain_name(words: str) -> str:
    """The words without the article in front, or "to open"."""
    return ARTICLE.sub("", UNDERTAKING.sub("", words.strip(), count=1), count=1)
