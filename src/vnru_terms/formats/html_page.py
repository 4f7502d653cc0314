"""One web page with the whole glossary: searchable without a network, printable, light and dark.

Everything is in the one file; it asks nothing of the outside and allows nothing but its own script.
Without the script it is a plain page. Entries stand in the order of the source language's
dictionaries; the script finds by any word of any language, typed without diacritics, best first.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from vnru_terms.formats.format import Format, Selection, ranked
from vnru_terms.formats.html_entry import entry_html
from vnru_terms.formats.parts import ALL_PARTS, Part
from vnru_terms.formats.tally import NO_EQUIVALENT, Tally
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import N_, _, current_language
from vnru_terms.model import ConceptEntry, TermEntry
from vnru_terms.text.normalise import squeeze

_FOLDER = Path(__file__).parent / "page"
_PUNCTUATION = re.compile("[«»“”„‘’\"'().,:;…]")


def stream_html(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One page with all languages."""
    return {"glossary.html": _pieces(selection, tally)}


def _pieces(selection: Selection, tally: Tally) -> Iterator[bytes]:
    entries = _in_order(selection, tally)
    heads = {entry.id: head.term for entry, head in entries}
    yield _encoded(_top(selection, entries))
    section = ""
    for entry, head in entries:
        letter = LANGUAGES[selection.source].section(sorting_form(head))
        if letter != section:
            section = letter
            yield _encoded(f'<h2 id="{_anchor(letter)}">{html.escape(letter)}</h2>\n')
        yield _encoded(entry_html(entry, selection, heads))
    yield _encoded(_bottom(selection))


def _in_order(selection: Selection, tally: Tally) -> list[tuple[ConceptEntry, TermEntry]]:
    """The entries with the terms that they are found under; without a source term there is none."""
    found = []
    for entry in selection.entries:
        terms = ranked(entry.terms(selection.source))
        if terms and any(entry.terms(target) for target in selection.targets):
            found.append((entry, terms[0]))
        else:
            tally.add(NO_EQUIVALENT, entry.id)
    key = LANGUAGES[selection.source].sort_key
    return sorted(found, key=lambda pair: (key(sorting_form(pair[1])), pair[0].id))


def sorting_form(term: TermEntry) -> str:
    """The term as a reader looks for it: no slots, no quotes or punctuation, as in the book.

    >>> sorting_form(TermEntry("«зелёная» экономика"))
    'зелёная экономика'
    """
    return squeeze(_PUNCTUATION.sub("", term.surface)) or term.term


def _top(selection: Selection, entries: list[tuple[ConceptEntry, TermEntry]]) -> str:
    settings, ui = selection.settings, current_language()
    title = settings.title.get(ui) or _("Glossary")
    script, style = _asset("page.js"), _asset("page.css")
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{_digest(script)}'"
    used = {entry.subject_field for entry, _head in entries}
    slugs = [subject.slug for subject in settings.subject_fields if subject.slug in used]
    slugs += sorted(used - set(slugs))
    options = "".join(
        f'<option value="{html.escape(slug)}">{html.escape(label)}</option>'
        for slug, label in ((slug, settings.subject_label(slug, ui)) for slug in slugs)
    )
    letters = dict.fromkeys(
        LANGUAGES[selection.source].section(sorting_form(head)) for _e, head in entries
    )
    links = "".join(f'<a href="#{_anchor(x)}">{html.escape(x)}</a>' for x in letters)
    edition = _("edition {edition}, {date}").format(edition=settings.edition, date=settings.date)
    keys = _("{find} search · {move} next, previous · {open} more · {clear} clear")
    shown = {"find": "/", "move": "↓ ↑", "open": "Enter", "clear": "Esc"}
    marked = keys.format(**{name: f"<kbd>{key}</kbd>" for name, key in shown.items()})
    return f"""<!DOCTYPE html>
<html lang="{ui}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="vnru-terms">
<title>{html.escape(title)}</title>
<style>
{style}</style>
</head>
<body style="--columns: {len(selection.languages)}" data-count="{html.escape(_("concepts: {n}"))}"
 data-near="{html.escape(_("nothing like that; nearest: {n}"))}">
<header>
<h1>{html.escape(title)} <small>{html.escape(edition)}</small></h1>
<div class="tools" role="search">
<input id="find" type="search" autocomplete="off" spellcheck="false" autofocus
 placeholder="{html.escape(_("A word in any language, with or without diacritics"))}"
 aria-label="{html.escape(_("Search"))}">
<select id="subject" aria-label="{html.escape(_("Subject field"))}">
<option value="">{html.escape(_("All subject fields"))}</option>{options}
</select>
</div>
<p class="said"><span id="count" role="status"></span><span class="keys">{marked}</span></p>
<nav aria-label="{html.escape(_("Letters"))}">{links}</nav>
</header>
<main>
"""


def _bottom(selection: Selection) -> str:
    settings = selection.settings
    told = [_("Licence: {licence}, but for quoted contexts.").format(licence=settings.licence)]
    told = told if settings.licence else []
    told += [settings.contact] if settings.contact else []
    footer = " ".join(map(html.escape, told))
    script = f"<script>{_asset('page.js')}</script>"
    return f"</main>\n<footer>{footer}</footer>\n{script}\n</body>\n</html>\n"


def _anchor(letter: str) -> str:
    """An id that no concept has: those begin with a small letter."""
    return f"S-{'-'.join(f'{ord(c):x}' for c in letter)}"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _encoded(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-8", "replace")


HTML = Format(
    name="html",
    suffix=".html",
    client=N_("any web browser"),
    carries=ALL_PARTS - {Part.PART_OF_SPEECH, Part.STRESSED, Part.FORMS, Part.REVIEWED},
    stream=stream_html,
)
