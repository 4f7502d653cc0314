"""The glossary for other programs: one file a format, all in the table `FORMATS`.

A row of the table is the profile of a client: which terms it gets, where it reads them, what its
files are called. A format makes bytes of a `Selection` and touches no disk; the workflow writes all
files of an export together, or none. What a format cannot carry (`lost`) and what it left out of
this selection are told to the user.
"""

from __future__ import annotations

from vnru_terms.formats.anki import ANKI
from vnru_terms.formats.csv_table import CSV
from vnru_terms.formats.deepl import DEEPL
from vnru_terms.formats.dsl import DSL
from vnru_terms.formats.format import Format, Rendered, Selection
from vnru_terms.formats.gettext_po import MO, PO, POT
from vnru_terms.formats.html_page import HTML
from vnru_terms.formats.json_file import JSON
from vnru_terms.formats.memoq import MEMOQ
from vnru_terms.formats.multiterm import MULTITERM
from vnru_terms.formats.omegat import OMEGAT
from vnru_terms.formats.stardict import STARDICT
from vnru_terms.formats.tbx import LOKALIZE, TBX
from vnru_terms.formats.tbx_v3 import TBX_V3
from vnru_terms.formats.tmx import TMX
from vnru_terms.formats.tsv import TSV
from vnru_terms.formats.utx import UTX
from vnru_terms.formats.xliff import XLIFF
from vnru_terms.formats.xlsx import XLSX

FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        PO, POT, MO, TBX, TBX_V3, LOKALIZE, TMX, XLIFF, CSV, TSV, XLSX, OMEGAT, MEMOQ, MULTITERM,
        DEEPL, UTX, DSL, STARDICT, ANKI, JSON, HTML,
    )
}  # fmt: skip

__all__ = ["FORMATS", "Format", "Rendered", "Selection"]
