"""How each pair of states stands, day by day, and on what that rests."""

from dragoman.follow.ribbons.find import as_of, find_ribbons, standing_on

__all__ = ["as_of", "find_ribbons", "standing_on"]
