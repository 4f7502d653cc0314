"""What users see, kept word for word; `make golden` refreshes, a person reads the diff.

Each file in `tests/data/golden` begins with its command line; the rest is what it prints. The
small glossary there stands still while the real one grows.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"
GOLDEN = sorted((DATA / "golden").glob("*.txt"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_output_is_as_it_was_read(path: Path, run, monkeypatch) -> None:
    """The command line prints just this."""
    line, expected = path.read_text(encoding="utf-8").split("\n", 1)
    monkeypatch.chdir(DATA / "small")
    result = run(*shlex.split(line.removeprefix("$ vnru-terms ")))
    printed = result.output
    if os.environ.get("VNRU_TERMS_GOLDEN") == "write":
        path.write_text(f"{line}\n{printed}", encoding="utf-8", newline="\n")
    assert printed == expected or os.environ.get("VNRU_TERMS_GOLDEN") == "write"


def test_there_are_golden_files() -> None:
    """An empty folder proves nothing."""
    assert len(GOLDEN) >= 10
