"""What the program knows of its languages: one frozen record each, in one table."""

from __future__ import annotations

from vnru_terms.lang.en import ENGLISH
from vnru_terms.lang.language import Language
from vnru_terms.lang.ru import RUSSIAN
from vnru_terms.lang.vi import VIETNAMESE

LANGUAGES: dict[str, Language] = {
    language.code: language for language in (VIETNAMESE, ENGLISH, RUSSIAN)
}

__all__ = ["LANGUAGES", "Language"]
