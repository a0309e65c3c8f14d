"""What a reading needs besides the report: parser, tagger, vocabulary, and what the gold taught."""

from __future__ import annotations

import gc
from dataclasses import dataclass

from dragoman.events.frames import Frames, load_frames
from dragoman.events.kinds import Kinds, load_kinds
from dragoman.syntax import PIPELINE, Parser
from dragoman.tagger.model import Tagger
from dragoman.vocab.load import load
from dragoman.vocab.types import Vocabulary


@dataclass(frozen=True, slots=True)
class Tools:
    """Loaded once, used for any number of reports.

    Raises (on load): ModelError, VocabularyError.
    """

    parser: Parser
    tagger: Tagger
    vocabulary: Vocabulary
    frames: Frames
    kinds: Kinds

    @classmethod
    def load(cls, pipeline: str = "") -> Tools:
        """The tools, with the spaCy pipeline of this name; "" is the one that dragoman brings."""
        tools = cls(Parser(pipeline or PIPELINE), Tagger(), load(), load_frames(), load_kinds())
        gc.collect()
        gc.freeze()  # what is loaded stays: the collector need not look at it again (a seventh of the reading's time)
        return tools

    @property
    def version(self) -> str:
        """Names the pipeline and the tagger, so that a reading can be told from one by other tools."""
        return f"{self.parser.name}+tagger-{self.tagger.version}"
