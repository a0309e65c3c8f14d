"""The windows that the tagger sees, and its answers."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dragoman.errors import ModelError
from dragoman.model.document import Document
from dragoman.model.event import EventType, Status
from dragoman.model.span import Span
from dragoman.model.syntax import Part
from dragoman.model.tag import Target
from dragoman.syntax import split
from dragoman.tagger.model import FOLDER, Tagger
from dragoman.tagger.windows import BEFORE, MASTHEAD, TARGET, windows

WORDS = "the envoy visited Oslo . Sanctions “ ” \n\n U.S. Ωμέγα 2019 \ud800".split(" ")
VISIT = "Norwegian Foreign Minister Espen Barth Eide visited Kyiv on Monday. He will travel to Warsaw next week."


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=400))
def test_every_word_is_a_target_once(tokenizer: Tokenizer, words: list[str]) -> None:
    text = " ".join(words)
    document = Document("x", text, title="A title", outlet="The Outlet")
    layout = split(document)
    seen = [w.span for window in windows(document, layout, tokenizer) for w in window.words if w.target]
    assert len(seen) == len(set(seen))
    assert all(0 <= s.start < s.end <= len(text) for s in seen)


def test_windows_stay_within_the_models_reach(tokenizer: Tokenizer) -> None:
    text = "The ministers of both countries discussed trade and security in the capital. " * 60
    found = windows(Document("x", text, title="t " * 90, outlet="o " * 90), split(Document("x", text)), tokenizer)
    assert len(found) > 3
    assert max(len(w.ids) for w in found) <= MASTHEAD + BEFORE + TARGET + 4


def test_an_act_is_found_with_its_type_and_status(tools: Any) -> None:
    document = Document("x", VISIT)
    tagging = tools.tagger.tag(document, split(document))
    visited, travel = (tagging.tag(Span(VISIT.index(w), VISIT.index(w) + len(w))) for w in ("visited", "travel"))
    for tag, status in ((visited, Status.OCCURRED), (travel, Status.PLANNED)):
        assert tag.probability > 0.7
        assert max(tag.types, key=lambda t: t[1])[0] is EventType.CONSULT
        assert max(tag.statuses, key=lambda s: s[1])[0] is status


def test_links_are_probabilities_and_empty_out_of_sight(tools: Any) -> None:
    document = Document("x", VISIT)
    tagging = tools.tagger.tag(document, split(document))
    trigger = Span(VISIT.index("visited"), VISIT.index("visited") + 7)
    kyiv = Span(VISIT.index("Kyiv"), VISIT.index("Kyiv") + 4)
    near, far = tagging.links(trigger, [Target(Part.TEXT, kyiv, "dobj"), Target(Part.TITLE, Span(0, 3), "title")])
    assert set(near) == {"actor", "recipient", "place", "source", "speaker"}
    assert all(0.0 <= p <= 1.0 for p in near.values())
    assert far == {}


def test_a_changed_model_file_is_refused(tmp_path: Path) -> None:
    for name in ("tagger.onnx", "tokenizer.json", "links.npz", "paths.json", "model.json"):
        shutil.copy(FOLDER / name, tmp_path / name)
    with (tmp_path / "paths.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    with pytest.raises(ModelError, match=r"paths\.json"):
        Tagger(tmp_path)


def test_a_missing_model_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model\.json.*missing"):
        Tagger(tmp_path)
