"""Brief: a document ▸ its terms ▸ the interpreter's page, and the page as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vnru_terms.findings import Finding
from vnru_terms.matching.brief import Brief, brief_of
from vnru_terms.matching.brief_page import brief_data
from vnru_terms.store.index_cache import Say, silent
from vnru_terms.store.locate import Located
from vnru_terms.workflow.annotate import annotate_file


def brief_file(
    located: Located,
    path: str | Path,
    *,
    from_: str | None = None,
    to: Sequence[str] = (),
    say: Say = silent,
    progress: Say = silent,
) -> tuple[Brief, tuple[Finding, ...], int]:
    """The page of a document, what was found in reading it, and the glossary's errors."""
    annotation, findings, problems = annotate_file(
        located, path, from_=from_, to=to, say=say, progress=progress
    )
    return brief_of(annotation), findings, problems


def brief_pdf(brief: Brief) -> bytes:
    """The page as a PDF; MissingExtraError without the extra `print`."""
    # Here and not above: the other formats need no typesetter.
    from vnru_terms.printing.brief import typeset_brief

    return typeset_brief(brief_data(brief))
