"""The worklist: mined candidates as JSON Lines, one a row, best first, for the curator's desk.

A row is `{rank, term, kind, score, frequency, documents, variants, known, rejected, contexts}`,
as the command line's contract has it; `contexts` are KWIC lines `{file, line, left, node, right}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vnru_terms.findings import Finding, Place, UnreadableInputError, display_path
from vnru_terms.messages import _
from vnru_terms.model import Candidate, Kind, KwicLine
from vnru_terms.store.atomic import write_text
from vnru_terms.store.disk_errors import reason_of


def render_worklist(candidates: Iterable[Candidate]) -> str:
    """The candidates as JSON Lines, ranked from 1."""
    rows = (candidate_row(rank, c) for rank, c in enumerate(candidates, 1))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_worklist(path: Path, candidates: Iterable[Candidate]) -> None:
    """Write the worklist, whole or not at all."""
    write_text(path, render_worklist(candidates))


def read_worklist(path: Path) -> tuple[tuple[Candidate, ...], list[Finding]]:
    """The candidates of a worklist, and a finding for each row that is none."""
    name = display_path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error)
        raise UnreadableInputError(
            _("cannot be read: {reason}.").format(reason=reason),
            _("Make a worklist with: vnru-terms mine PATH --format jsonl --out FILE"),
            Place(name),
        ) from None
    return parse_worklist(text, name)


def parse_worklist(text: str, name: str) -> tuple[tuple[Candidate, ...], list[Finding]]:
    """As `read_worklist`, from text; `name` is what findings call it."""
    candidates = []
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            candidates.append(_candidate(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = _("the row is no candidate: {reason}.").format(reason=_reason(error))
            findings.append(Finding(Place(name, number), "E126", message))
    return tuple(candidates), findings


def candidate_row(rank: int, candidate: Candidate) -> dict[str, object]:
    """A row of the worklist as JSON has it."""
    return {
        "rank": rank,
        "term": candidate.term,
        "kind": candidate.kind.value,
        "score": candidate.score,
        "frequency": candidate.frequency,
        "documents": candidate.documents,
        "variants": list(candidate.variants),
        "known": candidate.known,
        "rejected": candidate.rejected,
        "contexts": [
            {"file": c.file, "line": c.line, "left": c.left, "node": c.node, "right": c.right}
            for c in candidate.contexts
        ],
    }


def _candidate(row: Mapping[str, Any]) -> Candidate:
    known = row.get("known")
    return Candidate(
        term=_string(row["term"]),
        kind=Kind(row.get("kind", "term")),
        score=float(row.get("score", 0)),
        frequency=int(row.get("frequency", 0)),
        documents=int(row.get("documents", 0)),
        variants=tuple(_string(v) for v in row.get("variants", ())),
        contexts=tuple(_kwic(c) for c in row.get("contexts", ())),
        known=None if known is None else _string(known),
        rejected=bool(row.get("rejected", False)),
    )


def _kwic(row: Mapping[str, Any]) -> KwicLine:
    return KwicLine(
        file=_string(row["file"]),
        line=int(row["line"]),
        left=_string(row["left"]),
        node=_string(row["node"]),
        right=_string(row["right"]),
    )


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(_("“{value}” is not a string").format(value=value))
    return value


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return _("“{key}” is missing").format(key=error.args[0])
    return str(error)
