"""What a reader calls the things that a verdict rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from dragoman.model.event import EventType, State, Status

ACTS: Final[Mapping[tuple[EventType, str | None], str]] = {
    (EventType.CONSULT, "visit"): "visit",
    (EventType.CONSULT, "meeting"): "meeting",
    (EventType.CONSULT, "call"): "call",
    (EventType.CONSULT, "letter"): "letter",
    (EventType.CONSULT, "multilateral"): "meeting with others",
    (EventType.CONSULT, None): "contact",
    (EventType.AGREE, None): "undertaking",
    (EventType.SUPPORT, None): "sign of support",
    (EventType.COOPERATE, None): "joint act",
    (EventType.AID, None): "act of aid",
    (EventType.CONCEDE, None): "concession",
    (EventType.RETREAT, None): "withdrawal",
    (EventType.REQUEST, None): "demand",
    (EventType.ACCUSE, None): "accusation",
    (EventType.REJECT, None): "refusal",
    (EventType.THREATEN, None): "threat",
    (EventType.PROTEST, None): "protest",
    (EventType.SANCTION, None): "sanction or cut",
    (EventType.MOBILIZE, None): "move of forces",
    (EventType.COERCE, None): "arrest or seizure",
    (EventType.ASSAULT, None): "attack",
}
JUDGED: Final = {
    State.ADVANCING: "judgement that ties advance",
    State.STEADY: "judgement that ties are steady",
    State.STALLED: "judgement that ties are stalled",
    State.WORSENING: "judgement that ties worsen",
    State.BROKEN: "judgement that ties are broken",
}
OFF: Final = {Status.POSTPONED: "put off", Status.CANCELLED: "called off", Status.RULED_OUT: "ruled out"}
CUT: Final = "suspension or break"
LAPSED: Final = "planned contact that lapsed"
PLURALS: Final = {
    "meeting with others": "meetings with others",
    "sign of support": "signs of support",
    "act of aid": "acts of aid",
    "sanction or cut": "sanctions or cuts",
    "move of forces": "moves of forces",
    "arrest or seizure": "arrests or seizures",
    "suspension or break": "suspensions or breaks",
}  # where the s does not simply go behind the first or the last word
QUALIFIED: Final = ("judgement ", "contact ", "planned contact ")
MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()
)  # the calendar module would give them in the user's language
LISTED: Final = 4  # kinds of things named one by one; the rest are counted together


def act_word(kind: EventType, mode: str | None) -> str:
    """What an act of this type and mode is called."""
    return ACTS.get((kind, mode)) or ACTS[kind, None]


def stop_word(status: Status) -> str:
    """What a contact of this status is called: "contact called off"."""
    return f"contact {OFF[status]}"


def counted(words: Iterable[str]) -> str:
    """How many of each: "3 visits, 2 undertakings and 1 call", the most frequent first."""
    counts = sorted(Counter(words).items(), key=lambda item: (-item[1], item[0]))
    parts = [f"{number} {word if number == 1 else _plural(word)}" for word, number in counts[:LISTED]]
    rest = sum(number for _, number in counts[LISTED:])
    if rest:
        parts.append(f"{rest} other{'' if rest == 1 else 's'}")
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _plural(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    for head in QUALIFIED:
        if word.startswith(head):
            return f"{head.rstrip()}s {word.removeprefix(head)}"
    return f"{word}s"


def spoken(day: date) -> str:
    """The day as a reader writes it: "2 June 2018"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
