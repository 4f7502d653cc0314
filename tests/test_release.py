"""The folder that translators are given: complete, always the same, and nobody's work is lost."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnru_terms.findings import UnwritableOutputError, VnruTermsError
from vnru_terms.formats import FORMATS
from vnru_terms.formats.guide_texts import guide
from vnru_terms.messages import INTERFACE_LANGUAGES, current_language, use_language
from vnru_terms.store.locate import Located
from vnru_terms.workflow import release as module
from vnru_terms.workflow.release import LAYOUTS, Layout, Released, release

PROGRAMS = (
    "OmegaT", "memoQ", "Trados", "MultiTerm", "Smartcat", "Matecat", "Weblate", "Phrase", "Poedit",
    "gettext", "Lokalize", "Virtaal", "DeepL", "Lingvo", "GoldenDict", "StarDict", "KOReader",
    "Anki", "Excel", "LibreOffice",
)  # fmt: skip


def programs_in(text: str) -> set[str]:
    """The programs that a text names."""
    return {program for program in PROGRAMS if program in text}


SETTINGS = """format: '1'
title:
  vi: Thuật ngữ <b>
  en: Glossary <b>
  ru: Глоссарий <b>
edition: '7'
date: '2026-01-31'
licence: CC BY 4.0
subject_fields:
- slug: visits
  label: {vi: thăm, en: visits, ru: визиты}
"""
VISIT = """id: visit
languages:
  vi:
    terms:
    - term: chuyến thăm
      status: preferred
      part_of_speech: noun
  en:
    terms:
    - term: visit
      status: preferred
      part_of_speech: noun
  ru:
    terms:
    - term: визит
      status: preferred
      part_of_speech: noun
      gender: masculine
    - term: вояж
      status: deprecated
      reason: calque
"""


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Located:
    """One concept."""
    folder = tmp_path_factory.mktemp("home") / "glossary"
    (folder / "visits").mkdir(parents=True)
    (folder / "glossary.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "visits" / "visit.yaml").write_text(VISIT, encoding="utf-8")
    (folder.parent / "LICENSE-GLOSSARY.md").write_text("CC BY 4.0\n", encoding="utf-8")
    return Located(folder, "test")


@pytest.fixture(scope="module")
def made(glossary: Located, tmp_path_factory: pytest.TempPathFactory) -> Released:
    """A release of it."""
    return release(glossary, tmp_path_factory.mktemp("dist"), tell=str)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


def test_every_format_is_there_in_every_direction(made: Released) -> None:
    """Six pairs, three sources, three readers, or one file with all languages."""
    numbers = {Layout.PAIRS: 6, Layout.SOURCES: 3, Layout.READERS: 3, Layout.WHOLE: 1}
    assert set(LAYOUTS) == set(FORMATS)
    for name, format in FORMATS.items():
        files = [f for f in made.files if f.startswith(f"{name}/") and f.endswith(format.suffix)]
        extra = name == "json"
        assert len(files) == sum(numbers[layout] for layout in LAYOUTS[name]) + extra, name
    assert made.folder.name == "vnru-terms-glossary-2026-01-31"
    assert {"LICENSE.txt", "SHA256SUMS.txt", "vnru-terms-glossary.pdf"} <= set(made.files)


def test_the_sums_are_those_of_the_files(made: Released) -> None:
    """Of all but the list itself."""
    lines = (made.folder / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert set(sums) == set(made.files) - {"SHA256SUMS.txt"}
    for name, digest in sums.items():
        assert hashlib.sha256((made.folder / name).read_bytes()).hexdigest() == digest


def test_again_is_the_same_bytes(made: Released, glossary: Located, tmp_path: Path) -> None:
    """Whatever language the maintainer's program speaks, which it goes on speaking."""
    use_language("ru")
    try:
        again = release(glossary, tmp_path, tell=str)
        assert current_language() == "ru"
    finally:
        use_language("en")
    assert contents(again.folder) == contents(made.folder)
    assert [p.name for p in tmp_path.iterdir()] == [again.folder.name]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_guide_names_every_file_and_what_it_leaves_out(made: Released, language: str) -> None:
    """Links that lead somewhere; the losses are the formats' own words; titles are text."""
    text = (made.folder / f"README.{language}.html").read_text(encoding="utf-8")
    links = set(re.findall(r'href="([^"#]+)"', text))
    assert links <= set(made.files)
    assert {f for f in made.files if "/" in f} - links == {"json/glossary.schema.json"}
    assert "vnru-terms-glossary.pdf" in links
    anchors = set(re.findall(r'href="#([^"]+)"', text))
    assert anchors <= set(re.findall(r'id="([^"]+)"', text))
    assert "<b>" not in text.split("</head>")[0] and "&lt;b&gt;" in text
    use_language(language)
    for format in FORMATS.values():
        assert format.lost() in text.replace("&#x27;", "'"), format.name
    use_language("en")
    assert "вояж (ru)" in text


