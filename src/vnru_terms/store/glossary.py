"""The glossary folder: settings, appendices, rejections and one concept a file per subject field.

`read_glossary` reads the whole folder into a `Termbase` and returns beside it all that it found
wrong, in order of place; it goes on after a bad file. It raises only where there is no folder.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from vnru_terms.findings import (
    Finding,
    Place,
    Severity,
    UnreadableInputError,
    display_path,
    in_order,
)
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Rejection,
    Settings,
    SubjectField,
    Termbase,
)
from vnru_terms.store.appendix_file import APPENDICES_FILE, read_appendices
from vnru_terms.store.concept_file import Value, parse_entry, render_mapping
from vnru_terms.store.locate import SETTINGS_FILE
from vnru_terms.store.yaml_text import Node, NodeReader, compose, read_yaml_text

REJECTED_FILE = "rejected.tsv"
REJECTED_HEAD = ("term", "reason", "by", "date")
SETTINGS_KEYS = (
    *("format", "title", "edition", "date", "licence", "contact", "imprint"),
    "subject_fields",
)
SUBJECT_KEYS = ("slug", "label", "abbreviation")
_OWN_FILES = (SETTINGS_FILE, APPENDICES_FILE, REJECTED_FILE)


def read_glossary(folder: Path) -> tuple[Termbase, list[Finding]]:
    """The termbase in a folder, and the findings of reading it.

    An explicit folder needs no `glossary.yaml`; then the termbase has empty settings.
    """
    if not folder.is_dir():
        raise UnreadableInputError(
            _("there is no such glossary folder."),
            hint=_("Give a folder with concept files, or make one with: vnru-terms init DIR"),
            place=Place(display_path(folder)),
        )
    _refuse_the_wrong_floor(folder)
    settings, findings = read_settings(folder / SETTINGS_FILE)
    rejections, more = read_rejections(folder / REJECTED_FILE)
    findings += more
    appendices, more = read_appendices(folder / APPENDICES_FILE)
    findings += more
    entries: list[ConceptEntry] = []
    with _collector_off():
        for path in concept_paths(folder):
            entry, more = read_entry(path)
            findings += more
            if entry is not None:
                entries.append(entry)
    findings += _stray_files(folder)
    entries.sort(key=lambda e: (e.id, e.subject_field))
    cited = read_cited(folder.parent, entries)
    termbase = Termbase(tuple(entries), settings, rejections, cited, appendices)
    return termbase, in_order(findings)


def _refuse_the_wrong_floor(folder: Path) -> None:
    """UnreadableInputError for the folder above a glossary, or a subject field inside one."""
    if (folder / SETTINGS_FILE).exists():
        return
    above = (folder / "glossary" / SETTINGS_FILE).is_file()
    below = (folder.parent / SETTINGS_FILE).is_file() and any(folder.glob("*.yaml"))
    if above or below:
        right = folder / "glossary" if above else folder.parent
        raise UnreadableInputError(
            _("this is not the glossary's folder."),
            hint=_("Give: --glossary {folder}").format(folder=right),
            place=Place(display_path(folder)),
        )


def concept_paths(folder: Path) -> list[Path]:
    """The concept files of a glossary, in order of path."""
    return sorted(
        path
        for path in folder.glob("*/*.yaml")
        if not path.name.startswith(".") and not path.parent.name.startswith(".") and path.is_file()
    )


def read_entry(path: Path) -> tuple[ConceptEntry | None, list[Finding]]:
    """The concept entry in a file; the subject field is the folder's name."""
    text, findings = read_yaml_text(path)
    if text is None:
        return None, findings
    return parse_entry(text, display_path(path), path.parent.name)


def read_settings(path: Path) -> tuple[Settings, list[Finding]]:
    """What `glossary.yaml` says; empty settings where there is no such file."""
    if not path.exists():
        return Settings(), []
    text, findings = read_yaml_text(path)
    if text is None:
        return Settings(), findings
    root, findings = compose(text, display_path(path))
    if root is None:
        return Settings(), findings
    reader = NodeReader(display_path(path))
    values = reader.mapping(root, SETTINGS_KEYS)
    for key in ("format", "date"):
        if not reader.text(values.get(key)):
            reader.missing(root, key)
    if "subject_fields" not in values:
        reader.missing(root, "subject_fields")
    settings = Settings(
        format=reader.text(values.get("format")),
        title=_by_language(reader, values, "title"),
        edition=reader.text(values.get("edition")),
        date=reader.text(values.get("date")),
        licence=reader.text(values.get("licence")),
        contact=reader.text(values.get("contact")),
        imprint=_by_language(reader, values, "imprint"),
        subject_fields=tuple(
            _subject_field(reader, node) for node in reader.items(values.get("subject_fields"))
        ),
        place=reader.place(root),
    )
    return settings, reader.findings


