"""The short way: a plain `lookup` answered from the index without click and its company.

`short_way` gives the exit code, or None where anything is unusual: an option that it does not know,
a glossary that must be looked for, an index that is not there or out of date, a terminal of
Windows. The long way then does it all over; both print what `quick.answer` says.
"""
# pathlib takes as long to import as the rest of a look-up.
# ruff: noqa: PTH109, PTH112, PTH113, PTH118, PTH119, PTH120

from __future__ import annotations

import os
import sys

from vnru_terms.installation import data_root_name, is_checkout
from vnru_terms.messages import choose_language, speak
from vnru_terms.quick.request import read_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from vnru_terms.quick.answer import Answer
    from vnru_terms.quick.request import Arguments

# As in store.locate, which imports pathlib.
_VARIABLE = "VNRU_TERMS_GLOSSARY"
_SETTINGS_FILE = "glossary.yaml"


def short_way(argv: Sequence[str]) -> int | None:
    """Answer the command line after the program's name; None where the long way must.

    Raises OSError where the answer cannot be written.
    """
    arguments = read_arguments(argv)
    if arguments is None or "_VNRU_TERMS_COMPLETE" in os.environ:
        return None
    if sys.platform == "win32" and sys.stdout.isatty():
        return None
    if not speak(arguments.ui or choose_language(argv, os.environ)):
        return None
    given = _answer(arguments)
    if given is None:
        return None
    if given.out:
        sys.stdout.write(given.out)
        sys.stdout.flush()
    if given.err:
        sys.stderr.write("".join(f"{line}\n" for line in given.err))
        sys.stderr.flush()
    return given.code


def _answer(arguments: Arguments) -> Answer | None:
    from vnru_terms.store.index import Error, open_index
    from vnru_terms.store.index_place import (
        bundled_fingerprint,
        bundled_index,
        cache_place,
        folder_fingerprint,
        index_path,
    )

    try:
        folder, bundled = _glossary(arguments.glossary)
        if not folder:
            return None
        own = bundled and not is_checkout()
        fingerprint = bundled_fingerprint() if own else folder_fingerprint(folder)
        index = open_index(bundled_index(), fingerprint) if own else None
        if index is None:
            index = open_index(index_path(cache_place(), fingerprint), fingerprint)
        if index is None:
            return None
        with index:
            from vnru_terms.quick.answer import answer, terminal_colour, terminal_width

            width, colour = terminal_width(), terminal_colour()
            return answer(index, arguments.request, width=width, colour=colour)
    except (OSError, Error, ValueError, KeyError, TypeError):
        return None


def _glossary(explicit: str) -> tuple[str, bool]:
    """The glossary's folder, and whether it is the program's own; "" where something must be said.

    As `store.locate` does it. Raises OSError where there is no current folder.
    """
    chosen = explicit or os.environ.get(_VARIABLE, "")
    if chosen:
        return (chosen if os.path.isdir(chosen) else ""), False
    here = os.path.realpath(os.getcwd())
    while True:
        inside = os.path.join(here, "glossary")
        if os.path.isfile(os.path.join(inside, _SETTINGS_FILE)):
            return inside, False
        is_one = os.path.basename(here) == "glossary"
        if is_one and os.path.isfile(os.path.join(here, _SETTINGS_FILE)):
            return here, False
        if os.path.isdir(inside):
            # Passed over, which is said.
            return "", False
        above = os.path.dirname(here)
        if above == here:
            return os.path.join(data_root_name(), "glossary"), True
        here = above
