"""A small glossary to print, and readers of what was made of it: for tests only."""

from __future__ import annotations

import subprocess
from pathlib import Path

from pdf_reading import Page, spans_of_pages

from vnru_terms.findings import Place
from vnru_terms.model import (
    Collocation,
    ConceptEntry,
    Context,
    Definition,
    Gender,
    Kind,
    LanguageSection,
    Number,
    PartOfSpeech,
    Reason,
    Settings,
    Status,
    SubjectField,
    Termbase,
    TermEntry,
    TermType,
    Usage,
    Validity,
)
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book, Item, Part, Table
from vnru_terms.printing.page_data import chosen_entries, make_book
from vnru_terms.printing.part_texts import PART_TEXTS


def term(text: str, **more: object) -> TermEntry:
    """A term entry; a status is given by its value."""
    return TermEntry(text, **more)  # type: ignore[arg-type]


def concept(
    id: str, vi: list[TermEntry], en: list[TermEntry], ru: list[TermEntry], **more: object
) -> ConceptEntry:
    """A concept entry of the field talks with terms in three languages."""
    sections = tuple(
        LanguageSection(code, tuple(terms)) for code, terms in (("vi", vi), ("en", en), ("ru", ru))
    )
    path = f"glossary/talks/{id}.yaml"
    return ConceptEntry(id, "talks", sections, place=Place(path, 1, 1), **more)  # type: ignore[arg-type]


NEGOTIATIONS = concept(
    "negotiations",
    [
        term("đàm phán", part_of_speech=PartOfSpeech.VERB),
        term("hòa đàm", status=Status.ADMITTED),
        term("ĐP", status=Status.ADMITTED, type=TermType.ABBREVIATION),
    ],
    [term("negotiate", part_of_speech=PartOfSpeech.VERB, source=("https://example.org/a",))],
    [
        term("вести переговоры", pair="провести переговоры", government="с + твор."),
        term("переговоры", status=Status.ADMITTED, number=Number.PLURAL),
        term("торги", status=Status.DEPRECATED, reason=Reason.WRONG_REFERENT, note="о сделках"),
    ],
    distinguish="of states; see talks for one meeting",
    trap="đàm phán is a process",
)
TALKS = concept(
    "talks",
    [
        term("hội đàm", context=Context("hai bên hội đàm", "seeds/002_dc16.txt:39")),
        term("cuộc đàm luận", status=Status.SUPERSEDED),
    ],
    [term("talks", number=Number.PLURAL)],
    [term("переговоры", number=Number.PLURAL, collocations=(Collocation("a", "b", "в"),))],
    related=("negotiations",),
)
INVITATION = concept(
    "at-the-invitation-of",
    [term("theo lời mời của {X}", part_of_speech=PartOfSpeech.OTHER)],
    [term("at the invitation of {X}")],
    [term("по приглашению {X:gen}")],
    kind=Kind.FORMULA,
)
MINISTRY = concept(
    "ministry",
    [term("Bộ Tài nguyên"), term("TNMT", status=Status.ADMITTED, type=TermType.ACRONYM)],
    [term("Ministry"), term("MNR", status=Status.ADMITTED, type=TermType.ACRONYM)],
    [
        term("министерство", gender=Gender.NEUTER),
        term("МПР", status=Status.ADMITTED, type=TermType.ACRONYM, indeclinable=True),
    ],
    valid=Validity("2002-08-05", "2025-02-28", "negotiations"),
    compare=("talks",),
)
SETTINGS = Settings(
    title={"vi": "Thuật ngữ thử", "en": "Trial Glossary", "ru": "Пробный глоссарий"},
    edition="7",
    date="2026-11-01",
    licence="CC BY 4.0",
    subject_fields=(
        SubjectField(
            "talks",
            {"vi": "Hội đàm", "en": "Talks", "ru": "Переговоры"},
            {"vi": "HĐ", "en": "talks", "ru": "перег."},
        ),
    ),
)
VISIT = concept(
    "visit",
    [term("chuyến thăm", part_of_speech=PartOfSpeech.NOUN)],
    [term("visit", part_of_speech=PartOfSpeech.NOUN)],
    [
        term(
            "визит",
            part_of_speech=PartOfSpeech.NOUN,
            gender=Gender.MASCULINE,
            government="в + вин.",
            stressed="визи\u0301т",
            context=Context("прибыл с визитом", "https://example.org/visit"),
            collocations=(Collocation(vi="thăm {X}", ru="визит в {X:acc}"),),
        ),
    ],
)
SIGN = concept(
    "sign",
    [term("ký", part_of_speech=PartOfSpeech.VERB, source=("https://example.org/ky",))],
    [
        term(
            "sign",
            part_of_speech=PartOfSpeech.VERB,
            context=Context("to sign it", "seeds/7_a.txt:3"),
        )
    ],
    [
        term(
            "подписать",
            part_of_speech=PartOfSpeech.VERB,
            pair="подписывать",
            stressed="подписа\u0301ть / подпи\u0301сывать",
        ),
        term("завизировать", status=Status.DEPRECATED, reason=Reason.CALQUE),
    ],
    related=("visit",),
)
SEA = concept(
    "sea",
    [term("Biển Đông")],
    [term("East Sea", usage=(Usage.VN_SIDE,)), term("South China Sea", status=Status.ADMITTED)],
    [
        term("Восточное море", usage=(Usage.VN_SIDE,), gender=Gender.NEUTER),
        term("Южно-Китайское море", usage=(Usage.RU_SIDE, Usage.PRESS), gender=Gender.NEUTER),
    ],
)
DATA = concept(
    "data",
    [term("dữ liệu", status=Status.DEPRECATED)],
    [term("data", number=Number.PLURAL, part_of_speech=PartOfSpeech.NOUN)],
    [term("данные", number=Number.PLURAL, part_of_speech=PartOfSpeech.NOUN)],
)
ONLY_ENGLISH = concept("only", [], [term("only here")], [])
DEFINED = ConceptEntry(
    "treaty",
    "talks",
    (
        LanguageSection("vi", (term("điều ước"),), Definition("thỏa thuận", "Luật Điều ước")),
        LanguageSection("en", (term("treaty"),), Definition("an agreement")),
        LanguageSection("ru", (term("договор", stressed="догово\u0301р"),)),
    ),
)
# Terms with the grammar, usage and status that the books of three languages print differently.
WORDS = Termbase((DATA, DEFINED, ONLY_ENGLISH, SEA, SIGN, VISIT), SETTINGS)
# What a reader may ask for: one of each kind.
EDITIONS = {
    "plain": Edition(),
    "a4": Edition(paper="a4"),
    "subject": Edition(subject="treaties-and-international-law"),
    "english": Edition(language="en"),
    "russian": Edition(language="ru", targets=("vi",), stress=True),
    "large": Edition(large=True),
    "bleed": Edition(bleed=True),
}

