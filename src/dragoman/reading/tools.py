"""What a reading needs besides the report: parser, tagger, vocabulary, and what the gold taught."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.events.frames import Frames, load_frames
from dragoman.events.kinds import Kinds, load_kinds
from dragoman.rules.version import rules_version
from dragoman.syntax import PIPELINE, Parser
from dragoman.tagger.model import Tagger
from dragoman.vocab.load import load
from dragoman.vocab.types import Vocabulary

ROOMS: Final = (
    "reading", "syntax", "tagger", "mentions", "dates", "claims", "events", "standing", "rules", "vocab",
)  # fmt: skip

YOUNG: Final = 50_000  # objects made before the collector looks for cycles; a reading makes many, and no cycles


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
        gc.set_threshold(YOUNG)
        return tools

    @property
    def version(self) -> str:
        """Names the pipeline, and the rules with the tagger, so that a reading can be told from one by others."""
        return present_version(self.parser.name)


@cache
def present_version(pipeline: str = PIPELINE) -> str:
    """The version that a reading made now with this pipeline has."""
    return f"{pipeline}+rules-{rules_version(*ROOMS)}"
