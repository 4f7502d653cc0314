"""GNU gettext: `po` (one catalogue per target language), `pot` (its template), `mo` (compiled).

msgid is a source term, msgstr one equivalent, msgctxt the concept id (`id`, a further permitted
pair `id/2`): a catalogue knows no synonyms, and msgctxt with msgid must be unique. Only permitted
terms are in it: clients drop the flags that would mark a term as deprecated. What a flag could say
stands in the extracted comment (`#.`). The same glossary gives the same bytes: the only date is
the edition's.
"""

from __future__ import annotations

from dataclasses import replace

import polib

from vnru_terms.formats.format import Format, Rendered, Selection, permitted
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import N_
from vnru_terms.model import ConceptEntry, Gender, Number, Status, TermEntry

NAME = "glossary"
# Weblate refuses a string that begins so, as a spreadsheet formula or as white space.
_REFUSED_START = ("=", "+", "-", "@", "|", "%", " ")

# Comments are read by the translator of a catalogue, whatever the exporter's interface speaks.
_LABELS: dict[str, dict[str, str]] = {
    "en": {
        "field": "Subject field", "definition": "Definition", "pattern": "Pattern",
        "status": "admitted, not preferred", "usage": "Usage", "source": "Source",
        "evidence": "unsourced", "government": "Government", "number": "plural",
        "masculine": "masculine", "feminine": "feminine", "neuter": "neuter",
    },
    "ru": {
        "field": "Область", "definition": "Определение", "pattern": "Модель",
        "status": "допустимый, не предпочтительный", "usage": "Употребление",
        "source": "Источник", "evidence": "без источника", "government": "Управление",
        "number": "мн. ч.", "masculine": "муж. род", "feminine": "жен. род",
        "neuter": "ср. род",
    },
    "vi": {
        "field": "Lĩnh vực", "definition": "Định nghĩa", "pattern": "Mẫu",
        "status": "chấp nhận, không ưu tiên", "usage": "Cách dùng", "source": "Nguồn",
        "evidence": "chưa có nguồn", "government": "Kết hợp", "number": "số nhiều",
        "masculine": "giống đực", "feminine": "giống cái", "neuter": "giống trung",
    },
}  # fmt: skip


def render_po(selection: Selection) -> Rendered:
    """A catalogue for each target language."""
    files: dict[str, bytes] = {}
    left_out: list[str] = []
    for target in selection.targets:
        catalogue, missing = _catalogue(selection, target)
        files[f"{target}/LC_MESSAGES/{NAME}.po"] = _text(catalogue).encode("utf-8")
        left_out += missing
    return Rendered(files, tuple(left_out))


def render_mo(selection: Selection) -> Rendered:
    """The same catalogues, compiled."""
    files: dict[str, bytes] = {}
    left_out: list[str] = []
    for target in selection.targets:
        catalogue, missing = _catalogue(selection, target)
        files[f"{target}/LC_MESSAGES/{NAME}.mo"] = catalogue.to_binary()
        left_out += missing
    return Rendered(files, tuple(left_out))


def render_pot(selection: Selection) -> Rendered:
    """The template of both catalogues: preferred source terms without equivalents."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = _header(selection)
    catalogue.metadata = _metadata(selection, "")
    for entry in selection.entries:
        term = entry.preferred(selection.source)
        if term is not None and not term.surface.startswith(_REFUSED_START):
            lines = _concept_comment(entry, selection, selection.source)
            catalogue.append(_po_entry(entry, term.surface, "", 1, lines))
    return Rendered({f"{NAME}.pot": _text(catalogue).encode("utf-8")})


def _catalogue(selection: Selection, target: str) -> tuple[polib.POFile, list[str]]:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = _header(selection)
    catalogue.metadata = _metadata(selection, target)
    left_out = []
    for entry in selection.entries:
        pairs = _pairs(entry, selection.source, target)
        if not pairs:
            left_out.append(f"{entry.id} ({target})")
        seen: set[tuple[str, str]] = set()
        for source_term, target_term in pairs:
            pair = (source_term.surface, target_term.surface)
            if pair in seen:
                continue
            if any(text.startswith(_REFUSED_START) for text in pair):
                left_out.append(f"{entry.id} ({target}): {pair[0]}")
                continue
            seen.add(pair)
            lines = _concept_comment(entry, selection, target)
            lines += _pair_comment(source_term, target_term, target)
            catalogue.append(_po_entry(entry, *pair, len(seen), lines))
    return catalogue, left_out


def _pairs(entry: ConceptEntry, source: str, target: str) -> list[tuple[TermEntry, TermEntry]]:
    """The preferred term with every equivalent, then the other terms with the preferred one."""
    sources, targets = permitted(entry, source), permitted(entry, target)
    if not sources or not targets:
        return []
    return [(sources[0], t) for t in targets] + [(s, targets[0]) for s in sources[1:]]


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


def _concept_comment(entry: ConceptEntry, selection: Selection, target: str) -> list[str]:
    labels = _LABELS[target]
    lines = [f"{labels['field']}: {selection.settings.subject_label(entry.subject_field, target)}"]
    lines += [text for text in (entry.distinguish, entry.trap) if text]
    for language in dict.fromkeys((target, selection.source)):
        section = entry.section(language)
        if section is not None and section.definition is not None:
            lines.append(f"{labels['definition']}: {section.definition.text}")
            break
    return lines


def _pair_comment(source: TermEntry, target: TermEntry, language: str) -> list[str]:
    labels = _LABELS[language]
    lines = []
    if source.term != source.surface or target.term != target.surface:
        lines.append(f"{labels['pattern']}: {source.term} → {target.term}")
    grammar = [labels[target.gender.value]] if isinstance(target.gender, Gender) else []
    if target.number is Number.PLURAL:
        grammar.append(labels["number"])
    if target.government:
        grammar.append(f"{labels['government']}: {target.government}")
    if grammar:
        lines.append("; ".join(grammar))
    if target.status is Status.ADMITTED or source.status is Status.ADMITTED:
        lines.append(labels["status"])
    if target.usage:
        lines.append(f"{labels['usage']}: {', '.join(usage.value for usage in target.usage)}")
    if target.note:
        lines.append(target.note)
    evidence = ", ".join(target.source) if target.source else ""
    lines.append(f"{labels['source']}: {evidence}" if evidence else labels["evidence"])
    return lines


def _header(selection: Selection) -> str:
    settings = selection.settings
    lines = [settings.title.get("en", "Glossary"), f"Edition {settings.edition}, {settings.date}."]
    if settings.licence:
        lines.append(f"Licence: {settings.licence}, but for quoted contexts.")
    return "\n".join(lines)


def _metadata(selection: Selection, target: str) -> dict[str, str]:
    date = f"{selection.settings.date or '1970-01-01'} 00:00+0000"
    metadata = {
        "Project-Id-Version": f"vnru-terms glossary {selection.settings.edition}".strip(),
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


def _text(catalogue: polib.POFile) -> str:
    return str(catalogue).rstrip("\n") + "\n"


PO = Format(
    name="po",
    suffix=".po",
    client="gettext, Poedit, Weblate, Lokalize",
    loses=N_("deprecated and superseded terms, contexts, collocations, links"),
    render=render_po,
    in_locale=True,
)
POT = replace(
    PO,
    name="pot",
    suffix=".pot",
    loses=N_("all equivalents: a template holds the source terms only"),
    render=render_pot,
)
MO = replace(
    PO,
    name="mo",
    suffix=".mo",
    client=N_("programs that use gettext"),
    loses=N_("comments and all that po loses"),
    render=render_mo,
)
