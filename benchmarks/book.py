"""How long the book takes, how much memory and how many pages, beside three other engines.

    python benchmarks/book.py [--concepts 500 5000] [--peers 500]

The concepts are the glossary's own, over and over, each with a made-up name behind its terms, as in
`exports.py`. Every engine gets the same parts, entries and indexes, run by run, and sets them on A5
in two columns with the same fonts and links, in a process of its own, forked when the data are
there: seconds are those of that process and of what it starts (user and system), memory is the
peak of the largest of them, whatever it held before included. Ours also makes the data of the page
from the concepts, sets guide words, thumb tabs and tags, and writes PDF/A and PDF/UA; the peers set
plain pages (WeasyPrint and XeLaTeX with guide words), and ReportLab and XeLaTeX can use only the
regular cut of a variable font. XeLaTeX is the system's (Debian: texlive-xetex and
texlive-fonts-recommended), run once.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from annotated import environment
from exports import made_up

from vnru_terms.installation import data_root
from vnru_terms.model import Termbase
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book, Item, Run
from vnru_terms.printing.page_data import chosen_entries, make_book
from vnru_terms.printing.typesetter import font_files
from vnru_terms.store.glossary import read_glossary
from vnru_terms.workflow.print_book import print_book


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--concepts", type=int, nargs="+", default=[500, 5000])
    parser.add_argument("--peers", type=int, nargs="*", default=[500], help="sizes for the peers")
    chosen = parser.parse_args(arguments)
    print(
        environment(
            ["typst", *(name for name in PEERS if name != "xelatex" and _is_installed(name))]
        )
    )
    real, _findings = read_glossary(data_root() / "glossary")
    print("\n| engine | concepts | s of CPU | MB at its peak | pages | MB written |")
    print("|---|---:|---:|---:|---:|---:|", flush=True)
    for count in chosen.concepts:
        termbase = Termbase(made_up(count).entries, real.settings)
        _tell("vnru-terms (Typst)", count, lambda out, t=termbase: print_book(t, out).pages)
    for count in chosen.peers:
        termbase = Termbase(made_up(count).entries, real.settings)
        book = make_book(termbase, chosen_entries(termbase, Edition()), Edition())
        for name, write in PEERS.items():
            if _is_installed(name):
                _tell(name, count, lambda out, b=book, w=write: w(b, out))
            else:
                print(f"| {name} | {count:,} | not installed | | | |", flush=True)
    return 0


def _is_installed(name: str) -> bool:
    if name == "xelatex":
        return shutil.which(name) is not None
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def _tell(name: str, count: int, work: Callable[[Path], int]) -> None:
    seconds, memory, pages, size = measured(work)
    figures = f"{seconds:.1f} | {memory:,.0f} | {pages:,} | {size:.1f}"
    print(f"| {name} | {count:,} | {figures} |", flush=True)


def measured(work: Callable[[Path], int]) -> tuple[float, float, int, float]:
    """CPU seconds, megabytes at the peak, pages and megabytes written, in a forked process."""
    context = multiprocessing.get_context("fork")
    answers: Any = context.SimpleQueue()

    def run() -> None:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "book.pdf"
            start = _spent()
            pages = work(out)
            size = sum(path.stat().st_size for path in out.parent.glob("*.pdf"))
            answers.put((_spent() - start, _peak(), pages, size / 1e6))

    process = context.Process(target=run)
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"exit code {process.exitcode}")
    found: tuple[float, float, int, float] = answers.get()
    return found


def _spent() -> float:
    """Seconds of this process and of those that it started and waited for."""
    return sum(os.times()[:4])


def _peak() -> float:
    """The most megabytes that this process or one that it started has held."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) * 1024 / 1e6


def _lines(item: Item) -> Iterator[tuple[str, str, tuple[Run, ...]]]:
    """The paragraphs of an item: role, hung label, runs."""
    yield "head", "", (*item.head, *(replace(run, text=f" {run.text}") for run in item.tail))
    for block in item.blocks:
        yield block.role, block.label, block.runs


