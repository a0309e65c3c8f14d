"""Who speaks: from the cue word to the actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.claims.words import HIDDEN, NOBODY, OFFICES, PAPERS, VERBS
from dragoman.model.claim import Voucher
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token

FINITE: Final = frozenset({"VBZ", "VBD", "VBP"})
RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
LIGHT: Final = frozenset(
    "make issue release publish repeat give renew voice express raise have send deliver sign adopt pass".split()
)
EMPTY: Final = frozenset({"it", "there", "this", "that", "what", "which"})
FIRST: Final = frozenset({"i", "we", "you"})
CLIMBS: Final = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acl", "ccomp", "relcl", "parataxis", "dep"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who vouches. `known`: he is an actor of the report. Absent: `entity` None is somebody the text does not name."""

    kind: Voucher
    entity: Entity | None
    known: bool = False


UNNAMED: Final = Speaker(Voucher.UNNAMED, None)


class Speakers:
    """Finds the speaker that belongs to a cue word, by the mentions of one report."""

    def __init__(self, document_text: str, mentions: Sequence[Mention]) -> None:
        self._text = document_text
        self._heads: dict[tuple[int, int], Mention] = {}
        self._people: dict[int, list[Mention]] = {}
        self._named: dict[Entity, int] = {}
        for mention in mentions:
            if len(mention.entities) == 1:
                self._named.setdefault(mention.entities[0], len(self._named))
            if mention.part is Part.TEXT and mention.entities:
                self._heads.setdefault((mention.sentence, mention.head), mention)
                if mention.kind is Kind.PERSON:
                    self._people.setdefault(mention.sentence, []).append(mention)

    def of(self, sentence: Sentence, cue: Token) -> Speaker | None:
        """The speaker of this verb or noun of communication; None if it has none (an infinitive without a subject)."""
        nominal = cue.pos in ("NOUN", "PROPN")
        token = _nominal(sentence, cue) if nominal else _subject(sentence, cue)
        if (before := self._just_before(sentence, cue)) and self._prefers(sentence, cue, token, before):
            return Speaker(Voucher.NAMED, self._leading(self._first(sentence, before)), known=True)
        if token is None:
            return UNNAMED if _hides(sentence, cue) else None
        if token.lemma in PAPERS and not self._mention(sentence, token):
            token = _nominal(sentence, token) or token
        if cue.dep == "conj" and sentence.child(cue, "nsubj") is None and not self._mention(sentence, token):
            token = self._further(sentence, cue) or token
        return self.named(sentence, token)

    def _prefers(self, sentence: Sentence, cue: Token, token: Token | None, before: Mention) -> bool:
        """The name right before the cue is the speaker's: no subject was found, or one that only describes him."""
        if cue.tag not in FINITE and not (cue.tag == "NNS" and cue.lemma in VERBS):
            return False
        if token is None:
            return True
        found = self._mention(sentence, token)
        if before.kind is not Kind.PERSON or before.form is not Form.NAME:
            return False
        if found is not None and found.form is not Form.DESCRIPTION:
            return False
        between = sentence.tokens[token.index + 1 : before.head]
        return token.index < before.head and not any(t.pos in ("VERB", "AUX") for t in between)

    def _just_before(self, sentence: Sentence, cue: Token) -> Mention | None:
        """The actor named right before the cue."""
        at = cue.index - 1
        while at >= 0 and (sentence.tokens[at].pos in ("ADV", "AUX") or sentence.tokens[at].text == ","):
            at -= 1
        return self._heads.get((sentence.index, at))

    def _first(self, sentence: Sentence, mention: Mention) -> Mention:
        """The first of coordinated people: "Minister Roe and Secretary Doe said"."""
        start = sentence.at(mention.span.start)
        if mention.kind is Kind.PERSON and start and start.index > 1 and sentence.tokens[start.index - 1].text == "and":
            before = self._heads.get((sentence.index, start.index - 2))
            return before if before and before.kind is Kind.PERSON and before.form is Form.NAME else mention
        return mention

    def _leading(self, mention: Mention) -> Entity:
        """Of several who speak at once ("both leaders"), the one whom the report names first."""
        return min(mention.entities, key=lambda e: self._named.get(e, len(self._named)))

    def _further(self, sentence: Sentence, cue: Token) -> Token | None:
        """The subject of a like verb of communication above: "denies that the raid killed anyone and says ..." """
        for verb in verbs_above(sentence, cue):
            subject = _subject(sentence, verb) if verb.lemma in VERBS and verb.tag == cue.tag else None
            if subject is not None and self._mention(sentence, subject):
                return subject
        return None

    def named(self, sentence: Sentence, token: Token) -> Speaker | None:
        """The speaker that the phrase around this word names."""
        if mention := self._mention(sentence, token):
            entity = self._leading(self._first(sentence, mention))
            hidden = token.lemma.lower() in HIDDEN and entity.name.split()[-1].lower() in (
                token.text.lower(),
                token.lemma,
            )
            return Speaker(Voucher.UNNAMED if hidden else Voucher.NAMED, entity, known=True)
        if token.text.lower() in EMPTY or token.text.lower() in FIRST:
            return None
        if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "DET"):
            return UNNAMED if token.pos == "PRON" else None
        span, word = _phrase(sentence, token), token.lemma.lower()
        entity = Entity(span.of(self._text), Kind.GROUP if token.tag in ("NNS", "NNPS") else Kind.ORGANISATION)
        if word in NOBODY and not any(c.text[:1].isupper() for c in sentence.children(token)):
            return UNNAMED
        return Speaker(
            Voucher.UNNAMED if word in HIDDEN else Voucher.NAMED,
            entity,
            known=entity.kind is Kind.GROUP or token.pos == "PROPN",
        )

    def _mention(self, sentence: Sentence, token: Token) -> Mention | None:
        if found := self._heads.get((sentence.index, token.index)):
            return found
        if token.pos not in ("NOUN", "PROPN"):
            return None
        for person in self._people.get(sentence.index, ()):
            if person.span.holds(token.span):
                return person
        if token.lemma.lower() in PAPERS:
            owners = (self._heads.get((sentence.index, c.index)) for c in sentence.children(token))
            return next((m for m in owners if m is not None), None)
        return self._titled(sentence, token) if token.lemma.lower() not in HIDDEN else None

    def _titled(self, sentence: Sentence, token: Token) -> Mention | None:
        """The person whose office the word is: "the president of Peru Jane Roe", "its envoy, Jane Roe"."""
        waiting = list(sentence.children(token))
        while waiting:
            word = waiting.pop()
            if word.dep in ("appos", "nmod", "compound") or (word.dep == "pobj" and token.lemma.lower() in OFFICES):
                found = self._heads.get((sentence.index, word.index))
                if found and found.kind is Kind.PERSON and word.index > token.index:
                    return found
            if word.dep in ("appos", "pobj", "nmod") or (word.dep == "prep" and word.text in ("of", "to")):
                waiting.extend(sentence.children(word))
        return None


