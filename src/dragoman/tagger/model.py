"""The learned tagger: which words name an act, how it stands, who plays which part.

The only file that knows onnxruntime.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.errors import ModelError
from dragoman.model.document import Document
from dragoman.model.span import Span
from dragoman.model.syntax import Layout, Part
from dragoman.model.tag import Tag, Target
from dragoman.tagger.labels import MODES, ROLES, STATUSES, TYPES, VOUCHERS, WHENS
from dragoman.tagger.windows import Window, Word, windows

FOLDER: Final = Path(__file__).parent
FLOOR: Final = 0.15  # probability of an act, or of a speech cue, from which a word is worth a `Tag`

Array = NDArray[numpy.float32]


class Tagger:
    """The model, loaded once.

    Raises: ModelError if a file is missing or is not the one that the package was built with.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        manifest = _manifest(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / "tagger.onnx"), options, ["CPUExecutionProvider"])
        self._outputs: list[str] = manifest["outputs"]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._paths: dict[str, int] = json.loads((folder / "paths.json").read_text("utf-8"))
        weights = numpy.load(folder / "links.npz")
        self._path_keys, self._path_bias = weights["paths"].astype(numpy.float32), weights["bias"]
        self.version = manifest["sha256"]["tagger.onnx"][:12]

    def tag(self, document: Document, layout: Layout) -> TaggedReport:
        """The tagger's view of the report."""
        found = windows(document, layout, self._tokenizer)
        return TaggedReport([(w, self._run(w)) for w in found], self._paths, self._path_keys, self._path_bias)

    def _run(self, window: Window) -> dict[str, Array]:
        ids = numpy.array([window.ids], dtype=numpy.int64)
        out = self._session.run(self._outputs, {"input_ids": ids, "attention_mask": numpy.ones_like(ids)})
        return {name: values[0] for name, values in zip(self._outputs, out, strict=True)}


class TaggedReport:
    """What the tagger saw in one report (see `dragoman.model.tag.Tagging`)."""

    def __init__(
        self,
        runs: Sequence[tuple[Window, dict[str, Array]]],
        paths: Mapping[str, int],
        path_keys: Array,
        path_bias: Array,
    ) -> None:
        self._paths, self._path_keys, self._path_bias = paths, path_keys, path_bias
        self._runs = [run for _, run in runs]
        self._places: dict[tuple[Part | None, int, int], int] = {}  # part, start, window -> piece
        self._words: dict[int, tuple[int, Word]] = {}  # start in the text -> window, word
        for number, (window, _) in enumerate(runs):
            for word in window.words:
                self._places[word.part, word.span.start, number] = word.piece
                if word.target:
                    self._words[word.span.start] = number, word
        made = [tag for number, run in enumerate(runs) for tag in self._made(number, run[0].words)]
        self.tags = tuple(sorted(made, key=lambda tag: tag.span))
        self._tags = {tag.span.start: tag for tag in made}

    def tag(self, span: Span) -> Tag | None:
        """The tagger's view of the word that begins where the span does; None where no word begins."""
        if span.start not in self._tags and (place := self._words.get(span.start)):
            number, word = place
            self._tags[span.start] = _tags(self._runs[number], [word])[0]
        return self._tags.get(span.start)

    def _made(self, number: int, words: Sequence[Word]) -> list[Tag]:
        """The tags of the window's words that are worth one."""
        worth = _worth(self._runs[number]).tolist()
        return _tags(self._runs[number], [w for w in words if w.target and worth[w.piece]])

    def links(self, trigger: Span, targets: Sequence[Target]) -> list[dict[str, float]]:
        """For each target the probability of each role in the act of `trigger`; none for one out of sight."""
        place = self._words.get(trigger.start)
        if place is None:
            return [{} for _ in targets]
        number, word = place
        pieces = [self._places.get((t.part, t.span.start, number), -1) for t in targets]
        seen = [n for n, piece in enumerate(pieces) if piece >= 0]
        found: list[dict[str, float]] = [{} for _ in targets]
        if seen:
            chances = self._chances(number, word, [pieces[n] for n in seen], [targets[n].path for n in seen])
            for n, roles in zip(seen, chances.tolist(), strict=True):
                found[n] = dict(zip(ROLES, roles, strict=True))
        return found

    def _chances(self, number: int, word: Word, pieces: Sequence[int], ways: Sequence[str]) -> Array:
        """Probabilities [targets, roles] of the links from the word to these pieces."""
        run = self._runs[number]
        paths = [self._paths.get(way, 0) for way in ways]
        query = run["query"][word.piece].reshape(len(ROLES), -1)
        keys = (run["key"][pieces] + self._path_keys[paths]).reshape(len(pieces), len(ROLES), -1)
        logits = (query * keys).sum(-1) / query.shape[-1] ** 0.5 + self._path_bias[paths]
        chances: Array = _sigmoid(logits)
        return chances


def _manifest(folder: Path) -> dict[str, Any]:
    """The list of model files, once their sums have been compared."""
    try:
        manifest: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
        for name, expected in manifest["sha256"].items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
                raise ModelError(
                    "this model file is not the one dragoman was built with",
                    where=name,
                    remedy="install dragoman again",
                )
    except FileNotFoundError as error:
        raise ModelError(
            "a model file is missing", where=str(error.filename), remedy="install dragoman again"
        ) from error
    return manifest


def _worth(run: dict[str, Array]) -> NDArray[numpy.bool_]:
    """Which word pieces are worth a `Tag`."""
    worth: NDArray[numpy.bool_] = (1.0 - _softmax(run["type"])[:, 0] >= FLOOR) | (_sigmoid(run["cue"][:, 0]) >= FLOOR)
    return worth


def _tags(run: dict[str, Array], words: Sequence[Word]) -> list[Tag]:
    """The tagger's view of these words of one window."""
    pieces = [word.piece for word in words]
    types = _softmax(run["type"][pieces])
    cues = _sigmoid(run["cue"][pieces, 0]).tolist()
    heads = (("status", STATUSES), ("mode", MODES), ("voucher", VOUCHERS), ("when", WHENS))
    classes = [_classes(names, run[head][pieces]) for head, names in heads]
    acts = (1.0 - types[:, 0]).tolist()
    kinds = [tuple(zip(TYPES[1:], row, strict=True)) for row in types[:, 1:].tolist()]
    return list(map(Tag, (word.span for word in words), acts, kinds, cues, *classes))


def _softmax(logits: Array) -> Array:
    powers = numpy.exp(logits - logits.max(-1, keepdims=True))
    result: Array = powers / powers.sum(-1, keepdims=True)
    return result


def _sigmoid(logits: Any) -> Any:
    return 1.0 / (1.0 + numpy.exp(-logits))


def _classes(names: Sequence[Any], logits: Array) -> list[tuple[Any, ...]]:
    """Per row of the logits, the classes each with its probability."""
    return [tuple(zip(names, row, strict=True)) for row in _softmax(logits).tolist()]
