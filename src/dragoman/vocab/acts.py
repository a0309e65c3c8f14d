"""The words that name an act by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from dragoman.errors import VocabularyError
from dragoman.model.event import EventType
from dragoman.vocab.files import rows

FILE: Final = Path(__file__).parent / "acts.tsv"
CLASSES: Final = {"verb": "VERB", "noun": "NOUN", "adjective": "ADJ"}


class ActWord(NamedTuple):
    """What a word names: a type, and the mode of a CONSULT or None."""

    type: EventType
    mode: str | None


def load_acts(path: Path = FILE) -> Mapping[tuple[str, str], ActWord]:
    """By lemma and Universal POS. Raises: VocabularyError with file and line where the file breaks its rules."""
    found: dict[tuple[str, str], ActWord] = {}
    for place, (kind, word_class, mode, lemmas) in rows(path, 4):
        if kind not in EventType.__members__ or word_class not in CLASSES:
            raise VocabularyError(
                f"no such type or word class: {kind} {word_class}", where=place, remedy="see EventType and CLASSES"
            )
        for lemma in lemmas.split():
            key = lemma, CLASSES[word_class]
            if key in found:
                raise VocabularyError(f"'{lemma}' stands there already", where=place, remedy="leave one of them")
            found[key] = ActWord(EventType(kind), None if mode == "-" else mode)
    return found
