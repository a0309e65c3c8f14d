"""What is announced, agreed, scheduled or prepared."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, either, governed, helped, is_denied, is_refused
from dragoman.standing.embedding import CONTENT, NOUNS, VERBS, carriers, is_open, path

PROMISING: Final = frozenset(
    "agree plan pledge vow intend commit promise undertake resolve aim prepare schedule set due look "
    "arrange hope agreement plan deal intent intention pledge vow promise scheduled determined suppose supposed".split()
)
PREPARING: Final = frozenset("preparation plan planning arrangement arrange schedule timetable roadmap".split())
TELLING: Final = frozenset("say state announce tell add confirm report declare promise note explain agree".split())
BEING: Final = frozenset("be begin start make continue go proceed".split())
STAGED: Final = frozenset("hold host stage convene organise organize sign open launch deliver start begin".split())
AIMS: Final = frozenset(
    "it there this that what which thing aim goal purpose way step task role job idea intention mission "
    "hope answer".split()
)
OCCASIONS: Final = frozenset(
    "visit trip tour summit meeting talk conference forum session consultation dialogue exercise drill "
    "signing seminar".split()
)
ANNOUNCED: Final = frozenset({"visit", "trip", "tour", "summit", "meeting", "conference"})
COMING: Final = frozenset("planned scheduled upcoming forthcoming coming impending prospective future".split())
JOURNEYS: Final = frozenset({"visit", "trip", "tour", "stop", "stay"})
WHENS: Final = frozenset({"when", "after", "once", "before"})
GOING: Final = frozenset("arrive leave depart travel fly head".split())


def _is_to(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma != "be":
        return False
    verb = links[-1].governor
    subject = sentence.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.lemma.lower() in AIMS or is_refused(sentence, verb):
        return False
    return sentence.child(verb, "attr", "acomp") is None


def _is_in_preparation(sentence: Sentence, token: Token) -> bool:
    """ "Preparations are under way for a visit (to build a bridge)", "there are plans for a visit"."""
    for link in path(sentence, token) if token.pos in CONTENT else ():
        verb = link.governor if link.governor.pos in VERBS else sentence.head(link.governor)
        if link.via not in ("for", "to do") or verb.lemma not in BEING:
            continue
        plans = (c for c in sentence.children(verb) if c.dep in ("nsubj", "nsubjpass", "attr"))
        if any(c.lemma.lower() in PREPARING for c in plans):
            return not is_denied(sentence, verb)
    return False


def _is_when_it_comes(sentence: Sentence, token: Token) -> bool:
    """ "He will (is likely to) fly when he comes": a clause of time in the present tense, of what is still to come."""
    verb = list(carriers(sentence, token, path(sentence, token)))[-1] if token.pos in CONTENT else token
    if verb.dep != "advcl" or verb.tag not in ("VBZ", "VBP") or is_refused(sentence, verb):
        return False
    timed = any(c.dep in ("advmod", "mark") and c.lemma.lower() in WHENS for c in sentence.children(verb))
    above = sentence.head(verb)
    likely = (c for part in (above, *sentence.children(above)) for c in sentence.children(part) if c.dep == "acomp")
    return timed and (is_open(sentence, above) or any(c.lemma in ("likely", "due", "ready", "set") for c in likely))


def _goes_ahead(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    going = next((k.governor for k in links if k.via == "subject" and k.governor.text.lower() == "going"), None)
    return going is not None and any(c.lemma == "ahead" for c in sentence.children(going))


def _is_future_in_past(sentence: Sentence, token: Token) -> bool:
    """ "Said that it would meet the envoy": a future told in the past."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "clause" or links[-1].word.dep != "ccomp" or is_refused(sentence, token):
        return False
    word, verb = links[-1].word, links[-1].governor
    told = verb.tag in ("VBD", "VBN") and verb.lemma in TELLING
    return told and any(c.text.lower() == "would" for c in sentence.children(word) if c.dep == "aux")


def _is_to_be(sentence: Sentence, token: Token) -> bool:
    """ "A forum to be held in Lima"; "the first forum to be held" may be past."""
    if token.pos not in NOUNS or sentence.child(token, "amod") is not None:
        return False
    clauses = [c for c in sentence.children(token) if c.dep in ("relcl", "acl") and c.tag == "VBN"]
    verb = sentence.head(token)
    if token.dep == "nsubjpass" and verb.dep == "ccomp" and sentence.head(verb).lemma == "announce":
        clauses.append(verb)
    return any({"to", "be"} <= {a.text.lower() for a in sentence.children(c)} and c.lemma in STAGED for c in clauses)