def stands_for_quotation(token: Token) -> bool:
    """The word is the placeholder of a quotation: its span is longer than its text."""
    return token.text.startswith("this") and token.span.end - token.span.start > len(token.text)


def _phrase(sentence: Sentence, token: Token) -> Span:
    """The noun phrase without article, clauses and apposition."""
    words = [token]
    for child in sentence.children(token):
        if child.dep in ("compound", "amod", "nmod", "poss", "nummod") and child.index < token.index:
            words.extend(sentence.subtree(child))
    words.sort(key=lambda t: t.index)
    return Span(words[0].span.start, words[-1].span.end)


def _hides(sentence: Sentence, cue: Token) -> bool:
    """A passive without "by", or an expletive: the text hides who says it."""
    if cue.pos in ("NOUN", "PROPN"):
        return True
    return sentence.child(cue, "auxpass", "nsubjpass") is not None or cue.tag == "VBN"


def _subject(sentence: Sentence, cue: Token, depth: int = 0) -> Token | None:
    """The word that names who does this verb."""
    if depth and (passive := sentence.child(cue, "nsubjpass")):
        return passive  # "was booed after saying": whoever was booed said it
    if agent := sentence.child(cue, "agent"):
        return sentence.child(agent, "pobj")
    if sentence.child(cue, "nsubjpass", "auxpass") is not None:
        return None
    if subject := next((t for t in sentence.children(cue) if t.dep == "nsubj" and not stands_for_quotation(t)), None):
        if subject.text.lower() in RELATIVES and cue.dep == "relcl":
            return sentence.head(cue)
        return subject
    if depth > 4 or cue.head == cue.index:
        return _fronted(sentence, cue)
    return _inherited(sentence, cue, depth)


