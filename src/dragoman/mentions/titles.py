"""Titles: the office that stands before or after a person's name."""

from __future__ import annotations

from dragoman.mentions.found import Line
from dragoman.mentions.offices import (
    AFTER_NAME,
    HONORIFICS,
    LINKS,
    NEAR,
    POSSESSIVE,
    RANKS,
    Office,
    complement,
    is_head,
    is_person,
    phrase,
)


def before(line: Line, name: int) -> Office | None:
    """The office that stands before the name beginning at this word."""
    i = j = name - 1
    while i >= 0 and line.words[i] in HONORIFICS and line.words[i] not in ("the", "his", "her"):
        i -= 1
    while j >= 0 and (line.words[j] in HONORIFICS or line.words[j] in RANKS):
        j -= 1
    if 0 < j < i and line.words[j] == ",":
        office = _before_comma(line, j)
        if office is not None:
            return office
    if is_head(line, i) or (line.word(i) in ("elect", "designate") and line.word(i - 1) == "-"):
        end = i + 1
        while not is_head(line, i) and i > 0:
            i -= 1
        return phrase(line, i, end)
    if i >= 0 and line.words[i] == ",":
        return _before_comma(line, i)
    head = _head_with_complement(line, i) if line.capital(i) else None
    if head is not None:
        return phrase(line, head, i + 1)
    return _occupation(line, i, name) if i == name - 1 and i >= 0 else None


def _occupation(line: Line, i: int, name: int) -> Office | None:
    """Any common noun between a nationality and a name: "Kenyan runner Asha Njoroge"."""
    token = line.tokens[i]
    if (
        token.tag != "NN"
        or token.text[0].isupper()
        or (token.head < i and line.tokens[name].head != i and token.dep != "conj")
    ):
        return None
    if token.dep in ("pobj", "dobj", "nsubj") and line.tokens[name].dep not in ("appos", "compound", "nmod"):
        return None
    office = phrase(line, i, i + 1)
    return office if office.country is not None else None


def _before_comma(line: Line, comma: int) -> Office | None:
    """The office in "the Prime Minister of Japan, Shinzo Abe"."""
    head = comma - 1 if is_head(line, comma - 1) else _head_with_complement(line, comma - 1)
    if head is None:
        return None
    office = phrase(line, head, comma)
    outside = line.word(office.start - 1)
    if not office.determined and office.country is None:
        return None
    return None if outside == "," and office.start > 1 and is_person(line.owner[office.start - 2]) else office


def _head_with_complement(line: Line, last: int) -> int | None:
    """The office word of "Secretary of State", "Ambassador to the DPRK", when the phrase ends at this word."""
    for i in range(last - 1, max(last - NEAR, -1), -1):
        token = line.tokens[i]
        if line.words[i] in LINKS and is_head(line, i - 1):
            return i - 1
        if (
            token.pos in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ")
            and line.words[i] not in POSSESSIVE
            and token.text != "-"
        ):
            return None
    return None


def after(line: Line, end: int) -> Office | None:
    """The office that stands after the name ending before this word: "X, secretary of the party"."""
    i = end
    while line.word(i) in AFTER_NAME:
        i += 1
    if line.word(i) not in (",", "(", "–", "—", "-"):
        return None
    i += 1
    if line.word(i) in ("who", "which") and line.word(i + 1) in ("is", "was"):
        i += 2
    first = i
    while i < min(len(line.words), first + 8):
        if is_head(line, i) and not is_head(line, i + 1) and not (line.word(i + 1) == "-" and is_head(line, i + 2)):
            return _closed(line, first, i)
        if not _inside_phrase(line, i):
            return None
        i += 1
    return None


def _inside_phrase(line: Line, i: int) -> bool:
    token = line.tokens[i]
    if is_person(line.owner[i]):
        return False
    return (
        token.pos in ("ADJ", "NOUN", "PROPN", "DET", "NUM", "ADV")
        or line.words[i] in POSSESSIVE
        or token.text in "-&"
        or (token.tag in ("VBN", "VBG") and token.dep == "amod")
    )


def _closed(line: Line, first: int, head: int) -> Office | None:
    end = complement(line, head)
    if end < len(line.words) and line.capital(end) and line.words[end] not in HONORIFICS and line.word(end - 1) != ",":
        return None  # "Macron, German Chancellor Angela Merkel": the next person's office
    if end < len(line.words) and (is_person(line.owner[end]) or line.words[end] in HONORIFICS - {"the", "his", "her"}):
        return None
    office = phrase(line, head, end)
    return Office(min(first, office.start), end, head, office.text, office.country)