def _is_going_to(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.text.lower() != "going":
        return False
    return not is_refused(sentence, links[-1].governor)


def _is_ahead(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    return bool(links) and links[-1].via == "of" and links[-1].governor.lemma.lower() == "ahead"


def _is_errand(sentence: Sentence, token: Token) -> bool:
    """What somebody travels for, or in order to do; the journey itself ("arrives for a visit") is not it."""
    return token.lemma not in JOURNEYS and governed(GOING, "for", "to do")(sentence, token)


def _is_future_frame(sentence: Sentence, token: Token) -> bool:
    """The occasion of something that will be: "the summit will discuss", "will meet during the visit"."""
    if token.lemma.lower() not in OCCASIONS:
        return False
    links = path(sentence, token)
    if not links or links[-1].via not in ("subject", "passive", "object", "during", "at", "on", "in"):
        return False
    return any(c.lemma in ("will", "shall") for c in sentence.children(links[-1].governor) if c.dep == "aux")


RULES: Final = (
    Rule(
        "standing.will",
        Status.PLANNED,
        At(helped({"will", "shall", "'ll", "’ll"})),
        examples=("Oslo will [meet] the envoy .", "The [talks] will [take] [place] in June ."),
        near_misses=("Oslo will not meet the envoy .", "The will of Oslo prevailed ."),
    ),
    Rule(
        "standing.is_to",
        Status.PLANNED,
        At(_is_to),
        examples=("The minister is to [visit] Lima .",),
        near_misses=("It is a pleasure to visit Lima .", "The minister is not to visit Lima ."),
    ),
    Rule(
        "standing.going_to",
        Status.PLANNED,
        At(_is_going_to),
        examples=("We are going to [meet] the envoy .",),
        near_misses=("We are going home .",),
    ),
    Rule(
        "standing.when_it_comes",
        Status.PLANNED,
        At(_is_when_it_comes),
        examples=(
            "The king is likely to travel by rail when he [visits] Oslo .",
            "They will sign the pact when the envoy [comes] .",
        ),
        near_misses=("The king waves when he visits Oslo .", "They fled when the army attacked ."),
    ),
    Rule(
        "standing.agreed_to",
        Status.PLANNED,
        At(governed(PROMISING, "to do")),
        examples=("Oslo agreed to [meet] the envoy .", "They announced a plan to [hold] [talks] ."),
        near_misses=("Oslo refused to meet the envoy .",),
    ),
    Rule(
        "standing.prepared_for",
        Status.PLANNED,
        At(governed(PREPARING, "for")),
        examples=("Preparations for the [visit] are under way .",),
        near_misses=("Thanks for the visit .",),
    ),
    Rule(
        "standing.in_preparation",
        Status.PLANNED,
        At(_is_in_preparation),
        examples=(
            "Preparations were underway for a [visit] to Lima .",
            "Plans are underway for the minister to [visit] Lima .",
            "There are plans to [start] a ferry [service] .",
            "Preparations are underway to [build] a bridge .",
        ),
        near_misses=("The talks were good for the treaty .", "Preparations are not under way for a visit ."),
    ),
    Rule(
        "standing.goes_ahead",
        Status.PLANNED,
        At(_goes_ahead),
        examples=("The [visit] is going ahead .",),
        near_misses=("The visit went ahead .",),
    ),
    Rule(
        "standing.to_be_held",
        Status.PLANNED,
        At(_is_to_be),
        examples=("A [forum] to be held in Lima was announced .", "Oslo announced a [forum] to be held in Lima ."),
        near_misses=("It was the first forum to be held in Lima .", "Oslo announced a forum ."),
    ),
    Rule(
        "standing.promised",
        Status.PLANNED,
        At(governed({"pledge", "promise", "guarantee"}, "object")),
        examples=("Oslo pledged further [support] to Lima .",),
        near_misses=("Oslo praised further support to Lima .",),
    ),
    Rule(
        "standing.future_in_past",
        Status.PLANNED,
        At(_is_future_in_past),
        examples=("Oslo said that it would [meet] the envoy .",),
        near_misses=("Oslo says that it would meet the envoy .", "Oslo said that it would not meet the envoy ."),
    ),
    Rule(
        "standing.agreed_on",
        Status.PLANNED,
        At(governed({"agree", "look", "commit"}, "to", "ing", "forward")),
        examples=("Oslo agreed to a [truce] .", "We look forward to [meeting] the envoy ."),
        near_misses=("Oslo objected to a cease-fire .",),
    ),
    Rule(
        "standing.ahead_of",
        Status.PLANNED,
        At(_is_ahead),
        examples=("They met ahead of the [summit] .",),
        near_misses=("They met at the summit .",),
    ),
    Rule(
        "standing.scheduled",
        Status.PLANNED,
        At(
            either(
                governed({"plan", "schedule", "slate", "prepare", "arrange"}, "object", "passive"),
                governed({"announce", "preview"}, "object", "passive", where=lambda t: t.lemma in ANNOUNCED),
            )
        ),
        examples=(
            "Oslo plans a [visit] to Lima .",
            "The [summit] is scheduled for June .",
            "A [visit] was being prepared .",
            "Oslo announced a [visit] to Lima .",
        ),
        near_misses=("Oslo condemned the visit .", "Oslo announced sanctions ."),
    ),
    Rule(
        "standing.planned_noun",
        Status.PLANNED,
        At(described(COMING)),
        examples=("They spoke about the upcoming [visit] .",),
        near_misses=("They spoke about the recent visit .",),
    ),
    Rule(
        "standing.during_what_will_be",
        Status.PLANNED,
        At(_is_future_frame),
        examples=("The [summit] will discuss trade .", "He will meet the envoy during the [visit] ."),
        near_misses=("The sanctions will hurt trade .", "He met the envoy during the visit ."),
    ),
    Rule(
        "standing.travelled_for",
        Status.PLANNED,
        At(_is_errand),
        examples=("The envoy arrived in Lima for [talks] .",),
        near_misses=("The envoy left Lima after talks .",),
    ),
)
