"""Rules that ask a line alone: menus, buttons, bylines, imprints, other languages, noise.

`JUNK` lists them in order. A rule says what a line is, or has no opinion (None). Its docstring is
what `mine --explain-lines` tells a curator: it begins with what the line is and then says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from vnru_terms.text.page import LONG, LONGEST_CAPTION, Line, LineKind, Page

Rule = Callable[[Page, int], LineKind | None]

_MARKUP = re.compile(
    r"(?:<!--.*|-->.*|</?\w+[^<>]{0,500}>|(?:https?://|www\.)\S+|[\d\s:/.|+GMT-]+|[-=*_#|>:\s~•·.]+"
    r"|\S{1,200}\.(?:jpe?g|png|gif|webp|mp[34]|pdf|docx?|html?))$",
    re.IGNORECASE,
)
_DOTS_LEFT = re.compile(r"\s(?:\.\.\.|…)(?:\s*(?:\.\.\.|…))*\s*(?:\||\[\S{0,30}\]|\S{0,4})?$")
_LEADERS = re.compile(r"(?:\.{5,}|…{3,}|(?:\. ){5,}|_{5,})\s*\d{0,4}\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_CLOCK_OR_DATE = re.compile(r"\d{1,2}\s*[:hg/.-]\s*\d{2}|\d{4}|\d\s*(?:phút|giờ|ngày)")
_FULL_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|\d{1,2}:\d{2}")
_SEPARATORS = re.compile(r"[\s\d|/>»›•·,.:;()\[\]+&–—*#@%°-]+")

SAMPLE = 80
# Words in the longest name of a section or button.
LONGEST_NAME = 6


def blank(page: Page, i: int) -> LineKind | None:
    """An empty line: there is nothing to mine."""
    return None if page.lines[i].text else LineKind.BOILERPLATE


def markup(page: Page, i: int) -> LineKind | None:
    """Markup: an image, a bare address, a file name, a clock or a row of dashes."""
    line = page.lines[i]
    # A picture with a table's bar and words of its own is a teaser; a credit makes it a caption.
    pictured = line.text.startswith("![") and line.text.endswith("|")
    pictured = pictured and not page.markers.caption.search(line.plain[-500:])
    return LineKind.BOILERPLATE if not line.plain or pictured or _is_markup(line) else None


def noise(page: Page, i: int) -> LineKind | None:
    """Noise of a scan or a widget: lone characters, or more digits and marks than letters."""
    line = page.lines[i]
    words = line.plain[:400].split()
    lengths = list(map(len, words))
    spaced = len(words) >= 6 and lengths.count(1) * 10 >= len(words) * 6
    needed = sum(lengths) * 4
    # Words of nothing but letters are nearly always enough.
    legible = sum(map(len, filter(str.isalpha, words))) * 10 >= needed or (
        sum(map(str.isalpha, "".join(words))) * 10 >= needed
    )
    return None if legible and not spaced else LineKind.BOILERPLATE


def contents(page: Page, i: int) -> LineKind | None:
    """A line of a table of contents: dots that lead to a page number."""
    tail = page.lines[i].plain[-80:]
    if not any(dots in tail for dots in ("....", "…", ". .", "____")):
        return None
    return LineKind.BOILERPLATE if _LEADERS.search(tail) else None


def date_line(page: Page, i: int) -> LineKind | None:
    """When the page was published: nothing but a date, a clock and the words around them."""
    line = page.lines[i]
    if not line.folded or line.words > 14 or not _CLOCK_OR_DATE.search(line.folded):
        return None
    rest = _words_left(page.markers.stamp.sub(" ", line.folded))
    if not rest:
        return LineKind.BOILERPLATE
    # A byline, a section or a button beside the date: "Minh An | 08:05 06/10/2019".
    if line.ends or line.is_item or sum(map(len, _FULL_DATE.findall(line.folded))) < 5:
        return None
    short = _split_names(rest, page.markers.sections)[1] <= 4 and line.words <= 12
    capital = all(w[0].isupper() for w in rest.split())
    return LineKind.BOILERPLATE if short and capital else None


def menu(page: Page, i: int) -> LineKind | None:
    """A menu, breadcrumb or row of buttons: nothing but names of sections and buttons.

    One such name between paragraphs is a subhead (`Quốc phòng - An ninh`) and is kept.
    """
    line = page.lines[i]
    if not line.folded or line.is_item or (line.ends and line.words > LONGEST_NAME * 2):
        return None
    names, left = _split_names(line.folded, page.markers.sections)
    above = page.first < 0 or i < page.first
    if above and sum(n[0].isupper() for n in names) >= 3 and left * 2 <= line.words:
        return None if line.ends else LineKind.BOILERPLATE
    if left or not names:
        return _piped_menu(page, line)
    if not _split_names(line.folded, page.markers.buttons)[1]:
        return LineKind.BOILERPLATE
    inside = page.first >= 0 and page.first < i < page.last
    return LineKind.BOILERPLATE if len(names) > 2 or not inside else None


def tools(page: Page, i: int) -> LineKind | None:
    """The page speaking of itself: a player, a counter, follow us, subscribe, a comment form."""
    line = page.lines[i]
    return LineKind.BOILERPLATE if page.markers.tools.match(line.folded) else None


def sign_off(page: Page, i: int) -> LineKind | None:
    """Who wrote the article or where it comes from."""
    line = page.lines[i]
    signed = page.markers.sign_off.match(line.folded) and line.words < LONG
    return LineKind.BOILERPLATE if signed or _is_source(page, line) else None


def metadata(page: Page, i: int) -> LineKind | None:
    """What a scraper wrote above the article: a key, a colon, a value."""
    found = page.markers.metadata.match(page.lines[i].folded)
    above = page.first < 0 or i < page.first
    return LineKind.BOILERPLATE if found and above else None


def footer(page: Page, i: int) -> LineKind | None:
    """The imprint of the paper: editors, licence, address, copyright."""
    line = page.lines[i]
    return LineKind.BOILERPLATE if page.markers.footer.match(line.folded) else None


def heading_of_a_box(page: Page, i: int) -> LineKind | None:
    """The heading of a box: related news, most read, comments, tags."""
    return LineKind.BOILERPLATE if heads_box(page, i) or heads_end(page, i) else None


def other_language(page: Page, i: int) -> LineKind | None:
    """Not Vietnamese: few of its letters, or more function words of another language than its own.

    A line that mixes languages stays.
    """
    letters = page.markers.letters
    line = page.lines[i]
    sample = line.plain[: SAMPLE * 10].split()[:SAMPLE]
    if letters is None or (sample and _is_own(letters, sample)):
        return None
    # One such letter a word is Vietnamese, whatever the words are.
    head = line.plain[:200]
    if sum(1 for c in head if letters.match(c)) > len(head.split()):
        return None
    words = [w for w in sample if _LETTER.search(w)]
    own = sum(1 for w in words if letters.search(w))
    if own == 0:
        return LineKind.BOILERPLATE
    latin = sum(1 for w in words if _LATIN.search(w))
    few = len(words) >= 8 and own * 5 < len(words)
    lower = [w.strip(".,;:!?\"“”'()[]").lower() for w in words]
    foreign = sum(1 for w in lower if w in page.markers.foreign_words)
    ours = sum(1 for w in lower if w in page.markers.own_words)
    strange = len(words) >= 6 and foreign >= 2 and foreign > ours and own * 4 < len(words)
    return LineKind.BOILERPLATE if few or strange or latin * 2 < len(words) else None


def teaser(page: Page, i: int) -> LineKind | None:
    """A lead to other news: arrows, `Xem thêm: …`, or a line cut short by dots after a space."""
    line = page.lines[i]
    cut = line.words < LONGEST_CAPTION and _DOTS_LEFT.search(line.plain[-60:])
    return LineKind.BOILERPLATE if cut or page.markers.teaser.match(line.folded) else None


def doubled(page: Page, i: int) -> LineKind | None:
    """A link whose text is printed twice in the line: `Tin A Tin A`."""
    line = page.lines[i].plain
    half = len(line) // 2
    is_doubled = 20 < len(line) < 1000 and line[:half].strip() == line[half:].strip()
    return LineKind.BOILERPLATE if is_doubled else None


JUNK: tuple[tuple[str, Rule], ...] = (
    ("blank", blank),
    ("markup", markup),
    ("date_line", date_line),
    ("tools", tools),
    ("heading_of_a_box", heading_of_a_box),
    ("menu", menu),
    ("metadata", metadata),
    ("sign_off", sign_off),
    ("footer", footer),
    ("teaser", teaser),
    ("contents", contents),
    ("other_language", other_language),
    ("noise", noise),
    ("doubled", doubled),
)


def heads_box(page: Page, i: int) -> bool:
    """Whether the line is the heading of a box of other news."""
    line = page.lines[i]
    return line.words <= 12 and bool(page.markers.box.match(line.folded.lstrip("»>• ")))


def heads_end(page: Page, i: int) -> bool:
    """Whether the line opens what comes after an article: tags, comments."""
    return bool(page.markers.end.match(page.lines[i].folded))


def _is_own(letters: re.Pattern[str], words: list[str]) -> bool:
    """Whether half the words have such a letter: that no other language comes near."""
    return 2 * len(letters.findall(" ".join(words))) >= len(words)


def _is_markup(line: Line) -> bool:
    return line.words <= 12 and bool(_MARKUP.match(line.plain))


def _is_source(page: Page, line: Line) -> bool:
    opens = page.markers.source_opens.match(line.folded) if line.words <= 10 else None
    if opens is None:
        return False
    words = [w.strip("()[].,;:/&–-") for w in re.split(r"[\s/]+", line.folded[opens.end() :])]
    named = [w for w in words if w[:1].isupper() or w[:1].isdigit() or "." in w]
    known = page.markers.source_words
    return bool(named) and all(w in named or not w or w.lower() in known for w in words)


def _piped_menu(page: Page, line: Line) -> LineKind | None:
    """Three names or more between bars, of which one is a section's or the imprint's."""
    if "|" not in line.folded:
        return None
    names = [n.strip() for n in re.split(r"[|•·›»]", line.folded) if n.strip()]
    short = len(names) >= 3 and all(len(n.split()) <= 6 for n in names)
    markers = page.markers
    known = short and any(n.lower() in markers.sections or markers.footer.match(n) for n in names)
    return LineKind.BOILERPLATE if known else None


def _split_names(text: str, phrases: frozenset[str]) -> tuple[list[str], int]:
    """The phrases that stand in the text, the longest first, and how many words are left over."""
    words = [w for w in _SEPARATORS.split(text) if w]
    small = [w.lower() for w in words]
    longest = _longest_names(phrases)
    found, left, i = [], 0, 0
    while i < len(words):
        for j in range(min(len(words), i + longest.get(small[i], 0)), i, -1):
            if " ".join(small[i:j]) in phrases:
                found.append(" ".join(words[i:j]))
                i = j
                break
        else:
            left += 1
            i += 1
    return found, left


@cache
def _longest_names(phrases: frozenset[str]) -> dict[str, int]:
    """The first words of the phrases, each with the words of the longest that begins with it."""
    longest: dict[str, int] = {}
    for words in (phrase.split(" ") for phrase in phrases):
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


def _words_left(text: str) -> str:
    return _SEPARATORS.sub(" ", text).strip()
