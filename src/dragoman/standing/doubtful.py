"""What is not told as done, without a word on how it stands: only a tagger that is sure may call it done."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, either, governed, helped, is_denied
from dragoman.standing.embedding import CONTENT, NOUNS, VERBS, carriers, path
from dragoman.standing.planned import PROMISING

BACKWARD: Final = frozenset({"after", "follow", "following", "since", "despite", "during", "at", "amid"})
TALKING: Final = frozenset({"talk", "negotiation", "discussion", "consultation"})
HOPING: Final = frozenset({"hope", "hop", "interested", "interest"})  # the model takes "hopes" for hops
SHARED: Final = frozenset("cooperation co-operation collaboration partnership coordination trade engagement".split())
IMPOSED: Final = frozenset({"embargo", "blockade", "siege", "occupation"})
UNREAL: Final = frozenset({"if", "unless", "until", "till", "before", "once", "lest"})
FEARING: Final = frozenset("warn prevent avoid avert fear oppose deter worry discourage".split())


def _is_unreal(sentence: Sentence, token: Token) -> bool:
    """The act stands in a clause that "if", "until" or the like opens."""
    if token.pos not in CONTENT:
        return False
    verbs = [c for c in carriers(sentence, token, path(sentence, token)) if c.pos in ("VERB", "AUX")]
    return any(
        c.lemma.lower() in UNREAL and c.dep in ("mark", "advmod") and c.index < v.index
        for v in verbs
        for c in sentence.children(v)
    )


def _is_within_plan(sentence: Sentence, token: Token) -> bool:
    """Part of what will be done: "will announce a donation", "agreed to respond by sending ships"."""
    if any(link.via in BACKWARD for link in path(sentence, token)):
        return False
    inner = {c.index for c in carriers(sentence, token, path(sentence, token))}
    for above in sentence.ancestors(token) if token.pos in CONTENT else ():
        if above.pos in VERBS and above.index not in inner:
            return is_planned(sentence, above) and not is_denied(sentence, above)
    return False


def _is_talked_about(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos == "NOUN" else ()
    if not links or links[-1].via not in ("on", "about", "over", "of") or links[-1].governor.lemma not in TALKING:
        return False
    return not any(c.dep == "poss" or c.lemma.lower() in ("the", "this", "these") for c in sentence.children(token))


def _is_lasting(sentence: Sentence, token: Token) -> bool:
    """ "Their cooperation", "the embargo": the name of a state of affairs rather than of one act."""
    if token.pos != "NOUN":
        return False
    deps = {c.dep: c.lemma.lower() for c in sentence.children(token) if c.dep in ("poss", "det")}
    return (token.lemma in SHARED and "poss" in deps) or (token.lemma in IMPOSED and deps.get("det") == "the")


def _is_amid(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in NOUNS else ()
    return any(link.via in ("amid", "amidst") for link in links)


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    return any(link.via == "to do" for link in links)


is_planned = either(helped({"will", "shall", "'ll", "’ll"}), governed(PROMISING, "to do"))

RULES: Final = (
    Rule(
        "standing.unreal",
        Status.POSSIBLE,
        At(_is_unreal),
        examples=("Oslo waits until Lima [withdraws] its troops .",),
        near_misses=("Oslo waited after Lima withdrew its troops .",),
    ),
    Rule(
        "standing.feared",
        Status.POSSIBLE,
        At(governed(FEARING, "against", "object", "of", "about", "from")),
        examples=("Oslo warned against an [attack] on the port .",),
        near_misses=("Oslo protested against an attack on the port .",),
    ),
    Rule(
        "standing.should",
        Status.PROPOSED,
        At(helped({"should", "must", "ought"})),
        examples=("Lima must [withdraw] its troops .",),
        near_misses=("Lima will withdraw its troops .",),
    ),
    Rule(
        "standing.would",
        Status.PLANNED,
        At(helped({"would", "can"})),
        examples=("Lima would [withdraw] its troops .",),
        near_misses=("Lima will withdraw its troops .",),
    ),
    Rule(
        "standing.wished",
        Status.PROPOSED,
        At(governed({"want", "like", "wish", "prefer", "tell", "time"}, "to do")),
        examples=("Lima would like Oslo to [send] a ship .",),
        near_misses=("Lima decided to send a ship .",),
    ),
    Rule(
        "standing.hoped",
        Status.PROPOSED,
        At(governed(HOPING, "for", "in")),
        examples=("Oslo hopes for [talks] .", "Oslo is interested in [resuming] [talks] ."),
        near_misses=("Oslo held out for talks .",),
    ),
    Rule(
        "standing.talked_about",
        Status.POSSIBLE,
        At(_is_talked_about),
        examples=("Talks about a [summit] are under way .",),
        near_misses=("Talks about the summit are under way .",),
    ),
    Rule(
        "standing.resolved",
        Status.PLANNED,
        At(governed({"decision", "commitment", "committed", "dedicated"}, "to do", "to")),
        examples=("Lima attacked the decision to [close] the port .",),
        near_misses=("Lima attacked the closing of the port .",),
    ),
    Rule(
        "standing.within_plan",
        Status.PLANNED,
        At(_is_within_plan),
        examples=("Oslo will announce a [donation] .", "Oslo agreed to respond by [sending] a ship ."),
        near_misses=("Oslo announced a donation .", "Oslo will not announce a donation ."),
    ),
    Rule(
        "standing.needed",
        Status.PROPOSED,
        At(governed({"need", "necessity", "importance", "urgency"}, "to do", "of", "for")),
        examples=("They spoke of the need to [resume] [talks] .",),
        near_misses=("They spoke of the decision to resume talks .",),
    ),
    Rule(
        "standing.effort",
        Status.ONGOING,
        At(governed({"effort", "endeavour"}, "to do")),
        examples=("They praised efforts to [help] the refugees .",),
        near_misses=("They praised a decision to help the refugees .",),
    ),
    Rule(
        "standing.lasting",
        Status.ONGOING,
        At(_is_lasting),
        examples=("They praised their [cooperation] .", "Oslo criticised the [embargo] ."),
        near_misses=("They praised the agreement .", "Oslo criticised an embargo ."),
    ),
    Rule(
        "standing.amid",
        Status.ONGOING,
        At(_is_amid),
        examples=("Oslo closed the port amid [protests] .",),
        near_misses=("Oslo closed the port after protests .",),
    ),
    Rule(
        "standing.continued_noun",
        Status.ONGOING,
        At(described({"continued", "continuing", "current", "persistent"})),
        examples=("Oslo thanked Lima for its continued [support] .",),
        near_misses=("Oslo thanked Lima for its new support .",),
    ),
    Rule(
        "standing.in_order_to",
        Status.PLANNED,
        At(_is_infinitive),
        examples=("Oslo changed its law to [recognise] the state .",),
        near_misses=("Oslo changed its law and recognised the state .",),
    ),
)
