"""Who vouches for each act (RECORD.md sections 4 and 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.claims.beyond import HEARSAY, Cues
from dragoman.claims.marked import MARKED
from dragoman.claims.presupposed import DONE, is_given, is_judgement, is_loosely_given, is_performed
from dragoman.claims.weighing import by_author, is_named
from dragoman.model.act import Act
from dragoman.model.claim import Claim, Speech, Turn, Voucher
from dragoman.model.document import Document
from dragoman.model.event import Source
from dragoman.model.syntax import Part, Sentence

HEARD: Final = "sources.hearsay"
SIGNED: Final = "mentions.signed"
OPENING: Final = "“«„"
CLOSING: Final = "”»"


def set_sources(
    document: Document,
    acts: Sequence[Act],
    claims: Sequence[Claim],
    sentences: Sequence[Sentence],
    turns: Sequence[Turn],
) -> tuple[Act, ...]:
    """The acts, each with its source: the innermost speaker whose claim holds the trigger, the author otherwise.

    Reads the acts' actors and status: both must be set before. `Source.span` is where the cue stands.
    """
    by_index = {s.index: s for s in sentences if s.part is Part.TEXT}
    cues = Cues(claims, tuple(by_index.values()))
    return tuple(_sourced(document, act, by_index.get(act.sentence), claims, turns, cues) for act in acts)


def _sourced(
    document: Document,
    act: Act,
    sentence: Sentence | None,
    claims: Sequence[Claim],
    turns: Sequence[Turn],
    cues: Cues,
) -> Act:
    if sentence is None:
        return _marked(act, Source(), "sources.author")
    claim, rule = _voucher(act, sentence, [c for c in claims if c.holds(act.span)])
    turn = next((t for t in turns if t.span.holds(act.span)), None)
    if rule == "sources.author" and turn is None:
        near = cues.before(act, sentence)
        claim, rule = near if near and not by_author(act, near[1]) else (None, rule)
    if claim is not None:
        return _marked(act, _of_claim(document.text, act, sentence, claim), rule)
    if turn is not None:
        spoken = "sources.turn.signed" if turn.rule == SIGNED else "sources.turn"
        if not by_author(act, spoken):
            kind = Voucher.NAMED if turn.speaker else Voucher.UNNAMED
            return _marked(act, Source(kind, turn.speaker.name if turn.speaker else None), spoken)
    return _marked(act, Source(), rule)


def _voucher(act: Act, sentence: Sentence, held: list[Claim]) -> tuple[Claim | None, str]:
    """The innermost claim that vouches for the act; None and why, if it is the author after all."""
    rule = "sources.author"
    inward = sorted(held, key=lambda c: (c.span.end - c.span.start, not _is_hearsay(c)))
    if len(inward) > 1 and _is_hearsay(inward[0]) and is_named(act):
        inward = inward[1:]  # "Roe tells reporters that the suspected raid ...": Roe says so
    for claim in inward:
        rule = _reading(act, sentence, claim)
        if rule == HEARD or not by_author(act, rule):
            return claim, rule if claim.rule == MARKED else "sources.claim"
        if not is_judgement(claim):
            break
    return None, rule


def _reading(act: Act, sentence: Sentence, claim: Claim) -> str:
    """Which rule speaks for the act inside this claim."""
    token = sentence.tokens[act.token]
    if _is_hearsay(claim):
        return HEARD
    if is_judgement(claim):
        return "sources.judged" if act.status in DONE else "sources.judged.open"
    if claim.rule == MARKED:
        return "sources.marked"
    if is_given(act, sentence, token, claim):
        return "sources.given"
    if is_loosely_given(act, sentence, token, claim):
        return "sources.given.loosely"
    return "sources.performed" if is_performed(act, sentence, token, claim) else "sources.claim"


def _is_hearsay(claim: Claim) -> bool:
    return claim.rule in HEARSAY


def _of_claim(text: str, act: Act, sentence: Sentence, claim: Claim) -> Source:
    return Source(
        claim.kind,
        claim.speaker.name if claim.speaker and claim.kind is Voucher.NAMED else None,
        claim.cue.text if claim.cue else None,
        sentence.quotation is not None or _is_quoted(text, act, claim),
        claim.cue.span if claim.cue else None,
    )


def _is_quoted(text: str, act: Act, claim: Claim) -> bool:
    """The trigger stands inside quotation marks that open in the claim."""
    if claim.form is not Speech.MIXED:
        return claim.form is Speech.DIRECT
    before = text[claim.span.start : act.span.start]
    opened = sum(before.count(mark) for mark in OPENING)
    return opened > sum(before.count(mark) for mark in CLOSING) or before.count('"') % 2 == 1


def _marked(act: Act, source: Source, rule: str) -> Act:
    return replace(act, source=source, because=(*act.because, rule))
