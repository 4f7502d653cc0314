"""Rules about letters and grammar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from vnru_terms.findings import Finding, Place
from vnru_terms.lang.en import british_spelling
from vnru_terms.lang.typography import typeset
from vnru_terms.lang.vi import misplaced_tone
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Number,
    PartOfSpeech,
    Status,
    Termbase,
    TermType,
)
from vnru_terms.rules.letter import error, warning
from vnru_terms.text.normalise import normalise

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_WORD = re.compile(r"[^\W\d_]+")


def _texts(entry: ConceptEntry) -> Iterator[tuple[Place | None, str]]:
    """Every text of an entry that people read, with its place."""
    for text in (entry.distinguish, entry.trap, entry.note):
        yield entry.place, text
    for section in entry.languages:
        if section.definition:
            yield section.definition.place, section.definition.text
        for term in section.terms:
            yield term.place, term.term
            for text in (term.pair, term.government, term.note, *term.forms):
                yield term.place, text
            if term.context:
                yield term.context.place, term.context.text


def text_is_storable(termbase: Termbase) -> Iterator[Finding]:
    """Text is in Unicode's composed form (NFC), without invisible characters and odd spaces.

    Text that looks the same must be the same, or nobody finds it.
    """
    for entry in termbase.entries:
        for place, text in _texts(entry):
            if text == normalise(text) == text.strip() and not _CONTROL.search(text):
                continue
            message = _("“{text}” holds decomposed letters, invisible characters or odd spaces.")
            hint = _("Run: vnru-terms validate --fix")
            yield error(place, "E401", message.format(text=text.strip()), hint)


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "?").split()[0]


def one_script_in_a_word(termbase: Termbase) -> Iterator[Finding]:
    """A word of a term is Latin or Cyrillic, never both.

    A Cyrillic «с» in a Latin word cannot be seen, and the word is never found.
    """
    for entry in termbase.entries:
        for _language, term in entry.all_terms():
            for word in _WORD.findall(term.term):
                scripts = {_script(c) for c in word}
                if {"LATIN", "CYRILLIC"} <= scripts:
                    message = _("“{word}” mixes Latin and Cyrillic letters.").format(word=word)
                    yield error(term.place, "E402", message, _("Type the word anew."))


def russian_noun_has_gender(termbase: Termbase) -> Iterator[Finding]:
    """A permitted Russian noun says its gender, unless it is used in the plural only.

    Acronyms take the gender of their head word and may leave it out.
    """
    for entry in termbase.entries:
        for term in entry.terms("ru"):
            noun = term.part_of_speech is PartOfSpeech.NOUN and term.is_permitted
            exempt = term.number is Number.PLURAL or term.type is TermType.ACRONYM
            if noun and term.gender is None and not exempt:
                message = _("“{term}” has no gender.").format(term=term.term)
                hint = _("Add “gender: masculine”, feminine or neuter, or “number: plural”.")
                yield error(term.place, "E403", message, hint)
            elif term.gender is not None and not noun and term.is_permitted:
                message = _("“{term}” has a gender but is not a noun.").format(term=term.term)
                yield error(term.place, "E403", message, _("Correct one of the two."))


def tone_on_the_right_vowel(termbase: Termbase) -> Iterator[Finding]:
    """Vietnamese terms place the tone mark in one way: hòa, thỏa, ủy, not hoà, thoả, uỷ."""
    for entry in termbase.entries:
        for term in entry.terms("vi"):
            for word, better in misplaced_tone(term.term):
                message = _("“{word}” is written “{better}” elsewhere in this glossary.")
                message = message.format(word=word, better=better)
                yield warning(term.place, "W404", message, _("Write “{w}”.").format(w=better))


def printed_texts(entry: ConceptEntry) -> Iterator[tuple[str, Place | None, str]]:
    """The texts of an entry that are in one language and not quoted: language, place, text.

    Terms that are not deprecated with their pairs and collocations, and definitions. A context is
    quoted word for word, a deprecated term may be wrong on purpose, notes mix languages.
    """
    for section in entry.languages:
        if section.definition:
            yield section.language, section.definition.place, section.definition.text
        for term in section.terms:
            if term.status is Status.DEPRECATED:
                continue
            for text in (term.term, term.pair, *term.forms):
                yield section.language, term.place, text
            for collocation in term.collocations:
                for code in LANGUAGE_ORDER:
                    yield code, term.place, getattr(collocation, code)


def quotes_and_dashes_of_the_language(termbase: Termbase) -> Iterator[Finding]:
    """Quotation marks, dashes and apostrophes are those of the language.

    Russian «…» and a dash between spaces (государство — член АСЕАН), Vietnamese “…” and a hyphen
    between spaces (Á - Âu), English “…”. The apostrophe is the straight one everywhere: a CAT tool
    does not find “People’s” for “People's”. `validate --fix` mends them.
    """
    for entry in termbase.entries:
        for language, place, text in printed_texts(entry):
            better = typeset(text, language)
            if better != text:
                # Without quotation marks of our own, which nobody could tell from those in it.
                message = _("quotation marks or dashes of another language: {text}")
                hint = _("Write: {better}").format(better=better)
                yield warning(place, "W405", message.format(text=text), hint)


def british_english(termbase: Termbase) -> Iterator[Finding]:
    """Preferred English terms are spelt the British way: defence, programme, normalisation.

    That is this glossary's one policy of spelling, as its terms mostly have it; American spellings
    are admitted variants. A word with a capital letter is left out: a body spells its own name
    (World Health Organization).
    """
    for entry in termbase.entries:
        for term in entry.terms("en"):
            if term.status is not Status.PREFERRED:
                continue
            collocations = [collocation.en for collocation in term.collocations]
            for word in _WORD.findall(" ".join((term.term, *collocations))):
                better = british_spelling(word)
                if word.islower() and better != word:
                    message = _("“{word}” is American spelling.").format(word=word)
                    hint = _("Write “{better}”, and keep the other as an admitted variant.")
                    yield warning(term.place, "W406", message, hint.format(better=better))
