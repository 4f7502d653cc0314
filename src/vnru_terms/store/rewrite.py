"""Change an existing concept file so that it says a new entry, and touch no more than that.

A canonical file is written anew in canonical form, which changes only what was edited. In a
curator's own layout the pieces that differ are found by walking three trees side by side (the file,
the canonical form before, the canonical form after), and only their characters are replaced, at the
nodes' marks: comments, quotes and line ends around them survive. The result is read again and
compared; what would not say exactly the new entry is refused. Start at `rewritten`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from vnru_terms.findings import display_path
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, TermEntry
from vnru_terms.store.atomic import write_bytes
from vnru_terms.store.concept_file import normalised, parse_entry, render_entry, scalar
from vnru_terms.store.edits import Snapshot, bytes_as_read, decoded, digest
from vnru_terms.store.splice import end_of, next_line, refused, splice_term
from vnru_terms.store.yaml_text import Node, compose


@dataclass(frozen=True, slots=True)
class _Change:
    """At `start` (code points) up to `end` shall stand `new`."""

    start: int
    end: int
    new: str


class _CannotPlace(Exception):  # noqa: N818 (an answer, not an error of the program's)
    """The file's layout leaves no safe place for a change."""


def write_entry(read: Snapshot, after: ConceptEntry) -> str:
    """Make a concept file say another entry; its new digest.

    UnwritableOutputError where its bytes are not those that were read, or its layout does not
    allow the change.
    """
    mark, text = decoded(bytes_as_read(read))
    data = mark + rewritten(text, display_path(read.path), read.entry, after).encode("utf-8")
    write_bytes(read.path, data)
    return digest(data)


def rewritten(text: str, path: str, before: ConceptEntry, after: ConceptEntry) -> str:
    """The text of a concept file that said `before`, saying `after`."""
    after = normalised(after)
    if text == render_entry(before):
        return render_entry(after)
    kept, added = _parted(before, after)
    try:
        text = _with_changes(text, path, before, kept)
    except _CannotPlace:
        raise refused(path, _("its layout leaves no safe place for this change.")) from None
    for language, term in added:
        text = splice_term(text, path, language, term).applied(text)
    again, findings = parse_entry(text, path, after.subject_field)
    if added and again is not None and not findings and again != after:
        # A language that came with its terms has a place for its definition only now.
        try:
            text = _with_changes(text, path, again, after)
        except _CannotPlace:
            raise refused(path, _("its layout leaves no safe place for this change.")) from None
        again, findings = parse_entry(text, path, after.subject_field)
    if findings or again != after:
        raise refused(path, _("the file would not say what was typed."))
    return text


def _parted(
    before: ConceptEntry, after: ConceptEntry
) -> tuple[ConceptEntry, list[tuple[str, TermEntry]]]:
    """The new entry without the terms that come behind the old ones, and these terms."""
    kept, added = [], []
    for section in after.languages:
        n = len(before.terms(section.language))
        added += [(section.language, term) for term in section.terms[n:]]
        if before.section(section.language) is not None:
            kept.append(replace(section, terms=section.terms[:n]))
    return replace(after, languages=tuple(kept)), added


def _with_changes(text: str, path: str, before: ConceptEntry, after: ConceptEntry) -> str:
    canonical = render_entry(after)
    old, _findings = compose(text, path)
    was, _findings = compose(render_entry(before), path)
    now, _findings = compose(canonical, path)
    if old is None or was is None or now is None:
        raise _CannotPlace
    walk = _Walk(text, canonical)
    changes = sorted(walk.node(old, was, now), key=lambda c: (c.start, c.end))
    for change in reversed(changes):
        text = text[: change.start] + change.new + text[change.end :]
    return text


