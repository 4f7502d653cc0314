"""The glossary for other programs: one file a format, all in the table `FORMATS`.

A format renders a `Selection` to bytes by file name and touches no disk; the workflow writes all
files of an export together, or none. What a format cannot carry stands in its `loses`, and what it
left out of this selection is returned with the bytes: both are told to the user.
"""

from __future__ import annotations

from vnru_terms.formats.csv_table import CSV
from vnru_terms.formats.format import Format, Rendered, Selection
from vnru_terms.formats.gettext_po import MO, PO, POT
from vnru_terms.formats.xlsx import XLSX

FORMATS: dict[str, Format] = {format.name: format for format in (PO, POT, MO, CSV, XLSX)}

__all__ = ["FORMATS", "Format", "Rendered", "Selection"]
