"""validate: glossary ▸ reader's findings ▸ rules ▸ findings in order of place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vnru_terms.findings import (
    Finding,
    Place,
    UnreadableInputError,
    UnsoundGlossaryError,
    display_path,
    has_errors,
    in_order,
)
from vnru_terms.messages import _
from vnru_terms.model import Termbase
from vnru_terms.rules import find_problems
from vnru_terms.store.glossary import read_glossary


def validate(folder: Path, paths: Sequence[Path] = ()) -> tuple[Termbase, list[Finding]]:
    """The termbase and all that is wrong with it; `paths` limits both to those places.

    Rules always see the whole glossary: a duplicate stands in another file.
    """
    termbase, findings = read_glossary(folder)
    findings = in_order(findings + find_problems(termbase))
    if not termbase.entries and not findings:
        raise UnreadableInputError(
            _("there are no concepts in this folder."),
            hint=_("A concept stands in FIELD/ID.yaml below it."),
            place=Place(display_path(folder)),
        )
    if paths:
        wanted = resolved(folder, paths)
        findings = [f for f in findings if is_within(f.place.path, wanted)]
        entries = tuple(e for e in termbase.entries if e.place and is_within(e.place.path, wanted))
        termbase = replace(termbase, entries=entries)
    return termbase, findings


def read_sound(folder: Path) -> tuple[Termbase, list[Finding]]:
    """The termbase and its warnings; UnsoundGlossaryError (exit 1) where a finding is an error."""
    termbase, findings = validate(folder)
    if has_errors(findings):
        raise UnsoundGlossaryError(
            _("the glossary has errors; nothing was written."),
            hint=_("Mend them (vnru-terms validate lists them), then run this again."),
            findings=findings,
        )
    return termbase, findings


def resolved(folder: Path, paths: Sequence[Path]) -> list[Path]:
    """The paths made absolute; UnreadableInputError for one that is no part of the glossary."""
    return [_resolved(path, folder) for path in paths]


def is_within(shown: str | Path, wanted: Sequence[Path]) -> bool:
    """Whether a file is one of the places, or below one."""
    path = Path(shown).resolve()
    return any(path.is_relative_to(place) for place in wanted)


def _resolved(path: Path, folder: Path) -> Path:
    if not path.exists():
        raise UnreadableInputError(_("there is no such file or folder."), place=Place(str(path)))
    found, glossary = path.resolve(), folder.resolve()
    if not (found.is_relative_to(glossary) or glossary.is_relative_to(found)):
        raise UnreadableInputError(
            _("is no part of the glossary {folder}.").format(folder=display_path(folder)),
            place=Place(str(path)),
        )
    return found
