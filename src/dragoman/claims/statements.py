"""What somebody is reported to have said (RECORD.md section 5)."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.event import Actor, Statement
from dragoman.model.mention import Entity


def find_statements(document: Document, claims: Sequence[Claim]) -> tuple[Statement, ...]:
    """The statements that these claims report, in text order."""
    return tuple(_statement(document.text, c) for c in claims if c.statement)


def _statement(text: str, claim: Claim) -> Statement:
    cue = claim.cue.text if claim.cue else None
    return Statement(actor(claim.speaker), claim.form, cue, claim.span, claim.span.of(text), (claim.rule,))


def actor(entity: Entity | None) -> Actor | None:
    """The entity as a record's actor."""
    return Actor(entity.name, entity.country, entity.kind, entity.office) if entity else None
