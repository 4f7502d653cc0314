"""The answer to a look-up: what goes to stdout and to stderr, and the exit code.

Entries that are what was asked are shown whole; a list of longer terms, or of guesses, is shown in
a line each, unless there are only two.
"""
# pathlib and shutil take as long to import as the rest of a look-up.

from __future__ import annotations

import os
import sys

from vnru_terms.matching.lookup import IDENTITIES, look_up
from vnru_terms.messages import N_, _, current_language
from vnru_terms.quick.entry_text import Page, render_entry, render_row
from vnru_terms.quick.request import LANGUAGES
from vnru_terms.store.plain_json import parse_json, render_json
from vnru_terms.store.reference_place import reference_files
from vnru_terms.text.typed import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from vnru_terms.matching.lookup_query import Hit
    from vnru_terms.quick.request import Request
    from vnru_terms.store.index import Index

_WIDTH = 80
_WIDEST = 100
_NARROWEST = 40
_SHOWN_OF_QUERY = 60
_FEW = 2
_GROUPS = {
    "prefix": N_("Longer terms that begin so:"),
    "words": N_("Terms that hold these words:"),
    "fuzzy": N_("Perhaps a typo; near are:"),
}


class Answer:
    """What a look-up prints and its exit code; `pages` are the glossary's entries, best first."""

    __slots__ = ("code", "err", "out", "pages")

    def __init__(
        self, out: str, err: list[str], pages: list[Page], *, is_found: bool | None = None
    ) -> None:
        self.out = out
        self.err = err
        self.pages = pages
        self.code = 0 if (bool(pages) if is_found is None else is_found) else 1


def stderr_line(text: str) -> None:
    """Print a line of talk."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def answer(
    index: Index,
    request: Request,
    *,
    width: int = _WIDTH,
    colour: bool = False,
    add: Callable[[Page], None] | None = None,
    say: Callable[[str], None] = stderr_line,
) -> Answer:
    """Look up and render, in the interface's language; `add` may add to the pages first.

    `say` is told at once what takes time.
    What the user's references know comes behind the glossary's own entries, under their names.
    """
    limit = request.limit
    hits = look_up(index, request.query, from_=request.from_, limit=limit + 1 if limit else 0)
    more = bool(limit) and len(hits) > limit
    pages = _pages(index, request, hits[: limit or None], width, colour)
    if add:
        for page in pages:
            add(page)
    err = [_("There are more entries; see them with: --limit 0")] if more else []
    said = parse_json(index.meta["problems_said"])[current_language()]
    err += [said] if said else []
    others: list[tuple[str, list[Page]]] = []
    files = reference_files()
    if files:
        from vnru_terms.quick.references import reference_pages

        others, remarks = reference_pages(
            files, request, lambda index, hits: _pages(index, request, hits, width, colour), say
        )
        err += remarks
    is_found = bool(pages or others)
    if not is_found:
        err += _nothing_found(index, request)
    if request.format == "json":
        from vnru_terms.quick.entry_values import entry_values

        values = [entry_values(page) for page in pages]
        values += [{**entry_values(p), "reference": name} for name, found in others for p in found]
        return Answer(render_json(values) + "\n", err, pages, is_found=is_found)
    lines = _lines(pages)
    for name, found in others:
        heading = _("From the reference {name}, which is not this glossary:").format(name=name)
        shown = [found[0].style(heading, "1"), "", *_lines(found)]
        lines += ["", *shown] if lines else shown
    return Answer("".join(f"{line}\n" for line in lines), err, pages, is_found=is_found)


def terminal_width() -> int:
    """The columns that entries may take: those of the terminal within reason, else 80."""
    if not sys.stdout.isatty():
        return _WIDTH
    try:
        columns = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            columns = 0
    return min(_WIDEST, max(_NARROWEST, columns or _WIDTH))


def terminal_colour() -> bool:
    """Whether stdout is a terminal that shows bold and dim, and nobody has said NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def is_in_force(valid: Mapping[str, str] | None, on: str) -> bool:
    """Whether a concept was in force on a date, or at any time in a year or a month.

    >>> is_in_force({"to": "2025-02"}, "2025-02-28"), is_in_force({"to": "2025-02"}, "2025-03")
    (True, False)
    """
    first, last = on + "-01-01"[len(on) - 4 :], on + "-12-31"[len(on) - 4 :]
    valid = valid or {}
    return valid.get("from_", "") <= last and first <= valid.get("to", "9") + "~"


def _pages(index: Index, request: Request, hits: list[Hit], width: int, colour: bool) -> list[Page]:
    languages = parse_json(index.meta["languages"])
    marks = {code: values["marks"] for code, values in languages.items()}
    found = [(hit, index.values(hit.row.concept)) for hit in hits]
    names = [hit.row.folded for hit, _values in found if hit.kind in IDENTITIES]
    pages = []
    for hit, values in found:
        wanted = {*request.to, hit.row.language} if request.to else {*LANGUAGES}
        valid = values.get("valid")
        successor = [valid["successor"]] if valid and "successor" in valid else []
        ids = [*values.get("related", ()), *values.get("compare", ()), *successor]
        subject = values["subject_field"]
        page = Page(
            values,
            kind=hit.kind,
            language=hit.row.language,
            position=hit.row.position,
            number=hit.row.concept,
            part=hit.part,
            languages=[code for code in LANGUAGES if code in wanted],
            heads={id: head for id in ids if (head := index.head(id))},
            subject=index.subject_label(subject, current_language()),
            marks=marks,
            width=width,
            colour=colour,
            side=request.side,
            homonyms=names.count(hit.row.folded) > 1,
            in_force=is_in_force(valid, request.on) if request.on else None,
            on=request.on,
        )
        pages.append(page)
    # What was not in force then comes after what was; otherwise the order stays.
    return sorted(pages, key=lambda page: page.in_force is False)


def _lines(pages: list[Page]) -> list[str]:
    whole = [p for p in pages if p.kind in IDENTITIES] or (pages if len(pages) <= _FEW else [])
    lines: list[str] = []
    for page in whole:
        lines += ["", *render_entry(page)]
    group = ""
    for page in pages:
        if page in whole:
            continue
        if page.kind != group:
            group = page.kind
            lines += ["", page.style(_(_GROUPS[group]), "2")]
        lines += render_row(page)
    return lines[1:]


def _nothing_found(index: Index, request: Request) -> list[str]:
    if not any(word.isalnum() for word in words_of(request.query)):
        return [_("Nothing found: there is no word in the query.")]
    plain = "".join(c if c.isprintable() else " " for c in request.query)
    shown = " ".join(plain.split())
    shown = shown if len(shown) <= _SHOWN_OF_QUERY else shown[:_SHOWN_OF_QUERY] + "…"
    lines = [
        _("Nothing found for “{query}”.").format(query=shown),
        _(
            "Tried: as typed, without diacritics, other forms, longer terms, the words in any "
            "order, typos."
        ),
    ]
    if request.from_:
        languages: dict[str, Any] = parse_json(index.meta["languages"])
        endonym = languages[request.from_]["endonym"]
        lines.append(_("Only terms in this language (--from): {language}").format(language=endonym))
    return lines
