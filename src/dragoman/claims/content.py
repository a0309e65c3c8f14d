"""Where the content of a cue word begins and ends, for each way a cue carries it."""

from __future__ import annotations

from typing import Final

from dragoman.claims.clauses import FINITE, LATER, clause, infinitive_mark, kept, trimmed
from dragoman.claims.words import HELD, NOUNS, SPEAKABLE, VERBS, Takes
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token

TAILS: Final = frozenset({"prep", "advcl", "relcl", "acl", "xcomp"})
CLAUSES: Final = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})
DIRECTIVES: Final = frozenset("urge call ask appeal beg order implore exhort".split())
OF: Final = frozenset({"of", "about", "against"})
FOR: Final = frozenset({"for"})
CALLS: Final = frozenset({"call", "appeal", "plea", "press", "push", "plead"})
GERUNDS: Final = frozenset("recommend suggest propose advocate deny admit report acknowledge".split())
NAMES: Final = frozenset({"call", "label", "term", "dub", "brand"})
NAMING: Final = frozenset({"name", "identify", "quote"})  # "an official who asked not to be named"
PLACEHOLDER: Final = "this"


def _takes(cue: Token, way: Takes) -> bool:
    takes = VERBS.get(cue.lemma)
    return takes is not None and bool(takes & way) and cue.pos in ("VERB", "AUX")


def that_clause(sentence: Sentence, cue: Token) -> Span | None:
    """The reported clause of "said (that) ...", "..., he said"."""
    if not _takes(cue, Takes.THAT):
        return _after_that(sentence, cue) if _is_misread(sentence, cue) else None
    for child in sentence.children(cue):
        if child.dep == "ccomp" and child.text != PLACEHOLDER and not _is_other(sentence, child, cue):
            return _gapped(sentence, child, cue) if _predicates(sentence, child) else None
    return _after_that(sentence, cue)


def _is_misread(sentence: Sentence, cue: Token) -> bool:
    """A verb that the parser took for a plural noun: "Roe states that ..."; not "the Gulf states that signed"."""
    if cue.tag != "NNS" or not VERBS.get(cue.lemma, Takes(0)) & Takes.THAT or cue.index < 1:
        return False
    after = sentence.tokens[cue.index + 2] if cue.index + 2 < len(sentence.tokens) else cue
    return sentence.tokens[cue.index - 1].pos == "PROPN" and after.pos not in ("VERB", "AUX")


def _is_other(sentence: Sentence, child: Token, cue: Token) -> bool:
    """An infinitive, or a clause before the cue that a semicolon sets apart from it."""
    divided = child.index < cue.index and any(t.text == ";" for t in sentence.tokens[child.index : cue.index])
    return divided or infinitive_mark(sentence, child) is not None


def _predicates(sentence: Sentence, head: Token) -> bool:
    """A clause, not a name that the parser took for one."""
    return head.pos not in ("PROPN", "NOUN") or sentence.child(head, "nsubj", "cop", "aux") is not None


def _gapped(sentence: Sentence, head: Token, cue: Token) -> Span | None:
    """The clause; of "which, he says, is closed" only what follows the cue."""
    words = sentence.subtree(head)
    if words[0].index < cue.index < head.index and words[0].tag in ("WDT", "WP"):
        return trimmed([t for t in words if t.index > cue.index])
    return clause(sentence, head)


def _after_that(sentence: Sentence, cue: Token) -> Span | None:
    """What follows "reaffirmed that ...", where the parser took "that" for something else."""
    words = sentence.tokens[cue.index + 1 :]
    if not words or words[0].text != "that" or cue.dep == "amod":
        return None
    stop = next((n for n, t in enumerate(words) if t.text in (",", ";")), len(words))
    if not any(t.tag in FINITE or t.tag == "MD" for t in words[2:stop]):
        return None
    return trimmed(kept(sentence, list(words), cue))


