"""What may take place, or is under discussion."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.agenda import is_on
from dragoman.standing.conditions import called, described, either, governed, helped, is_denied
from dragoman.standing.embedding import CONTENT, carriers, path
from dragoman.standing.ruled_out import is_in_question

WEIGHING: Final = frozenset("consider mull weigh contemplate ponder explore discuss debate study review".split())
TALKING: Final = frozenset("talk negotiation negotiate discussion discuss consultation referendum".split())
TREATIES: Final = frozenset("treaty agreement deal truce ceasefire settlement pact accord release sale".split())
MEETING: Final = frozenset("discuss review address mark meet talk consider resolve".split())
ABOUT: Final = frozenset({"on", "over", "about", "regard", "regarding", "concern", "concerning"})
HAPPENING: Final = frozenset({"happen", "occur", "take", "proceed"})
REVIVING: Final = frozenset("reinstate revive salvage rescue save reschedule".split())
CHANCES: Final = frozenset("possibility prospect prospects feasibility risk likelihood chance potential".split())


def _is_open_question(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    verbs = [c for c in carriers(sentence, token, links) if c.pos == "VERB"]
    return any(c.lemma.lower() == "whether" and c.index < v.index for v in verbs for c in sentence.children(v))


def _is_in_case(sentence: Sentence, token: Token) -> bool:
    """The act is what an "if" clause supposes or asks about; what "continues" there is under way all the same."""
    if token.pos not in CONTENT:
        return False
    verbs = (c for c in carriers(sentence, token, path(sentence, token)) if c.pos in ("VERB", "AUX"))
    return any(_is_opened(sentence, v) and v.lemma != "continue" for v in verbs)


def _is_opened(sentence: Sentence, verb: Token) -> bool:
    """An "if" or "unless" opens the clause; "even if" and "as if" do not."""
    marks = [c for c in sentence.children(verb) if c.index < verb.index and c.dep in ("mark", "advmod")]
    if not any(m.lemma.lower() in ("if", "unless") and m.dep == "mark" for m in marks):
        return False
    return verb.dep in ("advcl", "ccomp") and not any(m.lemma.lower() in ("even", "as", "only") for m in marks)


def _is_negotiated(sentence: Sentence, token: Token) -> bool:
    """The act that talks are about: "talks on reopening the port", "negotiations to lift the embargo"."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].governor.lemma.lower() not in TALKING or token.lemma in MEETING:
        return False
    if token.pos == "NOUN" and links[-1].via == "object":
        return token.lemma in TREATIES and links[-1].governor.lemma == "negotiate" and links[-1].governor.tag != "VBD"
    if links[-1].via == "to do":
        return links[-1].governor.pos == "NOUN"
    return links[-1].via in ABOUT and links[-1].word.tag == "VBG"