# ---- WeasyPrint

STYLE = """
@page { size: A5; margin: 19mm 14mm 13mm; @top-left { content: string(guide, first) }
  @top-right { content: string(guide, last) } @top-center { content: counter(page) } }
body { font: 8.2pt Serif; columns: 2; column-gap: 6mm }
h1, h2 { font-family: Sans; color: #7a1520 } h1 { column-span: all; bookmark-level: 1 }
h2 { bookmark-level: 2 } .item { break-inside: avoid; margin-bottom: .9em }
.item p { margin: 0 0 0 1.75em } .item p.head { margin: 0; string-set: guide attr(data-guide) }
.head, .index-head { font-weight: bold } span.head { font-family: Sans }
.grammar, .note, .speech, .context { font-style: italic; color: #555 } a { color: inherit }
"""


def weasyprint(book: Book, out: Path) -> int:
    """WeasyPrint's book, from HTML."""
    from weasyprint import HTML

    document = HTML(string=_html(book)).render()
    document.write_pdf(out)
    return len(document.pages)


def _html(book: Book) -> str:
    faces = "".join(
        f"@font-face {{ font-family: {'Sans' if 'Sans' in path.name else 'Serif'};"
        f" font-weight: 100 900; font-style: {'italic' if 'Italic' in path.name else 'normal'};"
        f" src: url('{path.as_uri()}') }}"
        for path in font_files()
    )
    text = [f"<html lang='{book.language}'><style>{faces}{STYLE}</style><body>"]
    for part in book.parts:
        text.append(f"<h1>{escape(part.title)}</h1>")
        for section in part.sections:
            text.append(f"<h2>{escape(section.letter)}</h2>")
            for item in section.items:
                name = f" id='entry-{item.id}'" if item.id else ""
                text.append(f"<div class='item'{name}>")
                for role, label, runs in _lines(item):
                    guide = f" data-guide='{escape(item.guide)}'" if role == "head" else ""
                    body = "".join(map(_span, runs))
                    text.append(f"<p class='{role}'{guide}>{escape(label)} {body}</p>")
                text.append("</div>")
    return "".join([*text, "</body></html>"])


def _span(run: Run) -> str:
    language = f" lang='{run.language}'" if run.language else ""
    span = f"<span class='{run.role}'{language}>{escape(run.text)}</span>"
    target = run.to if "://" in run.to else f"#entry-{run.to}"
    return f"<a href='{escape(target)}'>{span}</a>" if run.to else span


# ---- ReportLab


def reportlab(book: Book, out: Path) -> int:
    """ReportLab's book, from paragraphs."""
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, KeepTogether, PageTemplate, Paragraph

    for path in font_files():
        pdfmetrics.registerFont(TTFont(path.stem.partition("[")[0], path))
    mm = 72 / 25.4
    width = (A5[0] - 34 * mm) / 2
    frames = [
        Frame(x, 13 * mm, width, A5[1] - 32 * mm, 0, 0, 0, 0) for x in (14 * mm, 20 * mm + width)
    ]
    small = ParagraphStyle("small", fontName="NotoSerif", fontSize=8.2, leading=10.4)
    hung = ParagraphStyle("hung", small, leftIndent=14)
    large = ParagraphStyle("large", fontName="NotoSans", fontSize=17, leading=22)
    story: list[Any] = []
    for part in book.parts:
        story.append(Paragraph(escape(part.title), large))
        for section in part.sections:
            story.append(Paragraph(escape(section.letter), large))
            for item in section.items:
                lines = []
                for role, label, runs in _lines(item):
                    name = f"<a name='entry-{item.id}'/>" if item.id and role == "head" else ""
                    text = name + escape(label) + " " + "".join(map(_markup, runs))
                    lines.append(Paragraph(text, small if role == "head" else hung))
                story.append(KeepTogether(lines))
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A5, pageTemplates=[PageTemplate("a", frames)])
    document.build(story)
    out.write_bytes(buffer.getvalue())
    return int(document.page)


