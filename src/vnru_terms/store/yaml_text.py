"""YAML read as text with places.

`compose` gives nodes whose scalars are strings, whatever they look like: YAML 1.1 would turn the
Vietnamese `no` into False and `0001` into 1, and would let a repeated key win silently. A
`NodeReader` walks such nodes, takes the keys it is asked for, and collects a finding for everything
that is not as it should be: repeated and unknown keys, wrong shapes, values outside a closed list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TypeVar

import yaml

from vnru_terms.findings import Finding, Place, display_path
from vnru_terms.messages import _
from vnru_terms.store.disk_errors import reason_of

Node = yaml.nodes.Node
_E = TypeVar("_E", bound=Enum)
DEEPEST = 100
# Deeper nesting by indentation alone takes more characters than this.
_SURELY_SHALLOW = DEEPEST * DEEPEST // 2
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml_text(path: Path) -> tuple[str | None, list[Finding]]:
    """The file's text without its byte order mark, or None and a finding that says why not."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = _("cannot be read: {reason}.").format(reason=reason_of(error))
        return None, [Finding(Place(display_path(path)), "E121", message)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = _("this line is not UTF-8 text.")
        hint = _("Save the file as UTF-8.")
        return None, [Finding(Place(display_path(path), line), "E102", message, hint)]
    return text, []


def compose(text: str, path: str) -> tuple[Node | None, list[Finding]]:
    """The root node of one YAML document, or None and the finding that says what is wrong."""
    try:
        if _too_deep(text):
            return None, [_malformed(Place(path), _("nested too deeply"))]
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
        problem = error.problem or error.context or ""
        return None, [_malformed(place, problem)]
    except yaml.YAMLError as error:
        return None, [_malformed(Place(path), str(error).splitlines()[0])]
    if root is None:
        message = _("the file is empty.")
        hint = _("Fill it in, or delete it.")
        return None, [Finding(Place(path), "E103", message, hint)]
    return root, []


def _too_deep(text: str) -> bool:
    """Whether nodes are nested deeper than any entry's; composing them would overflow the stack."""
    if sum(text.count(mark) for mark in "[{-") < DEEPEST and len(text) < _SURELY_SHALLOW:
        return False
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return True
    return False


def _malformed(place: Place, problem: str) -> Finding:
    message = _("this is not well-formed YAML: {problem}.").format(problem=problem)
    hint = _("Look at this line and the one above: quotes, colons and indentation.")
    return Finding(place, "E101", message, hint)


class NodeReader:
    """Takes values out of nodes and collects what is wrong; its state is the list of findings."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self._seen: set[int] = set()

    def place(self, node: Node) -> Place:
        """Where a node begins; line and column count from 1."""
        return Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)

    def found(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Note a finding at a node."""
        self.findings.append(Finding(self.place(node), code, message, hint))

    def mapping(self, node: Node, keys: Iterable[str]) -> dict[str, Node]:
        """The values of a mapping by key; unknown and repeated keys are findings."""
        known = tuple(keys)
        if not isinstance(node, yaml.MappingNode) or not self._first_visit(node):
            if not isinstance(node, yaml.MappingNode):
                self._wrong_shape(node, _("keys with values (key: value)"))
            return {}
        values: dict[str, Node] = {}
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in values:
                message = _("the key “{key}” is here twice.").format(key=key)
                self.found(key_node, "E104", message, _("Keep one of the two."))
            elif key not in known:
                message = _("the key “{key}” is not known here.").format(key=key)
                hint = _("Known here: {keys}.").format(keys=", ".join(known))
                self.found(key_node, "E105", message, hint)
            else:
                values[key] = value
        return values

    def text(self, node: Node | None) -> str:
        """A scalar as the string that stands there; '' where there is none."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self._wrong_shape(node, _("a text"))
            return ""
        return str(node.value)

    def items(self, node: Node | None) -> list[Node]:
        """The nodes of a list."""
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self._wrong_shape(node, _("a list (lines that begin with a dash)"))
            return []
        return list(node.value) if self._first_visit(node) else []

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        if isinstance(node, yaml.ScalarNode):
            return (node.value,) if node.value else ()
        return tuple(self.text(item) for item in self.items(node))

    def choice(self, node: Node | None, kind: type[_E]) -> _E | None:
        """A value of a closed list, or None (with a finding where it is not on the list)."""
        if node is None:
            return None
        value = self.text(node)
        with suppress(ValueError):
            return kind(value)
        message = _("“{value}” is not one of the values possible here.").format(value=value)
        hint = _("Possible: {values}.").format(values=", ".join(str(m.value) for m in kind))
        self.found(node, "E107", message, hint)
        return None

    def choices(self, node: Node | None, kind: type[_E]) -> tuple[_E, ...]:
        """A list of values of a closed list."""
        chosen = (self.choice(item, kind) for item in self.items(node))
        return tuple(c for c in chosen if c is not None)

    def missing(self, node: Node, key: str) -> None:
        """Note that a required key is not there."""
        message = _("the key “{key}” is missing or empty.").format(key=key)
        self.found(node, "E108", message, _("Add it."))

    def _wrong_shape(self, node: Node, expected: str) -> None:
        message = _("here should stand {expected}.").format(expected=expected)
        self.found(node, "E106", message)

    def _first_visit(self, node: Node) -> bool:
        if id(node) in self._seen:
            message = _("an alias (*name) repeats a part of the file.")
            self.found(node, "E109", message, _("Write the part out."))
            return False
        self._seen.add(id(node))
        return True


_COMMENT = re.compile(r"(?:^|(?<=\s))#", re.MULTILINE)


def has_comments(text: str) -> bool:
    """Whether a well-formed YAML text holds a comment (a `#` outside every scalar).

    >>> has_comments("a: b # why"), has_comments("a: 'b # c'")
    (True, False)
    """
    root = yaml.compose(text, Loader=_Loader)
    spans = list(_scalar_spans(text, root)) if root is not None else []
    starts = [start for start, _end in spans]
    for match in _COMMENT.finditer(text):
        i = bisect_right(starts, match.start()) - 1
        if i < 0 or match.start() >= spans[i][1]:
            return True
    return False


def _scalar_spans(text: str, node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            # A comment may stand behind the header of a block scalar.
            start = text.find("\n", start, end) if "\n" in text[start:end] else end
        yield start, end
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalar_spans(text, item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalar_spans(text, key)
            yield from _scalar_spans(text, value)
