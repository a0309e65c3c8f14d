"""One report in, its record out."""

from dragoman.reading.one import read_one
from dragoman.reading.stages import read
from dragoman.reading.tools import Tools

__all__ = ["Tools", "read", "read_one"]
