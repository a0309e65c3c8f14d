"""Words that tell acts apart: the sort of a meeting, the instrument of an agreement, what an act is about."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

NOUNS: Final = {
    "talks": "talks",
    "negotiations": "talks",
    "consultations": "talks",
    "dialogue": "talks",
    "round": "talks",
    "meet": "meeting",
    "meets": "meeting",
    "met": "meeting",
    "meeting": "meeting",
    "meetings": "meeting",
    "conference": "conference",
    "forum": "conference",
    "ministerial": "conference",
    "assembly": "conference",
    "session": "conference",
}  # what an act may be called, and of which sort that makes it; "talked", "discussed", "spoke" name no act of their own
MEETINGS: Final = frozenset({"summit", "talks", "meeting", "conference"})
SPOKEN: Final = frozenset(
    "talk speak spoke spoken said see saw seen come came comin go goes going gone went walk discu engag conve be been"
    " is are was were look touch know introd raise bring brough get got do doing hear heard join".split()
)  # stems of words that any sentence may hold, and that name an act only together with the rest of it
INSTRUMENTS: Final = (
    ("treaty", re.compile(r"\b(?:treat(?:y|ies)|pacts?|accords?|partnership|declaration|agreements?|convention)\b")),
    ("bridge", re.compile(r"\b(?:bridges?|road links?)\b")),
    ("railway", re.compile(r"\b(?:rail|railways?|trains?)\b")),
    ("flights", re.compile(r"\b(?:flights?|airlines?|air (?:service|link|route|traffic))\b")),
    ("ferry", re.compile(r"\bferr(?:y|ies)\b")),
    ("pipeline", re.compile(r"\bpipelines?\b")),
    ("embassy", re.compile(r"\b(?:embass(?:y|ies)|consulates?|liaison office)\b")),
)
RECEIVING: Final = re.compile(r"(?:ha(?:ve|s|d|ving)|(?:host|welcom|receiv|greet)(?:e?s|e?d|ing|e)?)")
WORD: Final = re.compile(r"[^\W\d_]{3,}")
EMPTY: Final = frozenset(
    "the and for with from that this its his her their our which who will would has have had not are was were been"
    " into over between among after before during about against first new all any some more most other two three"
    " country countries government state states".split()
)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word's first five letters without its ending: "signs", "signing" and "signed" have one."""
    small = word.lower()
    for ending in ("ing", "ed", "es", "s"):
        if small.endswith(ending) and len(small) - len(ending) >= 3:
            small = small[: -len(ending)]
            break
    return small[:5]


@lru_cache(maxsize=20_000)
def noun_of(trigger: str) -> str:
    """The sort of act that the trigger word names: "summit", "talks", "meeting", "conference", else its stem."""
    small = trigger.lower()
    if small.startswith("summit"):
        return "summit"
    return NOUNS.get(small) or stem(trigger)


def names_act(trigger: str) -> bool:
    """The word names an act on its own: "summit", "visit", "arrived"; not "came" or "spoke"."""
    small = trigger.lower()
    return small in NOUNS or (small not in SPOKEN and stem(trigger) not in SPOKEN)


def receives(trigger: str) -> bool:
    """The act's actor is the host: "receives", "is hosting", "welcome"."""
    return RECEIVING.fullmatch(trigger.lower()) is not None


@lru_cache(maxsize=50_000)
def content(words: str | None) -> frozenset[str]:
    """The stems of the content words."""
    if not words:
        return frozenset()
    return frozenset(stem(w) for w in WORD.findall(words) if w.lower() not in EMPTY)


def instrument_of(trigger: str, words: str | None) -> str | None:
    """What is signed, built or opened, in one word; None where nothing such is named."""
    text = f"{trigger} {words or ''}".lower()
    return next((name for name, form in INSTRUMENTS if form.search(text)), None)
