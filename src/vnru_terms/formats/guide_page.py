"""The page that a translator opens first: which file for which program, how to take it in, step by
step, and what each file leaves out.

One HTML page a language, since a double click opens it in every system. The steps are
`guide_texts`'; what is lost and left out is what the formats themselves say.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vnru_terms.formats.format import Format
from vnru_terms.formats.guide_texts import Guide, guide
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import Tally
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import _, current_language
from vnru_terms.model import LANGUAGE_ORDER, Settings, Termbase

# Beside the page.
LICENCE_FILE = "LICENSE.txt"

_MENU, _CODE = re.compile(r"\*([^*]+)\*"), re.compile(r"`([^`]+)`")
_STYLE = """:root { color-scheme: light dark; }
body { font: 1rem/1.5 "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  max-width: 52rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: .6rem 0 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .3rem; border-top: 1px solid #8886; padding-top: .8rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; }
tr { border-bottom: 1px solid #8884; }
td, p, li { overflow-wrap: anywhere; }
td a { white-space: nowrap; }
td:first-child a { white-space: normal; }
ol { padding-left: 1.4rem; }
code { background: #8882; padding: 0 .25rem; border-radius: .2rem; }
.soft { opacity: .75; font-size: .9rem; }
nav { float: right; }
@media (prefers-color-scheme: dark) { a { color: #8fc1f5; } }
@media print { nav, .up { display: none; } h3, tr, li { break-inside: avoid; } }
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A format of a release: its files with the languages of each, and what they left out."""

    format: Format
    files: Sequence[tuple[str, tuple[str, ...]]]
    tally: Tally


def page_name(language: str) -> str:
    """The name of the page in a language."""
    return f"README.{language}.html"


def guide_page(termbase: Termbase, listed: Sequence[Listed], book: str) -> Iterator[str]:
    """The page in the interface's language; `book` names the PDF, "" where there is none."""
    language, settings = current_language(), termbase.settings
    told = guide(language)
    formats = {one.format.name: one for one in listed}
    shown = [formats[name] for name in told.formats if name in formats]
    title = settings.title.get(language) or _("Glossary")
    yield f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(told.texts["name"])}: {html.escape(title)}</title>
<style>
{_STYLE}</style>
</head>
<body id="top">
<nav>{_other_pages(language)}</nav>
<h1>{html.escape(title)}</h1>
"""
    edition = told.texts["edition"].format(
        edition=settings.edition,
        date=settings.date,
        concepts=len(termbase.concepts),
        names=len(termbase.entries) - len(termbase.concepts),
    )
    yield f'<p class="soft">{html.escape(edition)}</p>\n<p>{_marked(told.texts["about"])}</p>\n'
    yield f"<h2>{html.escape(told.texts['read'])}</h2>\n<ul>\n"
    if "html" in formats:
        yield f"<li>{html.escape(told.texts['page'])}: {_links(formats['html'])}</li>\n"
    if book:
        yield f'<li><a href="{book}">{html.escape(told.texts["book"])}</a></li>\n'
    yield "</ul>\n"
    yield from _table(told, shown)
    yield from _words(told, shown)
    for one in shown:
        yield from _section(told, one)
    for key in ("sums", "licence"):
        yield f"<h2>{html.escape(told.texts[key])}</h2>\n"
        text = _marked(told.texts["sums_text"]) if key == "sums" else _licence(settings)
        yield f"<p>{text}</p>\n"
    yield "</body>\n</html>\n"


def _other_pages(language: str) -> str:
    links = (
        f'<a href="{page_name(code)}" lang="{code}">{html.escape(LANGUAGES[code].endonym)}</a>'
        for code in LANGUAGE_ORDER
        if code != language
    )
    return " · ".join(links)


def _table(told: Guide, shown: Sequence[Listed]) -> Iterator[str]:
    texts = told.texts
    yield f"<h2>{html.escape(texts['table'])}</h2>\n<table>\n<tr>"
    yield f"<th>{html.escape(texts['program'])}</th><th>{html.escape(texts['file'])}</th></tr>\n"
    for one in shown:
        name = one.format.name
        programs = f'<a href="#{name}">{html.escape(told.formats[name].programs)}</a>'
        yield f"<tr><td>{programs}</td><td>{_links(one)}</td></tr>\n"
    yield "</table>\n"


def _links(one: Listed) -> str:
    """A link to each file: the direction, or the name of a file that has all languages."""

    def label(path: str, languages: tuple[str, ...]) -> str:
        if not languages:
            return path.rpartition("/")[2]
        return " → ".join(LANGUAGES[code].endonym for code in languages)

    links = (f'<a href="{p}">{html.escape(label(p, codes))}</a>' for p, codes in one.files)
    return ", ".join(links)


def _words(told: Guide, shown: Sequence[Listed]) -> Iterator[str]:
    """Which files have the words that must not be used, and which leave them out."""
    texts = told.texts
    yield f"<h2>{html.escape(texts['words'])}</h2>\n<p>{_marked(texts['words_text'])}</p>\n"
    for key, has_them in (("words_with", True), ("words_without", False)):
        programs = [
            told.formats[one.format.name].programs
            for one in shown
            if (Part.DEPRECATED in one.format.carries) is has_them
        ]
        yield f"<p>{_marked(texts[key].format(programs='; '.join(programs)))}</p>\n"


def _section(told: Guide, one: Listed) -> Iterator[str]:
    name, texts = one.format.name, told.texts
    yield f'<h3 id="{name}">{html.escape(told.formats[name].programs)}</h3>\n<p>{_links(one)}</p>\n'
    steps = "".join(f"<li>{_marked(step)}</li>\n" for step in told.formats[name].steps)
    yield f"<ol>\n{steps}</ol>\n"
    lost, left_out = one.format.lost(), "; ".join(one.tally.told())
    lines = [
        texts["lost"].format(parts=lost) if lost else texts["whole"],
        texts["left_out"].format(what=left_out) if left_out else texts["whole_edition"],
    ]
    yield f'<p class="soft">{"<br>".join(map(html.escape, lines))}</p>\n'
    yield f'<p class="soft up"><a href="#top">{html.escape(texts["back"])}</a></p>\n'


def _licence(settings: Settings) -> str:
    told = []
    if settings.licence:
        text = _("Licence: {licence}, but for quoted contexts.").format(licence=settings.licence)
        told.append(html.escape(text))
    told.append(f'<a href="{LICENCE_FILE}">{LICENCE_FILE}</a>')
    return " ".join([*told, html.escape(settings.contact)]).strip()


def _marked(text: str) -> str:
    """Text with `*menu*` and backticks as HTML.

    >>> _marked("*File*, `a<b`")
    '<b>File</b>, <code>a&lt;b</code>'
    """
    safe = html.escape(text, quote=False)
    return _MENU.sub(r"<b>\1</b>", _CODE.sub(r"<code>\1</code>", safe))