def render_settings(settings: Settings) -> str:
    """Settings as canonical YAML."""
    fields: list[Value] = [
        {"slug": s.slug, "label": dict(s.label), "abbreviation": dict(s.abbreviation)}
        for s in settings.subject_fields
    ]
    return render_mapping(
        {
            "format": settings.format,
            "title": dict(settings.title),
            "edition": settings.edition,
            "date": settings.date,
            "licence": settings.licence,
            "contact": settings.contact,
            "imprint": dict(settings.imprint),
            "subject_fields": fields,
        }
    )


def _subject_field(reader: NodeReader, node: Node) -> SubjectField:
    values = reader.mapping(node, SUBJECT_KEYS)
    for key in ("slug", "label"):
        if key not in values:
            reader.missing(node, key)

    return SubjectField(
        slug=reader.text(values.get("slug")),
        label=_by_language(reader, values, "label"),
        abbreviation=_by_language(reader, values, "abbreviation"),
    )


def _by_language(reader: NodeReader, values: Mapping[str, Node], key: str) -> dict[str, str]:
    """The texts under a key by language; none where it is not there."""
    if key not in values:
        return {}
    return {k: reader.text(v) for k, v in reader.mapping(values[key], LANGUAGE_ORDER).items()}


def read_rejections(path: Path) -> tuple[tuple[Rejection, ...], list[Finding]]:
    """The rows of `rejected.tsv` (term, reason, by, date); a short row is a finding."""
    if not path.exists():
        return (), []
    text, findings = read_yaml_text(path)
    rejections = []
    for number, line in enumerate((text or "").splitlines(), start=1):
        cells = line.split("\t")
        if not line.strip() or (number == 1 and cells[0] == REJECTED_HEAD[0]):
            continue
        if len(cells) != len(REJECTED_HEAD):
            message = _("this row has {n} columns, not 4.").format(n=len(cells))
            hint = _("Columns, parted by tabs: term, reason, by, date.")
            findings.append(Finding(Place(display_path(path), number), "E110", message, hint))
            continue
        rejections.append(Rejection(*cells))
    return tuple(rejections), findings


def _stray_files(folder: Path) -> list[Finding]:
    found = []
    for path in sorted([*folder.glob("*"), *folder.glob("*/*")]):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        expected = path.parent == folder and path.name in _OWN_FILES
        is_named = path.suffix == ".yaml" and path.parent.parent == folder
        concept = is_named and path.is_file()
        folder_of_concepts = path.is_dir() and not is_named
        if folder_of_concepts or hidden or expected or concept or path.suffix == ".md":
            continue
        message = _("this is not part of a glossary and is not read.")
        own = path.with_suffix(".yaml").name
        if path.parent == folder and own in _OWN_FILES:
            hint = _("Rename it to {name}.").format(name=own)
        else:
            hint = _("A concept stands in FIELD/ID.yaml; move it there or rename it.")
        place = Place(display_path(path))
        found.append(Finding(place, "W111", message, hint, Severity.WARNING))
    return found


def read_cited(root: Path, entries: Iterable[ConceptEntry]) -> dict[str, str | None]:
    """The lines that contexts cite; None where the file is there but not the line.

    Sources whose folder is missing (the articles are not in the wheel) are left out.
    """
    sources = {
        term.context.source
        for entry in entries
        for _language, term in entry.all_terms()
        if term.context and "://" not in term.context.source
    }
    cited: dict[str, str | None] = {}
    lines_of: dict[str, list[str] | None] = {}
    for source in sorted(sources):
        name, _colon, number = source.rpartition(":")
        path = root / name
        if not name or not (number.isascii() and number.isdigit()) or not _is_below(path, root):
            continue
        if name not in lines_of:
            lines_of[name] = _lines(path)
        lines = lines_of[name]
        index = int(number) - 1
        cited[source] = lines[index] if lines and 0 <= index < len(lines) else None
    return cited


def _is_below(path: Path, root: Path) -> bool:
    """Whether a cited file would stand in a folder that is there, below the glossary's home."""
    try:
        return path.resolve().is_relative_to(root.resolve()) and path.parent.is_dir()
    except (OSError, ValueError):
        return False


def _lines(path: Path) -> list[str] | None:
    try:
        if not path.is_file():
            return None
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return None


@contextmanager
def _collector_off() -> Iterator[None]:
    """Thousands of small nodes make the cyclic collector most of the loading time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
