"""Tables that other programs write of a glossary, under headings that mean something else to us.

Weblate's CSV (Translate Toolkit's) calls the source text `source`, and `id` is not the concept's,
which stands in `context`. Pontoon's calls an example `usage`. Such a head row is given the headings
that `columns` knows; what has no use for a glossary gets none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vnru_terms.formats.pair_reader import base_id
from vnru_terms.formats.table import SAMPLE, RawCell, RawRow
from vnru_terms.matching.text_language import text_language
from vnru_terms.messages import _

_SOURCE = frozenset(("source", "source_string", "source string"))
_TARGET = frozenset(("target", "translation"))
# What marks the table as Weblate's beside its two sides.
_WEBLATE = frozenset(("location", "fuzzy", "context", "translator_comments", "developer_comments"))
_PONTOON = frozenset(("term", "definition", "usage"))
# Weblate puts it before what a spreadsheet would run, and then writes `\|` for `|`.
_ARMED = re.compile(r"'(?=[=+\-@|%])")


def known_rows(rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows of a table, with headings that are known where they are another program's."""
    if not rows:
        return []
    head = [cell.text.strip().casefold() for cell in rows[0].cells]
    if _SOURCE & set(head) and _TARGET & set(head) and _WEBLATE & set(head):
        return _weblate(rows, head)
    if set(head) >= _PONTOON:
        renamed = ["context" if text == "usage" else text for text in head]
        return [_headed(rows[0], renamed), *rows[1:]]
    return list(rows)


def _weblate(rows: Sequence[RawRow], head: list[str]) -> list[RawRow]:
    source = next(i for i, text in enumerate(head) if text in _SOURCE)
    target = next(i for i, text in enumerate(head) if text in _TARGET)
    columns = {source: _language(rows, source), target: _language(rows, target)}
    columns |= {i: "id" for i, text in enumerate(head) if text == "context"}
    fuzzy = next((i for i, text in enumerate(head) if text == "fuzzy"), None)
    made = [_headed(rows[0], [columns.get(i, "") for i in range(len(head))])]
    for row in rows[1:]:
        cells = list(row.cells) + [RawCell("")] * (len(head) - len(row.cells))
        if not cells[target].text.strip():
            continue
        for i in columns:
            cells[i] = replace(cells[i], text=_unarmed(cells[i].text))
            if columns[i] == "id":
                cells[i] = replace(cells[i], text=base_id(cells[i].text))
        if fuzzy is not None and cells[fuzzy].text.strip().casefold() == "true":
            fault = _("the row is marked fuzzy: nobody has checked it.")
            hint = _("Look at it and write False.")
            cells[target] = replace(cells[target], fault=fault, hint=hint)
        made.append(replace(row, cells=tuple(cells)))
    return made


def _unarmed(text: str) -> str:
    armed = _ARMED.match(text)
    return text[1:].replace("\\|", "|") if armed else text


def _language(rows: Sequence[RawRow], at: int) -> str:
    texts = (row.cells[at].text for row in rows[1 : SAMPLE + 1] if at < len(row.cells))
    return text_language(" ".join(texts))


def _headed(head: RawRow, texts: Sequence[str]) -> RawRow:
    cells = [replace(c, text=text) for c, text in zip(head.cells, texts, strict=False)]
    return replace(head, cells=tuple(cells))
