"""Text that a wrong encoding has spoilt on its way: letters lost, or read as something else.

A file may be sound to its reader all the same: the damage was done when it was saved.
"""

from __future__ import annotations

import re

from vnru_terms.messages import _
from vnru_terms.store.incoming import Cell, Fault

# A letter that an old encoding did not have was saved as a question mark: “Ti?ng Vi?t”.
_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]")
# UTF-8 read as Western European: “Tiáº¿ng Viá»‡t”, “Ð²Ð¸Ð·Ð¸Ñ‚”.
_GARBLED = re.compile("á[º»][\u0080-\u00bf‚-›€]|[ÐÑ][\u0080-\u00bf‚-›€][ÐÑ]|Ã[\u00a0-\u00bf]")


def spoilt(cell: Cell) -> Fault | None:
    """The fault of a cell whose letters were lost or are others; None where it reads well."""
    text = cell.text
    hint = _(
        "Save it as UTF-8 (a sheet as .xlsx or “CSV UTF-8”) from the program that has it right."
    )
    if "\ufffd" in text or (_LOST.search(text) and "://" not in text):
        return Fault(cell, _("letters were lost here: “{text}”.").format(text=text[:60]), hint)
    if _GARBLED.search(text):
        message = _("this was read in a wrong encoding: “{text}”.").format(text=text[:60])
        return Fault(cell, message, hint)
    return None
