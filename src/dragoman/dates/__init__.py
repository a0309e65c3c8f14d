"""When: `find_times` reads the time expressions, `choose_times` gives each act its own."""

from dragoman.dates.choose import choose_times
from dragoman.dates.find import find_times

__all__ = ["choose_times", "find_times"]
