"""What `print` refuses before it begins: editions that contradict themselves, empty books."""

from __future__ import annotations

from dataclasses import replace

from vnru_terms.findings import UnreadableInputError
from vnru_terms.messages import _
from vnru_terms.model import Termbase
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.engine import PAPERS
from vnru_terms.printing.page_data import chosen_entries

# The language whose dictionaries mark the stress.
STRESSED = "ru"


def refuse_nonsense(edition: Edition, *, booklet: bool) -> None:
    """UnreadableInputError where the edition asks for what there is not."""
    if edition.paper not in PAPERS:
        raise UnreadableInputError(
            _("there is no paper “{paper}”.").format(paper=edition.paper),
            hint=_("One of: {names}.").format(names=", ".join(PAPERS)),
        )
    if edition.language in edition.targets:
        raise UnreadableInputError(
            _("a book with heads in “{language}” has no equivalents in “{language}”.").format(
                language=edition.language
            ),
            hint=_("Give another language to --to, or to --head."),
        )
    if edition.stress and STRESSED not in edition.languages:
        raise UnreadableInputError(
            _("stress marks are for Russian terms, and this book has none."),
            hint=_("Leave out --stress, or add --to ru."),
        )
    if edition.pocket:
        _refuse_for_a_card(edition, booklet=booklet)
    if edition.large and edition.paper != edition.own_paper:
        raise UnreadableInputError(
            _("large print is set on A4."), hint=_("Leave out --paper, or --large.")
        )
    if edition.bleed and booklet:
        raise UnreadableInputError(
            _("a booklet for your own printer has no crop marks."),
            hint=_("Leave out --bleed, or --booklet: a printing house imposes the sheets itself."),
        )


def _refuse_for_a_card(edition: Edition, *, booklet: bool) -> None:
    if edition.subject is None:
        raise UnreadableInputError(
            _("a pocket card is of one subject field."),
            hint=_("Add --subject and its folder: --subject visits-and-protocol."),
        )
    others = {
        "--large": edition.large,
        "--bleed": edition.bleed,
        "--booklet": booklet,
    }
    given = [name for name, wanted in others.items() if wanted]
    if given:
        raise UnreadableInputError(
            _("{option} is for a book, not for a pocket card.").format(option=given[0]),
            hint=_("Leave out {option}, or --pocket.").format(option=given[0]),
        )


def refuse_volumes(volumes: int) -> None:
    """UnreadableInputError where a book that is to be one file has several volumes."""
    if volumes > 1:
        raise UnreadableInputError(
            _("the book has several volumes, each in a file of its own."),
            hint=_("Give a path to --out, or print by subject field."),
        )


def no_stress() -> UnreadableInputError:
    """For a book that would be called the interpreter's edition without a single stress mark."""
    return UnreadableInputError(
        _("no Russian term of this book has stress marks in the glossary."),
        hint=_("Leave out --stress, or fill the field `stressed` of the terms."),
    )


def nothing_to_print(termbase: Termbase, edition: Edition) -> UnreadableInputError:
    elsewhere = replace(edition, subject=None)
    slugs = sorted({entry.subject_field for entry in chosen_entries(termbase, elsewhere)})
    if edition.subject is not None and slugs:
        return UnreadableInputError(
            _("no entry of subject field “{subject}” can be printed.").format(
                subject=edition.subject
            ),
            hint=_("Subject fields with entries: {names}.").format(names=", ".join(slugs)),
        )
    return UnreadableInputError(
        _("there is nothing to print: no entry has the terms for a book in {languages}.").format(
            languages=", ".join(edition.languages)
        ),
        hint=_("Add a concept entry, or give another folder with --glossary."),
    )
