"""From text to parsed sentences: `split` cuts, `Parser.parse` parses what is worth it."""

from dragoman.syntax.parse import PIPELINE, Parser
from dragoman.syntax.sentences import split

__all__ = ["PIPELINE", "Parser", "split"]
