"""The glossary's JSON, read concept by concept: what `json_file` writes, however it is laid out.

The head is read first; `concepts` is then gone through without holding more than one of them. Every
value is compared with the shape that the published schema gives it, and what does not fit is a
fault of its concept, with the path to it (`languages.ru.terms[0].gender`).
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from enum import Enum
from typing import Any, BinaryIO

from vnru_terms.findings import Finding
from vnru_terms.formats.json_file import FORMAT_NAME
from vnru_terms.formats.reader import LONGEST_CONCEPT, Read, TermbaseReader, cell_at, said
from vnru_terms.formats.segments_reading import broken
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Gender,
    Kind,
    Number,
    PartOfSpeech,
    Reason,
    Status,
    TermType,
    Usage,
)
from vnru_terms.store.entry_json import entry_from_json
from vnru_terms.store.incoming import Fault, IncomingConcept

_CHUNK = 1 << 16
_SPACES = " \t\r\n"

# A shape: str, bool, an enum, a list of one shape, or a mapping of keys to shapes.
Shape = Any
_SOURCED = {"text": str, "source": str}
_TERM = {
    "term": str, "status": Status, "type": TermType, "part_of_speech": PartOfSpeech,
    "gender": Gender, "number": Number, "indeclinable": bool, "usage": [Usage], "pair": str,
    "government": str, "stressed": str, "reason": Reason, "forms": [str],
    "collocations": [dict.fromkeys(LANGUAGE_ORDER, str)], "context": _SOURCED, "see": [str],
    "note": str, "source": [str],
}  # fmt: skip
_SECTION = {"definition": _SOURCED, "reviewed": {"by": str, "on": str}, "terms": [_TERM]}
_ENTRY: dict[str, Shape] = {
    "id": str, "subject_field": str, "kind": Kind, "distinguish": str,
    "valid": {"from": str, "to": str, "successor": str}, "trap": str, "related": [str],
    "compare": [str], "note": str, "languages": dict.fromkeys(LANGUAGE_ORDER, _SECTION),
}  # fmt: skip


class _BrokenError(Exception):
    """The file cannot be read on; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


class _Scanner:
    """The text of a file, of which a part is in memory; its state is how far it has been read."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._at = 0
        self._ended = False
        self.line = 1
        self._values = json.JSONDecoder(object_pairs_hook=_object)

    def sign(self) -> str:
        """The next character that is no space, without going past it; '' at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACES:
                self.line += self._text[self._at] == "\n"
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, signs: str) -> str:
        """The next character, which must be one of `signs`."""
        sign = self.sign()
        if not sign or sign not in signs:
            found = f"“{sign}”" if sign else _("the end of the file")
            message = _("{found} stands where one of {signs} is expected.")
            raise self.broken(message.format(found=found, signs=" ".join(signs)))
        self._at += 1
        return sign

    def value(self) -> Any:
        """The next value, whole."""
        self.sign()
        while True:
            try:
                value, end = self._values.raw_decode(self._text, self._at)
                # A number may go on in what is not there yet.
                if end < len(self._text) or not self._more():
                    self.line += self._text.count("\n", self._at, end)
                    self._at = end
                    return value
            except json.JSONDecodeError as error:
                if not self._more():
                    self.line += self._text.count("\n", self._at, error.pos)
                    raise self.broken(_("no value can be read")) from None
            except RecursionError:
                raise self.broken(_("is nested too deeply.")) from None
            except _RepeatedKeyError as error:
                message = _("the key “{key}” stands twice.").format(key=error)
                raise self.broken(message) from None

    def broken(self, message: str) -> _BrokenError:
        """The end of reading, at this line."""
        text = _("the JSON is broken here: {reason}.").format(reason=message.rstrip("."))
        hint = _("Export the file anew from its program.")
        return _BrokenError(broken(self._name, "E162", text, hint, line=self.line))

    def _more(self) -> bool:
        """Whether there was more to read; as much again as is being looked at."""
        if self._ended:
            return False
        held = len(self._text) - self._at
        if held > LONGEST_CONCEPT:
            return False
        try:
            data = self._stream.read(max(_CHUNK, held))
            self._text = self._text[self._at :] + self._decoder.decode(data, final=not data)
        except UnicodeDecodeError:
            hint = _("Save the file as UTF-8.")
            message = _("this is not UTF-8 text.")
            raise _BrokenError(broken(self._name, "E102", message, hint, line=self.line)) from None
        self._at = 0
        self._ended = not data
        return bool(data)