def _fronted(sentence: Sentence, cue: Token) -> Token | None:
    """The noun before a root verb that the parser made something else: "Minister: talks ..." """
    before = (t for t in sentence.children(cue) if t.index < cue.index and t.pos == "PROPN")
    return next((t for t in before if t.dep in ("npadvmod", "attr")), None)


def _inherited(sentence: Sentence, cue: Token, depth: int) -> Token | None:
    """The subject of the verb that this one hangs on, or the noun it describes."""
    head = sentence.head(cue)
    if cue.dep not in CLIMBS and cue.dep != "pobj":
        return None
    if cue.dep == "conj" and cue.tag in FINITE and head.tag not in FINITE:  # "pressed them to act and said ..."
        above = next((t for t in sentence.ancestors(head) if t.tag in FINITE), None)
        return _subject(sentence, above, depth + 1) if above else None
    if head.pos in ("NOUN", "PROPN", "PRON"):
        verb = next(verbs_above(sentence, head), None) if cue.tag == "VBG" else None
        apart = sentence.tokens[cue.index - 1].text == ","
        if verb and (apart or (head.dep == "dobj" and verb.lemma in VERBS)):
            return _subject(sentence, verb, depth + 1)  # "met the king, saying ...": not the king said it
        if cue.dep == "acl" and cue.tag == "VB":  # "has plans to announce", "in order to press for peace"
            verb = next(verbs_above(sentence, head), None)
            return sentence.child(head, "poss") or (_subject(sentence, verb, depth + 1) if verb else None)
        return head if cue.dep in ("acl", "relcl", "dep", "advcl") and cue.tag != "VBN" else None
    if cue.dep == "prep" or head.pos in ("VERB", "AUX"):
        return _subject(sentence, head, depth + 1)
    if head.pos == "ADJ" and head.dep == "acomp":  # "is pleased to announce"
        return _subject(sentence, sentence.head(head), depth + 1)
    if head.pos in ("ADP", "SCONJ"):
        above = sentence.head(head)
        return _subject(sentence, above, depth + 1) if above.pos in ("VERB", "AUX") else None
    return None


def _nominal(sentence: Sentence, cue: Token) -> Token | None:
    """Whose statement it is: "Roe's claim", "a warning by Roe", "issued a statement"."""
    if owner := sentence.child(cue, "poss"):
        return owner
    for prep in sentence.children(cue):
        if prep.dep in ("prep", "agent") and prep.text in ("by", "from", "of"):
            return sentence.child(prep, "pobj")
    head = sentence.head(cue)
    if cue.dep == "dobj" and head.lemma in LIGHT:
        return _subject(sentence, head)
    named = [t for t in sentence.children(cue) if t.dep in ("amod", "compound", "nmod") and t.text[:1].isupper()]
    return named[-1] if named else None


def verbs_above(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The verbs above this word, nearest first."""
    return (t for t in sentence.ancestors(token) if t.pos in ("VERB", "AUX"))