def _is_reserved(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos == "VERB" else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma not in ("right", "option"):
        return False
    return links[-1].governor.pos == "NOUN" and not is_denied(sentence, links[-1].governor)


def _is_not_excluded(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via not in ("object", "passive", "ing", "clause"):
        return False
    verb = links[-1].governor
    out = verb.lemma == "rule" and any(c.lemma == "out" for c in sentence.children(verb))
    return (out or verb.lemma == "exclude") and is_denied(sentence, verb)


def _can_happen(sentence: Sentence, token: Token) -> bool:
    """ "A summit can still happen": unlike "Lima can withdraw its troops", it says no more than that it may."""
    if token.pos != "NOUN" or not helped({"can"})(sentence, token):
        return False
    return any(c.lemma in HAPPENING for c in carriers(sentence, token, path(sentence, token)))


def _is_to_be_revived(sentence: Sentence, token: Token) -> bool:
    """What was called off, and is spoken of again: "talks on reinstating the summit", "efforts to save the talks"."""
    links = path(sentence, token) if token.pos == "NOUN" else ()
    if not links or links[-1].via != "object" or links[-1].governor.lemma not in REVIVING:
        return False
    return links[-1].governor.tag == "VBG" or any(c.lemma == "to" for c in sentence.children(links[-1].governor))


RULES: Final = (
    Rule(
        "standing.may",
        Status.POSSIBLE,
        At(helped({"may", "might", "could"})),
        examples=("Oslo may [meet] the envoy .", "The [talks] could [take] [place] in June ."),
        near_misses=("Oslo will meet the envoy .", "They met in May ."),
    ),
    Rule(
        "standing.can_happen",
        Status.POSSIBLE,
        At(_can_happen),
        examples=("A [summit] can still happen .", "The [talks] can still take [place] ."),
        near_misses=("Lima can withdraw its troops .", "A summit cannot happen ."),
    ),
    Rule(
        "standing.revived",
        Status.POSSIBLE,
        At(_is_to_be_revived),
        examples=("They hold talks on reinstating the [summit] .", "Oslo tried to save the [talks] ."),
        near_misses=("Oslo reinstated the summit .", "They hold talks on closing the port ."),
    ),
    Rule(
        "standing.weighed",
        Status.POSSIBLE,
        At(governed(WEIGHING, "ing")),
        examples=("Oslo is considering [sending] [troops] .",),
        near_misses=("Oslo began sending troops .",),
    ),
    Rule(
        "standing.chance_of",
        Status.POSSIBLE,
        At(governed(CHANCES, "of", "for")),
        examples=("They spoke about the possibility of a [summit] .",),
        near_misses=("They spoke about the success of a summit .",),
    ),
    Rule(
        "standing.threatened_to",
        Status.POSSIBLE,
        At(governed({"threaten", "threat"}, "to do", "with", "ing")),
        examples=("Oslo threatened to [close] the border .",),
        near_misses=("Oslo agreed to close the border .",),
    ),
    Rule(
        "standing.whether",
        Status.POSSIBLE,
        At(_is_open_question),
        examples=("Oslo must decide whether to [meet] the envoy .",),
        near_misses=("Oslo decided to meet the envoy .",),
    ),
    Rule(
        "standing.in_case",
        Status.POSSIBLE,
        At(_is_in_case),
        examples=("It is not known if Oslo will [impose] [sanctions] .", "Oslo will act if Lima [attacks] the port ."),
        near_misses=("Oslo will act after Lima attacks the port .", "Oslo will act even if Lima attacks the port ."),
    ),
    Rule(
        "standing.negotiated",
        Status.POSSIBLE,
        At(_is_negotiated),
        examples=("They resumed talks on [reopening] the port .", "Talks to [lift] the embargo began ."),
        near_misses=("They held talks on Monday .", "They held talks to review the treaty ."),
    ),
    Rule(
        "standing.not_excluded",
        Status.POSSIBLE,
        At(either(_is_not_excluded, is_in_question, called({"possible"}))),
        examples=(
            "Oslo does not rule out [talks] with Lima .",
            "A [visit] is not out of the question .",
            "A [summit] is possible .",
        ),
        near_misses=("Oslo ruled out talks with Lima .", "A visit is out of the question ."),
    ),
    Rule(
        "standing.right_to",
        Status.POSSIBLE,
        At(_is_reserved),
        examples=("Oslo reserved the right to [close] the border .",),
        near_misses=("Oslo was right to close the border .",),
    ),
    Rule(
        "standing.on_table",
        Status.POSSIBLE,
        At(is_on),
        examples=(
            "The [resumption] of rail [service] remains on the agenda .",
            "[Talks] are on the table .",
            "A [summit] is under discussion .",
        ),
        near_misses=("The summit is off the agenda .", "The envoy is on the train ."),
    ),
    Rule(
        "standing.possible_noun",
        Status.POSSIBLE,
        At(described({"possible", "potential", "eventual", "hypothetical"})),
        examples=("They spoke about a possible [summit] .",),
        near_misses=("They spoke about a joint summit .",),
    ),
)
