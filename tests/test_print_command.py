"""`print` as a command: what it refuses, and what it says of what it made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

DATA = Path(__file__).parent / "data" / "print" / "glossary"


def test_two_subject_fields_are_refused(run: Callable[..., Result], tmp_path: Path) -> None:
    """The last one would have been printed without a word."""
    out = tmp_path / "b.pdf"
    fields = ("--subject", "talks-and-conferences", "--subject", "state-and-parliament")
    result = run("--glossary", str(DATA), "print", *fields, "--out", str(out))
    assert result.exit_code == 2
    assert "one --subject" in result.stderr
    assert not out.exists()


def test_a_booklet_of_a4_pages_needs_a3(run: Callable[..., Result], tmp_path: Path) -> None:
    """Whoever has no such printer hears it; the paper's name is understood in capitals, too."""
    field = ("--subject", "talks-and-conferences", "--paper", "A4")
    out = str(tmp_path / "b.pdf")
    result = run("--glossary", str(DATA), "print", *field, "--booklet", "--out", out)
    assert result.exit_code == 0
    assert " of A3; print on both sides" in result.stderr
