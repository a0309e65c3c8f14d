"""The same act across reports: plans, their steps and outcomes, and where reports disagree."""

from dragoman.follow.threads.conflicts import conflicts
from dragoman.follow.threads.find import find_threads
from dragoman.follow.threads.outcomes import as_of, outcome, window

__all__ = ["as_of", "conflicts", "find_threads", "outcome", "window"]
