"""Small readers of what exports write, after each format's own description: for tests only."""

from __future__ import annotations

import csv
import io
import re
import struct
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

TBX_V3 = "{urn:iso:std:iso:30042:ed-2}"
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_xml_holds(text: str) -> str:
    """The text as XML can hold it."""
    return _ILLEGAL.sub("", text)


def tbx_terms(data: bytes, *, v3: bool) -> set[tuple[str, str, str]]:
    """Concept id, language and term of every term in a TBX file."""
    names = ("conceptEntry", "langSec", "termSec") if v3 else ("termEntry", "langSet", "tig")
    entry, section, term = ((TBX_V3 if v3 else "") + name for name in names)
    inner = f"{TBX_V3 if v3 else ''}term"
    return {
        (e.get("id", ""), s.get(LANGUAGE, ""), t.findtext(inner) or "")
        for e in ET.fromstring(data).iter(entry)
        for s in e.iter(section)
        for t in s.iter(term)
    }


def tabbed(data: bytes) -> list[list[str]]:
    """Rows of a table of tabs without quoting; the line ends are the file's own, nothing else."""
    lines = re.split("\r?\n", data.decode("utf-8"))
    assert lines.pop() == "", "the last line has no end"
    return [line.split("\t") for line in lines]


def commas(data: bytes) -> list[list[str]]:
    """Rows of a CSV."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def dsl_cards(data: bytes) -> dict[str, str]:
    """Headword and card of a Lingvo dictionary, marks as they stand."""
    assert data.startswith(b"\xff\xfe")
    text = data.decode("utf-16")
    cards: dict[str, str] = {}
    head = ""
    for line in text.split("\r\n"):
        if line.startswith("#") or not line:
            continue
        if line.startswith("\t"):
            cards[head] += line.strip() + "\n"
        else:
            head = re.sub(r"\\(.)", r"\1", line)
            assert head not in cards, head
            cards[head] = ""
    return cards


class StarDict:
    """A StarDict dictionary out of its zip: articles by headword, synonyms, what the head says."""

    def __init__(self, data: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = {name.rsplit(".", 1)[1]: archive.read(name) for name in archive.namelist()}
        lines = parts["ifo"].decode().splitlines()
        assert lines[0] == "StarDict's dict ifo file"
        self.about = dict(line.split("=", 1) for line in lines[1:])
        self.words: list[bytes] = []
        self.articles: dict[str, str] = {}
        index = parts["idx"]
        at = 0
        while at < len(index):
            end = index.index(b"\0", at)
            offset, size = struct.unpack(">II", index[end + 1 : end + 9])
            word = index[at:end]
            self.words.append(word)
            self.articles[word.decode()] = parts["dict"][offset : offset + size].decode()
            at = end + 9
        assert len(index) == int(self.about["idxfilesize"])
        assert len(self.words) == int(self.about["wordcount"])
        self.synonyms: list[tuple[bytes, int]] = []
        index, at = parts.get("syn", b""), 0
        while at < len(index):
            end = index.index(b"\0", at)
            self.synonyms.append((index[at:end], struct.unpack(">I", index[end + 1 : end + 5])[0]))
            at = end + 5
        assert len(self.synonyms) == int(self.about.get("synwordcount", 0))


class Page(HTMLParser):
    """The terms of a web page by concept id; `tags` are the names of all its elements."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.terms: set[tuple[str, str, str]] = set()
        self.tags: set[str] = set()
        self.outside: list[str] = []
        self._id = self._language = ""
        self._term: str | None = None
        self.feed(data.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.outside += [k for k, _value in attrs if k in ("src", "action")]
        if tag == "article":
            self._id = found["id"] or ""
        elif tag == "div" and found.get("lang"):
            self._language = found["lang"] or ""
        elif tag == "bdi":
            self._term = ""

    def handle_data(self, data: str) -> None:
        if self._term is not None:
            self._term += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "bdi" and self._term is not None:
            self.terms.add((self._id, self._language, self._term))
            self._term = None
