"""A page as the line rules see it: each line measured once, all in one walk over the text.

A `Line` holds what the rules ask again and again (how many words, whether it ends as sentences do,
what is left without markdown); a `Page` holds the lines, what the press of the language prints
(`BodyMarkers`), and where the article lies in it. Start reading at `measure`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise


class LineKind(Enum):
    """What a line of a saved article is."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class BodyMarkers:
    """What the press of a language prints around an article.

    Patterns match a whole line without its markdown, in the spelling that `fold` gives.

    `buttons` are the texts of buttons, `sections` those and the names of a paper's sections,
    `stamp` the words of a date line: a line of nothing else is a row of buttons, a menu, a date
    line. `tools` is a line of the page itself (player, follow us, subscribe), `sign_off` a credit
    of authors, `source_opens` and then capitals or `source_words` a source; `metadata` is what a
    scraper wrote, `title_key` its title, `site` a paper's name, `footer` the imprint, `places`
    names of places, which are no bylines. `box` heads a box of other news, `end` what comes after
    the article (comments, tags); `teaser` opens a line that leads to other news. `caption` is
    found anywhere in a caption. `letters` finds one of the Latin letters that running text in the
    language always has some of, and the rest of its word (None: do not ask); `own_words` and
    `foreign_words` are its function words and other languages'.
    """

    fold: Callable[[str], str]
    sections: frozenset[str]
    buttons: frozenset[str]
    stamp: re.Pattern[str]
    tools: re.Pattern[str]
    sign_off: re.Pattern[str]
    source_opens: re.Pattern[str]
    source_words: frozenset[str]
    metadata: re.Pattern[str]
    title_key: re.Pattern[str]
    site: re.Pattern[str]
    footer: re.Pattern[str]
    places: re.Pattern[str]
    box: re.Pattern[str]
    end: re.Pattern[str]
    teaser: re.Pattern[str]
    caption: re.Pattern[str]
    letters: re.Pattern[str] | None = None
    own_words: frozenset[str] = frozenset()
    foreign_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its measures.

    `plain` is the line without markdown and list marks, links as their text; `folded` is that in
    the markers' spelling, empty where the line is longer than anything that a page prints around
    an article. `is_link` says that the whole line is one link; `ends` that it ends as sentences,
    questions and introductions of lists do; `is_caption` that it reads like a picture's caption.
    """

    text: str
    plain: str
    folded: str
    words: int
    is_link: bool
    is_heading: bool
    is_item: bool
    ends: bool
    is_caption: bool

    @property
    def goes_on(self) -> bool:
        """Whether the line begins in the middle of a sentence."""
        small = self.plain[:1].islower() or bool(_MIDDLE.match(self.plain))
        return small and not self.is_item

    @property
    def is_running(self) -> bool:
        """Whether the line reads like running text: 20 words, or 8 and a full stop."""
        return self.words >= LONG or (self.words >= SHORT_SENTENCE and self.ends)

    @property
    def is_paragraph(self) -> bool:
        """Whether the line can only be a paragraph: whole sentences of 15 words, or 40 words."""
        return self.words >= 40 or (self.words >= 15 and bool(_STOP.search(self.plain[-12:])))

    @property
    def is_headline(self) -> bool:
        """Whether the line reads like a headline: some words, no full stop, no point of a list."""
        short = 5 <= self.words < LONG and not self.ends
        return short and not self.is_item and not self.text.endswith("|")

    @property
    def is_names(self) -> bool:
        """Whether the line is two to six words that all begin with a capital: a byline."""
        words = re.findall(r"[^\W\d_]+", self.plain[:80])
        return 2 <= len(words) <= 6 and self.words <= 8 and all(w[0].isupper() for w in words)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page, and where its article lies.

    `title` is the title's line or -1; `head_end` the first line after the front matter; `outside`
    the rule that put a line outside the article, by line; `first` and `last` are the first and
    last line of running text; `repeated` are short lines that other pages have too; `touching`
    says that lines which touch are a list, because paragraphs stand apart.
    """

    lines: tuple[Line, ...]
    markers: BodyMarkers
    repeated: frozenset[str]
    head_end: int
    touching: bool
    title: int = -1
    first: int = -1
    last: int = -1
    outside: tuple[str, ...] = ()

    def neighbour(self, i: int, step: int, far: int = 4) -> int:
        """The nearest line before (-1) or after (1) that is not empty, `far` at most, or -1."""
        for j in range(i + step, i + step * (far + 1), step):
            if not 0 <= j < len(self.lines):
                return -1
            if self.lines[j].text:
                return j
        return -1


