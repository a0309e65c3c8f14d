"""One report in, its record out."""

from dragoman.reading.stages import read
from dragoman.reading.tools import Tools

__all__ = ["Tools", "read"]