class _RepeatedKeyError(Exception):
    """A key stands twice in one object: the second would win silently."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        raise _RepeatedKeyError(next(key for key in keys if keys.count(key) > 1))
    return found


def read_json(stream: BinaryIO, name: str) -> Read:
    """The concepts of a glossary in JSON; a finding where it is none, or is broken."""
    scanner = _Scanner(stream, name)
    try:
        if scanner.sign() != "{":
            raise _BrokenError(_not_ours(name))
        scanner.take("{")
        yield from _concepts(scanner, name)
    except _BrokenError as error:
        yield error.finding


def _concepts(scanner: _Scanner, name: str) -> Iterator[IncomingConcept]:
    is_ours = False
    while scanner.sign() != "}":
        key = scanner.value()
        scanner.take(":")
        if key == "concepts" and not is_ours:
            raise _BrokenError(_not_ours(name))
        if key == "concepts":
            scanner.take("[")
            while scanner.sign() != "]":
                line = scanner.line
                yield _concept(scanner.value(), name, line)
                if scanner.sign() != "]":
                    scanner.take(",")
            scanner.take("]")
        else:
            value = scanner.value()
            is_ours |= key == "format" and value == FORMAT_NAME
        if scanner.sign() != "}":
            scanner.take(",")
    scanner.take("}")
    if scanner.sign():
        raise scanner.broken(_("there is more behind the end"))
    if not is_ours:
        raise _BrokenError(_not_ours(name))


def _concept(values: Any, name: str, line: int) -> IncomingConcept:
    problems: list[str] = []
    fitting = _fitted(values, _ENTRY, "", problems)
    id = fitting.get("id", "") if isinstance(fitting, dict) else ""
    cell = cell_at(name, id, line)
    if not id and not problems:
        problems.append(_("there is no id"))
    entry = ConceptEntry(id, "")
    if not problems:
        entry = _entry(fitting)
        lacking = [t for _code, t in entry.all_terms() if not t.term]
        problems += [_("a term has no “term”")] if lacking else []
    hint = _("See schemas/glossary.schema.json for what each key holds.")
    faults = tuple(Fault(cell, f"{problem}.", hint) for problem in problems)
    return said(entry, cell, is_own=True, faults=faults)


def _entry(values: dict[str, Any]) -> ConceptEntry:
    languages = values.get("languages", {})
    sections = [{"language": c, **languages[c]} for c in LANGUAGE_ORDER if c in languages]
    rest = {key: value for key, value in values.items() if key != "languages"}
    if "valid" in rest:
        names = {"from": "from_"}
        rest["valid"] = {names.get(key, key): text for key, text in rest["valid"].items()}
    for section in sections:
        section["terms"] = [{"term": "", **term} for term in section.get("terms", ())]
        for key in ("definition", "reviewed"):
            _complete(section, key)
        for term in section["terms"]:
            _complete(term, "context")
    return entry_from_json({"subject_field": "", **rest, "languages": sections})


_NEEDED = {"definition": ("text",), "context": ("text",), "reviewed": ("by", "on")}


def _complete(values: dict[str, Any], key: str) -> None:
    """A part with all that it must have; one without any of it is left out."""
    if key in values:
        values[key] = {**dict.fromkeys(_NEEDED[key], ""), **values[key]}
        if not values[key][_NEEDED[key][0]]:
            del values[key]


def _fitted(value: Any, shape: Shape, path: str, problems: list[str]) -> Any:
    """The value, where it has the shape; else a problem is told."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return _odd(value, _("an object"), path, problems)
        inside = {}
        for key, part in value.items():
            at = f"{path}.{key}" if path else key
            if key not in shape:
                problems.append(_("{path}: there is no such key").format(path=at))
            else:
                inside[key] = _fitted(part, shape[key], at, problems)
        return inside
    if isinstance(shape, list):
        if not isinstance(value, list):
            return _odd(value, _("a list"), path, problems)
        return [_fitted(v, shape[0], f"{path}[{i}]", problems) for i, v in enumerate(value)]
    if shape is bool:
        return value if isinstance(value, bool) else _odd(value, "true/false", path, problems)
    if not isinstance(value, str):
        return _odd(value, _("a text"), path, problems)
    if issubclass(shape, Enum) and value not in {member.value for member in shape}:
        return _odd(value, " | ".join(str(m.value) for m in shape), path, problems)
    return value


def _odd(value: Any, wanted: str, path: str, problems: list[str]) -> None:
    shown = json.dumps(value, ensure_ascii=False)[:60]
    message = _("{path}: {value} is not {wanted}")
    problems.append(message.format(path=path or "{}", value=shown, wanted=wanted))


def _not_ours(name: str) -> Finding:
    message = _("is JSON, but no glossary of this program.")
    hint = _("Other programs' termbases come as TBX, TMX, PO or a spreadsheet.")
    return broken(name, "E160", message, hint, line=1)


def _begins(head: str) -> bool:
    return head.lstrip()[:1] in ("{", "[") and '"' in head[:2000]


JSON_READER = TermbaseReader("json", read_json, _begins)
