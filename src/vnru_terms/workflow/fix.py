"""validate --fix: concept files ▸ mended ▸ canonical form ▸ re-read and compare ▸ replaced.

Only what `rules/mending.py` may mend is mended, and the keys are put in order as `tidy` does. A
file with comments, or one that cannot be read whole, stays as it is, and that is found.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vnru_terms.findings import Finding, display_path
from vnru_terms.model import ConceptEntry
from vnru_terms.rules.mending import Change, changes, mend
from vnru_terms.store.glossary import concept_paths, read_glossary
from vnru_terms.workflow.tidy import bytes_of, canonical_text, replace_file
from vnru_terms.workflow.validate import is_within, resolved


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file that was (or would be) rewritten; no changes where only its layout was mended."""

    path: Path
    changes: tuple[Change, ...]
    before: str
    after: str

    def diff(self) -> str:
        """The rewriting as a unified diff."""
        name = display_path(self.path).lstrip("/")
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            f"a/{name}",
            f"b/{name}",
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The files that were (or would be) rewritten, and the findings of what had to stay."""

    files: tuple[FixedFile, ...]
    findings: tuple[Finding, ...]


def fix(folder: Path, paths: Sequence[Path] = (), *, write: bool = True) -> Fixed:
    """Mend what a machine may mend below `paths`; `write=False` only says what would be done."""
    # Refuses a folder that is no glossary before anything in it is written.
    read_glossary(folder)
    files: list[FixedFile] = []
    findings: list[Finding] = []
    wanted = resolved(folder, paths or [folder])
    for path in concept_paths(folder):
        if not is_within(path, wanted):
            continue
        before = bytes_of(path)
        done: list[Change] = []

        def change(entry: ConceptEntry, done: list[Change] = done) -> ConceptEntry:
            better = mend(entry)
            done.extend(changes(entry, better))
            return better

        text, found = canonical_text(path, change)
        if text is None:
            findings += [finding for finding in found if finding.code in ("W112", "E113")]
            continue
        if before is None or text.encode("utf-8") == before:
            continue
        if write and (refused := replace_file(path, before, text)):
            findings.append(refused)
            continue
        files.append(FixedFile(path, tuple(done), before.decode("utf-8-sig"), text))
    return Fixed(tuple(files), tuple(findings))
