"""The first sheet of the workbook: how to fill it in, for somebody who has never seen it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnru_terms.formats.columns import TERM, Column, heading, value_label
from vnru_terms.messages import N_, _, current_language
from vnru_terms.model import Reason, Settings, Status

_STEPS = (
    N_(
        "Write in the sheet “{sheet}”. A row shows terms of one concept side by side. A concept "
        "with several terms takes several rows; each has the concept's id."
    ),
    N_(
        "To correct something, write over it. To add a further equivalent, write it behind the "
        "one that is there with a semicolon between, or into an empty cell of its language in a "
        "row with the concept's id."
    ),
    N_(
        "To add a concept, write it in a new row below the last one and leave the id empty. It "
        "needs a Vietnamese term. Of several terms in a cell the first is the preferred one."
    ),
    N_(
        "What must not be written (a calque, a wrong name) is useful too: write it, choose the "
        "status “{deprecated}”, and say why in the column “{reason}”."
    ),
    N_("What you do not know stays empty. Do not write a dash or a question mark."),
    N_(
        "Ids are not to be changed, cells not to be merged, rows not to be deleted: a term is "
        "taken out of use by its status. Sorting and filtering do no harm."
    ),
    N_(
        "Save the workbook as .xlsx and send it back. A curator sees every change, old beside "
        "new, before it is taken over."
    ),
)
_STATUSES = {
    Status.PREFERRED: N_("the one to write; one in each language"),
    Status.ADMITTED: N_("right as well"),
    Status.DEPRECATED: N_("wrong or misleading, kept as a warning"),
    Status.SUPERSEDED: N_("was right once, stands in older texts"),
}
_COLUMNS = {
    "id": N_("the concept's own name in the glossary; empty for a new one"),
    "subject_field": N_("choose from the list"),
    "kind": N_("what the concept is; choose from the list"),
    TERM: N_("the term as it stands in a dictionary"),
    "status": N_("whether to write it; see above"),
    "part_of_speech": N_("choose from the list"),
    "gender": N_("of the head noun; none where the term has only a plural"),
    "number": N_("only where the term is used in one number only"),
    "type": N_("for acronyms, abbreviations, short forms"),
    "usage": N_("whose word it is, if not everybody's: vn-side, ru-side, official, press"),
    "government": N_("the case or preposition that follows"),
    "reason": N_("why the term is not to be used; choose from the list"),
    "term_note": N_("a remark on this term"),
    "source": N_("where the term was found: an address with https://, or author and title"),
    "context": N_("a sentence with the very term in it, copied word for word"),
    "context_source": N_("where that sentence stands"),
    "definition": N_("what the concept is, in one sentence"),
    "definition_source": N_("where the definition comes from"),
    "distinguish": N_("how it differs from another concept of the same name"),
    "trap": N_("what translators get wrong here, in one line"),
    "note": N_("anything else about the concept"),
}


def guide_lines(
    settings: Settings, columns: Sequence[Column], sheet: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of the guide: the names of their cells' styles, or of all, and their texts."""
    ui = current_language()
    title = settings.title.get(ui) or next(iter(settings.title.values()), "")
    yield "title", (title or _("Glossary"),)
    yield "text", (_("Edition {edition}, {date}").format(**_edition(settings)),)
    yield "text", ("",)
    yield "heading", (_("How to fill it in"),)
    reason = heading(Column("reason"), ui)
    deprecated = value_label(Status.DEPRECATED, ui)
    for number, step in enumerate(_STEPS, start=1):
        text = _(step).format(sheet=sheet, deprecated=deprecated, reason=reason)
        yield "number text", (f"{number}.", text)
    yield "text", ("",)
    yield "heading", (_("Statuses"),)
    for status, meaning in _STATUSES.items():
        yield status.value, (value_label(status, ui), _(meaning))
    yield "text", ("",)
    yield "heading", (_("Why a term is not to be used"),)
    yield "text", (", ".join(value_label(value, ui) for value in Reason),)
    yield "text", ("",)
    yield "heading", (_("Columns"),)
    for field in dict.fromkeys(column.field for column in columns):
        languages = [column for column in columns if column.field == field]
        label = heading(Column(field), ui) if field != TERM else ""
        if field == TERM:
            label = ", ".join(heading(column, ui) for column in languages)
        yield "text", (label, _(_COLUMNS[field]))


def _edition(settings: Settings) -> dict[str, str]:
    return {"edition": settings.edition or "—", "date": settings.date or "—"}