LONG = 20
SHORT_SENTENCE = 8
# No menu, byline or button is longer; longer lines are not asked for markers.
LONGEST_MARKER = 60
LONGEST_CAPTION = 80

_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{0,400}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,400})\]\((?:[^()\s]{0,400})(?:\s\"[^\"]{0,200}\")?\)")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_ITEM = re.compile(
    r"(?:[-–—+*•●▪■◦‣✓]\s*(?=[^\W_])|\(?\d{1,3}[.)/](?:\d{1,2}[.)]?)?\s+(?=\S)"
    r"|\(?[a-zđ]\)\s+|(?:[IVX]{1,5}|[A-H])[.)]\s+)"
)
_QUOTE_MARK = re.compile(r"(?:>\s+){1,3}(?=[^\s>])")
_TERMINAL = re.compile(r"[.!?…:;][\"”»’')\]|\s*_]*$")
_STOP = re.compile(r"[.!?:;][\"”»’')\]|\s*_]*$")
_MIDDLE = re.compile(r"[,;)”]\s?\S")


def measure(
    lines: Sequence[str], markers: BodyMarkers, *, repeated: frozenset[str] = frozenset()
) -> Page:
    """The page with its lines measured; where the article lies is still to be found."""
    measured = tuple(_measure_line(line, markers) for line in lines)
    pairs = sum(1 for a, b in pairwise(measured) if a.text and b.text)
    apart = sum(1 for line in measured if not line.text)
    return Page(
        lines=measured,
        markers=markers,
        repeated=repeated,
        head_end=_front_matter_end(measured),
        touching=apart * 2 >= pairs,
    )


def _measure_line(line: str, markers: BodyMarkers) -> Line:
    text = _INVISIBLE.sub("", line).strip()
    words = len(text.split())
    plain = text
    if words <= 4 * LONGEST_MARKER:
        quoted = _QUOTE_MARK.match(text)
        plain = text[quoted.end() :] if quoted else text
        if "](" in plain:
            plain = _LINK.sub(r"\1", _IMAGE.sub("", plain).strip())
    is_link = text.count("](") == 1 and bool(_LINK.fullmatch(_bare(text)))
    heading = _HEADING.match(plain)
    plain = _bare(plain)
    item = _ITEM.match(plain)
    words = len(plain.split())
    is_caption = words < LONGEST_CAPTION and (
        text.endswith("|") or markers.caption.search(plain[-500:]) is not None
    )
    return Line(
        text=text,
        plain=plain,
        folded=markers.fold(plain) if words <= LONGEST_MARKER and len(plain) < 800 else "",
        words=words,
        is_link=is_link,
        is_heading=heading is not None,
        is_item=item is not None,
        ends=_TERMINAL.search(plain[-12:]) is not None,
        is_caption=is_caption,
    )


def _bare(text: str) -> str:
    """The text without the marks of markdown headings and emphasis around it."""
    return text.lstrip("#").strip("*_ \t\xa0") if text[:1] in "#*_" or text[-1:] in "*_" else text


def _front_matter_end(lines: Sequence[Line]) -> int:
    """The line after front matter between two lines of three dashes, or 0."""
    start = next((i for i, line in enumerate(lines) if line.text), -1)
    if start < 0 or lines[start].text not in ("---", "+++"):
        return 0
    for i in range(start + 1, min(len(lines), start + 80)):
        if lines[i].text == lines[start].text:
            return i + 1
    return 0
