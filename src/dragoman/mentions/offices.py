"""Offices: the words around a name that say what its bearer is, and for which state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.mentions.found import Found, Line
from dragoman.model.mention import Form, Kind
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

HEADS: Final = frozenset(
    "president premier minister secretary chancellor king queen prince princess emir sultan pope emperor empress "
    "ambassador envoy representative chairman chairwoman chairperson chair chief head leader director general "
    "spokesman spokeswoman spokesperson governor mayor senator congressman congresswoman commissioner commander "
    "adviser advisor negotiator deputy delegate lawmaker mp speaker coordinator administrator judge prosecutor "
    "justice admiral colonel lieutenant captain marshal ayatollah archbishop bishop cardinal consul diplomat "
    "officer official undersecretary taoiseach candidate boss mediator dictator monarch ruler rapporteur treasurer "
    "ministers minister-counselor counsellor attaché businessman journalist reporter activist correspondent "
    "president-elect governor-general counterpart strongman politician legislator economist analyst professor "
    "secretary-general co-chair co-chairman founder editor lawyer author citizen student scientist "
    "patriarch sheikh sheik lieutenant-general general-secretary vice-president vice-chairman attorney inspector "
    "coach duke duchess".split()
)
HONORIFICS: Final = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir madam madame dame lord lady prof prof. professor hon hon. honourable "
    "honorable the his her excellency majesty highness royal monsieur comrade messrs rt right h.e. rev. gen gen. lt "
    "lt. col col. sen sen. rep rep. gov gov. adm adm. maj maj. baroness baron".split()
)
CALLED: Final = frozenset(  # offices that are said before the name as a title
    "president premier minister secretary chancellor king queen prince princess emir sultan pope ambassador chairman "
    "chairwoman governor senator general admiral colonel captain commander judge ayatollah archbishop bishop cardinal "
    "sheikh patriarch spokesman spokeswoman spokesperson commissioner congressman congresswoman mayor emperor".split()
)
RANKS: Final = frozenset(
    "general admiral colonel captain major lieutenant marshal sheikh sheik gen gen. lt lt. col col.".split()
)
DROPPED: Final = frozenset("new late current newly elected visiting the a an then incumbent re-elected".split())
LINKS: Final = frozenset("of for to on at".split())
AFTER_NAME: Final = frozenset("mp mps mep ac cvo mc am retd kc qc md phd".split())
SAME_POST: Final = {
    "external": "foreign",
    "defense": "defence",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
}
DISTINCT: Final = frozenset("general vice under assistant former".split())
IDLE: Final = frozenset("of for to the and affairs his her honourable".split())
GUESTS: Final = frozenset(
    "president king queen prince princess premier chancellor foreign prime emir sultan majesty taoiseach".split()
)
NEAR: Final = 12  # words between an office's head word and the name it stands with
POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase on the words [start, end); `text` is the office without its country."""

    start: int
    end: int
    head: int
    text: str
    country: str | None
    determined: bool = False
    also: tuple[str, ...] = ()


def office_words(office: str) -> frozenset[str]:
    """The words of an office that tell it from others, under one name for one post."""
    return frozenset(SAME_POST.get(w, w) for w in office.lower().replace("-", " ").split()) - IDLE


def means(wanted: frozenset[str], held: frozenset[str]) -> bool:
    """The office named in short is the one held: "the minister" the Foreign Minister, no president a vice president."""
    return bool(wanted) and wanted <= held and not (held - wanted) & DISTINCT


def is_guest(office: str) -> bool:
    """An office whose bearer, named so by another country's government, is a guest: "the King", "President Ruiz"."""
    return bool(office_words(office) & GUESTS) and not office_words(office) & {"vice", "council", "commission"}


def is_office(sentence: Sentence, token: Token) -> bool:
    """The word can be the noun of an office phrase."""
    if token.text.lower() not in HEADS:
        return False
    return token.pos in ("NOUN", "PROPN") or (token.pos in ("ADJ", "X") and token.text[0].isupper())


def is_head(line: Line, i: int) -> bool:
    """The word is there, and can be the noun of an office phrase."""
    return 0 <= i < len(line.words) and is_office(line.sentence, line.tokens[i])


def is_person(found: Found | None) -> bool:
    """Somebody named stands there."""
    return found is not None and found.kind is Kind.PERSON


def complement(line: Line, head: int) -> int:
    """Where the phrase of an office word ends: "secretary of the Central Committee of the party"."""
    i = end = head + 1
    size = len(line.words)
    while i < size and line.words[i] in LINKS and i - head < 2 * NEAR:
        i += 1
        begin = i
        while i < size and _in_complement(line, i):
            i += 1
        if i == begin or line.tokens[i - 1].pos in ("DET", "ADJ", "CCONJ"):
            break
        end = i
    return end


def _in_complement(line: Line, i: int) -> bool:
    token = line.tokens[i]
    if is_person(line.owner[i]) or token.entity == "PERSON":
        return False
    if token.pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM") or line.words[i] in POSSESSIVE or token.text in "-&":
        return not (token.pos == "DET" and line.word(i - 1) not in LINKS and line.word(i - 1) not in ("and", "&"))
    if any(is_head(line, k) for k in range(i + 1, i + 5)):
        return False
    return line.words[i] == "and" and line.capital(i - 1) and line.capital(i + 1) and line.tokens[i + 1].pos == "PROPN"


