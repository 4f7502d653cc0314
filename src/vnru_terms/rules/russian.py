"""Rules about Russian words, held to the dictionary of pymorphy3.

The dictionary is asked only about words that it holds; where it has several readings, the glossary
need agree with one of them. Its word is a warning: a person may know better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnru_terms.findings import Finding
from vnru_terms.lang.ru_grammar import (
    are_aspect_pair,
    is_indeclinable,
    possible_genders,
    with_yo,
)
from vnru_terms.lang.ru_stress import is_stress_of, misplaced_marks, unstressed_words
from vnru_terms.messages import _
from vnru_terms.model import Number, PartOfSpeech, Status, Termbase, TermEntry
from vnru_terms.rules.language import printed_texts
from vnru_terms.rules.letter import error, warning
from vnru_terms.rules.terms import SHORT_FORMS

_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


def russian_writes_yo(termbase: Termbase) -> Iterator[Finding]:
    """Russian terms write ё: партнёрство, not партнерство.

    Found where the dictionary has the word with ё and not with е; the spelling without it is
    looked up all the same. `validate --fix` mends it.
    """
    for entry in termbase.entries:
        for language, place, text in printed_texts(entry):
            if language != "ru":
                continue
            for word in _WORD.findall(text):
                better = with_yo(word)
                if better != word:
                    message = _("“{word}” is written with ё.").format(word=word)
                    hint = _("Write “{better}”.").format(better=better)
                    yield warning(place, "W407", message, hint)


def is_plain_noun(term: TermEntry) -> bool:
    """A noun whose head can be looked up: no acronym, no abbreviation, not deprecated."""
    return (
        term.part_of_speech is PartOfSpeech.NOUN
        and term.type not in SHORT_FORMS
        and term.status is not Status.DEPRECATED
    )


def gender_of_the_head_noun(termbase: Termbase) -> Iterator[Finding]:
    """The gender of a Russian term is that of its head noun: рабочий визит is masculine.

    Left out: indeclinable words, acronyms, plurals, words that the dictionary does not hold
    (советник-посланник), and persons and places, of which it knows few and guesses many.
    """
    for entry in termbase.concepts:
        for term in entry.terms("ru"):
            exempt = term.number is Number.PLURAL or term.indeclinable
            if term.gender is None or exempt or not is_plain_noun(term):
                continue
            genders = possible_genders(term.surface)
            if genders and term.gender.value not in genders:
                message = _("“{term}” is {gender} here, {other} in the dictionary.")
                message = message.format(
                    term=term.term,
                    gender=term.gender.value,
                    other=" / ".join(sorted(genders)),
                )
                hint = _("Correct the gender, or the term.")
                yield warning(term.place, "W408", message, hint)


def indeclinable_is_marked(termbase: Termbase) -> Iterator[Finding]:
    """A Russian noun without endings says so: коммюнике, атташе, сальдо.

    Who does not know it writes «коммюникем». `validate --fix` marks it; of persons and places the
    dictionary knows too few.
    """
    for entry in termbase.concepts:
        for term in entry.terms("ru"):
            if is_plain_noun(term) and not term.indeclinable and is_indeclinable(term.surface):
                message = _("the head noun of “{term}” has no endings.").format(term=term.term)
                yield warning(term.place, "W409", message, _("Add “indeclinable: true”."))


def pair_is_the_other_aspect(termbase: Termbase) -> Iterator[Finding]:
    """`pair` is the same Russian verb in its other aspect: подписать and подписывать.

    The other words of a phrase are the same or left out. A verb with both aspects in one form
    (ратифицировать) has no pair.
    """
    for entry in termbase.entries:
        for term in entry.terms("ru"):
            if term.pair and not are_aspect_pair(term.term, term.pair):
                message = _("“{pair}” is not the other aspect of “{term}”.")
                hint = _("Give the same verb in its other aspect; list another verb as a term.")
                message = message.format(pair=term.pair, term=term.term)
                yield warning(term.place, "W410", message, hint)


def stress_is_of_the_term(termbase: Termbase) -> Iterator[Finding]:
    """`stressed` is the term itself with acute accents behind its stressed vowels: догово́р.

    A verb's other aspect may follow behind a slash: подписа́ть / подпи́сывать. A text that differs
    in anything else would not be printed; a mark behind a consonant, or a second one in a word, is
    a slip of the keyboard.
    """
    for entry in termbase.entries:
        for term in entry.terms("ru"):
            if not term.stressed:
                continue
            if not is_stress_of(term.stressed, term.term, term.pair):
                message = _("“{stressed}” is not “{term}” with stress marks.")
                message = message.format(stressed=term.stressed, term=term.term)
                hint = _("Write the term and put the mark behind the vowel, or remove the field.")
                yield error(term.place, "E411", message, hint)
                continue
            for word in misplaced_marks(term.stressed):
                message = _("a stress mark of “{word}” stands at the wrong place.")
                hint = _("One mark a word, directly behind the stressed vowel; none for ё.")
                yield error(term.place, "E411", message.format(word=word), hint)


def stress_of_every_word(termbase: Termbase) -> Iterator[Finding]:
    """Where a term has its stress, every word of it has: междунаро́дный догово́р.

    Left out: words of one vowel, words with ё, abbreviations in capitals.
    """
    for entry in termbase.entries:
        for term in entry.terms("ru"):
            for word in unstressed_words(term.stressed):
                message = _("“{word}” in “{stressed}” lacks its stress mark.")
                message = message.format(word=word, stressed=term.stressed)
                hint = _("Add the mark (U+0301) behind the stressed vowel.")
                yield warning(term.place, "W412", message, hint)