@dataclass(frozen=True, slots=True)
class _Walk:
    """The walk down the file's nodes and those of the canonical texts."""

    text: str
    canonical: str

    def node(self, old: Node, was: Node, now: Node) -> Iterator[_Change]:
        """What must change in a node of the file for it to say `now`."""
        if _plain(was) == _plain(now):
            return
        if isinstance(old, yaml.MappingNode) and isinstance(now, yaml.MappingNode):
            yield from self.mapping(old, was, now)
        elif isinstance(old, yaml.SequenceNode) and isinstance(now, yaml.SequenceNode):
            yield from self.sequence(old, was, now)
        elif isinstance(old, yaml.ScalarNode) and isinstance(now, yaml.ScalarNode):
            yield self.scalar(old, now)
        else:
            raise _CannotPlace

    def mapping(self, old: yaml.MappingNode, was: Node, now: yaml.MappingNode) -> Iterator[_Change]:
        there, before, after = _by_key(old), _by_key(was), _by_key(now)
        for key in dict.fromkeys([*before, *after]):
            if key in before and key in after and _same(before[key], after[key]):
                continue
            if key in before and key in after and key in there:
                yield from self.node(there[key][1], before[key][1], after[key][1])
            elif key in after and key in there:
                # What the canonical form leaves out, such as an empty note.
                yield self.value(there[key][1], after[key][1])
            elif key in after:
                yield self.inserted(old, there, list(after), after[key])
            elif key in there:
                yield self.deleted(old, there[key])

    def value(self, old: Node, now: Node) -> _Change:
        if isinstance(old, yaml.ScalarNode) and isinstance(now, yaml.ScalarNode):
            return self.scalar(old, now)
        raise _CannotPlace

    def scalar(self, old: yaml.ScalarNode, now: yaml.ScalarNode) -> _Change:
        start, end = old.start_mark.index, old.end_mark.index
        written = scalar(now.value, flow=True)
        if start == end:
            # An empty value stands directly behind its colon.
            written = f" {written}"
        if old.style in ("|", ">") and end and self.text[end - 1] == "\n":
            written += _line_end(self.text)
        return _Change(start, end, written)

    def sequence(
        self, old: yaml.SequenceNode, was: Node, now: yaml.SequenceNode
    ) -> Iterator[_Change]:
        if len(old.value) == len(was.value) == len(now.value):
            for one, before, after in zip(old.value, was.value, now.value, strict=True):
                yield from self.node(one, before, after)
        elif old.flow_style and all(isinstance(n, yaml.ScalarNode) for n in now.value):
            items = ", ".join(scalar(n.value, flow=True) for n in now.value)
            yield _Change(old.start_mark.index, old.end_mark.index, f"[{items}]")
        else:
            raise _CannotPlace

    def inserted(
        self,
        old: yaml.MappingNode,
        there: dict[str, tuple[Node, Node]],
        order: list[str],
        pair: tuple[Node, Node],
    ) -> _Change:
        """A key that was not there, behind those that precede it in the canonical order."""
        if old.flow_style or not old.value:
            raise _CannotPlace
        key, value = pair
        before = [there[name] for name in order[: order.index(key.value)] if name in there]
        lines = self.canonical[key.start_mark.index : end_of(self.canonical, value)].splitlines()
        shift = old.value[0][0].start_mark.column
        taken = key.start_mark.column
        body = [" " * shift + (line if i == 0 else line[taken:]) for i, line in enumerate(lines)]
        ends = [end_of(self.text, other) for _key, other in before]
        at = max(ends) if ends else self.alone(old.value[0][0])
        end = _line_end(self.text)
        start = "" if not at or self.text[at - 1] == "\n" else end
        return _Change(at, at, start + "".join(line + end for line in body))

    def deleted(self, old: yaml.MappingNode, pair: tuple[Node, Node]) -> _Change:
        """A key with its lines; one that shares its line with others has no safe place."""
        if old.flow_style or len(old.value) == 1:
            raise _CannotPlace
        start = self.alone(pair[0])
        value = pair[1]
        if value.start_mark.index == value.end_mark.index:
            return _Change(start, next_line(self.text, pair[0].end_mark.index), "")
        return _Change(start, end_of(self.text, value), "")

    def alone(self, key: Node) -> int:
        """Where the line of a key begins, which nothing may share."""
        start = self.text.rfind("\n", 0, key.start_mark.index) + 1
        if self.text[start : key.start_mark.index].strip():
            raise _CannotPlace
        return start


def _by_key(node: Node) -> dict[str, tuple[Node, Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {key.value: (key, value) for key, value in pairs}


def _same(one: tuple[Node, Node], other: tuple[Node, Node]) -> bool:
    return _plain(one[1]) == _plain(other[1])


def _plain(node: Node) -> object:
    """What a node says, without its marks."""
    if isinstance(node, yaml.MappingNode):
        return [(key.value, _plain(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
