"""What is asked, and what was found: the two values of a look-up."""

from __future__ import annotations

from vnru_terms.text.typed import fold, spelling, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vnru_terms.store.index import TermRow

# A query longer than any term is cut: it cannot match whole, and must not take long.
LONGEST_QUERY = 1000


class Query:
    """A query: its words, folded and by spelling; not changed once made.

    `at_most` is how many rows one question to the index may bring, all where it is -1.
    """

    __slots__ = ("at_most", "folded", "languages", "spelled", "text", "words")

    def __init__(self, text: str, languages: tuple[str, ...], at_most: int) -> None:
        self.text = text[:LONGEST_QUERY].strip()
        self.words = words_of(self.text)
        self.folded = [fold(word) for word in self.words]
        self.spelled = [spelling(word) for word in self.words]
        self.languages = languages
        self.at_most = at_most


class Hit:
    """A term of the index that was found, and why.

    `typos` is by how many letters it differs from the query, `part` the words of the query that it
    answers where it answers not all of them.
    """

    __slots__ = ("kind", "part", "row", "typos")

    def __init__(self, row: TermRow, kind: str, typos: int = 0, part: str = "") -> None:
        self.row = row
        self.kind = kind
        self.typos = typos
        self.part = part
