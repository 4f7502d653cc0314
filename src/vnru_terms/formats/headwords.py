"""The glossary as a dictionary: headwords in order, under each its senses, for dsl and stardict.

Every term of the source language is a headword, also one that must not be used: who reads it in a
text looks it up, and is told what to use. One headword stands once, with as many senses as it has
concepts. A sense is lines, a line is pieces of text with a style; the format only marks them up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vnru_terms.formats.format import Selection, permitted, printable, ranked
from vnru_terms.formats.parts import ALL_PARTS, Part
from vnru_terms.formats.tally import NO_EQUIVALENT, NO_TERM, Tally
from vnru_terms.lang import LANGUAGES
from vnru_terms.model import ConceptEntry, Status, TermEntry

# The readers speak the language of the equivalents.
_LABELS: dict[str, dict[str, str]] = {
    "en": {
        "use": "use", "not": "not", "deprecated": "do not use", "superseded": "no longer used",
        "valid": "in force", "admitted": "also", "compare": "compare", "official": "official",
        "vn-side": "Vietnamese side", "ru-side": "Russian side", "press": "press",
        "calque": "calque", "wrong referent": "means something else", "spelling": "spelling",
        "outdated": "outdated", "pair": "aspect pair", "see": "see",
    },
    "ru": {
        "use": "следует", "not": "не", "deprecated": "не употреблять",
        "superseded": "больше не употребляется", "valid": "действует", "admitted": "также",
        "compare": "ср.", "official": "офиц.", "vn-side": "вьетнамская сторона",
        "ru-side": "российская сторона", "press": "пресса", "calque": "калька",
        "wrong referent": "означает другое", "spelling": "написание", "outdated": "устарело",
        "pair": "вид. пара", "see": "см.",
    },
    "vi": {
        "use": "dùng", "not": "không dùng", "deprecated": "không dùng",
        "superseded": "không còn dùng", "valid": "hiệu lực", "admitted": "cũng",
        "compare": "so sánh", "official": "chính thức", "vn-side": "phía Việt Nam",
        "ru-side": "phía Nga", "press": "báo chí", "calque": "dịch từng chữ",
        "wrong referent": "chỉ đối tượng khác", "spelling": "chính tả", "outdated": "lỗi thời",
        "pair": "cặp thể", "see": "xem",
    },
}  # fmt: skip

PLAIN, LABEL, TERM, EXAMPLE, LINK = "plain", "label", "term", "example", "link"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: its text and its style."""

    text: str
    style: str = PLAIN


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Headword:
    """A headword with its senses, each with the concept that it is of."""

    text: str
    senses: tuple[tuple[ConceptEntry, TermEntry], ...]


def headwords(selection: Selection, target: str, tally: Tally) -> list[Headword]:
    """All headwords in the order of the source language's dictionaries."""
    key = LANGUAGES[selection.source].sort_key
    words = list(unordered_headwords(selection, target, tally))
    words.sort(key=lambda word: (key(word.text), word.text))
    return words


def unordered_headwords(selection: Selection, target: str, tally: Tally) -> Iterator[Headword]:
    """All headwords, for a format with an order of its own."""
    found: dict[str, list[tuple[ConceptEntry, TermEntry]]] = {}
    for entry in selection.entries:
        if not permitted(entry, target):
            tally.add(NO_EQUIVALENT, f"{entry.id} ({target})")
            continue
        if not any(headword_text(term.term) for term in entry.terms(selection.source)):
            tally.add(NO_TERM, f"{entry.id} ({selection.source})")
        for term in entry.terms(selection.source):
            senses = found.setdefault(headword_text(term.term), [])
            if all(entry is not other for other, _term in senses):
                senses.append((entry, term))
    while found:
        text, of_text = found.popitem()
        if text:
            yield Headword(text, tuple(of_text))


def headword_text(text: str) -> str:
    """A term as a headword: on one line; slots are kept, they say where the noun goes."""
    return " ".join(printable(text).split())


