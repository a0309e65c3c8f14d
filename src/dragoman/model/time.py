"""When: time expressions of a report."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression, resolved.

    Offsets: `span` counts in the report's text. `value` is EDTF level 1 ("2025-03-21/2025-03-22", "2024-11").
    Absent: `value` None means recognised but not resolvable ("last November" in a report without publication date);
    `reason` then says why. `rule` names the rule that read it.
    After: EDTF (Library of Congress, 2019), level 1.
    """

    span: Span
    sentence: int
    value: str | None
    rule: str
    reason: str = ""
