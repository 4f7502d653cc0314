"""What the user's references say to a query: pages like the glossary's own, under their names.

Only what is the query itself, a part of it, or goes on from it, is shown: a reference may have a
million terms, and guesses in it would bury our own entries.
"""

from __future__ import annotations

from vnru_terms.matching.lookup import IDENTITIES, PREFIX, look_up
from vnru_terms.messages import _
from vnru_terms.store.index import Error, open_index
from vnru_terms.store.reference_place import REFERENCE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vnru_terms.matching.lookup_query import Hit
    from vnru_terms.quick.entry_text import Page
    from vnru_terms.quick.request import Request
    from vnru_terms.store.index import Index

    Say = Callable[[str], None]
    PagesOf = Callable[[Index, list[Hit]], list[Page]]


def reference_pages(
    files: Sequence[tuple[str, str]], request: Request, pages_of: PagesOf, say: Say
) -> tuple[list[tuple[str, list[Page]]], list[str]]:
    """For each reference that knows the query its name and pages; remarks on unreadable ones.

    `files` are names and paths (`reference_files`); `say` is told where one must be made anew,
    which takes a minute for a large one.
    """
    found: list[tuple[str, list[Page]]] = []
    remarks: list[str] = []
    for name, path in files:
        try:
            index = open_index(path, REFERENCE, any_analyser=True) or _renewed(name, path, say)
            if index is None:
                remarks.append(_unread(name, path))
                continue
            with index:
                hits = look_up(index, request.query, from_=request.from_, limit=request.limit)
                wanted = [hit for hit in hits if hit.kind in (*IDENTITIES, PREFIX)]
                if wanted:
                    found.append((name, pages_of(index, wanted)))
        except (Error, ValueError, KeyError):
            remarks.append(_unread(name, path))
    return found, remarks


def _renewed(name: str, path: str, say: Say) -> Index | None:
    """The reference of another version of the program, made anew from its own entries."""
    from pathlib import Path

    from vnru_terms.store.reference_build import is_of_another_version, renewed

    if not is_of_another_version(Path(path)):
        return None
    text = _("The reference {name} is of another version of this program; it is made anew.")
    say(text.format(name=name))
    return renewed(Path(path))


def _unread(name: str, path: str) -> str:
    text = _("The reference {name} is damaged: delete {path} and import its file again.")
    return text.format(name=name, path=path)