class Senses:
    """Makes the lines of senses; holds what all of them share: the selection and the links."""

    def __init__(self, selection: Selection, target: str) -> None:
        self.selection, self.target = selection, target
        self.labels = _LABELS[target]
        # Of each concept the headword that a link leads to.
        self.heads: dict[str, str] = {}
        for entry in selection.entries:
            terms = ranked(entry.terms(selection.source))
            if terms and permitted(entry, target):
                self.heads[entry.id] = headword_text(terms[0].term)

    def lines(self, entry: ConceptEntry, term: TermEntry) -> Iterator[Line]:
        """The lines of one sense, equivalents first."""
        yield from self._head(entry, term)
        yield from self._equivalents(entry)
        if entry.trap:
            yield (Piece("! ", LABEL), Piece(entry.trap))
        for language in (self.selection.source, self.target):
            section = entry.section(language)
            if section and section.definition:
                source = f" ({section.definition.source})" if section.definition.source else ""
                yield (Piece(section.definition.text), Piece(source, LABEL))
        yield from self._examples(entry)
        for text in (entry.note, *(t.note for t in entry.terms(self.target))):
            if text:
                yield (Piece(text, LABEL),)
        see = [Piece(text) for term in entry.terms(self.target) for text in term.see]
        if see:
            yield (Piece(f"{self.labels['see']} ", LABEL), *_between(see, Piece("; ")))
        links = [self.heads[id] for id in (*entry.related, *entry.compare) if id in self.heads]
        if links:
            joined = [Piece(text, LINK) for text in dict.fromkeys(links)]
            yield (Piece(f"{self.labels['compare']} ", LABEL), *_between(joined, Piece("; ")))

    def _head(self, entry: ConceptEntry, term: TermEntry) -> Iterator[Line]:
        subject = self.selection.settings.subject_label(entry.subject_field, self.target)
        pieces = [Piece(subject, LABEL)]
        if entry.distinguish:
            pieces.append(Piece(f" – {entry.distinguish}"))
        if entry.valid:
            span = f"{entry.valid.from_} – {entry.valid.to}".strip()
            pieces.append(Piece(f" ({self.labels['valid']}: {span})", LABEL))
            successor = self.heads.get(entry.valid.successor, entry.valid.successor)
            if successor:
                pieces += [Piece(" → "), Piece(successor, LINK)]
        yield tuple(pieces)
        preferred = entry.preferred(self.selection.source)
        if not term.is_permitted:
            why = self.labels[term.status.value]
            reason = f" ({self.labels[term.reason.value]})" if term.reason else ""
            head = preferred.term if preferred else ""
            use = [Piece(f"; {self.labels['use']} "), Piece(head, LINK)] if head else []
            yield (Piece(f"{why}{reason}", LABEL), *use)
        elif term.status is Status.ADMITTED and preferred:
            yield (Piece("= ", LABEL), Piece(headword_text(preferred.term), LINK))

    def _equivalents(self, entry: ConceptEntry) -> Iterator[Line]:
        for term in permitted(entry, self.target):
            pieces = [Piece(term.term, TERM)]
            if term.status is Status.ADMITTED:
                pieces.insert(0, Piece(f"{self.labels['admitted']} ", LABEL))
            marks = LANGUAGES[self.target].marks
            grammar = [marks.get(value, "") for value in _grammar(term)]
            grammar += [term.government]
            if term.pair:
                grammar.append(f"{self.labels['pair']} {term.pair}")
            grammar += [self.labels[usage.value] for usage in term.usage]
            told = ", ".join(filter(None, grammar))
            pieces += [Piece(f" {told}", LABEL)] if told else []
            yield tuple(pieces)
        for term in entry.terms(self.target):
            if not term.is_permitted:
                label = "not" if term.status is Status.DEPRECATED else "superseded"
                reason = f" ({self.labels[term.reason.value]})" if term.reason else ""
                yield (Piece(f"{self.labels[label]}: ", LABEL), Piece(term.term), Piece(reason))

    def _examples(self, entry: ConceptEntry) -> Iterator[Line]:
        terms = (*entry.terms(self.selection.source), *entry.terms(self.target))
        for collocation in dict.fromkeys(c for term in terms for c in term.collocations):
            sides = (getattr(collocation, c) for c in (self.selection.source, self.target))
            texts = [text for text in sides if text]
            if len(texts) == 2:
                yield (Piece(" – ".join(texts), EXAMPLE),)
        for term in terms:
            if term.context:
                yield (Piece(term.context.text, EXAMPLE),)


def _grammar(term: TermEntry) -> list[str]:
    values = [term.gender.value if term.gender else "", term.number.value if term.number else ""]
    return [*values, "indeclinable" if term.indeclinable else ""]


def _between(pieces: list[Piece], gap: Piece) -> list[Piece]:
    return [p for piece in pieces for p in (gap, piece)][1:]


DICTIONARY_PARTS = ALL_PARTS - {
    Part.PART_OF_SPEECH, Part.STRESSED, Part.FORMS, Part.TYPE, Part.SOURCE, Part.REVIEWED,
    Part.KIND, Part.QUOTED,
}  # fmt: skip
