"""tidy: concept files ▸ read ▸ canonical form ▸ re-read and compare ▸ replace.

A file that cannot be read whole is left alone, and so is one with comments: the canonical form has
no place for them (the key `note` holds what a comment would).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vnru_terms.findings import (
    Finding,
    Place,
    Severity,
    UnreadableInputError,
    UnwritableOutputError,
    display_path,
)
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry
from vnru_terms.store.atomic import write_text
from vnru_terms.store.concept_file import normalised, parse_entry, render_entry
from vnru_terms.store.glossary import concept_paths
from vnru_terms.store.yaml_text import has_comments, read_yaml_text


@dataclass(frozen=True, slots=True)
class Tidied:
    """The files that were (or, with a check, would be) rewritten, and what was left alone."""

    changed: tuple[Path, ...]
    unchanged: int
    findings: tuple[Finding, ...]


def tidy(folder: Path, paths: Sequence[Path] = (), *, write: bool = True) -> Tidied:
    """Bring concept files into canonical form; `write=False` only says which would change."""
    changed: list[Path] = []
    findings: list[Finding] = []
    unchanged = 0
    for path in _chosen(folder, paths):
        before = bytes_of(path)
        text, found = canonical_text(path)
        findings += found
        if text is None:
            continue
        if text.encode("utf-8") == before:
            unchanged += 1
            continue
        if write and (refused := replace_file(path, before, text)):
            findings.append(refused)
            continue
        changed.append(path)
    return Tidied(tuple(changed), unchanged, tuple(findings))


def bytes_of(path: Path) -> bytes | None:
    """The file's bytes, or None where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def replace_file(path: Path, before: bytes | None, text: str) -> Finding | None:
    """Write the file anew; a finding where that cannot be, or its bytes are no longer `before`."""
    try:
        if bytes_of(path) != before:
            raise UnwritableOutputError(_("the file was changed meanwhile; it is left as it is."))
        write_text(path, text)
    except UnwritableOutputError as error:
        return Finding(Place(display_path(path)), "E114", error.message, error.hint)
    return None


def _chosen(folder: Path, paths: Sequence[Path]) -> list[Path]:
    if not paths:
        return concept_paths(folder)
    chosen: list[Path] = []
    for path in paths:
        if path.is_dir():
            chosen += concept_paths(path) or sorted(path.glob("*.yaml"))
        elif path.suffix == ".yaml":
            chosen.append(path)
        elif path.exists():
            raise UnreadableInputError(
                _("is no concept file."),
                hint=_("A concept stands in FIELD/ID.yaml."),
                place=Place(str(path)),
            )
        else:
            raise UnreadableInputError(
                _("there is no such file or folder."), place=Place(str(path))
            )
    return chosen


def _as_it_is(entry: ConceptEntry) -> ConceptEntry:
    return entry


def canonical_text(
    path: Path, change: Callable[[ConceptEntry], ConceptEntry] = _as_it_is
) -> tuple[str | None, list[Finding]]:
    """The file in canonical form, its entry changed first; None and why where it must stay."""
    text, findings = read_yaml_text(path)
    if text is None:
        return None, findings
    shown = display_path(path)
    entry, findings = parse_entry(text, shown, path.parent.name)
    if entry is None or findings:
        return None, findings
    entry = change(entry)
    canonical = render_entry(entry)
    if canonical == text:
        return canonical, []
    if has_comments(text):
        message = _("the file has comments and is left as it is.")
        hint = _("Move them to the key “note”, then run tidy again.")
        return None, [Finding(Place(shown), "W112", message, hint, Severity.WARNING)]
    again, problems = parse_entry(canonical, shown, path.parent.name)
    if problems or again != normalised(entry):
        message = _("the canonical form would not say the same; the file is left as it is.")
        return None, [Finding(Place(shown), "E113", message)]
    return canonical, []
