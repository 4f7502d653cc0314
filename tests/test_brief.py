"""The interpreter's page: offices and names first, then the terms in the text's order."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from vnru_terms.matching.annotation import Annotation, marks_of
from vnru_terms.matching.brief import Brief, brief_of
from vnru_terms.matching.brief_page import brief_data, render_brief_html, render_brief_text, spoken
from vnru_terms.matching.matcher import Matcher, find_occurrences
from vnru_terms.model import (
    ConceptEntry,
    Gender,
    Kind,
    LanguageSection,
    Number,
    Status,
    Termbase,
    TermEntry,
    Usage,
)

TEXT = (
    "Tuyên bố chung được ký. Bộ trưởng Ngoại giao hội đàm với Tô Lâm. "
    "Tuyên bố chung nói về Biển Đông. Họ thăm."
)


def concept(id: str, kind: Kind, vi: str, *ru: TermEntry, **more: str) -> ConceptEntry:
    sections = (LanguageSection("vi", (TermEntry(vi),)), LanguageSection("ru", ru))
    return ConceptEntry(id, "names" if kind is Kind.NAME else "f", sections, kind=kind, **more)


ENTRIES = (
    concept("statement", Kind.DOCUMENT, "Tuyên bố chung",
            TermEntry("совместное заявление", gender=Gender.NEUTER)),
    concept("minister", Kind.TITLE, "Bộ trưởng Ngoại giao",
            TermEntry("министр иностранных дел", gender=Gender.MASCULINE), trap="trap; second"),
    concept("talks", Kind.TERM, "hội đàm",
            TermEntry("переговоры", number=Number.PLURAL, government="с + тв.",
                      stressed="перегово\u0301ры")),
    concept("to-lam", Kind.NAME, "Tô Lâm", TermEntry("То Лам")),
    concept("sea", Kind.TERM, "Biển Đông", TermEntry("Восточное море", usage=(Usage.VN_SIDE,)),
            TermEntry("Южно-Китайское море", usage=(Usage.RU_SIDE,)),
            TermEntry("Китайское море", Status.DEPRECATED)),
    concept("visit", Kind.TERM, "thăm", TermEntry("посетить")),
)  # fmt: skip


@pytest.fixture(scope="module")
def page() -> Brief:
    matcher = Matcher.of(Termbase(ENTRIES), ("vi",))
    by_id = {entry.id: entry for entry in ENTRIES}
    marks = marks_of(find_occurrences(TEXT, matcher, "vi"), by_id.get)
    return brief_of(Annotation("dir/a.txt", TEXT, "vi", ("ru",), marks))


def test_offices_and_names_stand_first_then_terms_in_order(page: Brief) -> None:
    """Each once, with how often it is said; single small words are left out."""
    assert [line.concept for line in page.first] == ["minister", "to-lam"]
    assert [(line.concept, line.times) for line in page.terms] == [
        ("statement", 2), ("talks", 1), ("sea", 1),
    ]  # fmt: skip


def test_what_may_be_said_and_how(page: Brief) -> None:
    """Stress, gender, number, government, side; nothing deprecated."""
    text = render_brief_text(page)
    assert "перегово\u0301ры (мн., с + тв.)" in text
    assert "совместное заявление (с.)" in text and "×2" in text
    assert "Восточное море (the Vietnamese side) · Южно-Китайское море (the Russian side)" in text
    assert "  Китайское море" not in text and "! trap\n" in text


def test_a_term_without_grammar_has_no_brackets() -> None:
    """As it is."""
    assert spoken(TermEntry("То Лам"), "ru") == "То Лам"


def test_the_page_is_whole_and_escaped() -> None:
    """No address, no script, mark-up of the document harmless."""
    sections = (LanguageSection("vi", (TermEntry("a <b> c"),)),
                LanguageSection("ru", (TermEntry("<script>"),)))  # fmt: skip
    entry = ConceptEntry("x", "f", sections)
    matcher = Matcher.of(Termbase((entry,)), ("vi",))
    marks = marks_of(find_occurrences("a <b> c", matcher, "vi"), {"x": entry}.get)
    html = render_brief_html(brief_of(Annotation("<i>", "a <b> c", "vi", ("ru",), marks)))
    assert "<script>" not in html and "&lt;script&gt;" in html and "&lt;i&gt;" in html
    assert not re.search(r"(?:src|href)=|url\(|@import", html)


def test_data_are_plain_values(page: Brief) -> None:
    """What the typesetter and JSON get."""
    data = json.loads(json.dumps(brief_data(page)))
    assert [part["heading"] for part in data["parts"]] == [
        "Offices and names", "Terms in the order of the text",
    ]  # fmt: skip
    assert data["title"].endswith("a.txt") and data["source"] == "vi"


class TestCommand:
    @pytest.fixture
    def files(self, tmp_path: Path) -> tuple[Path, Path]:
        home = tmp_path / "glossary" / "talks"
        home.mkdir(parents=True)
        (home / "talks.yaml").write_text(
            "id: talks\nlanguages:\n  vi:\n    terms:\n    - term: hội đàm\n"
            "      status: preferred\n  ru:\n    terms:\n    - term: переговоры\n"
            "      status: preferred\n",
            encoding="utf-8",
        )
        text = tmp_path / "a.txt"
        text.write_text("Hai bên hội đàm.\n", encoding="utf-8")
        return tmp_path / "glossary", text

    def test_text_json_and_html(self, run, files: tuple[Path, Path], tmp_path: Path) -> None:
        """On stdout, or in a file whose suffix says how."""
        glossary, text = files
        result = run("--glossary", glossary, "brief", text)
        assert result.exit_code == 0 and "переговоры" in result.stdout
        data = json.loads(run("--glossary", glossary, "brief", text, "--json").stdout)
        assert data["parts"][0]["lines"][0]["concept"] == "talks"
        out = tmp_path / "b.html"
        assert run("--glossary", glossary, "brief", text, "--out", out).exit_code == 0
        assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")

    def test_pdf(self, run, files: tuple[Path, Path], tmp_path: Path) -> None:
        """Set by the book's engine; the same document gives the same bytes."""
        out = [tmp_path / name for name in ("a.pdf", "b.pdf")]
        for path in out:
            assert run("--glossary", files[0], "brief", files[1], "--out", path).exit_code == 0
        first, second = (path.read_bytes() for path in out)
        assert first.startswith(b"%PDF-") and first == second

    def test_nothing_found_is_exit_1(self, run, files: tuple[Path, Path]) -> None:
        """And said."""
        files[1].write_text("Không có gì.\n", encoding="utf-8")
        result = run("--glossary", files[0], "brief", files[1])
        assert result.exit_code == 1 and "No term" in result.stderr

    def test_a_pdf_wants_a_file(self, run, files: tuple[Path, Path]) -> None:
        """Bytes are not poured on a terminal."""
        assert run("--glossary", files[0], "brief", files[1], "--format", "pdf").exit_code == 2
