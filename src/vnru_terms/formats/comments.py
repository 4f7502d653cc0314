"""What a translator is told of a pair, line by line, in the language of the equivalents.

Where a program has one free field for a pair of terms, this stands in it.
"""

from __future__ import annotations

from vnru_terms.formats.columns import value_label
from vnru_terms.formats.format import Selection, written
from vnru_terms.formats.pairs import Pair
from vnru_terms.model import ConceptEntry, Gender, Number, Status, TermEntry

# Comments are read by the translator of a catalogue, whatever the exporter's interface speaks.
LABELS: dict[str, dict[str, str]] = {
    "en": {
        "field": "Subject field", "distinguish": "Distinguish", "trap": "Trap",
        "definition": "Definition", "pattern": "Pattern",
        "status": "admitted, not preferred", "usage": "Usage", "note": "Note", "source": "Source",
        "evidence": "unsourced", "government": "Government", "plural": "plural",
        "singular": "singular",
        "masculine": "masculine", "feminine": "feminine", "neuter": "neuter",
    },
    "ru": {
        "field": "Область", "distinguish": "Отличие", "trap": "Осторожно",
        "definition": "Определение", "pattern": "Модель",
        "status": "допустимый, не предпочтительный", "usage": "Употребление",
        "note": "Примечание", "source": "Источник", "evidence": "без источника",
        "government": "Управление",
        "plural": "мн. ч.", "singular": "ед. ч.", "masculine": "муж. род", "feminine": "жен. род",
        "neuter": "ср. род",
    },
    "vi": {
        "field": "Lĩnh vực", "distinguish": "Phân biệt", "trap": "Dễ nhầm",
        "definition": "Định nghĩa", "pattern": "Mẫu",
        "status": "chấp nhận, không ưu tiên", "usage": "Cách dùng", "note": "Ghi chú",
        "source": "Nguồn",
        "evidence": "chưa có nguồn", "government": "Kết hợp", "plural": "số nhiều",
        "singular": "số ít",
        "masculine": "giống đực", "feminine": "giống cái", "neuter": "giống trung",
    },
}  # fmt: skip


def concept_comment(entry: ConceptEntry, selection: Selection, target: str) -> list[str]:
    """The subject field, what tells the concept from others, the trap, the definition."""
    labels = LABELS[target]
    lines = [f"{labels['field']}: {selection.settings.subject_label(entry.subject_field, target)}"]
    told = (("distinguish", entry.distinguish), ("trap", entry.trap))
    lines += [f"{labels[name]}: {text}" for name, text in told if text]
    for language in dict.fromkeys((target, selection.source)):
        section = entry.section(language)
        if section is not None and section.definition is not None:
            # In the words of its own language, which tell what language it is in.
            lines.append(f"{LABELS[language]['definition']}: {section.definition.text}")
            break
    return lines


def pair_comment(source: TermEntry, target: TermEntry, language: str) -> list[str]:
    """The pattern of a formula, grammar, status, whose word it is, the note, the source."""
    labels = LABELS[language]
    lines = []
    if source.term != written(source) or target.term != written(target):
        lines.append(f"{labels['pattern']}: {source.term} → {target.term}")
    grammar = [labels[target.gender.value]] if isinstance(target.gender, Gender) else []
    if isinstance(target.number, Number):
        grammar.append(labels[target.number.value])
    if target.government:
        grammar.append(f"{labels['government']}: {target.government}")
    if grammar:
        lines.append("; ".join(grammar))
    if target.status is Status.ADMITTED or source.status is Status.ADMITTED:
        lines.append(labels["status"])
    if target.usage:
        said = (value_label(usage, language) for usage in target.usage)
        lines.append(f"{labels['usage']}: {', '.join(said)}")
    if target.note:
        lines.append(f"{labels['note']}: {target.note}")
    return lines


def evidence(target: TermEntry, language: str) -> str:
    """Where the equivalent was read, or that it is not known."""
    labels = LABELS[language]
    sources = ", ".join(target.source)
    return f"{labels['source']}: {sources}" if sources else labels["evidence"]


def one_line(pair: Pair, selection: Selection, target: str) -> str:
    """Both comments on one line, for a cell: no tabs, no line breaks, no addresses."""
    lines = concept_comment(pair.entry, selection, target)
    lines += pair_comment(pair.source, pair.target, target)
    return flat(" · ".join(lines))


def flat(text: str) -> str:
    """The text with every run of white space as one space: a cell of a table of tabs.

    >>> flat("a\\tb\\n c")
    'a b c'
    """
    return " ".join(text.split())
