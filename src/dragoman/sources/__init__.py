"""From files, folders, pages, feeds, archives and addresses to reports, or to the reason why not."""

from dragoman.sources.item import Item, Items, Unread
from dragoman.sources.language import find_language, is_read, language_name
from dragoman.sources.open import Pages, is_address, open_bytes, open_items, open_sources
from dragoman.sources.report import LONGEST, Given, report

__all__ = [
    "LONGEST",
    "Given",
    "Item",
    "Items",
    "Pages",
    "Unread",
    "find_language",
    "is_address",
    "is_read",
    "language_name",
    "open_bytes",
    "open_items",
    "open_sources",
    "report",
]
