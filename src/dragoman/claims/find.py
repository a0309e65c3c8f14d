"""All claims of a report: runs the rules of the other files and puts their findings together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dragoman.claims.according import find_attributions
from dragoman.claims.clauses import EDGE
from dragoman.claims.hearsay import find_hearsay
from dragoman.claims.marked import find_marked
from dragoman.claims.quotations import Woven, find_spoken
from dragoman.claims.reported import JUDGEMENTS, Report, find_reports
from dragoman.claims.speakers import UNNAMED, Speaker, Speakers
from dragoman.claims.words import BELIEF, RUMOURS, SILENT, WORDLESS
from dragoman.model.claim import Claim, Speech, Turn
from dragoman.model.document import Document
from dragoman.model.mention import Mention
from dragoman.model.span import Quote, Span
from dragoman.model.syntax import Layout, Part, Sentence, Token
from dragoman.model.tag import Tag

TRAILS: Final = "".join(EDGE) + " \n\t"
ASIDES: Final = (".as", ".announced")  # who vouches, but not in his words
GLAD: Final = frozenset("pleased happy glad proud delighted honored honoured sorry keen quick".split())
MARKS: Final = "\"'“”‘’«»„`"


def find_claims(
    document: Document,
    layout: Layout,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    turns: Sequence[Turn],
    tags: Sequence[Tag] = (),
) -> tuple[Claim, ...]:
    """The stretches of the report's text that somebody other than its author vouches for, outer before inner.

    Offsets count in the text; the title makes no claims. Absent: a claim of kind UNNAMED may still have a speaker,
    where the text describes him ("U.S. officials").
    """
    speakers = Speakers(document.text, mentions)
    running = [s for s in sentences if s.part is Part.TEXT]
    woven = Woven(layout.quotations)
    claims = [c for s in running for c in _indirect(document.text, s, speakers, woven)]
    claims.extend(_direct(document.text, layout, running, speakers))
    untold = [s for s in running if not any(t.span.holds(s.span) for t in turns)]  # a turn is its speaker's
    claims.extend(_marked(document.text, untold, tags, claims, speakers, woven))
    claims = [_quiet(c, turns) for c in claims]
    return tuple(sorted(claims, key=lambda c: (c.pieces[0].start, -c.span.end)))


def _quiet(claim: Claim, turns: Sequence[Turn]) -> Claim:
    """Inside a turn everything is the speaker's own words: what is reported there is no statement of its own."""
    return replace(claim, statement=False) if any(t.span.holds(claim.span) for t in turns) else claim


def _indirect(text: str, sentence: Sentence, speakers: Speakers, woven: Woven) -> Iterator[Claim]:
    own = sentence.quotation is None  # inside a quotation nothing is a statement of its own
    for report in find_reports(sentence):
        if (speaker := _reporter(sentence, report, speakers)) is not None:
            spoken = own and _is_spoken(sentence, report, speaker)
            cue = Quote.cut(text, report.cue.span)
            yield _claim(text, report.content, speaker, cue, spoken, report.rule, woven)
    for found in find_attributions(sentence):
        if speaker := speakers.named(sentence, found.speaker):
            stated = own and not found.rule.endswith(ASIDES)
            yield _claim(text, found.content, speaker, Quote.cut(text, found.cue), stated, found.rule, woven)
    for heard in find_hearsay(sentence):
        yield _claim(text, heard.content, UNNAMED, Quote.cut(text, heard.cue.span), False, heard.rule, woven)


def _marked(
    text: str,
    sentences: Sequence[Sentence],
    tags: Sequence[Tag],
    claims: Sequence[Claim],
    speakers: Speakers,
    woven: Woven,
) -> Iterator[Claim]:
    """What only the tagger takes for speech: it tells who may vouch, and is no statement."""
    heard = {tag.span.start: tag.cue for tag in tags}
    read = {c.cue.span.start for c in claims if c.cue}
    for sentence in sentences:
        for report in find_marked(sentence, heard, read):
            speaker = speakers.of(sentence, report.cue)
            if speaker is not None and speaker.known:
                cue = Quote.cut(text, report.cue.span)
                yield _claim(text, report.content, speaker, cue, False, report.rule, woven)


def _reporter(sentence: Sentence, report: Report, speakers: Speakers) -> Speaker | None:
    speaker = speakers.of(sentence, report.cue)
    if speaker is None or (report.rule in JUDGEMENTS and not speaker.known):
        return None
    hearsay = speaker.entity is None and report.cue.tag == "VBN" and report.cue.lemma in BELIEF
    return None if hearsay else speaker


def _is_spoken(sentence: Sentence, report: Report, speaker: Speaker) -> bool:
    """Somebody's words are reported; not "will announce", "to urge", "a report that ...", "men accused of ..."."""
    cue = report.cue
    if cue.pos not in ("VERB", "AUX"):
        return cue.lemma not in RUMOURS
    if cue.tag == "VB" and not _is_uttered(sentence, cue):
        return False
    if speaker.entity is None and cue.tag == "VBN" and cue.dep == "acl":
        return False
    return cue.lemma not in SILENT and not (cue.lemma in WORDLESS and report.rule.endswith((".object", ".gerund")))


def _is_uttered(sentence: Sentence, cue: Token) -> bool:
    """The infinitive reports what was said after all: "did say", "is pleased to announce"."""
    head = sentence.head(cue)
    if cue.dep == "xcomp" and head.lemma in GLAD and head.dep == "acomp":
        return True
    return any(t.lemma == "do" and t.dep == "aux" for t in sentence.children(cue))


def _direct(text: str, layout: Layout, sentences: Sequence[Sentence], speakers: Speakers) -> Iterator[Claim]:
    for spoken in find_spoken(layout.quotations, sentences, speakers):
        cue = Quote.cut(text, spoken.cue.span) if spoken.cue else None
        start, end = spoken.content
        content = text[start:end].rstrip(", \n\t")
        piece = Span(end - len(text[start:end].lstrip()), start + len(content))
        yield Claim((piece,), spoken.speaker.kind, spoken.speaker.entity, cue, Speech.DIRECT, True, spoken.rule)


def _claim(text: str, content: Span, speaker: Speaker, cue: Quote, statement: bool, rule: str, woven: Woven) -> Claim:
    content, form = _formed(text, content, woven)
    return Claim((content,), speaker.kind, speaker.entity, cue, form, statement, rule)


def _formed(text: str, content: Span, woven: Woven) -> tuple[Span, Speech]:
    """The content without half quotations, and its form: all quoted is direct, partly quoted is mixed."""
    form = Speech.INDIRECT
    for quotation in woven.meeting(content):
        quoted = quotation.content.of(text).strip(TRAILS)
        if quotation.span.holds(content) or content.of(text).strip(TRAILS + MARKS) == quoted:
            return quotation.content, Speech.DIRECT
        content = Span(min(content.start, quotation.span.start), max(content.end, quotation.span.end))
        form = Speech.MIXED
    return content, form
