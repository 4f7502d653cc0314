"""suggest --parallel: two files ▸ sentences ▸ aligned blocks, ready to be asked for a term.

Which file is Vietnamese, and which language the other is in, is told from the letters. Files with
as many lines whose lengths go together are taken line by line; others are aligned by sentences.
Of long files the beginning is used (`MOST_SENTENCES`), so that the time is bounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from vnru_terms.curation.suggest_grounds import SOURCE, TARGETS, Grounds
from vnru_terms.curation.suggest_parallel import Parallel, glossary_anchors, parallel
from vnru_terms.findings import Finding, UnreadableInputError, display_path
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.script import language_runs
from vnru_terms.messages import _
from vnru_terms.mining.alignment import Block, Unit, align, anchors_of, line_by_line
from vnru_terms.store.corpus import Document, nothing_left, read_document
from vnru_terms.text.spans import sentences

MOST_SENTENCES = 6_000
# Lines that correspond need no search, so many more can be used.
MOST_LINES = 60_000
_SAMPLE = 20_000
# Of two translations of each other the longer has at most so many times the other's letters.
_MOST_RATIO = 2.0
_LEAST_ALIGNED = 0.5


@dataclass(frozen=True, slots=True)
class ParallelTexts:
    """Two aligned texts, and what the person who gave them should know."""

    texts: Parallel
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_parallel(first: str | Path, second: str | Path, grounds: Grounds) -> ParallelTexts:
    """Read and align two files, in either order; of any format that articles may have.

    UnreadableInputError where one cannot be read, or is not in the language that it should be in.
    """
    documents, findings = zip(*(_read(path) for path in (first, second)), strict=True)
    codes = [_language(document) for document in documents]
    if SOURCE not in codes or codes[0] == codes[1]:
        raise _wrong_languages(documents, codes)
    source, target = documents if codes[0] == SOURCE else documents[::-1]
    language = next(code for code in codes if code != SOURCE)
    remarks = [*_lengths(source, target)]
    blocks, more = _aligned(source, target, language, grounds)
    names = Path(source.path).name, Path(target.path).name
    problems = tuple(finding for some in findings for finding in some)
    return ParallelTexts(parallel(blocks, language, names), (*remarks, *more), problems)


def _read(path: str | Path) -> tuple[Document, list[Finding]]:
    document, findings = read_document(path)
    if document is None:
        raise nothing_left([path], findings)
    return document, findings


def _language(document: Document) -> str:
    lengths: Counter[str] = Counter()
    for code, text in language_runs(document.text[:_SAMPLE]):
        lengths[code] += sum(map(str.isalpha, text))
    return max(lengths, key=lambda code: lengths[code], default="")


def _wrong_languages(documents: Sequence[Document], codes: Sequence[str]) -> UnreadableInputError:
    found = ", ".join(
        f"{display_path(Path(document.path))}: {LANGUAGES[code].endonym}"
        for document, code in zip(documents, codes, strict=True)
    )
    others = ", ".join(LANGUAGES[code].endonym for code in TARGETS)
    return UnreadableInputError(
        _("the two files are not a text and its translation ({found}).").format(found=found),
        _("One should be in {source}, the other in one of: {others}.").format(
            source=LANGUAGES[SOURCE].endonym, others=others
        ),
    )


def _lengths(source: Document, target: Document) -> list[str]:
    one, other = len(source.text), len(target.text)
    if max(one, other) <= _MOST_RATIO * max(1, min(one, other)):
        return []
    text = _("One file is {ratio} times as long as the other: is it the whole translation?")
    return [text.format(ratio=round(max(one, other) / max(1, min(one, other)), 1))]


def _aligned(
    source: Document, target: Document, language: str, grounds: Grounds
) -> tuple[list[Block], list[str]]:
    lines = [_lines(document, MOST_LINES) for document in (source, target)]
    by_line = line_by_line(*lines)
    if by_line is not None:
        return by_line, _what_was_used(lines, (source, target), MOST_LINES)
    sides = [_sentences(document, MOST_SENTENCES) for document in (source, target)]
    codes = (SOURCE, language)
    known = [
        [replace(unit, anchors=anchors_of(unit.text) | more) for unit, more in _anchored(*side)]
        for side in ((s, code, grounds) for s, code in zip(sides, codes, strict=True))
    ]
    blocks = align(*known)
    remarks = _what_was_used(sides, (source, target), MOST_SENTENCES)
    aligned = sum(len(block.source) for block in blocks)
    if aligned < _LEAST_ALIGNED * min(map(len, sides)):
        text = _("Only {n} of {all} sentences found a partner: are they the same text?")
        remarks.append(text.format(n=aligned, all=len(sides[0])))
    return blocks, remarks


def _anchored(
    units: Sequence[Unit], code: str, grounds: Grounds
) -> Iterable[tuple[Unit, frozenset[str]]]:
    return zip(units, glossary_anchors([u.text for u in units], code, grounds), strict=True)


def _lines(document: Document, most: int) -> list[Unit]:
    numbered = enumerate(document.lines, start=1)
    full = ((n, line.strip()) for n, line in numbered if line.strip())
    return [Unit(line, document.place_of(n)) for n, line in islice(full, most)]


def _sentences(document: Document, most: int) -> list[Unit]:
    units = (
        Unit(text, document.place_of(n))
        for n, line in enumerate(document.lines, start=1)
        for span in sentences(line)
        if (text := span.of(line).strip())
    )
    return list(islice(units, most))


def _what_was_used(
    sides: Sequence[Sequence[Unit]], documents: Sequence[Document], most: int
) -> list[str]:
    text = _("{file}: the first {n} sentences are used, up to line {line}.")
    return [
        text.format(file=document.path, n=most, line=side[-1].line)
        for side, document in zip(sides, documents, strict=True)
        if len(side) == most
    ]