def test_the_guides_say_the_same() -> None:
    """The same texts, formats and numbers of steps in every language; every format has steps."""
    first = guide("en")
    assert set(first.formats) == set(FORMATS) and all(s.steps for s in first.formats.values())
    for other in map(guide, INTERFACE_LANGUAGES):
        assert list(other.texts) == list(first.texts)
        assert list(other.formats) == list(first.formats)
        for name, steps in other.formats.items():
            assert len(steps.steps) == len(first.formats[name].steps), name
            marks = [set(re.findall("`([^`]+)`", " ".join(s.steps))) for s in
                     (steps, first.formats[name])]  # fmt: skip
            assert name == "mo" or marks[0] == marks[1], name


@pytest.mark.parametrize("name", ["xlsx/glossary.ru.xlsx", "notes.txt"])
def test_what_somebody_added_or_changed_is_not_replaced(
    glossary: Located, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook that was filled in, a note of the user's own; a whole release gives way."""
    monkeypatch.setattr(module, "FORMATS", {"json": FORMATS["json"]})
    first = release(glossary, tmp_path, book=False, tell=str)
    assert release(glossary, tmp_path, book=False, tell=str).files == first.files
    path = first.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UnwritableOutputError, match=re.escape(name)):
        release(glossary, tmp_path, book=False, tell=str)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_failure_leaves_the_old_release(
    glossary: Located, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing half made beside it."""
    monkeypatch.setattr(module, "FORMATS", {"json": FORMATS["json"]})
    first = release(glossary, tmp_path, book=False, tell=str)
    before = contents(first.folder)

    def full(*_arguments: object) -> Iterator[str]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "guide_page", full)
    with pytest.raises(UnwritableOutputError, match="the disk is full"):
        release(glossary, tmp_path, book=False, tell=str)
    assert contents(first.folder) == before
    assert list(tmp_path.iterdir()) == [first.folder]


@pytest.mark.parametrize("date", ["", "date: ''", "date: soon"])
def test_an_edition_without_a_date_is_refused(tmp_path: Path, date: str) -> None:
    """The folder is named after it."""
    folder = tmp_path / "glossary"
    folder.mkdir()
    text = SETTINGS.replace("date: '2026-01-31'", date)
    (folder / "glossary.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(VnruTermsError):
        release(Located(folder, "test"), tmp_path / "dist", book=False, tell=str)
    assert not (tmp_path / "dist").exists()


def test_the_command_says_where_it_is(run, glossary: Located, tmp_path: Path) -> None:
    """`export --all`; what goes with one format only is refused."""
    done = run("--glossary", glossary.folder, "export", "--all", "--to", "ru", "--out", tmp_path)
    assert done.exit_code == 2 and "--all" in done.stderr
    done = run("--glossary", glossary.folder, "export", "po", "--no-book")
    assert done.exit_code == 2 and "--all" in done.stderr
    done = run("--glossary", glossary.folder, "export", "--all", "--no-book", "--out", tmp_path)
    assert done.exit_code == 0
    assert done.stdout.strip().endswith("vnru-terms-glossary-2026-01-31")
    assert not list(tmp_path.rglob("*.pdf"))
    pages = [p.read_text(encoding="utf-8") for p in tmp_path.rglob("README.*.html")]
    assert len(pages) == 3 and not any('href="vnru-terms-glossary.pdf"' in page for page in pages)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_the_guide_and_the_list_name_the_same_programs(
    name: str, language: str, root: Path
) -> None:
    """`export --list`, the guide of a release and the page for translators agree."""
    wanted = programs_in(FORMATS[name].client)
    assert programs_in(guide(language).formats[name].programs) == wanted
    page = (root / "docs" / "how-to" / "export-to-your-tool.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if f"| `{name}` |" in line]
    assert all(programs_in(row) == wanted for row in rows)
