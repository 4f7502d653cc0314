"""Read a PDF: the text that pypdf finds, put together again into paragraphs, page by page.

A PDF knows no paragraphs, only lines at places on a page. `paragraphs.py` drops what repeats on
the pages and joins broken lines. A page is the place of all its paragraphs. pypdf bounds what it
unpacks and how deep it follows; pages and characters are bounded here.
"""

from __future__ import annotations

import io
import logging
import time
from types import ModuleType

from vnru_terms.extras import need
from vnru_terms.findings import Finding
from vnru_terms.messages import _, ngettext
from vnru_terms.store.readers.paragraphs import join_pages
from vnru_terms.store.readers.reading import (
    LARGEST_FILE,
    Reading,
    Unit,
    damaged,
    refused,
    too_large,
    warning,
)

MOST_PAGES = 5_000
# A page with fewer characters has a page number and a stamp, but no text.
FEWEST_CHARACTERS = 20
# pypdf reads some ten pages a second; what it has read by then is given.
SECONDS = 90.0


def read_pdf(data: bytes, name: str) -> Reading:
    """The paragraphs of a PDF, a blank line between them, each placed at its page."""
    pypdf = need("mine", "pypdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    # Parsers of a broken PDF raise whatever the accident was, a KeyError as well as their own.
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _unlocked(reader, pypdf):
            return _locked(name)
        count = len(reader.pages)
        if count > MOST_PAGES:
            message = _("has {count} pages.").format(count=count)
            hint = _("At most {limit} are read; split it.").format(limit=MOST_PAGES)
            return refused(name, "E127", message, hint)
        pages, failed = _texts(reader)
    except (pypdf.errors.DependencyError, NotImplementedError):
        return _locked(name)
    except Exception as error:
        return damaged(name, str(error) or type(error).__name__)
    if pages is None:
        return too_large(name)
    empty = [n for n, text in enumerate(pages, 1) if len(text.strip()) < FEWEST_CHARACTERS]
    if not any(text.strip() for text in pages) or (len(empty) == len(pages) > 1):
        if failed:
            return damaged(name, _("no page of it can be read"))
        return refused(
            name,
            "E130",
            ngettext(
                "its {count} page holds no text, only pictures: a scan?",
                "its {count} pages hold no text, only pictures: a scan?",
                count,
            ).format(count=count),
            _("Run OCR over it first, e.g. ocrmypdf -l vie FILE NEW."),
        )
    found = _partly(name, empty, failed)
    if len(pages) < count:
        message = _("only the first {read} of {count} pages could be read in {seconds} seconds.")
        message = message.format(read=len(pages), count=count, seconds=int(SECONDS))
        found.append(warning(name, "W133", message, _("Split the file."), place=len(pages)))
    placed = join_pages(pages)
    lines: list[str] = []
    places: list[int] = []
    for page, paragraph in placed:
        gap = [""] if lines else []
        lines += [*gap, paragraph]
        places += [page] * (len(gap) + 1)
    return Reading(tuple(lines), tuple(places), Unit.PAGE, tuple(found))


def _texts(reader: object) -> tuple[list[str] | None, list[int]]:
    """The text of each page, None if it is too much; and the pages that could not be read."""
    texts: list[str] = []
    failed: list[int] = []
    size = 0
    end = time.monotonic() + SECONDS
    for number, page in enumerate(reader.pages, 1):  # type: ignore[attr-defined]
        try:
            text = page.extract_text()
        except Exception:
            text = ""
            failed.append(number)
        size += len(text)
        if size > LARGEST_FILE:
            return None, failed
        texts.append(text)
        if time.monotonic() > end:
            break
    return texts, failed


def _unlocked(reader: object, pypdf: ModuleType) -> bool:
    # Many a PDF is only locked against changes and opens for reading with an empty password.
    opened = reader.decrypt("")  # type: ignore[attr-defined]
    return bool(opened != pypdf.PasswordType.NOT_DECRYPTED)


def _locked(name: str) -> Reading:
    return refused(
        name,
        "E129",
        _("is locked by a password."),
        _("Open it in a viewer and print it into a new PDF, or save its text as .txt."),
    )


def _partly(name: str, empty: list[int], failed: list[int]) -> list[Finding]:
    found = []
    if failed:
        message = _("pages that cannot be read: {pages}.").format(pages=_some(failed))
        found.append(warning(name, "W133", message, place=failed[0]))
    pictures = [page for page in empty if page not in set(failed)]
    if pictures:
        message = _("pages without text: {pages}.").format(pages=_some(pictures))
        hint = _("If they are scans, run OCR over the file first.")
        found.append(warning(name, "W133", message, hint, place=pictures[0]))
    return found


def _some(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return shown + ", …" if len(numbers) > 10 else shown
