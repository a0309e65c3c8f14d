"""Speech that no rule reads: the tagger's cue tells who may vouch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.claims.marked import MARKED
from dragoman.model.claim import Voucher

Reader = Callable[..., Any]  # what `conftest.read` gives

CUES = [
    ("Peru mooted a summit with Chad.", "mooted", "a summit with Chad"),
    ("Peru renewed calls for talks with Chad.", "calls", "for talks with Chad"),
]


@pytest.mark.parametrize(("text", "cue", "content"), CUES)
def test_a_cue_that_no_rule_reads_has_what_follows_it(read: Reader, text: str, cue: str, content: str) -> None:
    (claim,) = read(text, heard=cue).claims
    assert (claim.rule, claim.speaker.name, claim.span.of(text)) == (MARKED, "Peru", content)
    assert read(text).claims == ()


def test_it_is_no_statement(read: Reader) -> None:
    assert read("Peru mooted a summit with Chad.", heard="mooted").statements == ()


def test_a_cue_that_a_rule_reads_is_left_to_it(read: Reader) -> None:
    (claim,) = read("Peru said that the talks would resume.", heard="said").claims
    assert claim.rule == "claims.reported.that"


def test_the_tagger_decides_who_vouches(read: Reader) -> None:
    told = read("Peru mooted a summit with Chad.", heard="mooted")
    named = told.source("summit", actor="Chad", vouchers=(("author", 0.1), ("named", 0.9), ("unnamed", 0.0)))
    assert (named.kind, named.name) == (Voucher.NAMED, "Peru")
    own = told.source("summit", actor="Chad", vouchers=(("author", 0.9), ("named", 0.1), ("unnamed", 0.0)))
    assert own.kind is Voucher.AUTHOR
