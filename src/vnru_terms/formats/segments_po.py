"""GNU gettext PO as segments: msgid and msgstr, read line by line.

polib reads a whole file at once and knows the line of a message only; here every line of a msgstr
keeps its place, and after a broken line reading goes on with the next message. Of a message with
plural forms each form is a segment, the first against msgid, the others against msgid_plural.
Obsolete messages (`#~`) are left out. `fuzzy` marks a segment as unsure; `translate-ignore` may be
a flag (`#, translate-ignore`) or a comment (`#. translate-ignore: hội kiến`).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from vnru_terms.findings import Finding, Place
from vnru_terms.formats.segments_reading import SegmentReader, broken, directed, guessed
from vnru_terms.matching.segment import Direction, Mark, Segment, make_segment
from vnru_terms.messages import _

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?(?=[\s\"])")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_CHARSET = re.compile(r"charset=([\w.:-]+)", re.IGNORECASE)
_FIRST = ("msgctxt", "msgid")
_HEADER = re.compile(r"^(Language|X-Source-Language): *(\S+)", re.MULTILINE)
LONGEST_LINE = 1 << 20


@dataclass(slots=True)
class Message:
    """A message being read: its strings by keyword, the places of their lines, its comments.

    `comments` are those of translators and the extracted ones (`#.`), which `extracted` has alone;
    `references` are the words of `#:`.
    """

    line: int = 0
    fields: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, list[Mark]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    is_broken: bool = False

    def text(self, key: str) -> str:
        """The string of a keyword, '' where there is none."""
        return "".join(self.fields.get(key, ()))

    @property
    def is_header(self) -> bool:
        """Whether it is the message without a msgid, whose string is the file's head."""
        return not self.text("msgid") and "msgctxt" not in self.fields

    @property
    def is_complete(self) -> bool:
        """Whether a msgstr has come."""
        return any(key.startswith("msgstr") for key in self.fields)


def read_po(stream: BinaryIO, name: str, wanted: Direction) -> Iterator[Segment | Finding]:
    """The segments of a PO file, and a finding for every line that is not PO."""
    return guessed(_read(stream, name, wanted))


def _read(stream: BinaryIO, name: str, wanted: Direction) -> Iterator[Segment | Finding]:
    direction = wanted
    for message in read_messages(stream, name):
        if isinstance(message, Finding):
            yield message
        elif message.is_header:
            said = dict(_HEADER.findall(message.text("msgstr")))
            direction = directed(wanted, said.get("X-Source-Language"), said.get("Language"))
        else:
            yield from _segments(message, name, direction)


def _segments(message: Message, name: str, direction: Direction) -> Iterator[Segment]:
    notes = [*message.comments, *message.flags]
    for key in [key for key in message.fields if key.startswith("msgstr")]:
        plural = key not in ("msgstr", "msgstr0") and "msgid_plural" in message.fields
        marks = message.lines[key]
        yield make_segment(
            message.text("msgid_plural" if plural else "msgid"),
            message.text(key),
            direction,
            Place(name, marks[0].line if marks else message.line),
            id=message.text("msgctxt"),
            unsure="fuzzy" in message.flags,
            notes=notes,
            marks=tuple(marks),
        )


