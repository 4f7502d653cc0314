"""The glossary's data model: concept entry > language section > term entry (ISO 30042).

All values are frozen; a method answers a question about its own value. Places (where in which file
a value was read) stand outside equality. The levels are those of TBX-Basic, so that export is a
copy, not a conversion: the subject field belongs to the concept, the definition to the concept's
language section, context and administrative status to the term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from vnru_terms.findings import Place

LANGUAGE_ORDER = ("vi", "en", "ru")

# The folder of persons and places: found in look-up and exported, but no subject field, not counted
# as terms, not printed, and no neighbours of what is mined.
NAMES_FOLDER = "names"
NAMES_LABEL = {
    "vi": "Nhân danh và địa danh",
    "en": "Persons and places",
    "ru": "Имена и географические названия",
}

# A slot of a formula, `{X}` or with its case `{X:gen}`.
SLOT = re.compile(r"\s*\{[^{}]*\}\s*")


class Kind(Enum):
    """What a concept is."""

    TERM = "term"
    INSTITUTION = "institution"
    TITLE = "title"
    DOCUMENT = "document"
    EVENT = "event"
    FORMULA = "formula"
    VERB = "verb"
    NAME = "name"


class Status(Enum):
    """Administrative status of a term (ISO 30042 administrativeStatus)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


class TermType(Enum):
    """Form of a term (ISO 30042 termType)."""

    FULL_FORM = "full form"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    SHORT_FORM = "short form"
    VARIANT = "variant"
    PHRASE = "phrase"


class PartOfSpeech(Enum):
    """Part of speech (ISO 30042 partOfSpeech)."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    OTHER = "other"


class Gender(Enum):
    """Grammatical gender of the head noun (ISO 30042 grammaticalGender)."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"


class Number(Enum):
    """The number in which a term is used only or normally."""

    SINGULAR = "singular"
    PLURAL = "plural"


class Usage(Enum):
    """Whose word a term is."""

    VN_SIDE = "vn-side"
    RU_SIDE = "ru-side"
    OFFICIAL = "official"
    PRESS = "press"


class Reason(Enum):
    """Why a term is deprecated."""

    CALQUE = "calque"
    WRONG_REFERENT = "wrong referent"
    SPELLING = "spelling"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Context:
    """An attested sentence or clause with the term in it, and where it was read."""

    text: str
    source: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition in one language, and where it comes from."""

    text: str
    source: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Collocation:
    """A set phrase with the term, in up to three languages."""

    vi: str = ""
    en: str = ""
    ru: str = ""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term of a concept in one language."""

    term: str
    status: Status = Status.PREFERRED
    type: TermType | None = None
    part_of_speech: PartOfSpeech | None = None
    gender: Gender | None = None
    number: Number | None = None
    indeclinable: bool = False
    usage: tuple[Usage, ...] = ()
    pair: str = ""
    government: str = ""
    stressed: str = ""
    reason: Reason | None = None
    forms: tuple[str, ...] = ()
    collocations: tuple[Collocation, ...] = ()
    context: Context | None = None
    see: tuple[str, ...] = ()
    note: str = ""
    source: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def surface(self) -> str:
        """The term as it stands in a text: without the slots of a formula.

        >>> TermEntry("theo lời mời của {X}").surface
        'theo lời mời của'
        """
        return SLOT.sub(" ", self.term).strip()

    @property
    def is_attested(self) -> bool:
        """Whether the term or its context has a source; evidence is derived, never typed."""
        return bool(self.source or (self.context and self.context.source))

    @property
    def is_permitted(self) -> bool:
        """Whether a translator may use the term today."""
        return self.status in (Status.PREFERRED, Status.ADMITTED)


@dataclass(frozen=True, slots=True)
class Review:
    """Who read a language section, and when (ISO date)."""

    by: str
    on: str


@dataclass(frozen=True, slots=True)
class LanguageSection:
    """All that a concept entry says in one language."""

    language: str
    terms: tuple[TermEntry, ...] = ()
    definition: Definition | None = None
    reviewed: Review | None = None
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def preferred(self) -> TermEntry | None:
        """The first preferred term, or None where the language is still to be found."""
        return next((t for t in self.terms if t.status is Status.PREFERRED), None)


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when (ISO dates, may be partial) the concept is or was in force."""

    from_: str = ""
    to: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """One concept: its id, its subject field, and its terms by language."""

    id: str
    subject_field: str
    languages: tuple[LanguageSection, ...] = ()
    kind: Kind = Kind.TERM
    distinguish: str = ""
    valid: Validity | None = None
    trap: str = ""
    related: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()
    note: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def is_name(self) -> bool:
        """Whether it is a person or place of the folder `names/`, which is no subject field."""
        return self.subject_field == NAMES_FOLDER

    @property
    def head(self) -> str:
        """The term under which it is shown: the first preferred one in order of languages.

        Any term where none is preferred, the id where there is none.
        """
        preferred = (self.preferred(code) for code in LANGUAGE_ORDER)
        terms = (term for _language, term in self.all_terms())
        return next((term.term for term in (*preferred, *terms) if term), self.id)

    def section(self, language: str) -> LanguageSection | None:
        """The section of a language, or None."""
        return next((s for s in self.languages if s.language == language), None)

    def preferred(self, language: str) -> TermEntry | None:
        """The first preferred term of a language, or None."""
        section = self.section(language)
        return section.preferred if section else None

    def terms(self, language: str) -> tuple[TermEntry, ...]:
        """All term entries of a language, in the file's order."""
        section = self.section(language)
        return section.terms if section else ()

    @property
    def evidence(self) -> int:
        """How many of its terms are attested."""
        return sum(term.is_attested for _language, term in self.all_terms())

    def all_terms(self) -> Iterator[tuple[str, TermEntry]]:
        """Every term entry with its language, in the order of the file."""
        for section in self.languages:
            for term in section.terms:
                yield section.language, term


