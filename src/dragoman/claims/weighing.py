"""Rule against tagger: whether the author vouches for an act, where both have something to say."""

from __future__ import annotations

from math import log
from typing import Final

from dragoman.model.act import Act
from dragoman.model.claim import Voucher

HALF: Final = 0.5
FLOOR: Final = 0.01  # the tagger is never surer than this
AUTHOR: Final = {
    "sources.given": 0.8,
    "sources.given.loosely": 0.2,
    "sources.performed": 1.2,
    "sources.judged": 1.5,
    "sources.judged.open": 0.3,
    "sources.beyond": 1.5,
    "sources.continued": 2.5,
    "sources.claim": -3.0,
    "sources.marked": 0.5,
    "sources.turn": -4.0,
    "sources.turn.signed": -1.5,
}
"""How far each rule speaks for the author: log-odds, fitted on reports that the tagger had not seen. "claim" is set
lower than fitted, and "marked" by hand: what somebody is told to have said is his (RECORD.md section 4)."""


def by_author(act: Act, rule: str) -> bool:
    """The author vouches for the act, by this rule's word and the tagger's together."""
    return AUTHOR[rule] + _tagged(act) > 0


def is_named(act: Act) -> bool:
    """The tagger takes it that somebody named vouches; False without a tagger."""
    return dict(act.vouchers).get(Voucher.NAMED.value, 0.0) > HALF


def _tagged(act: Act) -> float:
    """The tagger's log-odds that the author vouches; 0 without a tagger."""
    if not act.vouchers:
        return 0.0
    author = dict(act.vouchers).get(Voucher.AUTHOR.value, 0.0)
    author = min(max(author, FLOOR), 1 - FLOOR)
    return log(author / (1 - author))