def infinitive(sentence: Sentence, cue: Token) -> Span | None:
    """The infinitive of "promised to ...", "urged them to ...", "called on them to ..."."""
    if (subject := _for_clause(sentence, cue)) is not None:
        return subject
    if not _takes(cue, Takes.TO) or (cue.lemma == "call" and not _calls_on(sentence, cue)):
        return None
    if cue.lemma in HELD and sentence.child(cue, "agent") is None:
        return None
    for place in _places(sentence, cue):
        for child in sentence.children(place):
            if child.dep in CLAUSES and child.index > cue.index and (to := infinitive_mark(sentence, child)):
                return None if child.lemma in NAMING else _from_mark(sentence, child, to)
    return _lower_infinitive(sentence, cue) if cue.lemma in DIRECTIVES else None


def _for_clause(sentence: Sentence, cue: Token) -> Span | None:
    """The infinitive with its own subject: "called for [guards to leave]", "a call for [guards to leave]"."""
    if cue.lemma not in CALLS:
        return None
    for child in sentence.children(cue):
        mark = sentence.child(child, "mark") if child.dep in CLAUSES and child.index > cue.index else None
        if mark and mark.text == "for" and (to := infinitive_mark(sentence, child)):
            return _from_mark(sentence, child, to)
    return None


def gerund(sentence: Sentence, cue: Token) -> Span | None:
    """The gerund of "recommended closing ...", "denied having sent ..."."""
    if cue.pos != "VERB" or (cue.lemma not in GERUNDS and not _rules_out(sentence, cue)):
        return None
    for child in sentence.children(cue):
        if child.dep in ("xcomp", "ccomp") and child.tag == "VBG" and child.index > cue.index:
            return clause(sentence, child)
    return None


def _rules_out(sentence: Sentence, cue: Token) -> bool:
    particle = sentence.child(cue, "prt")
    return cue.lemma == "rule" and particle is not None and particle.text == "out"


def _calls_on(sentence: Sentence, cue: Token) -> bool:
    """ "called on", not "called": and not "called for", which `for_phrase` reads."""
    return for_phrase(sentence, cue) is None and any(
        t.dep == "prep" and t.text in ("on", "upon", "for") for t in sentence.children(cue)
    )


def _places(sentence: Sentence, cue: Token) -> list[Token]:
    """The words that an infinitive of the cue may hang on: itself, its object, the object of its preposition."""
    below = [t for t in sentence.children(cue) if t.dep in ("dobj", "prep", "dative")]
    objects = [t for p in below if p.dep == "prep" for t in sentence.children(p) if t.dep == "pobj"]
    return [cue, *below, *objects]


def _from_mark(sentence: Sentence, verb: Token, to: Token) -> Span | None:
    words = sentence.subtree(verb)
    if (mark := sentence.child(verb, "mark")) and mark.text == "for":  # "called for [troops to leave]"
        return trimmed([t for t in words if t.index > mark.index])
    first = to.index - (sentence.tokens[to.index - 1].dep == "neg")  # "urged them [not to go]"
    return trimmed(kept(sentence, [t for t in words if t.index >= first], verb))


def _lower_infinitive(sentence: Sentence, cue: Token) -> Span | None:
    """The first infinitive after the cue, where the parser hung it on somebody else's name."""
    for to in sentence.subtree(cue):
        if to.tag == "TO" and to.dep == "aux" and to.index > cue.index:
            return _from_mark(sentence, sentence.head(to), to)
    return None


def of_phrase(sentence: Sentence, cue: Token) -> Span | None:
    """What follows "accused them of ...", "warned of ..."."""
    if not _takes(cue, Takes.OF):
        return None
    found = _preposition(sentence, cue, OF)
    return found or (_lower_of(sentence, cue) if cue.lemma == "accuse" else None)


def for_phrase(sentence: Sentence, cue: Token) -> Span | None:
    """What follows "called for ...", "criticised them for ..."."""
    if not _takes(cue, Takes.FOR) or (found := _preposition(sentence, cue, FOR)) is None:
        return None
    purpose = (t for t in sentence.children(cue) if t.dep in ("xcomp", "advcl") and infinitive_mark(sentence, t))
    verb = next(purpose, None)
    if verb and verb.span.start > found.end and cue.lemma == "call":  # "called for [troops | to leave]"
        return Span(found.start, sentence.reach(verb).end)
    return found


