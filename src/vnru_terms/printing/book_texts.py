"""The book's own words: headings, labels, front matter, in the language of the book.

They belong to the book, not to the interface, and so are no gettext messages: a Vietnamese book
printed by a Russian user is the same Vietnamese book. `book_words` has the record, one module a
language fills it.
"""

from __future__ import annotations

from vnru_terms.printing.book_texts_en import ENGLISH_BOOK
from vnru_terms.printing.book_texts_ru import RUSSIAN_BOOK
from vnru_terms.printing.book_texts_vi import VIETNAMESE_BOOK
from vnru_terms.printing.book_words import BookTexts

BOOK_TEXTS: dict[str, BookTexts] = {
    book.language: book for book in (VIETNAMESE_BOOK, ENGLISH_BOOK, RUSSIAN_BOOK)
}