def phrase(line: Line, head: int, end: int) -> Office:
    """The whole office phrase around its head word, with the country it names; `end` is where it ends."""
    start, country, determined, joined = head, None, False, 0
    while start > 0:
        k = start - 1
        found = line.owner[k]
        if found is not None and line.word(found.start - 1) == "for" and found.end < head:
            start = found.start - 1
        elif found is not None and found.country is not None and found.end <= head:
            if found.kind is Kind.COUNTRY or found.kind is Kind.GROUP:
                country, start, determined = found.country, found.start, True
                break
            country, start = country or found.country, found.start
        elif (
            line.words[k] in POSSESSIVE
            and k > 0
            and (line.owner[k - 1] is not None or line.tokens[k - 1].pos == "NOUN")
        ):
            start = k
        elif line.words[k] in ("the", "its", "their", "his", "her", "our", "my"):
            start, determined = (joined, False) if joined else (start, True)
            break
        elif _belongs(line, k, head):
            joined = start if line.words[k] == "and" else joined
            start = k
        else:
            break
    first = _office_start(line, start, head)
    text, named = _text(line, first, head, end)
    stated = named if country is None else (country, *_joined(line, start))
    return Office(start, end, head, text, stated[0] if stated else None, determined, stated[1:])


def _joined(line: Line, start: int) -> tuple[str, ...]:
    """Further nationalities before the one at this word: "the Swedish, Danish and Norwegian ministers"."""
    countries: list[str] = []
    k = start - 1
    while k > 0:
        if line.words[k] not in (",", "and"):
            break
        k -= 1 + (line.words[k] == "and" and line.words[k - 1] == ",")
        found = line.owner[k] if k >= 0 else None
        if (
            found is None
            or found.form is not Form.ADJECTIVE
            or found.country is None
            or line.tokens[found.head].dep in ("nsubj", "pobj")
        ):
            break
        countries.append(found.country)
        k = found.start - 1
    return tuple(countries)


def _belongs(line: Line, k: int, head: int) -> bool:
    token = line.tokens[k]
    if is_person(line.owner[k]):
        return False
    if line.words[k] == "under" and line.capital(k):  # "Under Secretary"
        return True
    if token.text in "-/" and k > 0:
        return not line.tokens[k - 1].text.isdigit()
    if line.words[k] == "and":
        return is_head(line, k - 1) and line.capital(k - 1)
    if token.pos in ("ADJ", "NOUN", "PROPN") or (token.tag in ("VBN", "VBG") and token.dep in ("amod", "compound")):
        return token.head > k or is_head(line, k)
    return False


def _office_start(line: Line, start: int, head: int) -> int:
    """Past the country and the words that are no part of the office."""
    found = line.owner[start]
    first = start
    if found is not None and found.kind in (Kind.COUNTRY, Kind.GROUP) and found.end <= head:
        first = found.end
    while first < head and (
        line.words[first] in DROPPED
        or line.words[first] in POSSESSIVE
        or line.words[first] in HONORIFICS
        or line.tokens[first].text in "-"
    ):
        first += 1
    return first


def _text(line: Line, first: int, head: int, end: int) -> tuple[str, tuple[str, ...]]:
    """The office as stated without its country, and the countries that its complement names."""
    inner = [
        f for i in range(head + 1, end) if (f := line.owner[i]) is not None and f.start == i and f.country is not None
    ]
    last = [f for f in inner if f.kind is Kind.COUNTRY]
    if last and last[-1].end == end:
        while len(last) > 1 and not _only_joins(line, last[-2].end, last[-1].start):
            last = last[-1:]
        link = last[0].start - 1
        link -= line.word(link) == "the"
        if line.word(link) == "of":
            return line.phrase(first, link), tuple(f.country or "" for f in last)
    if line.word(head + 1) in ("of", "for"):
        owners = [
            f.country or ""
            for f in inner
            if f.kind is not Kind.COUNTRY
            or line.word(f.end) in POSSESSIVE
            or (f.form is Form.ADJECTIVE and line.word(f.start - 1) != "for")
        ]
        return line.phrase(first, end), tuple(owners[:1])
    return line.phrase(first, end), ()


def _only_joins(line: Line, start: int, end: int) -> bool:
    return all(line.words[i] in ("and", ",", "the") for i in range(start, end))


def describe(line: Line, head: int) -> Found | None:
    """Somebody named by office alone: "the Russian representative", "EU foreign ministers"."""
    token = line.tokens[head]
    if (
        token.dep in ("compound", "amod", "nmod")
        and token.head > head
        and line.tokens[token.head].pos in ("NOUN", "PROPN")
    ):
        return None
    end = complement(line, head)
    office = phrase(line, head, end)
    start = office.start
    if start > 0 and line.words[start - 1] in ("the", "a", "an", "his", "her", "its", "their", "our", "this", "that"):
        start -= 1
    if line.words[start] in ("his", "her", "its", "their", "our"):
        start += 1
    plural = token.tag in ("NNS", "NNPS")
    name = line.phrase(start + (line.words[start] in ("the", "a", "an", "this", "that")), end)
    kind = Kind.GROUP if plural else Kind.PERSON
    end = head + 1 if line.word(head + 1) in ("to", "on", "at") else end
    return Found(
        start,
        end,
        head,
        line.span(start, end),
        Form.DESCRIPTION,
        kind,
        name,
        "mentions.office",
        office.country,
        office.text,
        plural=plural,
        also=office.also if plural else (),
    )


RULES: Final = (
    Rule(
        name="mentions.office",
        gives=Kind.PERSON,
        pattern=At(is_office),
        examples=("The [minister] flew home.", "A [spokesman] refused to comment."),
        near_misses=("They head for the border.", "A general rule applies."),
    ),
)