def _markup(run: Run) -> str:
    font = "NotoSans" if run.role in ("head", "number", "subject") else "NotoSerif"
    font += "-Italic" if run.role in ("grammar", "note", "speech", "context") else ""
    text = f"<font name='{font}'>{escape(run.text)}</font>"
    target = run.to if "://" in run.to else f"#entry-{run.to}"
    return f"<a href='{escape(target)}'>{text}</a>" if run.to else text


# ---- XeLaTeX

PREAMBLE = r"""
\documentclass[twocolumn]{article}
\usepackage[paperwidth=148mm,paperheight=210mm,inner=15mm,outer=13mm,top=19mm,bottom=13mm]{geometry}
\usepackage{fontspec,fancyhdr,xcolor}
\usepackage[hidelinks]{hyperref}
\setmainfont{SerifRoman.ttf}[Path=%s/,ItalicFont=SerifItalic.ttf]
\newfontfamily\sans{SansRoman.ttf}[Path=%s/]
\setlength{\parindent}{0pt}\setlength{\columnsep}{6mm}\raggedbottom\raggedright\sloppy
\pagestyle{fancy}\fancyhf{}\fancyhead[L]{\rightmark}\fancyhead[R]{\leftmark}\fancyhead[C]{\thepage}
\begin{document}\fontsize{8.2}{10.4}\selectfont
"""
_TEX = {**{c: f"\\{c}" for c in "#$%&_{}"}, "\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}", "≠": "/"}  # fmt: skip


def xelatex(book: Book, out: Path) -> int:
    """XeLaTeX's book, in one run."""
    # Its fonts have names without brackets.
    for path in font_files():
        family = "Sans" if "Sans" in path.name else "Serif"
        style = "Italic" if "Italic" in path.name else "Roman"
        shutil.copyfile(path, out.parent / f"{family}{style}.ttf")
    text = [PREAMBLE % (out.parent, out.parent)]
    for part in book.parts:
        text.append(rf"\clearpage\section*{{\sans {_tex(part.title)}}}")
        for section in part.sections:
            text.append(rf"\subsection*{{\sans {_tex(section.letter)}}}")
            for item in section.items:
                name = rf"\hypertarget{{{item.id}}}{{}}" if item.id else ""
                guide = _tex(item.guide)
                text.append(rf"\begin{{minipage}}{{\linewidth}}\raggedright {name}")
                for role, label, runs in _lines(item):
                    hung = "" if role == "head" else r"\hangindent=14pt\hangafter=0 "
                    text.append(hung + _tex(label) + " " + "".join(map(_tex_run, runs)) + r"\par")
                text.append(rf"\end{{minipage}}\markboth{{{guide}}}{{{guide}}}\par\vspace{{.8em}}")
    text.append(r"\end{document}")
    source = out.with_suffix(".tex")
    source.write_text("\n".join(text), encoding="utf-8")
    command = ["xelatex", "-interaction=batchmode", source.name]
    subprocess.run(command, cwd=out.parent, check=False, capture_output=True)
    log = out.with_suffix(".log").read_text(encoding="utf-8", errors="replace")
    found = re.search(r"\((\d+) pages?", log)
    if found is None:
        raise SystemExit(log[-2000:])
    return int(found[1])


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in text)


def _tex_run(run: Run) -> str:
    text = _tex(run.text)
    if run.role in ("head", "number", "subject"):
        text = rf"{{\sans {text}}}"
    elif run.role in ("grammar", "note", "speech", "context"):
        text = rf"\textit{{{text}}}"
    if not run.to:
        return text
    return rf"\url{{{run.to}}}" if "://" in run.to else rf"\hyperlink{{{run.to}}}{{{text}}}"


PEERS: dict[str, Callable[[Book, Path], int]] = {
    "weasyprint": weasyprint,
    "reportlab": reportlab,
    "xelatex": xelatex,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
