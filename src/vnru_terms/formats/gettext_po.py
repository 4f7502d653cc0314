"""GNU gettext: `po` (one catalogue per target language), `pot` (its template), `mo` (compiled).

msgid is a source term, msgstr one equivalent, msgctxt the concept id (`id`, a further permitted
pair `id/2`): a catalogue knows no synonyms, and msgctxt with msgid must be unique. Only permitted
terms are in it: clients drop the flags that would mark a term as deprecated. What a flag could say
stands in the extracted comment (`#.`). The same glossary gives the same bytes: the only date is
the edition's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import polib

from vnru_terms.formats.comments import concept_comment, evidence, pair_comment
from vnru_terms.formats.format import OWN, Format, Selection, written
from vnru_terms.formats.gettext_mo import compiled
from vnru_terms.formats.pairs import Marks, all_pairs
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import MARK, NO_TERM, Tally
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import N_
from vnru_terms.model import ConceptEntry

NAME = "glossary"
# Weblate refuses a string that begins so, as a spreadsheet formula or as white space.
_REFUSED_START = ("=", "+", "-", "@", "|", "%", " ")


def stream_po(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """A catalogue for each target language."""
    return {
        _path(target, "po"): _text(selection, target, _messages(selection, target, tally))
        for target in selection.targets
    }


def stream_mo(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """The same catalogues, compiled."""

    def texts(target: str) -> Iterator[tuple[str, str]]:
        yield "", _empty(selection, target).metadata_as_entry().msgstr
        for message in _messages(selection, target, tally):
            yield f"{message.msgctxt}\x04{message.msgid}", message.msgstr

    return {_path(target, "mo"): compiled(texts(target)) for target in selection.targets}


def stream_pot(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """The template of both catalogues: preferred source terms without equivalents."""
    return {f"{NAME}.pot": _text(selection, "", _to_translate(selection, tally))}


def _path(target: str, suffix: str) -> str:
    return f"{target}/LC_MESSAGES/{NAME}.{suffix}"


def _empty(selection: Selection, target: str) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = _header(selection)
    catalogue.metadata = _metadata(selection, target)
    return catalogue


def _text(selection: Selection, target: str, messages: Iterator[polib.POEntry]) -> Iterator[bytes]:
    """A catalogue as polib writes it, message by message."""
    yield f"{str(_empty(selection, target)).rstrip()}\n".encode()
    for message in messages:
        yield f"\n{message.__unicode__(wrapwidth=0).rstrip()}\n".encode("utf-8", "replace")


def _to_translate(selection: Selection, tally: Tally) -> Iterator[polib.POEntry]:
    for entry in selection.entries:
        term = entry.preferred(selection.source)
        if term is None or not written(term):
            tally.add(NO_TERM, f"{entry.id} ({selection.source})")
            continue
        if written(term).startswith(_REFUSED_START):
            tally.add(MARK, f"{entry.id}: {term.term}")
            continue
        lines = concept_comment(entry, selection, selection.source)
        yield _po_entry(entry, written(term), "", 1, lines)


def _messages(selection: Selection, target: str, tally: Tally) -> Iterator[polib.POEntry]:
    numbers: Counter[str] = Counter()
    marks = Marks(_REFUSED_START, _REFUSED_START)
    for pair in all_pairs(selection, target, tally, marks):
        numbers[pair.entry.id] += 1
        lines = concept_comment(pair.entry, selection, target)
        lines += pair_comment(pair.source, pair.target, target)
        lines.append(evidence(pair.target, target))
        yield _po_entry(pair.entry, *pair.texts, numbers[pair.entry.id], lines)


def _po_entry(
    entry: ConceptEntry, msgid: str, msgstr: str, number: int, comment: list[str]
) -> polib.POEntry:
    context = entry.id if number == 1 else f"{entry.id}/{number}"
    return polib.POEntry(
        msgctxt=context,
        msgid=msgid,
        msgstr=msgstr,
        comment="\n".join(comment),
        occurrences=[(f"glossary/{entry.subject_field}/{entry.id}.yaml", "")],
    )


def _header(selection: Selection) -> str:
    settings = selection.settings
    lines = [settings.title.get("en", "Glossary"), f"Edition {settings.edition}, {settings.date}."]
    if settings.licence:
        lines.append(f"Licence: {settings.licence}, but for quoted contexts.")
    return "\n".join(lines)


def _metadata(selection: Selection, target: str) -> dict[str, str]:
    date = f"{selection.settings.date or '1970-01-01'} 00:00+0000"
    metadata = {
        "Project-Id-Version": f"{OWN} {selection.settings.edition}".strip(),
        "Report-Msgid-Bugs-To": selection.settings.contact,
        "POT-Creation-Date": date,
        "PO-Revision-Date": date,
        "Last-Translator": "vnru-terms curators",
        "Language-Team": LANGUAGES[target].endonym if target else "vnru-terms curators",
        "Language": target,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": selection.source,
    }
    if target:
        metadata["Plural-Forms"] = LANGUAGES[target].plural_forms
    return metadata


# `status` stands for an admitted term in the comment; a note and a source come from the equivalent.
_CARRIED = frozenset(
    (
        Part.SUBJECT_FIELD, Part.SYNONYMS, Part.ADMITTED, Part.STATUS, Part.GENDER, Part.NUMBER,
        Part.GOVERNMENT, Part.USAGE, Part.SLOTS, Part.DEFINITION, Part.SOURCE, Part.DISTINGUISH,
        Part.TRAP, Part.TERM_NOTE,
    )
)  # fmt: skip

PO = Format(
    name="po",
    suffix=".po",
    client="gettext, Poedit, Weblate",
    carries=_CARRIED,
    stream=stream_po,
    in_locale=True,
)
POT = replace(
    PO,
    name="pot",
    suffix=".pot",
    client=N_("translators of the catalogue"),
    carries=frozenset((Part.SUBJECT_FIELD, Part.DEFINITION, Part.DISTINGUISH, Part.TRAP)),
    stream=stream_pot,
)
MO = replace(
    PO,
    name="mo",
    suffix=".mo",
    client=N_("programs that use gettext"),
    carries=frozenset((Part.SYNONYMS, Part.ADMITTED)),
    stream=stream_mo,
)