@dataclass(frozen=True, slots=True)
class SubjectField:
    """A subject field: its folder's name, its label and its printed abbreviation by language."""

    slug: str
    label: Mapping[str, str]
    abbreviation: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Settings:
    """What `glossary.yaml` says of the glossary as a whole; `date` dates everything generated.

    `imprint` is what its owner has to say of it in the printed book, by language.
    """

    format: str = "1"
    title: Mapping[str, str] = field(default_factory=dict)
    edition: str = ""
    date: str = ""
    licence: str = ""
    contact: str = ""
    imprint: Mapping[str, str] = field(default_factory=dict)
    subject_fields: tuple[SubjectField, ...] = ()
    place: Place | None = field(default=None, compare=False, repr=False)

    def subject_label(self, slug: str, language: str) -> str:
        """The printed label of a subject field, or its slug where it has none."""
        if slug == NAMES_FOLDER:
            return NAMES_LABEL.get(language, slug)
        for subject in self.subject_fields:
            if subject.slug == slug:
                return subject.label.get(language) or slug
        return slug


@dataclass(frozen=True, slots=True)
class Listed:
    """The id of a concept where a list of `appendices.yaml` names it."""

    id: str
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AppendixGroup:
    """Concepts in an order that is knowledge and not the alphabet's; `title` may be empty."""

    title: Mapping[str, str]
    concepts: tuple[Listed, ...]
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Appendix:
    """A table at the end of the book: its title by language, and its groups in order."""

    title: Mapping[str, str]
    groups: tuple[AppendixGroup, ...]
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that a curator turned down (a row of `rejected.tsv`)."""

    term: str
    reason: str = ""
    by: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Termbase:
    """A glossary in memory: its concept entries in order of id, its settings, its rejections.

    `cited` holds the lines that contexts cite, by source (`seeds/x.txt:7`), where the texts are
    there; rules compare a context with it. `appendices` are the book's tables in an order of their
    own. `related` symmetry is derived here.
    """

    entries: tuple[ConceptEntry, ...] = ()
    settings: Settings = field(default_factory=Settings)
    rejections: tuple[Rejection, ...] = ()
    cited: Mapping[str, str | None] = field(default_factory=dict)
    appendices: tuple[Appendix, ...] = ()

    @property
    def concepts(self) -> tuple[ConceptEntry, ...]:
        """The entries that count as terms: all but the persons and places of `names/`."""
        return tuple(entry for entry in self.entries if not entry.is_name)

    def entry(self, id: str) -> ConceptEntry | None:
        """The concept entry with this id, or None."""
        return next((e for e in self.entries if e.id == id), None)

    def related(self) -> dict[str, tuple[str, ...]]:
        """For every id the ids that it names as related or is named by, in order of id."""
        return _symmetric(self.entries, lambda e: e.related)

    def compared(self) -> dict[str, tuple[str, ...]]:
        """As `related`, for `compare`."""
        return _symmetric(self.entries, lambda e: e.compare)


def _symmetric(
    entries: tuple[ConceptEntry, ...], named: Callable[[ConceptEntry], tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    known = {e.id for e in entries}
    links: dict[str, set[str]] = {e.id: set() for e in entries}
    for entry in entries:
        for other in named(entry):
            if other in known and other != entry.id:
                links[entry.id].add(other)
                links[other].add(entry.id)
    return {id: tuple(sorted(others)) for id, others in links.items()}


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A line of a concordance: the term (node) with what stands left and right of it."""

    file: str
    line: int
    left: str
    node: str
    right: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mined string before a person accepts it; `known` is a concept id, `score` has no unit."""

    term: str
    kind: Kind
    score: float
    frequency: int
    documents: int
    variants: tuple[str, ...] = ()
    contexts: tuple[KwicLine, ...] = ()
    known: str | None = None
    rejected: bool = False
