"""Who is named: `find_mentions` finds and links, `find_turns` says whose words a transcript or signed release holds."""

from dragoman.mentions.find import find_mentions
from dragoman.mentions.turns import find_turns

__all__ = ["find_mentions", "find_turns"]