SMALL = Termbase((INVITATION, MINISTRY, NEGOTIATIONS, TALKS), SETTINGS)


def made(termbase: Termbase, edition: Edition = EDITIONS["plain"]) -> Book:
    """The page data of an edition of a termbase."""
    return make_book(termbase, chosen_entries(termbase, edition), edition)


def plain(text: str) -> str:
    """With the spaces of a typewriter."""
    return " ".join(text.replace("\u00a0", " ").split())


def texts_of(item: Item, role: str) -> list[str]:
    """The text of each of the item's blocks in a role."""
    return [
        plain("".join(r.text for r in block.runs)) for block in item.blocks if block.role == role
    ]


def all_text(book: Book) -> str:
    """All that the parts print, in one line."""
    return plain(" ".join(text_of(item) for part in book.parts for item in part.items()))


def item_of(book: Book, id: str) -> Item:
    """The entry of a concept in the main part."""
    return next(item for item in book.parts[0].items() if item.id == id)


def text_of(item: Item) -> str:
    """All that an item prints, in one line."""
    return " ".join("".join(run.text for run in item.runs()).split())


def block_text(item: Item, role: str) -> str:
    """The text of the item's first block in a role."""
    runs = next(block.runs for block in item.blocks if block.role == role)
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def part(book: Book, name: str) -> Part:
    """A further part of the book, by the name of its title; short ones stand at the end."""
    title = getattr(PART_TEXTS[book.language], name)
    found = (part for part in (*book.parts, *book.appendices) if part.title == title)
    return next(part for part in found if isinstance(part, Part))


def table(book: Book, title: str) -> Table:
    """The table with this title."""
    found = (t for t in book.appendices if t.title.replace("\u00a0", " ") == title)
    return next(table for table in found if isinstance(table, Table))


def tables(book: Book) -> list[Table]:
    """The tables behind the parts."""
    return [found for found in book.appendices if isinstance(found, Table)]


def line(item: Item) -> str:
    """What a line prints, with plain spaces."""
    return "".join(run.text for run in item.head).replace("\u00a0", " ")


def lines(book: Book, name: str) -> list[str]:
    """The lines of a further part."""
    return [line(item) for item in part(book, name).items()]


def rows(found: Table) -> list[list[str]]:
    """What stands in the cells of a table."""
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in found.rows]


def pages_of(pdf: Path) -> list[str]:
    """The text of each page as pdftotext reads it."""
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def packed(text: str) -> str:
    """Without white space, since lines break where they will."""
    return "".join(text.split())


def pages_in_columns(pages: list[Page], book: Book) -> set[int]:
    """The pages, from 0, on which the parts of the book stand in two columns."""
    lists = [[packed(item.guide) for item in part.items()] for part in book.parts]
    return {number for guides in lists for number, *_span in spans_of_pages(pages, guides)}
