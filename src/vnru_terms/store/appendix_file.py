"""`appendices.yaml`: the tables of the book whose order is knowledge.

The life of a treaty goes from full powers to termination, ranks go from the highest down, offices
by protocol: no alphabet and no key of a concept entry tells that. A glossary without the file has
no such tables.

    - title: {vi: Vòng đời của điều ước, en: The life of a treaty, ru: Жизнь договора}
      groups:
      - title: {vi: Ký kết, en: Conclusion, ru: Заключение}
        concepts: [full-powers, initial, sign]

A group needs no title where an appendix has only one. Whether the ids are there is for the rules
(`rules.appendices`) to say, which see the whole glossary.
"""

from __future__ import annotations

from pathlib import Path

from vnru_terms.findings import Finding, display_path
from vnru_terms.messages import _
from vnru_terms.model import LANGUAGE_ORDER, Appendix, AppendixGroup, Listed
from vnru_terms.store.yaml_text import Node, NodeReader, compose, read_yaml_text

APPENDICES_FILE = "appendices.yaml"


def read_appendices(path: Path) -> tuple[tuple[Appendix, ...], list[Finding]]:
    """The appendices that the file lists, none where there is no such file."""
    if not path.exists():
        return (), []
    text, findings = read_yaml_text(path)
    if text is None or not text.strip():
        return (), findings
    root, findings = compose(text, display_path(path))
    if root is None:
        return (), findings
    reader = NodeReader(display_path(path))
    appendices = tuple(_appendix(reader, node) for node in reader.items(root))
    return appendices, reader.findings


def _appendix(reader: NodeReader, node: Node) -> Appendix:
    values = reader.mapping(node, ("title", "groups"))
    title = _title(reader, values.get("title"))
    if not title:
        reader.missing(node, "title")
    nodes = list(reader.items(values.get("groups")))
    groups = tuple(_group(reader, group) for group in nodes)
    for group, its_node in zip(groups, nodes, strict=True):
        if len(groups) > 1 and not group.title:
            reader.missing(its_node, "title")
    if not groups:
        reader.missing(node, "groups")
    return Appendix(title, groups, reader.place(node))


def _group(reader: NodeReader, node: Node) -> AppendixGroup:
    values = reader.mapping(node, ("title", "concepts"))
    concepts = tuple(
        Listed(reader.text(item), reader.place(item))
        for item in reader.items(values.get("concepts"))
    )
    if not concepts:
        reader.missing(node, "concepts")
    return AppendixGroup(_title(reader, values.get("title")), concepts, reader.place(node))


def _title(reader: NodeReader, node: Node | None) -> dict[str, str]:
    """A title in all languages of the book; one that is missing in a language is a finding."""
    if node is None:
        return {}
    title = {key: reader.text(v) for key, v in reader.mapping(node, LANGUAGE_ORDER).items()}
    for code in LANGUAGE_ORDER:
        if not title.get(code):
            message = _("the title is missing in the language “{code}”.").format(code=code)
            reader.found(node, "E108", message, _("Add it: the book is printed in each language."))
    return title