def _preposition(sentence: Sentence, cue: Token, words: frozenset[str]) -> Span | None:
    holders = [cue, *(t for t in sentence.children(cue) if t.dep in ("dobj", "nsubjpass", "dative"))]
    for prep in (t for h in holders for t in sentence.children(h)):
        if prep.text in words and prep.dep in ("prep", "agent") and prep.index > cue.index:
            content = sentence.child(prep, "pcomp", "pobj")
            if content:
                return _widened(sentence, cue, content)
    return None


def _lower_of(sentence: Sentence, cue: Token) -> Span | None:
    """The "of" that the parser hung lower: "accused the ministry of the south of stalling"."""
    for prep in sentence.subtree(cue):
        content = sentence.child(prep, "pcomp", "pobj") if prep.text == "of" and prep.index > cue.index else None
        if content and (content.text.endswith("ing") or sentence.head(prep).dep == "conj"):
            return clause(sentence, content)
    return None


def object_phrase(sentence: Sentence, cue: Token) -> Span | None:
    """The object of "announced plans to ...", "reiterated its support"."""
    if not _takes(cue, Takes.OBJECT):
        return None
    child = sentence.child(cue, "dobj", "nsubjpass")
    if child is None or child.text == PLACEHOLDER or child.pos == "PRON":
        return None
    if cue.lemma == "rule" and not _rules_out(sentence, cue):
        return None
    if cue.lemma in SPEAKABLE and child.lemma not in SPEAKABLE[cue.lemma]:
        return None
    return _widened(sentence, cue, child)


def _widened(sentence: Sentence, cue: Token, content: Token) -> Span | None:
    """The phrase with what the parser hung on the cue right behind it: "announced [a cut | in response to ...]"."""
    found = clause(sentence, content)
    if found is None or content.pos not in ("NOUN", "PROPN"):
        return found
    last = next(t for t in reversed(sentence.subtree(content)) if t.span.end <= found.end)
    for child in sentence.children(cue):
        words = sentence.subtree(child)
        if child.dep in TAILS and words[0].index == last.index + 1 and words[0].text not in LATER:
            tail = trimmed(kept(sentence, words, words[0]))
            found, last = Span(found.start, tail.end if tail else found.end), words[-1]
    return found


def as_phrase(sentence: Sentence, cue: Token) -> Span | None:
    """From the thing judged to the judgement: "described [the raid as reckless]", "called [it a mistake]"."""
    if not _takes(cue, Takes.AS):
        return None
    thing = sentence.child(cue, "dobj")
    for child in (*sentence.children(cue), *(sentence.children(thing) if thing else ())):
        if child.index < cue.index:
            continue
        if child.dep == "oprd" or (child.dep == "prep" and child.text == "as"):
            return _judged(sentence, cue, child)
        if child.dep == "ccomp" and child.pos != "VERB" and cue.lemma in NAMES:
            return clause(sentence, child)
    return None


def _judged(sentence: Sentence, cue: Token, judgement: Token) -> Span | None:
    thing = sentence.child(cue, "dobj")
    first = sentence.subtree(thing if thing and thing.index > cue.index else judgement)[0]
    last = sentence.subtree(judgement)[-1]
    return trimmed(list(sentence.tokens[first.index : last.index + 1]))


def noun_clause(sentence: Sentence, cue: Token) -> Span | None:
    """The clause of "the claim that ...", "allegations Peru had ..."."""
    if cue.lemma not in NOUNS or cue.pos != "NOUN":
        return None
    for child in sentence.children(cue):
        if child.dep not in ("acl", "ccomp") or child.index < cue.index:
            continue
        mark, subject = sentence.child(child, "mark"), sentence.child(child, "nsubj", "nsubjpass")
        if mark.text == "that" if mark else subject is not None and subject.pos != "PRON":
            return clause(sentence, child)
    return None
