"""Invented acts and judgements, as the threads room and the archive give them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.model.claim import Voucher
from dragoman.model.event import EventType, Source, State, Status
from dragoman.model.kept import Judgement
from dragoman.model.mention import Kind
from dragoman.model.thread import Party, Step, StepKind, Thread

KINDS = {
    Status.OCCURRED: StepKind.TOOK_PLACE,
    Status.ONGOING: StepKind.UNDER_WAY,
    Status.PLANNED: StepKind.ANNOUNCED,
    Status.EXPECTED: StepKind.ANNOUNCED,
    Status.PROPOSED: StepKind.PROPOSED,
    Status.POSSIBLE: StepKind.PROPOSED,
    Status.CONDITIONAL: StepKind.PROPOSED,
    Status.UNLIKELY: StepKind.DOUBTED,
    Status.POSTPONED: StepKind.POSTPONED,
    Status.CANCELLED: StepKind.CANCELLED,
    Status.RULED_OUT: StepKind.CANCELLED,
    Status.DID_NOT_OCCUR: StepKind.DID_NOT_TAKE_PLACE,
}


def party(country: str) -> Party:
    """The government of a state."""
    return Party(country, country, country, Kind.COUNTRY)


def step(
    event: str, published: str, status: str = "occurred", *, time: str | None = None, trigger: str = "met",
    about: str | None = None, actors: Sequence[str] = (), recipients: Sequence[str] = (),
) -> Step:  # fmt: skip
    """One mention, told by the paper of a day."""
    stands = Status(status)
    return Step(
        f"e{event}", f"d{event}", date.fromisoformat(published) if published else None, "The Mail", KINDS[stands],
        stands, time, None, Source(), "told", tuple(map(party, actors)), tuple(map(party, recipients)), about, trigger,
    )  # fmt: skip


def thread(kind: str, mode: str | None, *steps: Step) -> Thread:
    """An act with these mentions."""
    actors = {p.id: p for s in steps for p in s.actors}
    recipients = {p.id: p for s in steps for p in s.recipients}
    time = next((s.time for s in reversed(steps) if s.time), None)
    about = next((s.object for s in steps if s.object), None)
    return Thread(
        f"t{steps[0].event[1:]}", EventType(kind), mode, tuple(actors.values()), tuple(recipients.values()), time, None,
        about, steps,
    )  # fmt: skip


def act(
    event: str, published: str, kind: str = "CONSULT", mode: str | None = None, status: str = "occurred", *,
    time: str | None = None, of: Sequence[str] = ("NOR",), to: Sequence[str] = ("PER",), trigger: str = "met",
    about: str | None = None,
) -> Thread:  # fmt: skip
    """An act that one report tells of, by Norway towards Peru where nobody else is named."""
    told = step(event, published, status, time=time, trigger=trigger, about=about, actors=of, recipients=to)
    return thread(kind, mode, told)


def judgement(
    name: str, published: str, state: str, *, by: Voucher = Voucher.AUTHOR, pair: tuple[str, str] = ("NOR", "PER"),
    report: str = "",
) -> Judgement:  # fmt: skip
    """What a report says of how the two stand."""
    return Judgement(
        f"j{name}", report or f"d{name}", f"d{name}", date.fromisoformat(published) if published else None, "The Mail",
        pair, State(state), Source(by), 0,
    )  # fmt: skip
