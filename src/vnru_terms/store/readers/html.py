"""Read a saved web page: the article that trafilatura finds in it, at the lines of its source.

The source is scanned once by our own eyes (`scan`), which gives its blocks of text with their
lines, whatever the nesting; scripts, styles and comments are dropped. trafilatura then says which
text is the article, and each of its paragraphs is looked for among the blocks. Where it finds
nothing, or the page has more or deeper tags than the parser follows, all blocks are given; the
rules on lines sort them out. Nothing that a page points to is ever opened.
"""

from __future__ import annotations

import html as entities
import logging
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from vnru_terms.extras import need
from vnru_terms.messages import _
from vnru_terms.store.readers.encoding import MARKS, decode
from vnru_terms.store.readers.reading import MEGABYTE, Reading, too_large, warning

# What is left of a page without scripts, styles and pictures; long articles have a tenth of it.
LARGEST_PAGE = 8 * MEGABYTE
# trafilatura takes a quarter of a second for a thousand; a long page has some thousands.
MOST_TAGS = 100_000
# What browsers write into saved pages; a name outside this list is not asked of the codecs.
CHARSETS = re.compile(
    r"utf-?8|utf-?16|us-ascii|ascii|windows-125\d|cp125\d|iso-8859-\d{1,2}|latin-?1|koi8-[ru]",
    re.IGNORECASE,
)

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,20})", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!--|<(script|style|template|svg|noscript)\b|</?([a-z][a-z0-9]*+)[^<>]*+>", re.I
)
_DATA_ADDRESS = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=\s]{100,}")
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
_TOGETHER = frozenset({"li", "option", "dt", "dd", "tr", "td", "th"})
PREFIX = 32
FRUITLESS_SEARCHES = 50


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between two tags that break it, and the line of the source it begins on.

    `apart` is false for items of lists and tables, which touch.
    """

    text: str
    line: int
    apart: bool = True


def read_html(data: bytes, name: str) -> Reading:
    """The article of a saved page, a blank line between paragraphs, at the lines of the source."""
    text, findings = decode(_as_utf8(data), name)
    source = _DATA_ADDRESS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lean, blocks = scan(source)
    if len(lean) > LARGEST_PAGE:
        return too_large(name, LARGEST_PAGE)
    article, cut_short = find_article(lean)
    if cut_short:
        message = _(
            "the page has more tags, or deeper ones, than can be followed; all its text was read."
        )
        findings.append(warning(name, "W133", message))
    found = _placed(article, blocks) if article else blocks
    lines: list[str] = []
    places: list[int] = []
    for block in found:
        gap = [""] if block.apart and lines else []
        lines += [*gap, block.text]
        places += [block.line] * (len(gap) + 1)
    return Reading(tuple(lines), tuple(places), findings=tuple(findings))


def find_article(source: str) -> tuple[list[str], bool]:
    """The paragraphs of the article, its heading first; and whether the parser gave up half way."""
    trafilatura = need("mine", "trafilatura")
    lxml_html = need("mine", "lxml.html")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    parser = lxml_html.HTMLParser(
        collect_ids=False, remove_comments=True, remove_pis=True, no_network=True,
        huge_tree=False, encoding="utf-8",
    )  # fmt: skip
    if not source.strip():
        return [], False
    if source.count("<") > MOST_TAGS:
        return [], True
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except need("mine", "lxml.etree").LxmlError:
        return [], False
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return [], True
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    extracted = trafilatura.extract(tree, include_comments=False) or ""
    lines = [line for line in map(str.strip, extracted.split("\n")) if line]
    if lines and len(headings) == 1 and headings[0] and headings[0] not in lines[:5]:
        lines.insert(0, headings[0])
    return lines, False


def scan(source: str) -> tuple[str, list[Block]]:
    """The source without scripts, styles and comments, and its blocks of text.

    Line ends of what is left out stay. One pass, whatever the page: nothing is looked at twice.
    """
    ends = [match.start() for match in re.finditer("\n", source)]
    lean: list[str] = []
    blocks: list[Block] = []
    piece: list[str] = []
    began, apart, in_head = 0, True, False

    def close() -> None:
        text = " ".join(entities.unescape("".join(piece)).split())
        if text:
            blocks.append(Block(text, bisect_right(ends, began - 1) + 1, apart))
        piece.clear()

    for start, end, tag, text in _pieces(source):
        lean.append(source[start:end] if tag != "" else "\n" * source.count("\n", start, end))
        if tag is None:
            if text.strip() and not in_head:
                if not "".join(piece).strip():
                    piece.clear()
                    began = start + len(text) - len(text.lstrip())
                piece.append(text)
        elif tag in ("head", "title"):
            in_head = not source.startswith("</", start)
            piece.clear()
        elif tag == "body":
            in_head = False
        elif tag and tag not in _INLINE:
            close()
            apart = tag not in _TOGETHER
    close()
    return "".join(lean), blocks


def _pieces(source: str) -> Iterator[tuple[int, int, str | None, str]]:
    """Start, end, tag (None for text, empty for what is left out) and text of each piece."""
    position, size = 0, len(source)
    lowered = source.lower() if len(source.lower()) == size else source
    while position < size:
        found = _MARKUP.search(source, position)
        start = found.start() if found else size
        if start > position:
            yield position, start, None, source[position:start]
        if found is None:
            return
        if found[2]:
            position = found.end()
            yield start, position, found[2].lower(), ""
            continue
        mark = f"</{found[1].lower()}" if found[1] else "-->"
        end = lowered.find(mark, start)
        close = source.find(">", end) if end >= 0 else -1
        position = close + 1 if close >= 0 else size
        yield start, position, "", ""


def _placed(lines: list[str], blocks: list[Block]) -> list[Block]:
    """The lines as blocks, each with the source line on which its first words are found."""
    squeezed = [_squeeze(block.text) for block in blocks]
    haystack = "".join(squeezed)
    starts = list(accumulate((len(s) for s in squeezed), initial=0))
    placed: list[Block] = []
    cursor, fruitless, last = 0, 0, 1
    number, covered = -1, 0
    for line in lines:
        whole = _squeeze(line.lstrip("-– "))
        needle = whole[:PREFIX]
        at = haystack.find(needle, cursor)
        # A hostile page may have many lines that are nowhere: each would cost a whole search.
        if at < 0 and fruitless < FRUITLESS_SEARCHES:
            fruitless += 1
            at = haystack.find(needle)
        elif at < 0:
            cursor = len(haystack)
        if at >= 0 and placed and at == covered and at < starts[number + 1]:
            # The page's own paragraph, which trafilatura has cut at a tag within the line.
            covered = at + len(whole)
            is_all = (
                covered == starts[number + 1]
                and _squeeze(placed[-1].text) == haystack[starts[number] : at]
            )
            text = blocks[number].text if is_all else f"{placed[-1].text} {line}"
            placed[-1] = Block(text, last)
            cursor = max(cursor, at + len(needle))
            continue
        if at >= 0:
            number = min(bisect_right(starts, at), len(blocks)) - 1 if blocks else -1
            last = blocks[number].line if blocks else 1
            cursor = max(cursor, at + len(needle))
            covered = at + len(whole)
        placed.append(Block(line.lstrip("- ") if line.startswith("- ") else line, last))
    return placed


def _squeeze(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.split()))


def _as_utf8(data: bytes) -> bytes:
    """The bytes of a page that says its encoding, in UTF-8; others as they are."""
    if data.startswith(tuple(mark for mark, _name in MARKS)):
        return data
    try:
        data.decode("utf-8")
        return data
    except UnicodeDecodeError:
        found = _CHARSET.search(data[:4096])
        charset = found[1].decode("ascii") if found else ""
    if not CHARSETS.fullmatch(charset) or charset.lower().replace("-", "") == "utf8":
        return data
    try:
        return data.decode(charset, "replace").encode("utf-8")
    except LookupError:
        return data
