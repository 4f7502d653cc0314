"""PO as a termbase: our own catalogues, those that Weblate gives back, anybody's.

Languages come from the head (`X-Source-Language`, `Language`); where it is silent, from the letters
of the first messages. An export of ours has a comment beside every pair (`#.`) from which the
concept is put together again; where a program has dropped the comments, the pairs are left, and the
id in `msgctxt`. What is marked fuzzy nobody has checked: it is refused. Weblate's flag `forbidden`
makes a deprecated term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from vnru_terms.findings import Finding
from vnru_terms.formats.comment_reader import read_pair_comment
from vnru_terms.formats.comments import LABELS
from vnru_terms.formats.format import OWN
from vnru_terms.formats.pair_reader import OwnConcept, ReadPair, base_id, foreign
from vnru_terms.formats.reader import Read, TermbaseReader
from vnru_terms.formats.segments_po import Message, read_messages
from vnru_terms.formats.segments_reading import SAMPLE, language_code, language_of
from vnru_terms.messages import _
from vnru_terms.model import Status

_HEAD = re.compile(r"^([A-Za-z-]+): *(.*)$", re.MULTILINE)
_HOME = re.compile(r"glossary/([^/]+)/[^/]+\.yaml\Z")
_SILENT = frozenset(("kind", "part_of_speech"))
# A note on a term; what is longer is a discussion.
_LONGEST_NOTE = 300


def read_po_terms(stream: BinaryIO, name: str) -> Read:
    """The concepts of a catalogue; a finding for a line that is no PO."""
    messages = read_messages(stream, name)
    first = list(islice(messages, SAMPLE))
    head = next((m for m in first if isinstance(m, Message) and m.is_header), Message())
    said = dict(_HEAD.findall(head.text("msgstr")))
    sample = [m for m in first if isinstance(m, Message) and not m.is_header]
    source = language_code(said.get("X-Source-Language")) or language_of(
        m.text("msgid") for m in sample
    )
    target = language_code(said.get("Language")) or language_of(map(_equivalent, sample))
    is_own = said.get("Project-Id-Version", "").startswith(OWN) and target in LABELS
    seen: dict[int, int] = {}
    concept: OwnConcept | None = None
    for message in chain(first, messages):
        if isinstance(message, Finding):
            yield message
            continue
        if message.is_header or not _equivalent(message).strip():
            continue
        pair = _pair(message, (source, target), seen)
        if concept is not None and (pair.comment is None or base_id(pair.id) != concept.id):
            yield concept.said()
            concept = None
        if not is_own or pair.comment is None:
            yield foreign(pair, name)
            continue
        concept = concept or OwnConcept(name, pair, _SILENT)
        concept.add(pair)
    if concept is not None:
        yield concept.said()


def _pair(message: Message, languages: tuple[str, str], seen: dict[int, int]) -> ReadPair:
    id, text = message.text("msgctxt"), message.text("msgid")
    source, target = languages
    comment = read_pair_comment(message.extracted, target) if target in LABELS else None
    homes = filter(None, map(_HOME.search, message.references))
    notes = message.comments if comment is None else ()
    note = " ".join(" ".join(notes).split())
    return ReadPair(
        id,
        message.line,
        ((source, text), (target, _equivalent(message))),
        comment,
        subject=next((home[1] for home in homes), ""),
        note=note if len(note) <= _LONGEST_NOTE else "",
        status=Status.DEPRECATED if "forbidden" in message.flags else None,
        fault=_fault(message, seen),
    )


def _fault(message: Message, seen: dict[int, int]) -> tuple[str, str] | None:
    """Why a message cannot be taken: it is fuzzy, or another has the same msgctxt and msgid."""
    key = hash((message.text("msgctxt"), message.text("msgid")))
    earlier = seen.setdefault(key, message.line)
    if earlier != message.line:
        text = _("the same msgctxt and msgid stand in line {line}.").format(line=earlier)
        return text, _(
            "Take one of the two out, or give it another msgctxt (msgfmt -c says so too)."
        )
    if "fuzzy" in message.flags:
        return _("the message is marked fuzzy: nobody has checked it."), _(
            "Look at it and take the mark away."
        )
    return None


def _equivalent(message: Message) -> str:
    return message.text("msgstr") or message.text("msgstr0")


def _begins(head: str) -> bool:
    lines: Iterator[str] = (line.strip() for line in head.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return bool(re.match(r"(?:msgctxt|msgid)\s*\"", first))


PO_READER = TermbaseReader("po", read_po_terms, _begins)
