"""Tell an article from the page around it, line by line.

A saved news page is half menus, teasers and captions. Each line gets a `Verdict`: what it is
(title, body, caption, boilerplate) and the name of the rule that said so. Four walks over the
page, each linear: measure the lines (`page.py`), find the running text, then the title, then the
boxes of other news; last the rules of `body_rules.py`, in order; the first with an opinion wins.
What a language and its press print around an article comes in as `BodyMarkers`.

Start reading at `classify`. Research (docs/explanation): length alone gives an F1 of 0.74; knowing
where the article ends does most of the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vnru_terms.text.body_rules import IN_PLACE, is_shouted, is_wrapped
from vnru_terms.text.line_rules import JUNK, Rule, blank, heads_box, heads_end
from vnru_terms.text.page import SHORT_SENTENCE, BodyMarkers, LineKind, Page, measure

__all__ = ["RULES", "RULE_TEXTS", "BodyMarkers", "LineKind", "Verdict", "classify"]

RULES: tuple[tuple[str, Rule], ...] = (("blank", blank), *IN_PLACE)
CLEAN_RULES = tuple(row for row in RULES if row not in JUNK)
STRAY = "stray"
# What each rule says of a line, in the first paragraph of its docstring.
RULE_TEXTS: dict[str, str] = {
    **{name: " ".join((rule.__doc__ or "").partition("\n\n")[0].split()) for name, rule in RULES},
    STRAY: "A stray line: no rule knows it, and it does not read like running text.",
}

LONGEST_TITLE = 40
# How many paragraphs in a row show that the article goes on: after a box, after its end.
AFTER_A_BOX = 2
AFTER_AN_END = 3
# One paragraph of so many words shows it too, after a box of so few headlines.
LONG_PARAGRAPH = 45
FEW_HEADLINES = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is, and which rule said so."""

    kind: LineKind
    rule: str

    @property
    def is_text(self) -> bool:
        """Whether the line belongs to the article: title, body or caption."""
        return self.kind is not LineKind.BOILERPLATE


def classify(
    lines: Sequence[str], markers: BodyMarkers, *, repeated: frozenset[str] = frozenset()
) -> list[Verdict]:
    """One verdict a line. `repeated` are short lines that other pages have too."""
    page = measure(lines, markers, repeated=repeated)
    junk = [i < page.head_end or _is_junk(page, i) for i in range(len(page.lines))]
    page = _with_edges(page, junk)
    page = replace(page, title=_find_title(page, junk))
    page = replace(page, outside=_find_outside(page, junk))
    page = _with_edges(page, [j or bool(o) for j, o in zip(junk, page.outside, strict=True)])
    return [_judge(page, i, maybe_junk=junk[i]) for i in range(len(page.lines))]


def _judge(page: Page, i: int, *, maybe_junk: bool) -> Verdict:
    # Knowing its place can acquit a line of a junk rule, never convict it: not asked twice.
    for name, rule in RULES if maybe_junk else CLEAN_RULES:
        kind = rule(page, i)
        if kind is not None:
            return Verdict(kind, name)
    return Verdict(LineKind.BOILERPLATE, STRAY)


def _is_junk(page: Page, i: int) -> bool:
    return any(rule(page, i) is not None for _name, rule in JUNK)


def _with_edges(page: Page, junk: Sequence[bool]) -> Page:
    """The page with the first and the last line of running text."""
    running = [
        i
        for i, line in enumerate(page.lines)
        if not junk[i]
        and i != page.title
        and not line.is_link
        and not line.is_caption
        and (line.is_running or is_wrapped(page, i))
        and i > page.title
    ]
    return replace(page, first=running[0], last=running[-1]) if running else page


def _find_title(page: Page, junk: Sequence[bool]) -> int:
    """The headline among the lines above the first paragraph, or -1.

    A line that the front matter or a heading mark names; else the first of the last group of one
    or two headlines above the text (three in a row are a list of news, whose last is nearest).
    """
    keyed = next(
        (i for i in range(page.head_end) if page.markers.title_key.match(page.lines[i].folded)), -1
    )
    groups: list[list[int]] = [[]]
    for i in range(page.head_end, len(page.lines)):
        line = page.lines[i]
        if not line.text:
            continue
        if (junk[i] and not line.is_link) or line.is_caption:
            if keyed < 0 and page.markers.title_key.match(line.folded):
                keyed = i
            groups.append([])
            continue
        if _opens_text(page, i):
            break
        if line.plain.endswith((".", ":")):
            groups.append([])
        elif 3 <= line.words <= LONGEST_TITLE and not page.markers.site.match(line.folded):
            groups[-1].append(i)
    found = [i for group in groups for i in group]
    if not found:
        return keyed
    if keyed >= 0:
        value = page.markers.title_key.sub("", page.lines[keyed].folded, count=1).strip("\"' ")
        same = [i for i in found if page.lines[i].folded.casefold() == value.casefold()]
        if same:
            return same[0]
    headings = [i for i in found if page.lines[i].is_heading]
    if headings:
        return headings[0]
    return _likeliest([group for group in groups if group], page)


