"""What the tests of suggestions share: a small termbase, rows of the test data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from click.testing import Result

from vnru_terms.model import (
    ConceptEntry,
    Kind,
    LanguageSection,
    Status,
    Termbase,
    TermEntry,
)

Run = Callable[..., Result]
DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    for line in (DATA / f"suggest_{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def concept(id: str, vi: str, en: str, ru: str, **extra: object) -> ConceptEntry:
    """A concept of preferred terms; of several, parted by a slash, the others are admitted."""
    texts = zip(("vi", "en", "ru"), (vi, en, ru), strict=True)
    sections = tuple(
        LanguageSection(
            code,
            tuple(
                TermEntry(term, Status.ADMITTED if i else Status.PREFERRED)
                for i, term in enumerate(text.split("/"))
            ),
        )
        for code, text in texts
        if text
    )
    return ConceptEntry(id, "visits", sections, **extra)  # type: ignore[arg-type]


SMALL = Termbase(
    (
        concept("cooperation", "hợp tác", "cooperation", "сотрудничество"),
        concept("dialogue", "đối thoại", "dialogue", "диалог"),
        concept("visit", "thăm/chuyến thăm", "visit", "визит"),
        concept("private-visit", "thăm cá nhân/chuyến thăm cá nhân", "private visit",
                "частный визит"),
        concept("consulate", "lãnh sự quán", "consulate", "консульство", kind=Kind.INSTITUTION),
        concept("defence", "quốc phòng", "defence", "оборона"),
        concept("trade", "thương mại", "trade", "торговля"),
        concept("minister", "bộ trưởng quốc phòng", "minister of defence", "министр обороны"),
        concept("defence-cooperation", "hợp tác quốc phòng", "defence cooperation",
                "оборонное сотрудничество"),
    )
)  # fmt: skip


def files(suffix: str = "ru") -> tuple[Path, Path]:
    """Two texts that say the same, Vietnamese and another."""
    return DATA / "suggest_parallel_vi.txt", DATA / f"suggest_parallel_{suffix}.txt"
