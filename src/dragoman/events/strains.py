"""Judgements on relations that nouns of strain or of thaw carry: "tensions with", "a stalemate between"."""

from __future__ import annotations

from typing import Final

from dragoman.events.states import FINITE, RELATING, TIES, is_hoped, is_negated
from dragoman.model.event import State
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

STRAINS: Final = frozenset(
    "tension row dispute standoff stand-off crisis rift spat feud friction animosity hostility strain freeze chill "
    "falling-out discord enmity rivalry mistrust distrust".split()
)
WEAK: Final = frozenset({"crisis", "strain", "freeze", "chill", "rivalry"})  # of other things, too, unless "diplomatic"
IMPASSES: Final = frozenset("stalemate impasse deadlock standstill logjam".split())
THAWS: Final = frozenset("rapprochement détente detente thaw reconciliation".split())
LOCKED: Final = frozenset({"lock", "embroil", "mire", "involve", "engage"})
RISING: Final = frozenset(
    "rise grow escalate increase mount flare erupt deepen rising growing escalating mounting heightened "
    "increased high increasing soar simmer simmering intensify soaring spike persist lingering".split()
)
EASING: Final = frozenset(
    "end ease reduce defuse resolve lower avoid settle solve de-escalate calm overcome mend address".split()
)
OVER: Final = frozenset("end easing reduction resolution relaxation lessening de-escalation lowering".split())
SPEECH: Final = frozenset({"dialogue", "dialog", "contact", "communication"})
BETTERING: Final = frozenset({"normalise", "normalize", "improve", "mend", "restore"})
NORMAL: Final = frozenset({"normalising", "normalizing"})
SIDED: Final = frozenset({"between", "with", "among"})
WANTED: Final = frozenset(
    "seek want hope call urge need support toward towards no without end halt derail abandon oppose".split()
)


def strain_word(sentence: Sentence, token: Token) -> str:
    """The noun of strain; "stand-off" is three words to the parser."""
    before = sentence.tokens[max(token.index - 2, 0) : token.index]
    return (
        "stand-off"
        if token.text.lower() == "off" and [b.text for b in before] == ["stand", "-"]
        else token.lemma.lower()
    )


def _is_sided(sentence: Sentence, token: Token) -> bool:
    return any(c.lemma in SIDED and c.dep == "prep" for c in sentence.children(token))


def _is_strain(sentence: Sentence, token: Token) -> bool:
    word = _strain(sentence, token)
    if not word or is_eased(sentence, token):
        return False
    below = list(sentence.children(token))
    wanted = any((a.lemma in EASING and not is_negated(sentence, a)) for a in sentence.ancestors(token))
    if _is_sided(sentence, token):
        return not wanted and not any(
            is_hoped(sentence, a) and a.lemma not in EASING for a in sentence.ancestors(token)
        )
    if head_in := locked(sentence, token):
        return not is_hoped(sentence, head_in)
    if any(c.lemma == "diplomatic" for c in below):
        return not wanted
    head = sentence.head(token)
    rises = head.lemma in RISING and token.dep == "nsubj"
    return word == "tension" and (rises or any(c.text.lower() in RISING for c in below))


def _strain(sentence: Sentence, token: Token) -> str:
    """The word of strain that stands here, "" if none does."""
    word = strain_word(sentence, token)
    if word == "war" and any(c.lemma in ("trade", "tariff") for c in sentence.children(token)):
        return word
    if word not in STRAINS or token.pos not in ("NOUN", "PROPN", "ADP"):
        return ""
    diplomatic = any(c.lemma in ("diplomatic", "bilateral") for c in sentence.children(token))
    return "" if word in WEAK - {"crisis"} and not diplomatic else word


def locked(sentence: Sentence, token: Token) -> Token | None:
    """The verb of "locked in a dispute"."""
    preposition = sentence.head(token)
    if token.lemma == "crisis" or token.dep != "pobj" or preposition.lemma != "in":
        return None
    verb = sentence.head(preposition)
    return verb if verb.lemma in LOCKED else None


def is_eased(sentence: Sentence, token: Token) -> bool:
    """ "The end of tensions between", "has eased tensions with": told, not aimed at."""
    if strain_word(sentence, token) not in STRAINS:
        return False
    head = sentence.head(token)
    while token.dep == "pobj" and head.lemma == "of":
        token, head = sentence.head(head), sentence.head(sentence.head(head))
        if token.lemma in OVER:
            return not any(a.lemma in WANTED for a in sentence.ancestors(token))
    told = (
        head.tag in FINITE
        and not is_hoped(sentence, head)
        and not any(a.lemma in WANTED for a in sentence.ancestors(head))
    )
    return token.dep in ("dobj", "nsubj") and head.lemma in ("ease", "defuse", "calm", "subside", "abate") and told


def _is_eased(sentence: Sentence, token: Token) -> bool:
    return is_eased(sentence, token) and any(w.lemma in SIDED or w.lemma in TIES for w in sentence.subtree(token))


def _is_impasse(sentence: Sentence, token: Token) -> bool:
    return token.lemma.lower() in IMPASSES and _is_sided(sentence, token)


