"""export: glossary ▸ rules (stop on an error) ▸ choose ▸ format ▸ files; then what it loses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vnru_terms.findings import UnreadableInputError, VnruTermsError
from vnru_terms.formats import FORMATS, Format, Rendered, Selection
from vnru_terms.formats.tally import Tally
from vnru_terms.messages import _
from vnru_terms.model import LANGUAGE_ORDER, Termbase
from vnru_terms.store.atomic import write_together


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of an export, and what did not come along."""

    format: Format
    paths: tuple[Path, ...]
    concepts: int
    names: int
    left_out: tuple[str, ...]


def select(
    termbase: Termbase,
    *,
    source: str = "vi",
    targets: Sequence[str] = (),
    subjects: Sequence[str] = (),
) -> Selection:
    """The entries of the subject fields asked for (all, if none), in order of id."""
    if source in targets:
        raise VnruTermsError(_("the two languages are the same."))
    known = {entry.subject_field for entry in termbase.entries}
    known |= {subject.slug for subject in termbase.settings.subject_fields}
    for subject in subjects:
        if subject not in known:
            raise UnreadableInputError(
                _("there is no subject field “{field}”.").format(field=subject),
                hint=_("There are: {fields}.").format(fields=", ".join(sorted(known))),
            )
    return Selection(
        entries=tuple(
            e for e in termbase.entries if not subjects or e.subject_field in set(subjects)
        ),
        settings=termbase.settings,
        source=source,
        targets=tuple(dict.fromkeys(targets))
        or tuple(code for code in LANGUAGE_ORDER if code != source),
    )


def render(format: str, selection: Selection) -> Rendered:
    """The bytes of an export, by file name."""
    return FORMATS[format].render(selection)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The files of an export as they are to be written, and what was left out once they are."""

    files: Mapping[str, Iterator[bytes]]
    left_out: Callable[[], tuple[str, ...]]


def pieces(format: str, selection: Selection) -> Pieces:
    """The files of an export, in pieces that are made when they are asked for."""
    tally = Tally()
    return Pieces(FORMATS[format].stream(selection, tally), tally.told)


def export(format: str, selection: Selection, out: Path) -> Exported:
    """Write a selection in a format to `out`: a folder, or a file where there is only one.

    A path with the format's suffix names the file; with several files it must be a folder.
    """
    chosen, made = FORMATS[format], pieces(format, selection)
    files = {out / name: data for name, data in made.files.items()}
    if out.suffix == chosen.suffix and not out.is_dir():
        if len(files) != 1:
            raise VnruTermsError(
                _("{format} makes {n} files, one for each language.").format(
                    format=format, n=len(files)
                ),
                hint=_("Give one language with --to, or a folder with --out."),
            )
        files = {out: next(iter(files.values()))}
    write_together(files)
    names = sum(entry.is_name for entry in selection.entries)
    concepts = len(selection.entries) - names
    return Exported(chosen, tuple(files), concepts, names, made.left_out())
