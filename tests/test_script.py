"""Which language a note is in, and which each stretch of it is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.lang.script import language_runs, main_language
from vnru_terms.model import Termbase

# The stretches of a note behind the code of their language, in order.
RUNS = {
    "of documents: комплексный план": "en of documents: |ru комплексный план",
    "hội nghị cấp cao is саммит": "vi hội nghị cấp cao |en is |ru саммит",
    "bà con of the family": "vi bà con |en of the family",
    "not in hội đàm, but in cuộc gặp": "en not in |vi hội đàm, |en but in |vi cuộc gặp",
    "the visit of Putin": "en the visit of Putin",
    "Tổng thống Putin thăm Việt Nam": "vi Tổng thống Putin thăm Việt Nam",
    "nhất trí cho rằng": "vi nhất trí cho rằng",
    "1870–1924.": "en 1870–1924.",
}
LANGUAGES_OF_NOTES = {
    "посол во Вьетнаме, not в Вьетнаме": "en",
    "na Кубе, with на": "en",
    "viếng is почтить память, отдать последнюю дань уважения": "en",
    "as a sector": "en",
    "disapproving": "en",
    "в тексте соглашения — head of state, а не глава государства": "ru",
    "о сделках": "ru",
    "научная конференция": "ru",
    "không dùng khi nói về hội đàm": "vi",
    "tùy viên quân sự": "vi",
    "1870–1924.": "",
    "": "",
}


@pytest.mark.parametrize(("note", "runs"), RUNS.items())
def test_a_note_is_cut_where_its_language_changes(note: str, runs: str) -> None:
    """Quoted Vietnamese has words without marks too; foreign names do not break it."""
    assert "|".join(f"{code} {text}" for code, text in language_runs(note)) == runs


@pytest.mark.parametrize(("note", "language"), LANGUAGES_OF_NOTES.items())
def test_a_note_is_in_the_language_that_frames_what_it_quotes(note: str, language: str) -> None:
    """However long the quotation is."""
    assert main_language(note) == language


@given(st.text(alphabet="aôđ тé ,-.()x1\n", max_size=30))
def test_stretches_give_the_text(text: str) -> None:
    """Joined, and no two neighbours that are cut apart within one script are of one language."""
    assert "".join(piece for _code, piece in language_runs(text)) == text


def test_notes_of_the_glossary_are_mostly_english(termbase: Termbase) -> None:
    """Their framing is, whatever they quote; a note that is a bare term is in its language."""
    notes = [entry.distinguish for entry in termbase.entries if entry.distinguish]
    english = sum(main_language(note) == "en" for note in notes)
    assert len(notes) > 300
    assert english > 0.95 * len(notes)
