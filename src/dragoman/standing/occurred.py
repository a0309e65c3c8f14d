"""What took place."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import described, governed, is_denied, is_refused
from dragoman.standing.embedding import CONTENT, VERBS, auxiliaries, carriers, is_open, path

HYPOTHETICAL: Final = frozenset({"if", "unless", "until", "whether", "till", "before", "should", "once"})
PERFECT: Final = frozenset({"has", "have", "'ve", "’ve", "had", "was", "were"})
UNREAL: Final = frozenset({"be", "being", "will", "would", "could", "may", "might", "should", "must"})
CONCLUDING: Final = frozenset({"end", "finish", "conclude", "wrap"})
OCCASIONS: Final = frozenset("visit trip tour stay stop meeting summit conference exercise drill".split())
RANKS: Final = frozenset({"first", "second", "third", "last", "latest", "only"})
LATER: Final = frozenset({"tomorrow", "next", "soon"})  # "tomorrow I've got a chance to"
UTTERING: Final = frozenset("want like wish opportunity chance moment pleasure pleased".split())
PERFORMED: Final = frozenset(
    "thank congratulate acknowledge commend express apologise apologize praise reiterate".split()
)


def _is_past_cause(sentence: Sentence, token: Token) -> bool:
    """ "After the raid", "in response to the raid", told of what is past."""
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or is_refused(sentence, token):
        return False
    last = links[-1]
    if last.via in ("after", "despite", "following") and last.word.tag != "VB":
        return not any(is_open(sentence, v) for v in (last.governor, last.word) if v.pos in VERBS)
    return last.via == "to" and last.governor.lemma in ("response", "retaliation", "reaction")


def _is_told(sentence: Sentence, token: Token) -> bool:
    if token.pos not in CONTENT:
        return False
    verb = list(carriers(sentence, token, path(sentence, token)))[-1]
    if verb.pos != "VERB" or verb.tag not in ("VBD", "VBZ", "VBN", "VBP") or is_refused(sentence, token):
        return False
    if any(c.dep in ("mark", "advmod") and c.lemma.lower() in HYPOTHETICAL for c in sentence.children(verb)):
        return False
    if verb.dep == "advcl" and _is_within_open(sentence, verb):
        return False
    helps = {a.text.lower() for a in auxiliaries(sentence, token)}
    if verb.tag in ("VBD", "VBZ"):
        return not helps
    return verb.tag == "VBN" and bool(helps & PERFECT) and not helps & UNREAL


def _is_within_open(sentence: Sentence, verb: Token) -> bool:
    """The first finite verb above tells of the future; a clause in the present tense below it does so as well."""
    for above in sentence.ancestors(verb):
        if is_open(sentence, above):
            return True
        if above.tag in ("VBD", "VBZ", "VBP"):
            return False
    return False


def _is_first_to(sentence: Sentence, token: Token) -> bool:
    """ "The first minister to visit Lima": a record that has been set."""
    links = path(sentence, token) if token.pos == "VERB" else ()
    if not links or links[-1].via != "to do" or links[-1].word.dep not in ("relcl", "acl"):
        return False
    holder = links[-1].governor
    best = any(c.lemma.lower() in RANKS or c.tag == "JJS" for c in sentence.subtree(holder) if c.index < holder.index)
    return (best or holder.lemma.lower() in RANKS) and not is_open(sentence, sentence.head(holder))


def _is_concluded(sentence: Sentence, token: Token) -> bool:
    """A journey or meeting that ends, or whatever is completed, has been."""
    links = path(sentence, token) if token.pos == "NOUN" else ()
    if not links or links[-1].via not in ("object", "passive"):
        return False
    verb = links[-1].governor
    ends = verb.lemma == "complete" or (verb.lemma in CONCLUDING and token.lemma in OCCASIONS)
    return ends and verb.tag != "VBG" and not is_open(sentence, verb) and not is_denied(sentence, verb)


def _had_chance(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos in CONTENT else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma not in ("opportunity", "chance", "honor"):
        return False
    verb = sentence.head(links[-1].governor)
    past = verb.tag == "VBD" or any(c.text.lower() in PERFECT for c in sentence.children(verb) if c.dep == "aux")
    return (
        past
        and not any(t.lemma.lower() in LATER for t in sentence.tokens)
        and verb.lemma in ("have", "provide", "get", "be", "offer", "give")
        and not any(is_denied(sentence, w) for w in (verb, links[-1].governor))
    )


def _was_able(sentence: Sentence, token: Token) -> bool:
    links = path(sentence, token) if token.pos == "VERB" else ()
    if not links or links[-1].via != "to do" or links[-1].governor.lemma != "able":
        return False
    verb = sentence.head(links[-1].governor)
    past = verb.tag == "VBD" or any(c.text.lower() in PERFECT for c in sentence.children(verb) if c.dep == "aux")
    return past and not is_open(sentence, verb) and not is_refused(sentence, verb)


def _has_been(sentence: Sentence, token: Token) -> bool:
    """ "Has been here", "has been to Lima": a visit made before."""
    been = token if token.lemma == "be" else sentence.head(token)
    if been.tag != "VBN" or been.lemma != "be" or (token is not been and token.lemma.lower() not in ("here", "there")):
        return False
    perfect = any(c.dep == "aux" and c.lemma == "have" for c in sentence.children(been))
    return perfect and been.dep not in ("aux", "auxpass") and sentence.child(been, "acomp", "attr", "neg") is None


RULES: Final = (
    Rule(
        "standing.been",
        Status.OCCURRED,
        At(_has_been),
        examples=("He has [been] to Lima as a senator .",),
        near_misses=("He has been ill .", "He has been invited to Lima .", "He is here ."),
    ),
    Rule(
        "standing.told",
        Status.OCCURRED,
        At(_is_told),
        examples=("Oslo [condemned] the raid .", "Oslo has [recalled] its envoy ."),
        near_misses=("Oslo will recall its envoy .", "Oslo has not recalled its envoy ."),
    ),
    Rule(
        "standing.past_cause",
        Status.OCCURRED,
        At(_is_past_cause),
        examples=("Oslo recalled its envoy after the [raid] .", "The move came in response to the [raid] ."),
        near_misses=("Oslo recalled its envoy before the raid .",),
    ),
    Rule(
        "standing.first_to",
        Status.OCCURRED,
        At(_is_first_to),
        examples=("She is the first minister to [visit] Lima .", "Oslo was the last to [sign] the treaty ."),
        near_misses=("She will be the first minister to visit Lima .", "She is a minister to visit ."),
    ),
    Rule(
        "standing.concluded",
        Status.OCCURRED,
        At(_is_concluded),
        examples=("The minister ended her [visit] to Lima .", "Oslo has completed the [delivery] ."),
        near_misses=("The minister will end her visit in Lima .", "Oslo ended its sanctions ."),
    ),
    Rule(
        "standing.had_a_chance_to",
        Status.OCCURRED,
        At(_had_chance),
        examples=(
            "I had the opportunity to [meet] the envoy .",
            "They have had a chance to [meet] .",
            "I’ve had a chance to [meet] them .",
        ),
        near_misses=("It is an opportunity to meet the envoy .", "I had no chance to meet the envoy ."),
    ),
    Rule(
        "standing.was_able_to",
        Status.OCCURRED,
        At(_was_able),
        examples=("Oslo was able to [help] Lima .", "Oslo has been able to [help] Lima ."),
        near_misses=("Oslo will be able to help Lima .", "Oslo was not able to help Lima ."),
    ),
    Rule(
        "standing.performed",
        Status.OCCURRED,
        At(governed(UTTERING, "to do", where=lambda t: t.lemma in PERFORMED)),
        examples=(
            "I want to [thank] the minister .",
            "We would like to [congratulate] Lima .",
            "I take this opportunity to [thank] Lima .",
        ),
        near_misses=("Oslo wants to join the treaty .",),
    ),
    Rule(
        "standing.recent_noun",
        Status.OCCURRED,
        At(described({"recent", "last", "previous", "earlier", "past"})),
        examples=("They spoke about the recent [visit] .",),
        near_misses=("They spoke about the next visit .",),
    ),
)
