"""Rules about `appendices.yaml`, the tables of the book whose order is knowledge."""

from __future__ import annotations

from collections.abc import Iterator

from vnru_terms.findings import Finding
from vnru_terms.messages import _
from vnru_terms.model import Termbase
from vnru_terms.rules.letter import error


def appendix_lists_concepts(termbase: Termbase) -> Iterator[Finding]:
    """An appendix lists ids of concepts that exist, and each of them once.

    A concept may stand in several appendices; persons and places of `names` stand in none, for
    the book has a table of its own for them.
    """
    concepts = {entry.id for entry in termbase.concepts}
    names = {entry.id for entry in termbase.entries if entry.is_name}
    for appendix in termbase.appendices:
        seen: set[str] = set()
        for listed in (concept for group in appendix.groups for concept in group.concepts):
            if listed.id in names:
                message = _("“{id}” is a person or a place; names have a table of their own.")
                hint = _("Take the id out.")
                yield error(listed.place, "E208", message.format(id=listed.id), hint)
            elif listed.id not in concepts:
                message = _("there is no concept “{id}” to list.").format(id=listed.id)
                yield error(listed.place, "E208", message, _("Correct the id or take it out."))
            elif listed.id in seen:
                message = _("“{id}” is listed twice in this appendix.").format(id=listed.id)
                yield error(listed.place, "E208", message, _("Take one of the two out."))
            seen.add(listed.id)
