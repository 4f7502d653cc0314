"""Rules that know where the article lies: titles, boxes, captions, lists, subheads, text.

`IN_PLACE` lists all rules in order, those of `line_rules.py` among them. What tells one line from
another here is where it stands: between paragraphs, above the text, touching other headlines.
"""

from __future__ import annotations

from vnru_terms.text.line_rules import JUNK, Rule
from vnru_terms.text.page import Line, LineKind, Page


def title(page: Page, i: int) -> LineKind | None:
    """The headline of the article."""
    return LineKind.TITLE if i == page.title else None


def front_matter(page: Page, i: int) -> LineKind | None:
    """What stands between two lines of dashes at the top of a file: keys and values."""
    return LineKind.BOILERPLATE if i < page.head_end else None


def in_a_box(page: Page, i: int) -> LineKind | None:
    """Other news inside the article: a heading or a headline printed twice, and what follows it.

    The article goes on where two whole paragraphs stand one after the other: a box never has that.
    """
    return LineKind.BOILERPLATE if page.outside[i] == "in_a_box" else None


def after_the_end(page: Page, i: int) -> LineKind | None:
    """After the article: related news, comments, tags, imprint, with no running text after them."""
    return LineKind.BOILERPLATE if page.outside[i] == "after_the_end" else None


def before_the_title(page: Page, i: int) -> LineKind | None:
    """A headline, the paper's name or a menu above the headline of the article."""
    above = i < page.title and not page.lines[i].is_caption
    return LineKind.BOILERPLATE if above else None


def linked(page: Page, i: int) -> LineKind | None:
    """A line that is one link: it leads to another page."""
    return LineKind.BOILERPLATE if page.lines[i].is_link else None


def on_other_pages(page: Page, i: int) -> LineKind | None:
    """A short line that other pages have too, with no paragraph on both sides of it."""
    line = page.lines[i]
    between = _is_running_at(page, page.neighbour(i, -1)) and _is_running_at(
        page, page.neighbour(i, 1)
    )
    found = line.text in page.repeated and not line.ends and not between
    return LineKind.BOILERPLATE if found else None


def table_row(page: Page, i: int) -> LineKind | None:
    """A row of a table, such as a list of signed documents."""
    text = page.lines[i].text
    row = text.startswith("|") and text.count("|") >= 3
    return LineKind.BODY if row and i > page.title else None


def caption(page: Page, i: int) -> LineKind | None:
    """A caption: the line names a photographer or an agency, or ends in a table's bar."""
    return LineKind.CAPTION if page.lines[i].is_caption else None


def printed_twice(page: Page, i: int) -> LineKind | None:
    """Text of an image and its caption: the same line twice, or the title again."""
    line = page.lines[i].text
    if i > page.title >= 0 and page.lines[i].plain == page.lines[page.title].plain:
        return LineKind.CAPTION
    return LineKind.CAPTION if line in (n.text for n in _touching(page, i)) else None


def wrapped(page: Page, i: int) -> LineKind | None:
    """A line of text that was cut at the width of a page: it goes on in small letters."""
    return LineKind.BODY if is_wrapped(page, i) else None


def fragment(page: Page, i: int) -> LineKind | None:
    """A piece of a sentence that a link or bold letters tore off: the text around it goes on."""
    return LineKind.BODY if i > page.title and is_fragment(page, i) else None


def list_item(page: Page, i: int) -> LineKind | None:
    """A point of a list: it has a dash or number, or its list was opened by a colon."""
    line = page.lines[i]
    if i <= page.title or line.words < 3:
        return None
    marked = line.is_item and (i < page.last or (page.first < i and line.words >= 5))
    return LineKind.BODY if marked or (i > page.first >= 0 and _opened_by_colon(page, i)) else None


def list_of_links(page: Page, i: int) -> LineKind | None:
    """Headlines that touch: short lines without a full stop, where paragraphs stand apart.

    On a page without empty lines it takes three in a row.
    """
    line = page.lines[i]
    if not line.is_headline or i <= page.title + 1 or is_shouted(line):
        return None
    others = [n for n in _touching(page, i) if n.is_headline and n.text != line.text]
    needed = 1 if page.touching else 2
    if len(others) < needed and not (needed == 2 and others and _third_in_a_row(page, i)):
        return None
    return LineKind.BOILERPLATE


def running_text(page: Page, i: int) -> LineKind | None:
    """Running text: a long line, or a shorter one that ends as sentences do."""
    return LineKind.BODY if page.lines[i].is_running else None


