"""An entry as text: what a translator reads first comes first, in eighty columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.lookup import KINDS
from vnru_terms.model import (
    Collocation,
    ConceptEntry,
    Context,
    Definition,
    Gender,
    LanguageSection,
    Number,
    Reason,
    Status,
    Termbase,
    TermEntry,
    TermType,
    Usage,
    Validity,
)
from vnru_terms.quick.answer import is_in_force
from vnru_terms.quick.entry_text import Page, render_entry, render_row
from vnru_terms.store.entry_json import entry_to_json
from vnru_terms.text.columns import display_width

MARKS = {code: dict(record.marks) for code, record in LANGUAGES.items()}

FULL = ConceptEntry(
    id="full",
    subject_field="talks",
    distinguish="what tells it from its homonym",
    valid=Validity("2008", "2025-02-28", "next"),
    trap="a known mistake",
    related=("next",),
    note="a remark",
    languages=(
        LanguageSection(
            "vi",
            (
                TermEntry(
                    "hội đàm",
                    context=Context("một câu có hội đàm " * 8 + "kết thúc", "seeds/a.txt:1"),
                    collocations=(Collocation("tiến hành hội đàm", "hold talks", "провести"),),
                ),
                TermEntry("HĐ", Status.ADMITTED, TermType.ABBREVIATION),
            ),
            Definition("một định nghĩa", "Luật"),
        ),
        LanguageSection("en", (TermEntry("talks", number=Number.PLURAL),)),
        LanguageSection(
            "ru",
            (
                TermEntry(
                    "беседа",
                    gender=Gender.FEMININE,
                    government="с + твор.",
                    usage=(Usage.RU_SIDE,),
                    source=("https://example.org/" + "x" * 90,),
                ),
                TermEntry("разговор", Status.DEPRECATED, reason=Reason.CALQUE),
            ),
        ),
    ),
)


def page(language: str = "vi", position: int = 0, **options: Any) -> Page:
    """The page of the full entry, found by one of its terms."""
    given = {"kind": "exact", "languages": ("vi", "en", "ru"), "entry": FULL, **options}
    return Page(
        entry_to_json(given.pop("entry")),
        language=language,
        position=position,
        heads={"next": "hội nghị"},
        subject="Talks",
        marks=MARKS,
        **given,
    )


def in_order(lines: list[str], expected: list[str]) -> None:
    """Each of the expected pieces stands in the text, one after the other."""
    text = "\n".join(lines)
    at = 0
    for piece in expected:
        assert piece in text[at:], f"{piece!r} is not in what follows:\n{text[at:]}"
        at += text[at:].index(piece) + len(piece)


def test_an_entry_reads_in_the_translators_order() -> None:
    """Equivalents, distinction, trap, collocations, variants, context, definition, evidence."""
    lines = render_entry(page())
    expected = [
        "hội đàm", "Talks",
        "from 2008, to 2025-02-28, now: hội nghị",
        "en  talks, pl.",
        "ru  беседа, ж. (с + твор.) (Russian side)",
        "(what tells it",
        "Trap: a known mistake",
        "tiến hành hội đàm — hold talks — провести",
        "vi  also: HĐ (abbreviation)",
        "ru  do not use: разговор (calque)",
        "Context (vi): “một câu", "[seeds/a.txt:1]",
        "Definition (vi): một định nghĩa [Luật]",
        "See also: hội nghị",
        "Note: a remark",
        "full · attested: ru · partly: vi · unsourced: en",
    ]  # fmt: skip
    in_order(lines, expected)
    assert "Found:" not in "\n".join(lines)


def test_homonyms_are_told_apart_before_the_equivalents() -> None:
    """Where the answer holds another concept of that name, the distinction comes first."""
    in_order(render_entry(page(homonyms=True)), ["(what tells it", "en  talks", "Trap:"])


def test_the_head_is_in_the_language_that_was_asked() -> None:
    """Asked in Russian, the Russian term is the head, with its grammar."""
    in_order(render_entry(page("ru")), ["беседа, ж. (с + твор.)", "vi  hội đàm", "en  talks"])


def test_a_deprecated_hit_says_what_to_use() -> None:
    """The head is the term to be used; then the wording that was typed is turned down."""
    lines = render_entry(page("ru", 1))
    assert lines[0].startswith("беседа, ж.")
    assert lines[1].strip() == "! “разговор” is not to be used. Use: беседа"


def test_why_it_was_found_is_said_when_not_exact() -> None:
    """The term that matched is named where it is not the head, with the reason."""
    assert render_entry(page("ru", kind="lemma"))[1].strip() == "Found: another form of it"
    lines = render_entry(page("vi", 1, kind="folded"))
    assert lines[1].strip() == "Found: HĐ (the same but for diacritics)"
    part = render_entry(page(part="hội đàm"))
    assert part[1].strip() == "Found: “hội đàm” in the query"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "exact"])
def test_every_kind_of_match_has_its_reason(kind: str) -> None:
    """No row is without its why."""
    assert "Found:" in "\n".join(render_entry(page(kind=kind)))


@pytest.mark.parametrize(
    ("side", "first"), [("vn", "Восточное море"), ("ru", "Южно-Китайское море"), (None, "")]
)
def test_a_side_chooses_the_equivalent(side: str | None, first: str) -> None:
    """Biển Đông is another sea in the mouth of each side; neither is deprecated."""
    terms = (
        TermEntry("Южно-Китайское море", usage=(Usage.RU_SIDE,)),
        TermEntry("Восточное море", usage=(Usage.VN_SIDE,)),
    )
    sections = (LanguageSection("vi", (TermEntry("Biển Đông"),)), LanguageSection("ru", terms))
    entry = replace(FULL, languages=sections)
    line = next(li for li in render_entry(page(entry=entry, side=side)) if li.startswith("  ru"))
    assert line.startswith(f"  ru  {first}")


@pytest.mark.parametrize(
    ("valid", "on", "expected"),
    [
        (None, "2024-01-01", True),
        ({"from_": "2025-03-01"}, "2025-02-28", False),
        ({"from_": "2025-03-01"}, "2025-03-01", True),
        ({"from_": "2025-03-01"}, "2025", True),
        ({"to": "2025-02"}, "2025-02-28", True),
        ({"to": "2025-02"}, "2025-03-01", False),
        ({"to": "2025-02"}, "2025", True),
        ({"from_": "1922-12-30", "to": "1991-12-26"}, "1992", False),
        ({"from_": "1922-12-30", "to": "1991-12-26"}, "1991-12-26", True),
    ],
)
def test_what_was_in_force(valid: dict[str, str] | None, on: str, expected: bool) -> None:
    """Both ends count; a month or a year is any day of it."""
    assert is_in_force(valid, on) is expected


def test_a_concept_not_in_force_says_so() -> None:
    """With its dates and its successor."""
    lines = render_entry(page(in_force=False, on="2026"))
    in_order(lines, ["now: hội nghị", "! Not in force on 2026.", "en  talks"])


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_lines_keep_to_the_width(width: int) -> None:
    """Only one unbreakable word may be wider than the terminal; what goes on is indented."""
    for lines in (render_entry(page(width=width)), render_row(page(width=width))):
        for line in lines:
            assert display_width(line) <= width or " " not in line.strip().split(": ")[-1], line
    context = [*map(str.strip, lines := render_entry(page(width=width)))]
    at = next(i for i, line in enumerate(context) if line.startswith("Context"))
    assert lines[at + 1].startswith("      ")


def test_the_real_glossary_keeps_to_eighty_columns(termbase: Termbase) -> None:
    """Only a line of one unbreakable word, an address or a long id, may stick out."""
    for entry in termbase.entries:
        code, _term = next(entry.all_terms())
        for line in render_entry(page(code, entry=entry, kind="words")):
            plain = line.strip()
            assert display_width(line) <= 80 or " " not in plain.split(": ")[-1], plain


def test_bold_and_dim_only_where_they_are_shown() -> None:
    """Without colour there is no escape; with it the text is the same."""
    plain, bright = render_entry(page()), render_entry(page(colour=True))
    assert "\x1b" not in "".join(plain)
    assert "\x1b[1m" in bright[0]
    bare = list(bright)
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m"):
        bare = [line.replace(code, "") for line in bare]
    assert bare == plain


def test_a_row_names_the_head_and_its_equivalents() -> None:
    """One line: the head, what matched where that is another term, the first equivalents."""
    assert render_row(page("vi", 1)) == ["  hội đàm (HĐ) — talks — беседа"]
    assert render_row(page("ru", 1)) == ["  беседа ← not to be used: разговор — hội đàm — talks"]


def test_one_context_in_each_language() -> None:
    """A pair of contexts shows how the equivalent stands; more would bury the rest."""
    vi = tuple(TermEntry(t, context=Context(f"câu {t}")) for t in ("một", "hai"))
    ru = (TermEntry("раз", context=Context("фраза раз")),)
    entry = replace(FULL, languages=(LanguageSection("vi", vi), LanguageSection("ru", ru)))
    text = "\n".join(render_entry(page(entry=entry)))
    assert "câu một" in text and "фраза раз" in text and "câu hai" not in text
