"""Rules about files, ids and links between concepts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from vnru_terms.findings import Finding
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, Termbase
from vnru_terms.rules.letter import error, name, warning

_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_FORMATS = ("1",)
# Names of devices: Windows cannot check such a file out.
_TAKEN_BY_WINDOWS = frozenset(("con", "nul", "aux", "prn"))


def id_names_its_file(termbase: Termbase) -> Iterator[Finding]:
    """An id is lower-case letters, digits and hyphens, and the file is named after it.

    Links and exports go by the id; a file under another name could not be found by it.
    """
    for entry in termbase.entries:
        if not entry.id:
            continue
        if not _ID.match(entry.id) or entry.id in _TAKEN_BY_WINDOWS:
            message = _("“{id}” is not an id.").format(id=entry.id)
            hint = _("Write lower-case Latin letters, digits and hyphens, a letter first.")
            yield error(entry.place, "E201", message, hint)
        elif entry.place and PurePath(entry.place.path).stem != entry.id:
            message = _("the id is “{id}”, the file has another name.").format(id=entry.id)
            hint = _("Rename the file to {file}.").format(file=f"{entry.id}.yaml")
            yield error(entry.place, "E201", message, hint)


def unique_id(termbase: Termbase) -> Iterator[Finding]:
    """An id is given once in the whole glossary, whatever the folder."""
    by_id: dict[str, list[ConceptEntry]] = defaultdict(list)
    for entry in termbase.entries:
        by_id[entry.id].append(entry)
    for id, entries in by_id.items():
        for other in entries[1:]:
            first = entries[0].place
            message = _("the id “{id}” is taken by {place}.").format(id=id, place=first)
            yield error(other.place, "E202", message, _("Give this concept an id of its own."))


def known_subject_field(termbase: Termbase) -> Iterator[Finding]:
    """A concept's folder is a subject field that `glossary.yaml` lists.

    Persons and places stand in `names`, which is no subject field. Where there is no
    `glossary.yaml`, every folder is welcome.
    """
    known = [subject.slug for subject in termbase.settings.subject_fields]
    for entry in termbase.concepts:
        if known and entry.subject_field not in known:
            message = _("the folder “{field}” is not a subject field of glossary.yaml.")
            hint = _("Move the file to one of: {fields}; or add the field there.")
            yield error(
                entry.place,
                "E203",
                message.format(field=entry.subject_field),
                hint.format(fields=", ".join(known)),
            )


def linked_concepts_exist(termbase: Termbase) -> Iterator[Finding]:
    """`related` and `compare` name ids of other concepts that exist."""
    ids = {entry.id for entry in termbase.entries}
    for entry in termbase.entries:
        for link in (*entry.related, *entry.compare):
            if link == entry.id:
                message = _("the concept is linked to itself.")
                yield error(entry.place, "E204", message, _("Take the link out."))
            elif link not in ids:
                message = _("there is no concept “{id}” to link to.").format(id=link)
                yield error(entry.place, "E204", message, _("Correct the id or take it out."))


def link_written_once(termbase: Termbase) -> Iterator[Finding]:
    """A link between two concepts is written in one of them; the other side is derived."""
    for key in ("related", "compare"):
        seen: dict[frozenset[str], ConceptEntry] = {}
        for entry in termbase.entries:
            for link in getattr(entry, key):
                pair = frozenset((entry.id, link))
                if pair in seen and len(pair) == 2:
                    message = _("the link to “{id}” ({key}) already stands in {other}.")
                    message = message.format(id=link, key=key, other=name(seen[pair]))
                    yield warning(entry.place, "W205", message, _("Take one of the two out."))
                seen[pair] = entry


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def settings_are_complete(termbase: Termbase) -> Iterator[Finding]:
    """`glossary.yaml` has a known format and a real date; everything generated bears that date."""
    settings = termbase.settings
    if settings.place is None:
        return
    if settings.format not in _FORMATS:
        message = _("format “{format}” is not known.").format(format=settings.format)
        hint = _("This program knows: {formats}. A newer one may know more.")
        yield error(settings.place, "E206", message, hint.format(formats=", ".join(_FORMATS)))
    if settings.date and not _is_date(settings.date):
        message = _("“{date}” is not a date.").format(date=settings.date)
        yield error(settings.place, "E206", message, _("Write it as 2026-01-31."))
    slugs = [subject.slug for subject in settings.subject_fields]
    for slug in sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        message = _("the subject field “{slug}” is listed twice.").format(slug=slug)
        yield error(settings.place, "E206", message, _("Take one of the two out."))


# An ISO date, or its beginning: a year, a year and a month.
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


def _is_partial_date(text: str) -> bool:
    rest = "0000-01-01"[len(text) :]
    return bool(_PARTIAL_DATE.match(text)) and _is_date(text + rest)


def validity_is_in_order(termbase: Termbase) -> Iterator[Finding]:
    """`valid` holds ISO dates (a year or a month will do), the first not after the last.

    A `successor` that is written as an id is a concept of this glossary, and another one.
    """
    ids = {entry.id for entry in termbase.entries}
    for entry in termbase.entries:
        valid = entry.valid
        if valid is None:
            continue
        dates = [text for text in (valid.from_, valid.to) if text]
        for text in dates:
            if not _is_partial_date(text):
                message = _("“{date}” is not a date.").format(date=text)
                hint = _("Write it as 2026-01-31, 2026-01 or 2026.")
                yield error(entry.place, "E207", message, hint)
        if len(dates) == 2 and all(map(_is_partial_date, dates)):
            # 2025 and 2025-02-28 do not contradict each other.
            length = min(map(len, dates))
            if valid.from_[:length] > valid.to[:length]:
                message = _("it is valid from {start} to {end}: the end comes first.")
                message = message.format(start=valid.from_, end=valid.to)
                yield error(entry.place, "E207", message, _("Correct one of the two dates."))
        if _ID.match(valid.successor) and (
            valid.successor not in ids or valid.successor == entry.id
        ):
            message = _("there is no other concept “{id}” to be the successor.")
            hint = _("Correct the id, or write the successor's name.")
            yield error(entry.place, "E207", message.format(id=valid.successor), hint)
