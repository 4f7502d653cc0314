"""A small home for the tests of the desk: glossary, article, worklist."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from vnru_terms.model import Candidate, Kind, KwicLine
from vnru_terms.store.worklist import read_worklist, write_worklist
from vnru_terms.workflow import review
from vnru_terms.workflow.review import Desk

ARTICLE = (
    "Hai bên nhất trí thúc đẩy hợp tác quốc phòng. Thủ tướng dự lễ.\n"
    "Các bên ký thỏa thuận hợp tác quốc phòng song phương, hợp tác du lịch và hợp tác biển.\n"
)
TERMS = (
    "hợp tác quốc phòng", "hợp tác du lịch", "hợp tác biển", "thỏa thuận", "lễ", "hai bên",
    "song phương", "dự lễ", "nhất trí", "thúc đẩy", "ký", "bên",
)  # fmt: skip


def candidate(term: str, article: str = ARTICLE, variants: tuple[str, ...] = ()) -> Candidate:
    """A candidate with a concordance of the article."""
    lines = []
    for number, line in enumerate(article.splitlines(), 1):
        at = line.find(term)
        if at >= 0:
            left, right = line[:at], line[at + len(term) :]
            lines.append(KwicLine("articles/a.txt", number, left, term, right))
    return Candidate(term, Kind.TERM, 5.0, len(lines), 1, variants, tuple(lines))


def review_home(tmp_path: Path, root: Path) -> Path:
    """A small glossary with two concepts, an article, and a worklist of twelve candidates."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    glossary = tmp_path / "glossary"
    for name in ("talks-and-conferences/talks", "bilateral-relations/cooperation"):
        (glossary / name).parent.mkdir(parents=True)
        id = name.split("/")[1]
        text = (
            f"id: {id}\n# by hand\nlanguages:\n  vi:\n    terms:\n"
            f"    - term: {'hội đàm' if id == 'talks' else 'hợp tác'}\n"
            "      status: preferred\n      part_of_speech: noun\n"
        )
        (glossary / f"{name}.yaml").write_text(text, encoding="utf-8")
    shutil.copy(root / "glossary" / "glossary.yaml", glossary)
    write_worklist(tmp_path / "build" / "candidates.jsonl", map(candidate, TERMS))
    return tmp_path


def opened(home: Path) -> Desk:
    worklist, findings = read_worklist(home / "build" / "candidates.jsonl")
    desk, problems = review.open_desk(home / "glossary", worklist, "Lan")
    assert findings == problems == []
    return desk


def files(home: Path) -> dict[str, bytes]:
    glossary = home / "glossary"
    return {
        p.relative_to(glossary).as_posix(): p.read_bytes()
        for p in glossary.rglob("*")
        if p.is_file()
    }


def filled(desk: Desk, **values: str):
    """The form of the current candidate with English and Russian in it."""
    draft = review.new_draft(desk, desk.session.current)
    known = {"en": "defence cooperation", "ru": "оборонное сотрудничество", "gender": "neuter"}
    known |= {"id": "defence-cooperation"}
    return replace(draft, **{**known, **values})
