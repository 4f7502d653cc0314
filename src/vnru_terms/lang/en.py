"""English: keys and dictionary order."""

from __future__ import annotations

from vnru_terms.lang.keys import exact_key, folded_key, no_lemma, unbound
from vnru_terms.lang.language import Language


def sort_key(text: str) -> tuple[object, ...]:
    """Word by word, case and diacritics ignored at first; a hyphen counts as a space."""
    folded = folded_key(text).replace("-", " ")
    return (tuple(folded.split()), exact_key(text).swapcase())


def section(text: str) -> str:
    """The heading letter, or `#`."""
    first = folded_key(text)[:1].upper()
    return first if "A" <= first <= "Z" else "#"


ENGLISH = Language(
    code="en",
    endonym="English",
    plural_forms="nplurals=2; plural=(n != 1);",
    fold=folded_key,
    lemma_key=no_lemma,
    sort_key=sort_key,
    section=section,
    bind=unbound,
)
