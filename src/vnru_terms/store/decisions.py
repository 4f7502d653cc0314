"""The desk's log: what curators decided, one JSON line a decision, only ever added to.

It stands beside the glossary as `.vnru-terms/review.jsonl`, is not committed, and serves to undo,
to go on later and to say who decided what. Every line is on the disk before the desk goes on; a
line torn by a crash is the last one, is passed over, and goes when the next one is added. The
glossary stays the truth: what the log does not know but the glossary has is decided all the same.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO

from vnru_terms.findings import (
    Finding,
    Place,
    Severity,
    display_path,
)
from vnru_terms.messages import _
from vnru_terms.store.disk_errors import unreadable, unwritable
from vnru_terms.store.edits import Edit

STATE_FOLDER = ".vnru-terms"
LOG_FILE = "review.jsonl"
LOCK_FILE = "lock"
_DAMAGED = (ValueError, KeyError, TypeError, AttributeError)


class DecisionKind(Enum):
    """What a curator did with a candidate."""

    ACCEPT = "accept"
    JOIN = "join"
    REJECT = "reject"
    LATER = "later"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: about which candidate (`key`, folded), by whom, on what day (ISO).

    `term` is the Vietnamese term as it was written down, `concept` the id that it went to, `edit`
    what was written. An undo names the key whose last standing decision it takes back.
    """

    kind: DecisionKind
    key: str
    term: str = ""
    concept: str = ""
    reason: str = ""
    by: str = ""
    on: str = ""
    edit: Edit | None = None


def state_folder(glossary: Path) -> Path:
    """Where the desk keeps its own state: beside the glossary."""
    return glossary.resolve().parent / STATE_FOLDER


def log_path(glossary: Path) -> Path:
    """The log of a glossary's desk."""
    return state_folder(glossary) / LOG_FILE


def render_decision(decision: Decision) -> str:
    """The decision as one line; what is empty is left out."""
    values = {"kind": decision.kind.value}
    for name in ("key", "term", "concept", "reason", "by", "on"):
        values[name] = getattr(decision, name)
    row: dict[str, object] = {name: value for name, value in values.items() if value}
    if decision.edit:
        row["edit"] = asdict(decision.edit)
    return json.dumps(row, ensure_ascii=False) + "\n"


def append_decision(path: Path, decision: Decision) -> None:
    """Add a decision to the log and wait until it is on the disk."""
    line = render_decision(decision).encode("utf-8", "backslashreplace")
    try:
        _make_folder(path.parent)
        with path.open("a+b") as file:
            _mend_end(file)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(path, error) from None


def _make_folder(folder: Path) -> None:
    """The desk's own folder, which tells git to leave it alone."""
    folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")


def _mend_end(file: BinaryIO) -> None:
    """Cut off the line that a crash tore; the next one would be lost with it."""
    end = file.seek(0, os.SEEK_END)
    file.seek(max(0, end - 1))
    if file.read(1) in (b"", b"\n"):
        return
    file.seek(0)
    whole, _newline, torn = file.read().rpartition(b"\n")
    try:
        _decision(json.loads(torn))
    except _DAMAGED:
        file.truncate(len(whole) + len(_newline))
    else:
        file.write(b"\n")


def read_decisions(path: Path) -> tuple[tuple[Decision, ...], list[Finding]]:
    """The decisions in the order in which they were taken; a damaged line is a warning.

    A torn last line is what a crash leaves, and no finding.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return (), []
    except OSError as error:
        raise unreadable(path, error) from None
    lines = data.split(b"\n")
    decisions = []
    findings = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decisions.append(_decision(json.loads(line)))
        except _DAMAGED:
            # The last line has no line end behind it, so it was torn.
            if number < len(lines):
                message = _("this line of the log is damaged and is passed over.")
                place = Place(display_path(path), number)
                findings.append(Finding(place, "W131", message, severity=Severity.WARNING))
    return tuple(decisions), findings


def _decision(row: Mapping[str, Any]) -> Decision:
    texts = {name: row.get(name, "") for name in ("term", "concept", "reason", "by", "on")}
    if not all(isinstance(text, str) for text in (row["key"], *texts.values())):
        raise TypeError
    edit = row.get("edit")
    return Decision(
        kind=DecisionKind(row["kind"]),
        key=row["key"],
        edit=Edit(**edit) if edit else None,
        **texts,
    )
