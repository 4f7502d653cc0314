"""Read Markdown: mark-up becomes text, line by line, so that every line keeps its number.

`STEPS` are the steps on a line, in order. Front matter and comments are blanked, but for the
title, which some sites write nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vnru_terms.store.readers.encoding import decode
from vnru_terms.store.readers.plain import split_lines
from vnru_terms.store.readers.reading import Reading

# A front matter of more lines is a table or a text between two rules.
LONGEST_FRONT_MATTER = 200

_TITLE = re.compile(r"title\s*:\s*(.*)", re.IGNORECASE)
_KEY = re.compile(r"[\w-]+\s*:|\s|-|#|$")
_IMAGE = re.compile(
    r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"
)
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_DEFINITION = re.compile(r"\s{0,3}\[[^\[\]]+\]:\s*\S+.*")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\](?::\s*)?")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]*>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_UNDERLINE = re.compile(
    r"\s*(?:=+|-{2,}|\*(?:\s*\*){2,}|_(?:\s*_){2,}|`{3,}.*|~{3,}.*"
    r"|\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?)\s*"
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_QUOTE_OR_BULLET = re.compile(r"^\s*(?:>\s*)+|^\s*[*+]\s+")
_STRONG = re.compile(r"(?<!\*)(\*{1,3})(?=[^\s*])([^*]+)(?<=\S)\1(?!\*)")
_UNDERSCORED = re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_]+)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"`([^`]+)`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")

STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("underline", lambda line: "" if _UNDERLINE.fullmatch(line) else line),
    ("footnote", lambda line: _FOOTNOTE.sub("", line)),
    ("definition", lambda line: "" if _DEFINITION.fullmatch(line) else line),
    ("image", lambda line: _IMAGE.sub("", line)),
    ("link", lambda line: _LINK.sub(r"\1", line)),
    ("address", lambda line: _AUTOLINK.sub("", line)),
    ("tag", lambda line: _TAG.sub("", line)),
    ("quote_or_bullet", lambda line: _QUOTE_OR_BULLET.sub("", line, count=1)),
    ("heading", lambda line: _heading(line)),
    ("strong", lambda line: _STRONG.sub(r"\2", line)),
    ("underscored", lambda line: _UNDERSCORED.sub(r"\2", line)),
    ("code", lambda line: _CODE.sub(r"\1", line)),
    ("escape", lambda line: _ESCAPE.sub(r"\1", line)),
)


def read_markdown(data: bytes, name: str) -> Reading:
    """The lines of a Markdown file without their mark-up."""
    text, findings = decode(data, name)
    return Reading(markdown_lines(text), findings=tuple(findings))


def markdown_lines(text: str) -> tuple[str, ...]:
    """As many lines as the text has, each as a reader sees it.

    >>> markdown_lines("# **Tin**\\n[Hội đàm](a.html) ![](b.png)")
    ('Tin', 'Hội đàm ')
    """
    lines = list(split_lines(text))
    for number, line in enumerate(_front_matter(lines)):
        lines[number] = line
    return tuple(_plain(line) for line in _without_comments(lines))


def _plain(line: str) -> str:
    for _name, step in STEPS:
        line = step(line)
    return line


def _heading(line: str) -> str:
    mark = _HEADING.match(line)
    # Marks may also close a heading: `## Tin ##`.
    return line[mark.end() :].rstrip().rstrip("#") if mark else line


def _front_matter(lines: list[str]) -> list[str]:
    """What stands for the lines of the front matter; empty where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return []
    for end, line in enumerate(lines[1 : LONGEST_FRONT_MATTER + 1], 1):
        if line.rstrip() in ("---", "..."):
            found = (_TITLE.match(line) for line in lines[: end + 1])
            return [match[1].strip().strip("\"'") if match else "" for match in found]
        if not _KEY.match(line):
            return []
    return []


def _without_comments(lines: list[str]) -> list[str]:
    kept, inside = [], False
    for line in lines:
        shown, start = [], 0
        while start <= len(line):
            mark = "-->" if inside else "<!--"
            found = line.find(mark, start)
            end = len(line) if found < 0 else found
            if not inside:
                shown.append(line[start:end])
            if found < 0:
                break
            inside, start = not inside, found + len(mark)
        kept.append("".join(shown))
    return kept
