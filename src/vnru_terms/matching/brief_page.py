"""An interpreter's page as text, as data, and as one HTML file that needs nothing else."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.ru_stress import stressed_parts
from vnru_terms.matching.annotated_words import grammar, usages
from vnru_terms.matching.brief import Brief, BriefLine
from vnru_terms.messages import _, current_language
from vnru_terms.model import TermEntry

_WIDTH = 88
_STYLE = """
@page{size:A4;margin:11mm 12mm}
:root{color-scheme:light dark;--ink:#111;--paper:#fff;--soft:#555;--line:#c9c9c9;--accent:#7a1520}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6e7ea;--paper:#17191d;--soft:#a2a9b4;
--line:#383d45;--accent:#ff9aa4}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.2rem;color:var(--ink);background:var(--paper);
font:.95rem/1.35 "Noto Serif","Source Serif 4",Georgia,"Times New Roman",serif}
h1{font-size:1.15rem;margin:0 0 .15rem}
h2{font:700 .8rem/1.2 "Noto Sans",Arial,sans-serif;letter-spacing:.05em;text-transform:uppercase;
color:var(--accent);margin:.9rem 0 .35rem;column-span:all}
header p{margin:0;color:var(--soft);font-size:.85rem}
.lines{columns:26rem 2;column-gap:1.6rem}
.line{break-inside:avoid;padding:.22rem 0;border-bottom:1px solid var(--line)}
.head{font-weight:700}
.times,.grammar,.note{color:var(--soft);font-size:.85em}
.equivalent{display:block;padding-left:1.9rem;text-indent:-1.9rem}
.code{display:inline-block;width:1.9rem;text-indent:0;color:var(--soft);font-size:.8em}
.note{display:block;font-style:italic}
@media print{body{font-size:9pt;padding:0;max-width:none}.lines{columns:2}}
"""


def render_brief_text(brief: Brief) -> str:
    """The page as plain text."""
    lines = [_title(brief), ""]
    for heading, rows in _parts(brief):
        lines += [heading.upper(), ""]
        for row in rows:
            lines += _text_lines(row)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _text_lines(line: BriefLine) -> Iterator[str]:
    times = f"  ×{line.times}" if line.times > 1 else ""
    yield f"{line.term.surface}{times}"
    for equivalent in line.equivalents:
        text = " · ".join(spoken(term, equivalent.language) for term in equivalent.terms)
        yield from textwrap.wrap(
            text, _WIDTH, initial_indent=f"  {equivalent.language}  ", subsequent_indent="      "
        )
    for note in (line.distinguish, line.trap):
        if note:
            yield from textwrap.wrap(
                note, _WIDTH, initial_indent="      ! ", subsequent_indent="        "
            )


def brief_data(brief: Brief) -> dict[str, object]:
    """The page as plain values, for the typesetter and as JSON."""
    languages = ", ".join(LANGUAGES[code].endonym for code in brief.to)
    return {
        "title": _title(brief),
        "summary": f"{LANGUAGES[brief.language].endonym} – {languages}",
        "language": current_language(),
        "source": brief.language,
        "parts": [
            {"heading": heading, "lines": [_line_data(row) for row in rows]}
            for heading, rows in _parts(brief)
        ],
    }


def _line_data(line: BriefLine) -> dict[str, object]:
    return {
        "concept": line.concept,
        "head": line.term.surface,
        "times": line.times,
        "rows": [
            {
                "language": equivalent.language,
                "terms": [
                    {"term": stressed(t), "notes": notes_on(t, equivalent.language)}
                    for t in equivalent.terms
                ],
            }
            for equivalent in line.equivalents
        ],
        "notes": [note for note in (line.distinguish, line.trap) if note],
    }


def render_brief_html(brief: Brief) -> str:
    """The page as HTML."""
    parts = []
    for heading, rows in _parts(brief):
        body = "".join(_html_line(row, brief.language) for row in rows)
        parts.append(f'<h2>{escape(heading)}</h2><div class="lines">{body}</div>')
    languages = ", ".join(LANGUAGES[code].endonym for code in brief.to)
    summary = f"{LANGUAGES[brief.language].endonym} – {languages}"
    return "\n".join([
        "<!DOCTYPE html>",
        f'<html lang="{current_language()}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(_title(brief))}</title>",
        f"<style>{_STYLE}</style></head>",
        f"<body><header><h1>{escape(_title(brief))}</h1><p>{escape(summary)}</p></header>",
        *parts,
        "</body></html>",
        "",
    ])  # fmt: skip


def _html_line(line: BriefLine, language: str) -> str:
    times = f' <span class="times">×{line.times}</span>' if line.times > 1 else ""
    head = f'<span class="head" lang="{language}">{escape(line.term.surface)}</span>{times}'
    rows = []
    for equivalent in line.equivalents:
        code = equivalent.language
        terms = " · ".join(
            f'<span lang="{code}">{escape(stressed(term))}</span>{_html_grammar(term, code)}'
            for term in equivalent.terms
        )
        rows.append(f'<span class="equivalent"><span class="code">{code}</span>{terms}</span>')
    notes = [f'<span class="note">{escape(n)}</span>' for n in (line.distinguish, line.trap) if n]
    return f'<div class="line">{head}{"".join((*rows, *notes))}</div>'


def _html_grammar(term: TermEntry, language: str) -> str:
    text = notes_on(term, language)
    return f' <span class="grammar">{escape(text)}</span>' if text else ""


def spoken(term: TermEntry, language: str) -> str:
    """A term with its stress and grammar, as it stands on the page.

    >>> from vnru_terms.model import Gender
    >>> spoken(TermEntry("визит", gender=Gender.MASCULINE, government="в + вин."), "ru")
    'визит (м., в + вин.)'
    """
    text = notes_on(term, language)
    return f"{stressed(term)} ({text})" if text else stressed(term)


def stressed(term: TermEntry) -> str:
    """The term with its stress mark where the entry has it."""
    return stressed_parts(term.stressed, term.term)[0]


def notes_on(term: TermEntry, language: str) -> str:
    """Gender, number, the other aspect, government and usage, in short."""
    _term, other = stressed_parts(term.stressed, term.term, term.pair)
    pair = f"/ {other}" if other else ""
    return ", ".join(filter(None, (pair, grammar(term, language), *usages(term))))


def _title(brief: Brief) -> str:
    name = brief.name.replace("\\", "/").rpartition("/")[2]
    return _("Terms for the interpreter: {name}").format(name=name or "—")


def _parts(brief: Brief) -> Iterator[tuple[str, Sequence[BriefLine]]]:
    if brief.first:
        yield _("Offices and names"), brief.first
    if brief.terms:
        yield _("Terms in the order of the text"), brief.terms
