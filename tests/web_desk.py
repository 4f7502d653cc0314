"""A small glossary with a worklist for the tests of the web desk, and the desk as a server."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import review_home

from vnru_terms.model import Candidate
from vnru_terms.store.worklist import write_worklist

ARTICLE = (
    "Hai bên nhất trí thúc đẩy hợp tác quốc phòng. Thủ tướng dự lễ.\n"
    "Các bên ký thỏa thuận hợp tác quốc phòng song phương, hợp tác du lịch và hợp tác biển.\n"
    "Thẻ <script>document.title='x'</script> & <b>hợp tác</b> được thoát.\n"
)
EVIL = "<script>document.title='x'</script>"
TERMS = (
    "hợp tác quốc phòng", "hợp tác du lịch", "hợp tác biển", "thỏa thuận", "lễ", "hai bên",
    "song phương", "dự lễ", "nhất trí", "thúc đẩy", "ký", EVIL,
)  # fmt: skip
CONCEPTS = {
    "talks-and-conferences/talks": ("hội đàm", "talks", "переговоры", "      number: plural\n"),
    "bilateral-relations/cooperation": (
        "hợp tác", "cooperation", "сотрудничество", "      gender: neuter\n",
    ),
}  # fmt: skip


def candidate(term: str) -> Candidate:
    """A candidate with a concordance of the article."""
    return review_home.candidate(term, ARTICLE, (term.upper(),))


def make_home(home: Path, root: Path) -> Path:
    """Two concepts, one with a comment of its curator's, an article, a worklist of twelve."""
    (home / "articles").mkdir()
    (home / "articles" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for name, (vi, en, ru, more) in CONCEPTS.items():
        path = home / "glossary" / f"{name}.yaml"
        path.parent.mkdir(parents=True)
        comment = "# by hand\n" if "talks" in name else ""
        text = f"id: {path.stem}\nkind: term\n{comment}languages:\n"
        for code, term, extra in (("vi", vi, ""), ("en", en, ""), ("ru", ru, more)):
            text += (
                f"  {code}:\n    terms:\n    - term: {term}\n"
                f"      status: preferred\n      part_of_speech: noun\n{extra}"
            )
        path.write_text(text, encoding="utf-8")
    shutil.copy(root / "glossary" / "glossary.yaml", home / "glossary")
    write_worklist(home / "build" / "candidates.jsonl", map(candidate, TERMS))
    return home


@contextmanager
def serving(home: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The desk as a user starts it; gives its address and the process."""
    command = [sys.executable, "-m", "vnru_terms", "--ui", "en", "review", "--web", "--no-browser"]
    process = subprocess.Popen(
        [*command, "--by", "Lan", *options], cwd=home, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stderr is not None
    try:
        seen = ""
        for line in process.stderr:
            seen += line
            found = re.search(r"http://127\.0\.0\.1:\d+/\S+", line)
            if found:
                yield found[0], process
                break
        else:
            raise AssertionError(f"the desk did not start: {seen}")
    finally:
        process.kill()
        process.wait()
        process.stderr.close()
