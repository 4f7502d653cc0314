"""init: glossary.yaml and one example (or a copy of the bundled glossary) in a new folder."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from vnru_terms.findings import Place, UnwritableOutputError, display_path
from vnru_terms.installation import data_root
from vnru_terms.messages import _
from vnru_terms.model import NAMES_FOLDER, Settings
from vnru_terms.store.atomic import write_bytes, write_text
from vnru_terms.store.concept_file import render_entry
from vnru_terms.store.disk_errors import reason_of
from vnru_terms.store.glossary import (
    REJECTED_FILE,
    REJECTED_HEAD,
    concept_paths,
    read_entry,
    read_settings,
    render_settings,
)
from vnru_terms.store.locate import SETTINGS_FILE

EXAMPLE = Path("talks-and-conferences") / "political-consultations.yaml"


def start_glossary(folder: Path, *, copy: bool = False) -> tuple[Path, int, int]:
    """Make `folder/glossary`; returns it and the numbers of its concepts and of its names.

    UnwritableOutputError where a glossary stands there already: nothing is overwritten.
    """
    glossary = folder / "glossary"
    if glossary.exists():
        raise UnwritableOutputError(
            _("there is a glossary here already; nothing was changed."),
            hint=_("Choose another folder."),
            place=Place(display_path(glossary)),
        )
    bundled = data_root() / "glossary"
    if copy:
        _copy(bundled, glossary)
    else:
        settings, _findings = read_settings(bundled / SETTINGS_FILE)
        write_text(glossary / SETTINGS_FILE, render_settings(_own(settings)))
        _write_example(bundled / EXAMPLE, glossary / EXAMPLE)
        write_bytes(glossary / REJECTED_FILE, ("\t".join(REJECTED_HEAD) + "\n").encode())
    paths = concept_paths(glossary)
    names = sum(path.parent.name == NAMES_FOLDER for path in paths)
    return glossary, len(paths) - names, names


def _own(settings: Settings) -> Settings:
    """The subject fields, and nothing that is only true of the bundled glossary."""
    return replace(
        settings,
        title={"vi": "Bảng thuật ngữ", "en": "Glossary", "ru": "Глоссарий"},
        edition="1",
        date=date.today().isoformat(),
        licence="",
        contact="",
        imprint={},
    )


def _write_example(source: Path, target: Path) -> None:
    """The example entry, without links to concepts that the new glossary has not."""
    entry, _findings = read_entry(source)
    if entry is not None:
        write_text(target, render_entry(replace(entry, related=(), compare=())))


def _copy(bundled: Path, glossary: Path) -> None:
    partial = glossary.with_name(".glossary.part")
    try:
        shutil.copytree(bundled, partial)
        partial.replace(glossary)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        # shutil.Error lists one (source, target, reason) a file.
        listed = error.args[0] if isinstance(error, shutil.Error) else None
        reason = str(listed[0][2]) if listed else reason_of(error)
        raise UnwritableOutputError(
            _("cannot be written: {reason}.").format(reason=reason),
            place=Place(display_path(glossary)),
        ) from None
