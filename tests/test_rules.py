"""Every rule of every room reads its own examples, exactly there, and leaves its near misses alone."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import dragoman
from dragoman.model.document import Document
from dragoman.model.span import Span
from dragoman.rules import Rule
from dragoman.syntax import Parser, split

BRACKET = re.compile(r"\[([^\]]*)\]")


def all_rules() -> Iterator[Rule[Any]]:
    seen: set[str] = set()
    for module in pkgutil.walk_packages(dragoman.__path__, "dragoman."):
        for value in vars(importlib.import_module(module.name)).values():
            for rule in value if isinstance(value, tuple) else (value,):
                if isinstance(rule, Rule) and rule.name not in seen:
                    seen.add(rule.name)
                    yield rule


RULES = list(all_rules())


def marked(example: str) -> tuple[str, list[Span]]:
    """The example without its brackets, and the spans that they mark."""
    text, spans, at = "", [], 0
    for match in BRACKET.finditer(example):
        text += example[at : match.start()]
        spans.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + example[at:], spans


def read(rule: Rule[Any], text: str, parser: Parser) -> list[Span]:
    document = Document("example", text)
    sentences = parser.parse(document, split(document).units)
    return sorted({span for sentence in sentences for span in rule.pattern.find(sentence, text)})


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_examples(rule: Rule[Any], parser: Parser) -> None:
    assert rule.examples, "a rule without an example cannot be changed safely"
    for example in rule.examples:
        text, spans = marked(example)
        found = read(rule, text, parser)
        assert spans, f"no brackets in {example!r}"
        assert set(spans) <= set(found), f"{example!r}: read {[s.of(text) for s in found]}"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_near_misses(rule: Rule[Any], parser: Parser) -> None:
    for text in rule.near_misses:
        assert read(rule, text, parser) == [], f"{text!r} should be left alone"
