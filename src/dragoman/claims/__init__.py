"""Who says so: claims, statements and the source of every act."""

from dragoman.claims.find import find_claims
from dragoman.claims.sources import set_sources
from dragoman.claims.statements import find_statements

__all__ = ["find_claims", "find_statements", "set_sources"]
