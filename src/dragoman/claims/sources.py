"""Who vouches for each act (RECORD.md sections 4 and 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dragoman.claims.presupposed import is_given, is_judgement, is_performed
from dragoman.model.act import Act
from dragoman.model.claim import Claim, Speech, Turn, Voucher
from dragoman.model.document import Document
from dragoman.model.event import Source
from dragoman.model.syntax import Part, Sentence

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
    by_index = {s.index: s for s in sentences}
    return tuple(_sourced(document, act, by_index.get(act.sentence), claims, turns) for act in acts)


def _sourced(
    document: Document, act: Act, sentence: Sentence | None, claims: Sequence[Claim], turns: Sequence[Turn]
) -> Act:
    if sentence is None or sentence.part is Part.TITLE:
        return _marked(act, Source(), "sources.author")
    claim, rule = _voucher(act, sentence, [c for c in claims if c.holds(act.span) and not is_judgement(c)])
    if claim is not None:
        return _marked(act, _of_claim(document.text, act, sentence, claim), rule)
    turn = next((t for t in turns if t.span.holds(act.span)), None)
    if turn is not None:
        kind = Voucher.NAMED if turn.speaker else Voucher.UNNAMED
        return _marked(act, Source(kind, turn.speaker.name if turn.speaker else None), "sources.turn")
    return _marked(act, Source(), rule)


def _voucher(act: Act, sentence: Sentence, held: list[Claim]) -> tuple[Claim | None, str]:
    """The innermost claim that vouches for the act; None and why, if it is the author after all."""
    if not held:
        return None, "sources.author"
    claim = min(held, key=lambda c: (c.span.end - c.span.start, not _is_hearsay(c)))
    token = sentence.tokens[act.token]
    if _is_hearsay(claim):
        return claim, "sources.claim"
    if is_given(act, sentence, token, claim):
        return None, "sources.given"
    if is_performed(act, sentence, token, claim):
        return None, "sources.performed"
    return claim, "sources.claim"


def _is_hearsay(claim: Claim) -> bool:
    return claim.rule.startswith("claims.hearsay")


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
