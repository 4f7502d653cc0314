"""How long the book takes, how much memory and how many pages, beside WeasyPrint and ReportLab.

    python benchmarks/book.py [--concepts 500 5000] [--peers 500]

The concepts are the glossary's own, over and over, each with a made-up name behind its terms, as in
`exports.py`. Every engine gets the same parts, entries and indexes, run by run, and sets them on A5
in two columns with the same fonts and links, in a process of its own, forked when the data are
there: seconds are that process's own (user and system), memory is its peak, whatever it held
before included. Ours also makes the data of the page from the concepts, sets guide words, thumb
tabs and tags, and writes PDF/A and PDF/UA; the peers set plain pages (WeasyPrint with guide
words), and ReportLab can use only the regular cut of a variable font.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from annotated import environment
from exports import cpu, made_up, peak

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
    print(environment(["typst", *(name for name in PEERS if _is_installed(name))]))
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
            start = cpu()
            pages = work(out)
            answers.put((cpu() - start, peak(), pages, out.stat().st_size / 1e6))

    process = context.Process(target=run)
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"exit code {process.exitcode}")
    found: tuple[float, float, int, float] = answers.get()
    return found


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


PEERS: dict[str, Callable[[Book, Path], int]] = {"weasyprint": weasyprint, "reportlab": reportlab}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
