"""build, the main job: validate ▸ mine ▸ export ▸ print, then write and tell what is where.

An unsound glossary stops it before anything is written. Whatever can be computed is computed
before the first file is replaced; the book is replaced first, then all the others together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vnru_terms.findings import Finding
from vnru_terms.formats import FORMATS
from vnru_terms.messages import _
from vnru_terms.model import Candidate, KwicLine, Termbase
from vnru_terms.printing.edition import Edition, book_file
from vnru_terms.store.articles import SEEDS, read_citations
from vnru_terms.store.atomic import write_together
from vnru_terms.store.locate import Located
from vnru_terms.store.worklist import render_worklist
from vnru_terms.workflow.export import pieces, select
from vnru_terms.workflow.mine import Mined, mine
from vnru_terms.workflow.print_book import PrintReport, print_book
from vnru_terms.workflow.validate import read_sound

CANDIDATES_FILE = "candidates.jsonl"
BOOK_FILE = book_file(Edition())
# The catalogues that stand in git; the others go to the output folder.
COMMITTED = ("po", "pot")

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What the main job made: the termbase, the mined candidates, the book, and every file."""

    termbase: Termbase
    candidates: tuple[Candidate, ...]
    articles: int
    sentences: int
    book: PrintReport
    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


def build(located: Located, out: Path, *, tell: Tell) -> Built:
    """Do the whole job on a glossary and the articles in `seeds/` beside it.

    PO catalogues go to `locale/` beside the glossary (for the bundled one below `out`), the rest
    to `out`. Raises UnsoundGlossaryError where the glossary has errors; nothing is written then.
    """
    tell(_("Reading and checking the glossary …"))
    termbase, findings = read_sound(located.folder)
    mined = _mine(located.home / SEEDS, termbase, tell)
    tell(_("Exporting …"))
    catalogues = out / "locale" if located.bundled else located.home / "locale"
    files: dict[Path, bytes | Iterator[bytes]] = {}
    if mined:
        candidates = _as_cited(mined.candidates, located.home / SEEDS)
        files[out / CANDIDATES_FILE] = render_worklist(candidates).encode()
    selection = select(termbase)
    for name, format in FORMATS.items():
        folder = catalogues if name in COMMITTED else out
        folder = folder / "locale" if format.in_locale and name not in COMMITTED else folder
        for file, data in pieces(name, selection).files.items():
            files[folder / file] = data
    tell(_("Typesetting the book …"))
    cited, problems = read_citations(located.home)
    book = print_book(termbase, out / BOOK_FILE, articles=cited)
    write_together(files)
    return Built(
        termbase=termbase,
        candidates=mined.candidates if mined else (),
        articles=mined.documents if mined else 0,
        sentences=mined.sentences if mined else 0,
        book=book,
        paths=(*files, book.path),
        findings=(*findings, *problems, *(mined.findings if mined else ())),
    )


def _as_cited(candidates: Sequence[Candidate], seeds: Path) -> list[Candidate]:
    """The candidates with their lines named as contexts cite them, wherever the job was started."""

    def cited(line: KwicLine) -> KwicLine:
        file = Path(line.file).resolve().relative_to(seeds.resolve())
        return replace(line, file=f"{SEEDS}/{file.as_posix()}")

    return [replace(c, contexts=tuple(cited(line) for line in c.contexts)) for c in candidates]


def _mine(seeds: Path, termbase: Termbase, tell: Tell) -> Mined | None:
    if not seeds.is_dir():
        return None

    def progress(done: int, of: int) -> None:
        tell(_("Mining article {done} of {of} …").format(done=done, of=of))

    tell(_("Mining …"))
    return mine([seeds], termbase, progress=progress)
