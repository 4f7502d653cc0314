"""Word lists as they are written in the modules of a language: entries parted by commas."""

from __future__ import annotations

import re


def entries(table: str) -> frozenset[str]:
    """The entries of a table, without comments in brackets.

    >>> sorted(entries("bang (state, 邦), bầu (elect)"))
    ['bang', 'bầu']
    """
    bare = re.sub(r"\([^)]*\)", "", table)
    return frozenset(" ".join(cell.split()) for cell in bare.split(",")) - {""}
