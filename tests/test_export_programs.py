"""Programs of the system take our exports, work on them, and lose nothing that the format carries.

gettext's own tools, Translate Toolkit's converters, LibreOffice. Its copies of the workbook and of
the table come home through the import and change nothing.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
import polib
import pytest
from import_home import import_sheet
from test_export_clients import files

from vnru_terms.formats.pairs import pairs_of
from vnru_terms.model import Termbase
from vnru_terms.store.glossary import read_glossary
from vnru_terms.workflow.export import select

Catalogue = dict[tuple[str, str], str]


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Path:
    """The Russian catalogue that stands in git."""
    return root / "locale" / "ru" / "LC_MESSAGES" / "glossary.po"


def messages(data: bytes | str) -> Catalogue:
    """The translated messages of a catalogue by context and source; none is fuzzy."""
    found = polib.pofile(data if isinstance(data, str) else data.decode())
    assert not [m for m in found if m.fuzzy]
    return {(m.msgctxt, m.msgid): m.msgstr for m in found if m.msgstr and not m.obsolete}


def called(*command: object) -> bytes:
    done = subprocess.run([str(c) for c in command], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.client("msgcat")
def test_msgcat_writes_the_same_messages(catalogue: Path) -> None:
    """Sorted and wrapped anew: no message, comment or place is lost."""
    written = called("msgcat", "--sort-output", catalogue).decode()
    assert messages(written) == messages(catalogue.read_bytes())

    def told(text: str) -> dict[str, tuple[object, ...]]:
        found = polib.pofile(text)
        return {m.msgctxt: (m.comment, m.occurrences, m.flags) for m in found}

    assert told(written) == told(catalogue.read_text(encoding="utf-8"))


@pytest.mark.client("msgmerge")
def test_msgmerge_keeps_every_preferred_pair(catalogue: Path, root: Path) -> None:
    """The catalogue brought up to date with the template: nothing is guessed, nothing is open."""
    template = root / "locale" / "glossary.pot"
    merged = messages(called("msgmerge", "--quiet", catalogue, template))
    ours = messages(catalogue.read_bytes())
    assert set(merged) == set(messages_to_translate(template))
    assert merged == {key: text for key, text in ours.items() if key in merged}


def messages_to_translate(template: Path) -> list[tuple[str, str]]:
    return [(m.msgctxt, m.msgid) for m in polib.pofile(str(template))]


@pytest.mark.client("msgattrib")
@pytest.mark.parametrize("asked", ["--untranslated", "--only-fuzzy", "--only-obsolete"])
def test_msgattrib_finds_nothing_to_do(catalogue: Path, asked: str) -> None:
    """Every message is translated and sure."""
    assert called("msgattrib", asked, catalogue) == b""


@pytest.mark.client("msgunfmt")
def test_msgunfmt_reads_the_compiled_catalogue(
    termbase: Termbase, catalogue: Path, tmp_path: Path
) -> None:
    """The same messages as in the catalogue, and the same head."""
    [path] = files(select(termbase, targets=("ru",)), "mo", tmp_path)
    assert messages(called("msgunfmt", path)) == messages(catalogue.read_bytes())
    head = polib.pofile(str(catalogue)).metadata
    assert polib.mofile(str(path)).metadata == head


def test_tbx2po_gives_the_preferred_pairs(termbase: Termbase, tmp_path: Path) -> None:
    """Translate Toolkit's own way from a termbase to a catalogue."""
    whole = select(termbase, targets=("ru",))
    selection = replace(whole, entries=whole.entries[::20])
    [tbx] = files(selection, "tbx", tmp_path)
    out = tmp_path / "out.po"
    options = ("--progress=none", "--source-language=vi", "-l", "ru", "-i", tbx, "-o", out)
    called(sys.executable, "-m", "translate.convert.tbx2po", *options)
    found = {(m.msgid, m.msgstr) for m in polib.pofile(str(out)) if m.msgstr}
    expected = {p[0].texts for p in (pairs_of(e, "vi", "ru") for e in selection.entries) if p}
    assert expected <= found and len(expected) > 50


def some_concepts(root: Path, folder: Path, *terms: str) -> Path:
    """Some concepts of the real glossary, and one that a spreadsheet would like to reckon with."""
    subject = "documents-and-formulas"
    (folder / subject).mkdir(parents=True)
    settings = (root / "glossary" / "glossary.yaml").read_bytes()
    (folder / "glossary.yaml").write_bytes(settings)
    for path in sorted((root / "glossary" / subject).glob("*.yaml"))[:40]:
        (folder / subject / path.name).write_bytes(path.read_bytes())
    sections = "".join(
        f"  {code}:\n    terms:\n    - term: '{text}'\n      status: preferred\n"
        for code, text in zip(("vi", "en", "ru"), terms, strict=True)
    )
    nasty = f"id: nasty\nlanguages:\n{sections}note: '0012'\n"
    (folder / subject / "nasty.yaml").write_text(nasty, encoding="utf-8")
    return folder


@pytest.mark.client("soffice")
@pytest.mark.parametrize(
    # In a table of text a formula has an apostrophe, which LibreOffice takes for a letter.
    ("format", "terms"),
    [("xlsx", ("=1+1", "1/2", "@3")), ("csv", ("1+1", "1/2", "3.4"))],
)
def test_what_libreoffice_saves_comes_home_unchanged(
    root: Path, tmp_path: Path, format: str, terms: tuple[str, ...]
) -> None:
    """Opened and saved as a workbook of its own: no term is a formula, a date or a number."""
    glossary = some_concepts(root, tmp_path / "glossary", *terms)
    [path] = files(select(read_glossary(glossary)[0]), format, tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # UTF-8, commas, quotation marks, every column as text.
    columns = "/".join(f"{i}/2" for i in range(1, 60))
    filters = [f"--infilter=CSV:44,34,76,1,{columns}"] if format == "csv" else []
    command = ["soffice", profile, "--headless", *filters, "--convert-to", "xlsx"]
    called(*command, "--outdir", tmp_path / "out", path)
    saved = tmp_path / "out" / "glossary.xlsx"
    cells = [c for s in openpyxl.load_workbook(saved) for row in s.iter_rows() for c in row]
    assert {*terms, "0012"} <= {cell.value for cell in cells}
    assert not [cell for cell in cells if cell.data_type == "f"]
    report = import_sheet(glossary, saved.read_bytes(), saved.name, write=False)
    assert report.items == () and report.counts["unchanged"] == 41
