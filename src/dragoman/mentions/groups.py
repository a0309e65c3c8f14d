"""Groups: people named by what they are, with the country they belong to."""

from __future__ import annotations

from typing import Final

from dragoman.mentions.bodies import modified, of_phrase, owner_of
from dragoman.mentions.found import Found, Line
from dragoman.model.mention import Form, Kind
from dragoman.model.syntax import Token
from dragoman.rules import At, Rule

PEOPLE: Final = frozenset(
    "protester protestor demonstrator activist refugee migrant official soldier civilian lawmaker citizen national "
    "diplomat leader minister negotiator delegate worker fisherman sailor prisoner hostage captive journalist "
    "reporter settler tourist resident villager student politician legislator inspector expert scientist ally "
    "partner people person man woman child family immigrant seeker fighter terrorist extremist jihadist islamist "
    "hacker spy agent operative representative envoy ambassador president premier counterpart chief serviceman "
    "officer policeman businessman investor tribesman peasant farmer crew victim survivor voter supporter pilgrim "
    "nurse doctor teacher engineer contractor volunteer mercenary detainee inmate suspect associate oligarch "
    "individual entity personnel colleague delegation trader youth side party country nation state power government "
    "member head parliamentarian mp senator dissident exile guard veteran pirate smuggler trafficker athlete player "
    "mediator observer monitor spokesperson general commander community mission".split()
)
SOMEBODY: Final = frozenset(
    "nun skipper maid boy girl man woman teenager fisherman gunman soldier critic dissident spy agent pilot tourist "
    "priest captain sailor worker doctor nurse engineer scientist missionary aid-worker hostage prisoner refugee "
    "activist blogger militant rebel terrorist policeman businesswoman academic scholar athlete singer actor writer "
    "national citizen".split()
)
LOOSE: Final = frozenset(  # groups that act without their country being said
    "protester protestor demonstrator activist refugee migrant soldier official gunman seeker immigrant lawmaker "
    "diplomat civilian settler prisoner leader minister expert".split()
)
MANY: Final = frozenset("people police personnel crew youth".split())


def is_group(token: Token) -> bool:
    """The noun names people in the plural: "protesters", "senior officials"."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    word = token.text.lower()
    return word in MANY or (token.tag in ("NNS", "NNPS") and token.lemma.lower() in PEOPLE)


def is_somebody(token: Token) -> bool:
    """The noun names one person by what he or she is: "an Australian nun"."""
    return token.tag == "NN" and (token.lemma.lower() in SOMEBODY or token.text.lower() in SOMEBODY)


RULES: Final = (
    Rule(
        name="mentions.group",
        gives=Kind.GROUP,
        pattern=At(lambda s, t: is_group(t)),
        examples=("Thousands of [protesters] filled the square.", "Two Kenyan [officials] resigned."),
        near_misses=("The protests went on.", "An official resigned."),
    ),
)


def find_groups(line: Line) -> None:
    """Puts every group that is named with a country, or acts on its own account, on the line."""
    for i, token in enumerate(line.tokens):
        if line.owner[i] is None and i not in line.taken:
            if is_group(token):
                _place(line, i, plural=True)
            elif is_somebody(token):
                _place(line, i, plural=False)


def _place(line: Line, i: int, plural: bool) -> None:
    token = line.tokens[i]
    if (
        token.dep in ("compound", "amod", "nmod")
        and token.head > i
        and line.tokens[token.head].pos in ("NOUN", "PROPN")
    ):
        return
    start = modified(line, i, i)
    first, country = owner_of(line, start, i + 1)
    start = modified(line, i, first) if country is not None else start
    end = i + 1
    if country is None:
        end, country = of_phrase(line, i + 1)
    if country is None and not (plural and token.lemma.lower() in LOOSE):
        return
    line.place(
        Found(
            start,
            end,
            i,
            line.span(start, end),
            Form.NAME if country and plural else Form.DESCRIPTION,
            Kind.GROUP if plural else Kind.PERSON,
            line.phrase(start, end),
            "mentions.group" if plural else "mentions.somebody",
            country,
            plural=plural,
            stated=country is not None,
        )
    )
