"""Put one term entry into a concept file and leave every other byte as it is.

`splice_term` composes the YAML, finds at the nodes' marks where the list of terms of a language
ends, and gives the place and the lines to put there: comments, quotes, line ends and odd layout
around them survive. It reads the result again and compares; what would not say exactly “the same
and this term” is refused. A list in one line (`terms: [...]`) is refused too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import yaml

from vnru_terms.findings import Place, UnwritableOutputError
from vnru_terms.lang.keys import exact_key
from vnru_terms.messages import _
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, LanguageSection, TermEntry
from vnru_terms.store.concept_file import normalised, parse_entry, render_term
from vnru_terms.store.yaml_text import Node, compose


@dataclass(frozen=True, slots=True)
class Splice:
    """Text to put in at an offset (in code points); nothing is taken out."""

    start: int
    new: str

    def applied(self, text: str) -> str:
        """The text with the new piece in its place."""
        return text[: self.start] + self.new + text[self.start :]


def splice_term(text: str, path: str, language: str, term: TermEntry) -> Splice:
    """Where and how the term enters the file; UnwritableOutputError where it cannot."""
    before, _findings = parse_entry(text, path, "")
    root, _findings = compose(text, path)
    if before is None or root is None:
        raise refused(path, _("the file cannot be read as a concept."))
    if any(exact_key(t.term) == exact_key(term.term) for t in before.terms(language)):
        message = _("“{term}” stands in this concept already.").format(term=term.term)
        raise refused(path, message)
    languages = _value(root, "languages")
    section = _value(languages, language)
    terms = _value(section, "terms")
    if section is None:
        splice = _new_section(text, path, languages, language, term)
    else:
        splice = _new_item(text, path, terms, term)
    again, findings = parse_entry(splice.applied(text), path, "")
    if findings or again != with_term(before, language, term):
        raise refused(path, _("the file would not say the same with the term in it."))
    return splice


def refused(path: str, message: str) -> UnwritableOutputError:
    """The error for a file that cannot be edited at its marks."""
    hint = _("The file is left as it is; edit it by hand.")
    return UnwritableOutputError(message, hint, Place(path))


def with_term(entry: ConceptEntry, language: str, term: TermEntry) -> ConceptEntry:
    """The entry with one more term, behind the others of its language."""
    term = normalised(term)
    sections = {section.language: section for section in entry.languages}
    section = sections.get(language, LanguageSection(language))
    sections[language] = replace(section, terms=(*section.terms, term))
    ordered = tuple(sections[code] for code in LANGUAGE_ORDER if code in sections)
    return replace(entry, languages=ordered)


def _value(node: Node | None, key: str) -> Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    for name, value in node.value:
        if isinstance(name, yaml.ScalarNode) and name.value == key:
            found: Node = value
            return found
    return None


def _new_item(text: str, path: str, terms: Node | None, term: TermEntry) -> Splice:
    """The term behind the last one of a list, with that list's own indentation."""
    if not isinstance(terms, yaml.SequenceNode) or terms.flow_style or not terms.value:
        raise refused(path, _("its list of terms is not written with a dash for each term."))
    dash = terms.start_mark.column
    gap = max(2, terms.value[-1].start_mark.column - dash)
    at = end_of(text, terms.value[-1])
    while _is_comment_below(text, at, dash):
        at = next_line(text, at)
    return _lines_at(text, at, _item_lines(term, dash, gap))


def _new_section(
    text: str, path: str, languages: Node | None, language: str, term: TermEntry
) -> Splice:
    """The language's section behind those that come before it in the order of languages."""
    if not isinstance(languages, yaml.MappingNode) or languages.flow_style or not languages.value:
        raise refused(path, _("its languages are not written one below the other."))
    column = languages.value[0][0].start_mark.column
    rank = LANGUAGE_ORDER.index(language)
    before = [v for k, v in languages.value if k.value in LANGUAGE_ORDER[:rank]]
    lines = [" " * column + f"{language}:", " " * (column + 2) + "terms:"]
    lines += _item_lines(term, column + 2, 2)
    if not before:
        at = text.rfind("\n", 0, languages.value[0][0].start_mark.index) + 1
        return _lines_at(text, at, lines)
    at = end_of(text, before[-1])
    while _is_comment_below(text, at, column):
        at = next_line(text, at)
    return _lines_at(text, at, lines)


def _item_lines(term: TermEntry, dash: int, gap: int) -> list[str]:
    lines = render_term(normalised(term)).splitlines()
    first, rest = " " * dash + "-" + " " * (gap - 1), " " * (dash + gap)
    return [(rest if i else first) + line for i, line in enumerate(lines)]


def _lines_at(text: str, at: int, lines: list[str]) -> Splice:
    end = "\r\n" if text[:at].endswith("\r\n") or (not at and "\r\n" in text) else "\n"
    body = end.join(lines)
    is_cut_short = at == len(text) and at > 0 and not text.endswith("\n")
    return Splice(at, end + body if is_cut_short else body + end)


def end_of(text: str, node: Node) -> int:
    """The offset behind the line on which a node ends.

    A block collection's own end mark stands behind the comments that follow it, so its last leaf
    is asked.
    """
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    end: int = node.end_mark.index
    # A block scalar (| or >) ends behind its last line.
    return end if end and text[end - 1] == "\n" else next_line(text, end)


def next_line(text: str, at: int) -> int:
    """The offset of the line behind the one at an offset, or the text's end."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _is_comment_below(text: str, at: int, column: int) -> bool:
    """Whether the line at an offset is a comment that belongs to what stands above it."""
    line = text[at : next_line(text, at)]
    bare = line.lstrip(" ")
    return bare.startswith("#") and len(line) - len(bare) > column
