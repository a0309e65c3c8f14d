"""From files, pages, addresses and lines of JSON to reports, or to the reason why not."""

from dragoman.sources.language import find_language, is_read, language_name
from dragoman.sources.open import open_sources
from dragoman.sources.report import LONGEST, report

__all__ = ["LONGEST", "find_language", "is_read", "language_name", "open_sources", "report"]
