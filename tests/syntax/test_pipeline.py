"""What is remembered of the pipeline's work is what the pipeline says."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from dragoman.errors import ModelError
from dragoman.syntax.parse import PIPELINE
from dragoman.syntax.pipeline import Pipeline

TEXTS = (
    "The ministers of Norway and Peru met in Lima on 3 May and did not sign the treaty.",
    "There are no plans for a visit, and there's nothin' to say.",
    "There were two envoys whom the king received.",
    "Let's go,  she said; it ain't over, and we're gonna talk more.",
    "That is what the ambassadors had hoped to be told.",
    "We've done it. They'd have done what they could, but he hasn't.",
)


def attributes(doc: Doc) -> list[tuple[str, str, str, str]]:
    return [(t.text, t.pos_, str(t.morph), t.lemma_) for t in doc if not t.is_space]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(PIPELINE)


@pytest.mark.parametrize("seen", [False, True])
def test_words_get_what_the_ruler_gives_them(pipeline: Pipeline, seen: bool) -> None:
    nlp = spacy.load(PIPELINE)
    docs = [pipeline.tokenize(text) for text in (TEXTS[::-1] if seen else TEXTS)]
    pipeline.run(docs, docs)
    for doc in docs:
        assert attributes(doc) == attributes(nlp(doc.text))
        assert [t.ent_type_ for t in doc] == [t.ent_type_ for t in nlp(doc.text)]


def test_names_are_looked_for_only_where_asked(pipeline: Pipeline) -> None:
    asked, unasked = (pipeline.tokenize("Ola Nordmann met Ana Quispe in Lima.") for _ in range(2))
    pipeline.run([asked, unasked], [asked])
    assert asked.ents
    assert not unasked.ents


def test_a_pipeline_that_is_not_there() -> None:
    with pytest.raises(ModelError, match="not installed"):
        Pipeline("no_such_pipeline")