def read_messages(stream: BinaryIO, name: str) -> Iterator[Message | Finding]:
    """The messages of a PO file one by one, its head among them; findings for what is none."""
    message = Message()
    key = ""
    for number, line in enumerate(_lines(stream), start=1):
        if isinstance(line, str) and line.startswith("\ufeff"):
            line = line.removeprefix("\ufeff")
        if line is None:
            yield _not_text(name, number)
            message.is_broken = True
            continue
        text = line.strip()
        keyword = _KEYWORD.match(text)
        begins = not text or text.startswith("#") or (keyword and keyword[1] in _FIRST)
        if begins and _is_over(message, keyword) and not text.startswith("#~"):
            yield from _finished(message, name)
            message, key = Message(), ""
        if not text or text.startswith("#"):
            _comment(text, message)
            if text.startswith("#."):
                # As it was written: white space at the end is a text's own.
                kept = line.rstrip("\r\n").lstrip().removeprefix("#.")
                message.extracted.append(kept.removeprefix(" "))
            continue
        if keyword:
            key = keyword[1] + (keyword[2] or "")
            if key in message.fields:
                yield _doubled(name, number, key)
                message.is_broken = True
            message.line = message.line or number
            message.fields[key], message.lines[key] = [], []
            text = text[keyword.end() :].strip()
        string = _STRING.match(text)
        if string is None or not key:
            if not message.is_broken:
                yield _no_string(name, number, text)
            message.is_broken = True
            continue
        if string[1]:
            offset = sum(map(len, message.fields[key]))
            column = line.index('"') + 2
            message.lines[key].append(Mark(offset, number, column))
            message.fields[key].append(unescaped(string[1]))
    yield from _finished(message, name)


def _is_over(message: Message, keyword: re.Match[str] | None) -> bool:
    """Whether what begins now is another message; comments may stand between its parts."""
    again = keyword is not None and keyword[1] in message.fields
    return message.is_complete or message.is_broken or again


def _finished(message: Message, name: str) -> Iterator[Message | Finding]:
    if message.is_broken or not message.fields:
        return
    if message.is_complete:
        yield message
    else:
        yield broken(name, "E161", _("this message has no msgstr."), line=message.line)


def _comment(text: str, message: Message) -> None:
    if text.startswith("#,"):
        message.flags += [flag.strip() for flag in text[2:].split(",")]
    elif text.startswith("#:"):
        message.references += text[2:].split()
    elif text.startswith("#."):
        message.comments.append(text[2:].strip())
    elif text.startswith("#") and not text.startswith(("#~", "#|")):
        message.comments.append(text[1:].strip())


def unescaped(text: str) -> str:
    """The text that a string of a PO file stands for.

    >>> unescaped(r'a \\"b\\"\\n')
    'a "b"\\n'
    """
    if "\\" not in text:
        return text

    def one(match: re.Match[str]) -> str:
        code = match[1]
        if code[0] == "x" and len(code) > 1:
            return chr(int(code[1:], 16))
        return chr(int(code, 8)) if code[0] in "01234567" else _ESCAPES.get(code, code)

    return _ESCAPE.sub(one, text)


def _lines(stream: BinaryIO) -> Iterator[str | None]:
    """The lines as text, in the charset that the header names; None for one that is not in it."""
    charset = "utf-8"
    for line in iter(lambda: stream.readline(LONGEST_LINE), b""):
        if charset == "utf-8" and b"charset=" in line:
            charset = _known_charset(line.decode("ascii", "replace"))
        try:
            yield line.decode(charset)
        except UnicodeDecodeError:
            yield None


def _known_charset(line: str) -> str:
    match = _CHARSET.search(line)
    try:
        return codecs.lookup(match[1]).name if match else "utf-8"
    except LookupError:
        return "utf-8"


def _not_text(name: str, line: int) -> Finding:
    return broken(
        name,
        "E161",
        _("this line is not in the charset that the header names (else UTF-8)."),
        _("Save the file as UTF-8."),
        line=line,
    )


def _doubled(name: str, line: int, key: str) -> Finding:
    message = _("a second {keyword} in one message.").format(keyword=key)
    return broken(name, "E161", message, _("An empty line parts two messages."), line=line)


def _no_string(name: str, line: int, text: str) -> Finding:
    return broken(
        name,
        "E161",
        _("“{text}” is no line of a PO file.").format(text=text[:60]),
        _("Expected: msgid or msgstr with a string in quotes, or a comment; see msgfmt -c."),
        line=line,
    )


def _begins(head: bytes) -> bool:
    return bool(re.search(rb"^\s*(?:msgctxt|msgid)\s*\"", head, re.MULTILINE))


PO = SegmentReader("po", (".po", ".pot"), read_po, _begins)