def byline(page: Page, i: int) -> LineKind | None:
    """Names alone on a line before or after the text, or after its first paragraph.

    A country's name there is a subhead.
    """
    line = page.lines[i]
    edge = i < page.first or i > page.last or page.neighbour(i, -1) == page.first
    names = line.is_names and not line.is_item and not page.markers.places.match(line.folded)
    return LineKind.BOILERPLATE if names and edge else None


def deck(page: Page, i: int) -> LineKind | None:
    """A summary without a full stop between the headline and the text."""
    line = page.lines[i]
    placed = 0 <= page.title < i < page.first and i - page.title <= 6
    return LineKind.BODY if placed and line.words >= 8 and not line.is_names else None


def subhead(page: Page, i: int) -> LineKind | None:
    """A short line between paragraphs: a subhead, an answer, a name in a list."""
    line = page.lines[i]
    short = line.words >= 2 and any(c.isupper() or c.isdigit() for c in line.plain)
    between = page.title < i and 0 <= page.first < i < page.last
    return LineKind.BODY if between and short else None


def short_sentence(page: Page, i: int) -> LineKind | None:
    """A short sentence at the edge of the text: `Xin cảm ơn Đại sứ!`"""
    line = page.lines[i]
    whole = line.words >= 3 and line.ends and not line.text.endswith(":")
    near = page.first >= 0 and page.title < i <= page.last + 6
    return LineKind.BODY if whole and near else None


IN_PLACE: tuple[tuple[str, Rule], ...] = (
    ("title", title),
    ("front_matter", front_matter),
    ("in_a_box", in_a_box),
    ("after_the_end", after_the_end),
    *((name, rule) for name, rule in JUNK if name != "blank"),
    ("before_the_title", before_the_title),
    ("linked", linked),
    ("on_other_pages", on_other_pages),
    ("table_row", table_row),
    ("caption", caption),
    ("printed_twice", printed_twice),
    ("wrapped", wrapped),
    ("running_text", running_text),
    ("list_item", list_item),
    ("list_of_links", list_of_links),
    ("fragment", fragment),
    ("byline", byline),
    ("deck", deck),
    ("subhead", subhead),
    ("short_sentence", short_sentence),
)


def is_wrapped(page: Page, i: int) -> bool:
    """Whether the line is one of a paragraph that was cut into lines."""
    if not 4 <= page.lines[i].words < 40 and not page.lines[i].goes_on:
        return False
    joints, direct = 0, 0
    for step in (-1, 1):
        for j in range(i, i + 4 * step, step):
            a, b = (j, j + 1) if step > 0 else (j - 1, j)
            if a < 0 or b >= len(page.lines) or not page.lines[a].text or not page.lines[b].text:
                break
            joined = _joins(page.lines[a], page.lines[b])
            joints += joined
            direct += joined and i in (a, b)
    return joints >= 3 or (joints == 2 and direct > 0)


def is_fragment(page: Page, i: int) -> bool:
    """Whether a sentence runs from the line before into this one, or from this into the next."""
    line = page.lines[i]
    before, after = page.neighbour(i, -1), page.neighbour(i, 1)
    if line.goes_on and before > page.title:
        return page.lines[before].words >= 6 and not page.lines[before].ends and line.words >= 3
    if after < 0 or line.ends or not page.lines[after].goes_on:
        return False
    return page.lines[after].words >= 6 and line.words >= 2


def is_shouted(line: Line) -> bool:
    """Whether the line is a heading by its look: capitals only, or a heading mark."""
    return line.plain.isupper() or line.is_heading


def _joins(a: Line, b: Line) -> bool:
    return a.words >= 6 and not a.ends and b.goes_on


def _is_running_at(page: Page, i: int) -> bool:
    return i >= 0 and page.lines[i].is_running


def _touching(page: Page, i: int) -> list[Line]:
    around = (page.lines[j] for j in (i - 1, i + 1) if 0 <= j < len(page.lines))
    return [line for line in around if line.text]


def _third_in_a_row(page: Page, i: int) -> bool:
    return any(
        0 <= i + 2 * s < len(page.lines)
        and page.lines[i + s].is_headline
        and page.lines[i + 2 * s].is_headline
        for s in (-1, 1)
    )


def _opened_by_colon(page: Page, i: int) -> bool:
    """Whether a line with a colon stands above, and only short lines between it and this one."""
    j = i
    for _ in range(30):
        j = page.neighbour(j, -1)
        if j <= page.title:
            return False
        line = page.lines[j]
        if line.plain.endswith(":"):
            return line.words >= 4
        if line.is_paragraph:
            return False
    return False
