"""Text of unknown origin made safe to show on one line of a terminal."""

from __future__ import annotations

import re
from typing import Final

UNSAFE: Final = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ud800-\\udfff]"
)  # a control sequence could rewrite the screen, a direction mark could turn a line around


def visible(text: str) -> str:
    """The text with its white space as single spaces, and U+FFFD for what would act on the terminal."""
    return UNSAFE.sub("\ufffd", " ".join(text.split()))