def _likeliest(groups: list[list[int]], page: Page) -> int:
    """The first line of six words or more of a group of one or two, the last of a longer list."""
    chosen = groups[0]
    long = [i for group in groups for i in group if page.lines[i].words >= 6]
    if not long:
        return max((i for g in groups for i in g), key=lambda i: page.lines[i].words)
    chosen = [i for i in chosen if page.lines[i].words >= 6] or [long[0]]
    return chosen[0] if len(chosen) <= 2 else chosen[-1]


def _opens_text(page: Page, i: int) -> bool:
    """Whether the line can only be text, not a headline."""
    line = page.lines[i]
    if line.words > LONGEST_TITLE or is_wrapped(page, i):
        return True
    return line.words >= 8 and line.ends and not line.plain.endswith(("?", "!", "”", '"', "…"))


def _find_outside(page: Page, junk: Sequence[bool]) -> tuple[str, ...]:
    """For each line the rule that puts it outside the article, or an empty string."""
    lines = page.lines
    outside = [""] * len(lines)
    seen = False
    i = max(page.title + 1, page.head_end)
    while i < len(lines):
        heading = seen and _leaves_article(page, i, junk)
        if not heading:
            seen = seen or (not junk[i] and lines[i].is_running and not lines[i].is_caption)
            i += 1
            continue
        back, crossed, pairs = _comes_back(page, i, junk)
        if back < 0:
            outside[i:] = ["after_the_end"] * (len(lines) - i)
            break
        headed = heads_box(page, i) or heads_end(page, i)
        # One line twice and then text is a picture's text and caption, not a box.
        if headed or pairs or (crossed and not _opens_pair(page, i)):
            outside[i:back] = ["in_a_box"] * (back - i)
        i = max(back, i + 1)
    return tuple(outside)


def _leaves_article(page: Page, i: int, junk: Sequence[bool]) -> bool:
    if not page.lines[i].text:
        return False
    if heads_box(page, i) or heads_end(page, i) or _opens_pair(page, i):
        return True
    line = page.lines[i]
    markers = page.markers
    if markers.footer.match(line.folded):
        return True
    if not markers.sign_off.match(line.folded) and (not line.is_names or line.is_item):
        return False
    following = (k for k in range(i + 1, min(len(page.lines), i + 40)))
    after = next((k for k in following if page.lines[k].text and not junk[k]), -1)
    return after >= 0 and page.lines[after].is_headline and not is_shouted(page.lines[after])


def _comes_back(page: Page, i: int, junk: Sequence[bool]) -> tuple[int, int, int]:
    """Where the article goes on after a box at `i` (or -1), over how many headlines and pairs.

    Paragraphs one after the other show it, for the summary of a teaser follows a headline; so
    does one long paragraph after few headlines, none of them printed twice.
    """
    lines = page.lines
    needed, row, start, crossed, pairs = AFTER_A_BOX, 0, -1, 0, 0
    for k in range(i, len(lines)):
        line = lines[k]
        if not line.text or (k > i and line.text in (lines[k - 1].text, lines[k - 2].text)):
            continue
        if _opens_pair(page, k):
            pairs += k > i
            row, start = 0, -1
        elif heads_end(page, k) or page.markers.footer.match(line.folded):
            needed, row, start = AFTER_AN_END, 0, -1
        elif k == i or heads_box(page, k):
            row, start = 0, -1
        elif junk[k] or line.is_caption:
            continue
        elif _shows_text(page, k):
            row, start = row + 1, k if row == 0 else start
            alone = line.words >= LONG_PARAGRAPH and crossed <= FEW_HEADLINES and not pairs
            if row >= needed or (alone and needed == AFTER_A_BOX):
                return start, crossed, pairs
        elif not line.is_running or not line.ends or line.plain.endswith("?"):
            crossed += 1
            row, start = 0, -1
    return -1, crossed, pairs


def _shows_text(page: Page, k: int) -> bool:
    """Whether a line can only be of an article: a paragraph, a whole point of a list, cut text."""
    line = page.lines[k]
    if line.plain.endswith("?"):
        return False
    point = line.is_item and line.ends and line.words >= SHORT_SENTENCE
    return line.is_paragraph or point or is_wrapped(page, k)


def _opens_pair(page: Page, i: int) -> bool:
    """A teaser prints its headline twice with an empty line between.

    Where no lines are empty a caption does so too: there another pair must follow soon.
    """
    if _is_pair(page, i, 2) and not page.lines[i + 1].text:
        return True
    return _is_pair(page, i, 1) and any(_is_pair(page, j, 1) for j in range(i + 2, i + 5))


def _is_pair(page: Page, i: int, apart: int) -> bool:
    lines = page.lines
    same = i + apart < len(lines) and lines[i + apart].text == lines[i].text
    return same and lines[i].words >= 3
