"""An annotated document as one HTML page that needs nothing else: for the screen and for paper.

Every term is a link to its entry in the index at the end, so that the page works without scripts.
A small script shows the entry as a card where the pointer rests or the keyboard stands (Tab goes
from term to term, Escape closes). Colours follow the reader's light or dark setting; on paper the
terms are underlined and the index follows. Whatever comes from the document or the glossary is
escaped; only http and https addresses become links.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import PurePath

from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.annotated_words import equivalent_texts, superseded, warning
from vnru_terms.matching.annotation import Annotation, Mark, Meaning, equivalents, numbered
from vnru_terms.messages import _, current_language, ngettext

# The occurrences that an entry of the index leads back to; more are counted.
_MOST_BACKLINKS = 12

_STYLE = """
:root{color-scheme:light dark;--ink:#1c1f24;--paper:#fdfdfb;--soft:#5d646e;--line:#d9dce1;
--mark:#fff3c4;--edge:#d9a400;--bad:#ffe1dc;--bad-edge:#c93a22;--card:#fff;--link:#0b57a4}
@media(prefers-color-scheme:dark){:root{--ink:#e6e7ea;--paper:#17191d;--soft:#a2a9b4;--line:#383d45;
--mark:#4a3d08;--edge:#e5b93a;--bad:#5a1f16;--bad-edge:#ff8d78;--card:#23262c;--link:#8ec4ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:1.0625rem/1.65 "Noto Serif","Source Serif 4",Georgia,"Times New Roman",serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 6rem}
header{border-bottom:1px solid var(--line);margin-bottom:1.5rem;padding-bottom:.75rem}
h1{font-size:1.25rem;margin:0;overflow-wrap:anywhere}
h2{font-size:1.125rem;margin:3rem 0 1rem;border-top:1px solid var(--line);padding-top:1.5rem}
header p,.note{color:var(--soft);font-size:.9rem;margin:.25rem 0 0}
.text{white-space:pre-wrap;overflow-wrap:break-word}
a.t{color:inherit;text-decoration:none;background:var(--mark);border-bottom:2px solid var(--edge);
border-radius:2px;padding:0 .08em}
a.t.bad{background:var(--bad);border-bottom:2px dashed var(--bad-edge)}
a.t.maybe{background:none;border-bottom:1px dotted var(--soft)}
a.t:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
ol{list-style:none;margin:0;padding:0}
li.e{padding:.75rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
li.e:target{background:var(--mark)}
.head{font-weight:700}
.m+.m{margin-top:.6rem;padding-top:.6rem;border-top:1px dotted var(--line)}
dl{display:grid;grid-template-columns:2.2rem 1fr;gap:.1rem .5rem;margin:.25rem 0}
dt{color:var(--soft);font-size:.85rem;padding-top:.1rem}
dd{margin:0}
.g{color:var(--soft);font-size:.9rem}
.say{font-size:.9rem;margin:.2rem 0;color:var(--soft)}
.trap{font-size:.92rem;margin:.2rem 0}
.badword{color:var(--bad-edge);font-weight:600;font-size:.92rem}
.back{font-size:.85rem;color:var(--soft)}
a{color:var(--link)}
#card{position:absolute;z-index:5;max-width:min(28rem,calc(100vw - 2rem));background:var(--card);
color:var(--ink);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem;
box-shadow:0 6px 24px rgba(0,0,0,.22);font-size:.95rem;line-height:1.45;display:none}
#card.open{display:block}
#card .back{display:none}
@media print{:root{--ink:#000;--paper:#fff;--soft:#444;--line:#bbb;
--mark:none;--bad:none;--link:#000}
#card{display:none!important}main{max-width:none;padding:0}body{font-size:10.5pt}
a.t{background:none;border-bottom:1px solid #777;padding:0}a.t.maybe{border:0}.back{display:none}
ol{columns:2;column-gap:1.5rem;font-size:8.5pt;line-height:1.35}li.e{padding:.3rem 0}
li.e:target{background:none}h2{margin:1.5rem 0 .5rem;padding-top:.75rem;break-after:avoid}
.text{orphans:2;widows:2}dl{margin:.1rem 0;grid-template-columns:1.4rem 1fr}
dt,.g,.say,.trap,.badword{font-size:inherit}.say,.trap{margin:.1rem 0}}
"""
# A finger's first tap shows the card, the second follows the link.
_SCRIPT = """
(function(){var c=document.getElementById("card"),on=null,timer,tap=false;
function open(t){var e=document.getElementById(t.getAttribute("href").slice(1));if(!e)return;
clearTimeout(timer);on=t;c.innerHTML=e.innerHTML;c.className="open";
var r=t.getClientRects()[0],w=c.offsetWidth,h=c.offsetHeight,
x=Math.min(r.left,document.documentElement.clientWidth-w-12),
y=r.bottom+h+10>innerHeight&&r.top>h+10?r.top-h-6:r.bottom+6;
c.style.left=Math.max(8,x)+scrollX+"px";c.style.top=y+scrollY+"px"}
function close(){clearTimeout(timer);on=null;c.className=""}
function later(){clearTimeout(timer);timer=setTimeout(close,180)}
function term(e){return e.target.closest?e.target.closest("a.t"):null}
document.addEventListener("mouseover",function(e){var t=term(e);if(t)open(t);
else if(c.contains(e.target))clearTimeout(timer)});
document.addEventListener("mouseout",function(e){if(term(e)||c.contains(e.target))later()});
document.addEventListener("focusin",function(e){var t=term(e);if(t)open(t);
else if(!c.contains(e.target))close()});
document.addEventListener("pointerdown",function(e){var t=term(e);
tap=!!t&&e.pointerType!=="mouse"&&on!==t;if(!t&&!c.contains(e.target))close()});
document.addEventListener("click",function(e){var t=term(e);
if(t&&tap){e.preventDefault();open(t)}tap=false});
document.addEventListener("keydown",function(e){if(e.key==="Escape")close()});
})();
"""


def render_html(annotation: Annotation) -> str:
    """The page."""
    numbers = numbered(annotation)
    # Where the file lies on the writer's disk is not its reader's matter.
    title = _("Terms in {name}").format(name=PurePath(annotation.name).name or "—")
    certain = sum(mark.is_certain for mark in annotation.marks)
    counted = ngettext("{n} occurrence of a term", "{n} occurrences of terms", certain)
    languages = ", ".join(LANGUAGES[code].endonym for code in annotation.to)
    summary = (
        f"{LANGUAGES[annotation.language].endonym} → {languages} · {counted.format(n=certain)}"
    )
    listed = _index(annotation, numbers)
    return "\n".join([
        "<!DOCTYPE html>",
        f'<html lang="{current_language()}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style></head>",
        "<body><main>",
        f"<header><h1>{escape(title)}</h1><p>{escape(summary)}</p></header>",
        f'<div class="text" lang="{annotation.language}">{_text(annotation, numbers)}</div>',
        f"<h2>{escape(_('Terms'))}</h2>" if numbers else "",
        f"<ol>{''.join(listed)}</ol>",
        '</main><div id="card" role="status"></div>',
        f"<script>{_SCRIPT}</script></body></html>",
        "",
    ])  # fmt: skip


def _text(annotation: Annotation, numbers: Mapping[tuple[str, ...], int]) -> str:
    pieces, at = [], 0
    for n, mark in enumerate(annotation.marks, start=1):
        start, end = mark.occurrence.start, mark.occurrence.end
        kind = "t bad" if mark.is_deprecated else "t" if mark.is_certain else "t maybe"
        number = numbers[mark.concepts]
        pieces += [
            escape(annotation.text[at:start]),
            f'<a class="{kind}" id="o{n}" href="#e{number}">{escape(mark.occurrence.text)}</a>',
        ]
        at = end
    return "".join([*pieces, escape(annotation.text[at:])])


def _index(annotation: Annotation, numbers: Mapping[tuple[str, ...], int]) -> list[str]:
    """The entries, in the alphabetical order of the document's language."""
    places: dict[tuple[str, ...], list[int]] = {}
    first: dict[tuple[str, ...], Mark] = {}
    for n, mark in enumerate(annotation.marks, start=1):
        places.setdefault(mark.concepts, []).append(n)
        first.setdefault(mark.concepts, mark)
    sort_key = LANGUAGES[annotation.language].sort_key
    keys = sorted(first, key=lambda key: (sort_key(first[key].meanings[0].term.term), key))
    return [
        f'<li class="e" id="e{numbers[key]}">'
        + "".join(_meaning(annotation, first[key], i) for i in range(len(first[key].meanings)))
        + _back(places[key])
        + "</li>"
        for key in keys
    ]


def _meaning(annotation: Annotation, mark: Mark, i: int) -> str:
    meaning = mark.meanings[i]
    entry = meaning.entry
    term = escape(meaning.term.term)
    parts = [f'<div class="m"><div class="head" lang="{annotation.language}">{term}</div>']
    if i == 0 and mark.is_deprecated:
        parts.append(f'<p class="badword">{escape(warning(mark, annotation.language))}</p>')
    if superseded(meaning):
        parts.append(f'<p class="say">{escape(superseded(meaning))}</p>')
    if entry.distinguish:
        parts.append(f'<p class="say">{escape(entry.distinguish)}</p>')
    rows = [_row(meaning, language) for language in annotation.to]
    parts.append(f"<dl>{''.join(rows)}</dl>")
    if entry.trap:
        parts.append(f'<p class="trap">⚠ {escape(_("trap"))}: {escape(entry.trap)}</p>')
    sources = _sources(annotation, meaning)
    if sources:
        parts.append(f'<p class="say">{escape(_("evidence"))}: {sources}</p>')
    return "".join([*parts, "</div>"])


def _row(meaning: Meaning, language: str) -> str:
    texts = equivalent_texts(meaning, language)
    if not texts:
        return ""
    shown = "; ".join(
        (f"<b>{escape(term)}</b>" if i == 0 else escape(term))
        + (f' <span class="g">{escape(notes)}</span>' if notes else "")
        for i, (term, notes) in enumerate(texts)
    )
    return f'<dt>{language}</dt><dd lang="{language}">{shown}</dd>'


def _sources(annotation: Annotation, meaning: Meaning) -> str:
    found = dict.fromkeys(
        source
        for language in annotation.to
        for term in equivalents(meaning.entry, language)[:1]
        for source in term.source[:1]
    )
    return ", ".join(_source(source) for source in found)


def _source(source: str) -> str:
    if not source.startswith(("https://", "http://")):
        return escape(source)
    host = source.split("/")[2]
    return f'<a href="{escape(source)}" rel="noopener noreferrer">{escape(host)}</a>'


def _back(places: list[int]) -> str:
    links = " ".join(f'<a href="#o{n}">{k}</a>' for k, n in enumerate(places[:_MOST_BACKLINKS], 1))
    more = len(places) - _MOST_BACKLINKS
    rest = f" + {more}" if more > 0 else ""
    return f'<div class="back">{escape(_("in the text"))}: {links}{rest}</div>'
