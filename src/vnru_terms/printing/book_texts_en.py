"""The words of the book in English: the book with English heads."""

from __future__ import annotations

from vnru_terms.printing.book_words import BookTexts, Naming

_NAMES = {"vi": "Vietnamese", "en": "English", "ru": "Russian"}

ENGLISH_BOOK = BookTexts(
    language="en",
    naming=Naming(
        first=_NAMES,
        last=_NAMES,
        dash="–",
        ending="",
        terms=_NAMES,
        part=_NAMES,
        index=_NAMES,
        both="and",
        either="or",
    ),
    default_title="{direction} Glossary",
    main_title="{direction}",
    index_title="{direction} index",
    sections={
        "contents": "Contents",
        "how": "How to use this glossary",
        "abbreviations": "Abbreviations and signs",
        "abbreviation": "Short",
        "subjects": "Subject fields",
        "sources": "Sources",
        "articles": "Articles quoted as contexts",
        "addresses": "Sources of the terms",
    },
    parts_of_speech={
        "noun": "n.",
        "verb": "v.",
        "adjective": "adj.",
        "adverb": "adv.",
        "other": "phr.",
    },
    marks={
        "masculine": "m.",
        "feminine": "f.",
        "neuter": "nt.",
        "singular": "sing.",
        "plural": "pl.",
        "indeclinable": "indecl.",
        "perfective": "pf.",
        "imperfective": "impf.",
        "nom": "nom.",
        "gen": "gen.",
        "dat": "dat.",
        "acc": "acc.",
        "ins": "instr.",
        "loc": "prep.",
        "prep": "prep.",
    },
    usages={
        "vn-side": "VN side",
        "ru-side": "RU side",
        "official": "official",
        "press": "press",
    },
    reasons={
        "calque": "word-for-word calque",
        "wrong referent": "denotes something else",
        "spelling": "misspelt",
        "outdated": "outdated",
    },
    labels={
        "also": "also",
        "former": "formerly",
        "deprecated": "do not use:",
        "see instead": "do not use; see",
        "caution": "Note",
        "see": "see",
        "see also": "see also",
        "compare": "cf.",
        "from": "from",
        "to": "until",
        "successor": "now",
    },
    roles={
        "head": (
            "Headword",
            (
                ", in alphabetical order word by word; a hyphen counts as a space, capitals and "
                "accents are ignored."
            ),
        ),
        "speech": ("Part of speech.", ""),
        "short": ("Abbreviation", " in accepted use."),
        "subject": ("Subject field", "; see the table of subject fields."),
        "number": ("Entry number", ", to which an index leads."),
        "variant": ("Other names", " in accepted use."),
        "sense": ("Sense", ": tells the concept from its namesakes; read it before you choose."),
        "validity": ("Period", " in which the body, name or document existed or was in force."),
        "term": ("Equivalents", ": the preferred one first, accepted ones after it."),
        "grammar": ("Grammar", ": gender and number of nouns, aspect of verbs."),
        "government": ("Preposition and case", " that follow."),
        "usage": ("Usage", " of the term after it: which side says so, in which kind of text."),
        "remark": ("Remark", " on the term before it."),
        "source": ("Source", ", listed at the end; a term without a number has none recorded."),
        "avoid": ("Not to be used", ", with the reason."),
        "language": ("Language", " of the definition or note after it."),
        "definition": ("Definition.", ""),
        "context": ("Context", ", quoted word for word."),
        "place": ("Place", " where it was read: article and line, or a law."),
        "phrase": ("Set phrase", " with the term."),
        "caution": ("Note", " on usage and common mistakes."),
        "reference": ("Cross-references", ", with entry numbers; cf. means compare."),
    },
    counts={
        "entries": ("entry", "entries"),
        "vi": ("Vietnamese term", "Vietnamese terms"),
        "en": ("English term", "English terms"),
        "ru": ("Russian term", "Russian terms"),
    },
    thousands=",",
    edition="Edition {edition}",
    dates=("{day} {name} {year}", "{name} {year}", "{year}"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    contact="Contact: {contact}",
    production="Set in Noto Serif and Noto Sans. The book was made with vnru-terms.",
    licence="Licence: {licence}.",
    quoted="Rights in the sentences quoted as contexts remain with those who published them.",
    evidence="A term with a number in square brackets, or with a quoted context, was found in the "
    "source named; for a term with neither, no source is recorded.",
    intro="The main part is in the order of the English terms. {index_leads} from {names} terms to "
    "entry numbers.",
    index_leads=("The index after it leads", "The indexes after it lead"),
    inner_words="The “{title}” is for a reader who remembers a word that the term does not begin "
    "with.",
    notes="Notes are printed as they were written; before a note or definition that is not in "
    "English stands its language ({marks}).",
    stress="In entries and tables, not in index lines, an acute accent over the vowel shows the "
    "stress of a Russian term.",
    partly_stressed="Of {all} Russian terms that need stress marks, {done} have them.",
    stress_edition="Interpreter’s edition, with Russian stress marks",
    specimen="A specimen entry:",
    volume="Volume {number}: {span}",
    volume_entries="Entries in this volume: {own}",
    all_volumes="All volumes: {counts}",
    other_volumes="The other volumes",
    help_heading="How to use this glossary",
    help="Look a term up in the {part} part, or find its number in the {index} index. The "
    "preferred equivalent comes first, accepted ones follow; what stands after “{avoid}” is not to "
    "be used. The line under the headword tells a concept from its namesakes. Numbers in square "
    "brackets refer to the sources at the end.",
)