def _is_thaw(sentence: Sentence, token: Token) -> bool:
    if token.lemma.lower() not in THAWS or token.pos != "NOUN":
        return False
    above = {a.lemma for a in sentence.ancestors(token)} | {c.lemma for c in sentence.children(token)}
    return _is_sided(sentence, token) and not above & WANTED


def _is_no_progress(sentence: Sentence, token: Token) -> bool:
    none = any(c.lemma in ("no", "little") for c in sentence.children(token))
    if token.lemma.lower() not in ("progress", "breakthrough", "headway") or token.pos != "NOUN" or not none:
        return False
    if any(w.lemma.lower() in RELATING for w in sentence.subtree(token)):
        return True
    bare = not any(c.dep in ("prep", "relcl", "acl") for c in sentence.children(token))
    return bare and sentence.child(sentence.head(token), "expl") is not None


def _is_step(sentence: Sentence, token: Token) -> bool:
    """ "This step toward normalising relations"."""
    if token.lemma.lower() not in TIES:
        return False
    verb = sentence.head(token)
    normal = sentence.child(token, "amod")
    if verb.dep != "pcomp" and normal is not None and normal.text.lower() in NORMAL:
        verb = token  # "normalising relations" as a noun with an adjective
    towards = sentence.head(verb)
    bettered = verb is token or verb.lemma in BETTERING
    step = verb.dep in ("pcomp", "pobj") and towards.lemma in ("toward", "towards", "to", "in")
    return bettered and step and sentence.head(towards).lemma == "step"


def _is_silence(sentence: Sentence, token: Token) -> bool:
    """ "There is no dialogue between"."""
    if token.lemma.lower() not in SPEECH or not any(c.lemma == "no" for c in sentence.children(token)):
        return False
    head = sentence.head(token)
    return head.lemma in ("be", "have") and head.tag in ("VBZ", "VBP") and _is_sided(sentence, token)


def _is_none(sentence: Sentence, token: Token) -> bool:
    """ "Have no diplomatic relations"."""
    below = {c.lemma for c in sentence.children(token)}
    if token.lemma.lower() not in TIES or not below & {"diplomatic", "formal", "official"}:
        return False
    head = sentence.head(token)
    present = head.lemma in ("have", "be", "maintain") and not any(c.text == "did" for c in sentence.children(head))
    lacking = head.tag in ("VBZ", "VBP") if "no" in below else is_negated(sentence, head) and head.tag == "VB"
    return head.lemma == "without" or (present and lacking and token.dep in ("dobj", "attr"))


RULES: Final = (
    Rule(
        "assessments.strain",
        State.WORSENING,
        At(_is_strain),
        examples=(
            "Amid [tensions] between Norway and Peru , the envoy left .",
            "[Tensions] rise between Norway and Peru .",
            "Norway has not resolved its [row] with Peru .",
            "A diplomatic [spat] broke out after the raid .",
        ),
        near_misses=("They met to ease tensions between Norway and Peru .", "The tension was felt ."),
    ),
    Rule(
        "assessments.eased",
        State.ADVANCING,
        At(_is_eased),
        examples=("They marked the end of [tensions] between Norway and Peru .",),
        near_misses=("Peru called for an end of tensions between Norway and Chile .",),
    ),
    Rule(
        "assessments.thaw",
        State.ADVANCING,
        At(_is_thaw),
        examples=("The [rapprochement] between Norway and Peru surprised many .",),
        near_misses=("Norway seeks a rapprochement with Peru .", "The spring thaw flooded the road ."),
    ),
    Rule(
        "assessments.step",
        State.ADVANCING,
        At(_is_step),
        examples=("He praised the step towards normalising [relations] between Norway and Peru .",),
        near_misses=("They spoke about normalising relations between Norway and Peru .",),
    ),
    Rule(
        "assessments.none",
        State.BROKEN,
        At(_is_none),
        examples=(
            "Norway and Peru have no diplomatic [relations] .",
            "Norway does not have diplomatic [relations] with Peru .",
        ),
        near_misses=("Norway and Peru have diplomatic relations .", "There is no diplomatic solution ."),
    ),
    Rule(
        "assessments.silence",
        State.STALLED,
        At(_is_silence),
        examples=("There is no [dialogue] between Norway and Peru .",),
        near_misses=("There is no dialogue in the film .", "Norway wants dialogue with Peru ."),
    ),
    Rule(
        "assessments.no_progress",
        State.STALLED,
        At(_is_no_progress),
        examples=(
            "There is no [progress] in the talks between Norway and Peru .",
            "There has been no [breakthrough] .",
        ),
        near_misses=("There is progress in the talks .", "There is no progress in medicine ."),
    ),
    Rule(
        "assessments.impasse",
        State.STALLED,
        At(_is_impasse),
        examples=("Amid a [stalemate] between Norway and Peru , the envoy left .",),
        near_misses=("They left amid a storm between Norway and Peru .",),
    ),
)
NOUNS: Final = STRAINS | IMPASSES | THAWS | TIES | {"progress", "breakthrough", "headway", "off", "war"} | SPEECH
