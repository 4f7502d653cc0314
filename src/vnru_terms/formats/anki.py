"""Anki deck: the source term on the front, an equivalent on the back, a card for each language.

A note a concept, with the concept's id as its guid, so that importing a later edition updates the
cards and keeps what was learnt. A deck a subject field. Persons and places stay out: they are
looked up, not learnt. Needs the extra “formats” (genanki).
"""

from __future__ import annotations

import html
import itertools
import sqlite3
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vnru_terms.extras import need
from vnru_terms.formats.comments import flat
from vnru_terms.formats.format import Format, Selection, permitted, without_names
from vnru_terms.formats.pairs import tell_unwanted
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import NO_EQUIVALENT, Tally
from vnru_terms.formats.zipped import from_start, zipped
from vnru_terms.lang import LANGUAGES
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Status, TermEntry

_STYLE = """.card { font: 1.4rem/1.4 sans-serif; text-align: center; }
small, .told { color: #777; font-size: .9rem; }
.told { margin-top: 1rem; }
"""
_ONE_DAY = 86_400


def stream_anki(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One package with a deck for each subject field."""
    return {"glossary.apkg": zipped(_parts(selection, tally))}


def _parts(selection: Selection, tally: Tally) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The collection, a database that is filled note by note, and the list of media: none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(path)) as base:
            _fill(base.cursor(), selection, tally)
            base.commit()
        with path.open("rb") as file:
            yield path.name, from_start(file)
        yield "media", (b"{}",)


def _fill(cursor: sqlite3.Cursor, selection: Selection, tally: Tally) -> None:
    genanki = need("formats", "genanki")
    model, timestamp = _model(genanki, selection.source), _timestamp(selection)
    numbers = itertools.count(int(timestamp * 1000))
    genanki.Package([]).write_to_db(cursor, timestamp, numbers)
    decks: dict[str, Any] = {}

    def deck(slug: str) -> Any:
        if slug not in decks:
            name = _deck_name(selection, slug)
            decks[slug] = genanki.Deck(_number(f"deck {slug}" if slug else "deck"), name)
            decks[slug].add_model(model)
            decks[slug].write_to_db(cursor, timestamp, numbers)
        return decks[slug]

    for entry in without_names(selection, tally):
        for language in selection.languages:
            tell_unwanted(entry, language, tally)
        if not permitted(entry, selection.source) or not any(
            permitted(entry, target) for target in selection.targets
        ):
            tally.add(NO_EQUIVALENT, entry.id)
            continue
        fields = list(_fields(entry, selection))
        guid = _guid(entry.id, selection.source)
        note = genanki.Note(model, fields, guid=guid, tags=[entry.subject_field])
        note.write_to_db(cursor, timestamp, deck(entry.subject_field).deck_id, numbers)
    if not decks:
        deck("")


def _guid(id: str, source: str) -> str:
    """The concept's id; with its source where that is another, so that both decks can be learnt."""
    return id if source == LANGUAGE_ORDER[0] else f"{id}/{source}"


def _model(genanki: Any, source: str) -> Any:
    """The kind of note: the same fields whatever languages are chosen, so notes keep theirs."""
    names = [LANGUAGES[code].endonym for code in LANGUAGE_ORDER]
    front = LANGUAGES[source].endonym
    templates = [
        {
            "name": f"{source} → {code}",
            "qfmt": _when(name, f"{{{{{front}}}}}<br><small>→ {name}</small>"),
            "afmt": f"{{{{FrontSide}}}}<hr id=answer>{{{{{name}}}}}"
            '<div class="told">{{Note}}</div><div class="told">{{Context}}</div>',
        }
        for code, name in zip(LANGUAGE_ORDER, names, strict=True)
        if code != source
    ]
    return genanki.Model(
        _number(f"model {source}"),
        f"vnru-terms ({source})",
        fields=[{"name": name} for name in (*names, "Note", "Context")],
        templates=templates,
        css=_STYLE,
        sort_field_index=LANGUAGE_ORDER.index(source),
    )


def _when(field: str, text: str) -> str:
    """A template that gives no card where a field is empty."""
    return f"{{{{#{field}}}}}{text}{{{{/{field}}}}}"


def _fields(entry: ConceptEntry, selection: Selection) -> Iterator[str]:
    for code in LANGUAGE_ORDER:
        terms = permitted(entry, code) if code in selection.languages else ()
        yield "<br>".join(_shown(term, code) for term in terms)
    told = [entry.distinguish, entry.trap]
    section = entry.section(selection.source)
    told += [section.definition.text] if section and section.definition else []
    yield "<br>".join(_text(text) for text in told if text)
    terms = entry.terms(selection.source)
    yield _text(next((term.context.text for term in terms if term.context), ""))


def _shown(term: TermEntry, language: str) -> str:
    marks = LANGUAGES[language].marks
    grammar = [marks.get(term.gender.value, "")] if term.gender else []
    grammar += [marks.get(term.number.value, "")] if term.number else []
    grammar += [term.government] if term.government else []
    grammar += [term.stressed] if term.stressed else []
    text = _text(term.term)
    text = text if term.status is Status.PREFERRED else f"({text})"
    told = _text(", ".join(filter(None, grammar)))
    return f"{text} <small>{told}</small>" if told else text


def _deck_name(selection: Selection, slug: str) -> str:
    title = selection.settings.title.get(selection.source) or "vnru-terms"
    names = [title, selection.settings.subject_label(slug, selection.source)] if slug else [title]
    # `::` parts the levels of decks.
    return "::".join(flat(name).replace("::", ":") for name in names)


def _text(text: str) -> str:
    r"""Escaped for HTML; braces too, which Anki would take for fields, and its field separator."""
    safe = html.escape(text.replace("\x1f", " ").replace("\0", ""))
    return safe.replace("{{", "&#123;&#123;").replace("}}", "&#125;&#125;")


def _number(name: str) -> int:
    """A number for a deck or a kind of notes that is the same in every edition."""
    return 1_000_000_000 + zlib.crc32(f"vnru-terms {name}".encode())


def _timestamp(selection: Selection) -> float:
    try:
        day = datetime.fromisoformat(selection.settings.date)
    except ValueError:
        return float(_ONE_DAY)
    return max(day.replace(tzinfo=UTC).timestamp(), float(_ONE_DAY))


ANKI = Format(
    name="anki",
    suffix=".apkg",
    client="Anki",
    carries=frozenset(
        (
            Part.SUBJECT_FIELD, Part.SYNONYMS, Part.ADMITTED, Part.STATUS, Part.GENDER,
            Part.NUMBER, Part.GOVERNMENT, Part.STRESSED, Part.SLOTS, Part.DEFINITION,
            Part.CONTEXT, Part.DISTINGUISH, Part.TRAP,
        )
    ),
    stream=stream_anki,
)  # fmt: skip
