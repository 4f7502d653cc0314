"""The inflected forms of single words, so that an index can be asked without an analyser.

`word_forms` gives for a word of a term every form that a reader may type, each with the dictionary
form that it leads to; both are among `Language.lemmas`' answers, turned round. Russian asks
pymorphy3 for the whole paradigm; English makes the plurals and American spellings that its own
rules would undo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from vnru_terms.lang import en, ru

# Ending of the dictionary form, ending of what may be typed for it.
_ENGLISH = (
    ("", "s"), ("", "es"), ("y", "ies"), ("man", "men"), ("f", "ves"), ("fe", "ves"),
    ("is", "es"), ("on", "a"), ("um", "a"),
)  # fmt: skip
_AMERICAN = (
    ("isation", "ization"), ("isational", "izational"), ("ise", "ize"), ("ised", "ized"),
    ("ising", "izing"), ("ence", "ense"), ("tre", "ter"), ("our", "or"), ("programme", "program"),
)  # fmt: skip


def word_forms(word: str, language: str) -> Iterator[tuple[str, str]]:
    """Forms of the paradigms that a word may belong to, each with its dictionary form.

    >>> ("послами", "посол") in set(word_forms("посол", "ru"))
    True
    >>> ("treaties", "treaty") in set(word_forms("treaty", "en"))
    True
    """
    if language in _FORMS:
        yield from _FORMS[language](word)


def _russian(word: str) -> Iterator[tuple[str, str]]:
    yield from ((word, lemma) for lemma in ru.lemmas(word))
    if word.isascii():
        return
    seen = set()
    for parse in ru.parses_of(word):
        lemma = parse.normal_form.replace("ё", "е")
        if (lemma, parse.tag.POS) in seen:
            continue
        seen.add((lemma, parse.tag.POS))
        for form in parse.lexeme:
            yield form.word, lemma


def _english(word: str) -> Iterator[tuple[str, str]]:
    for lemma in en.lemmas(word):
        yield word, lemma
        spellings = [lemma]
        for british, american in _AMERICAN:
            if lemma.endswith(british):
                spellings.append(lemma.removesuffix(british) + american)
        for spelling in spellings:
            plurals = [
                spelling.removesuffix(ending) + plural
                for ending, plural in _ENGLISH
                if spelling.endswith(ending)
            ]
            for typed in (spelling, *plurals, en.IRREGULAR_PLURALS.get(lemma, lemma)):
                if lemma in en.lemmas(typed):
                    yield typed, lemma


_FORMS: dict[str, Callable[[str], Iterator[tuple[str, str]]]] = {"ru": _russian, "en": _english}


def language_of(word: str) -> str:
    """The inflecting language of a word, by its letters.

    >>> language_of("signed"), language_of("посла")
    ('en', 'ru')
    """
    return "en" if word.isascii() else "ru"


def analyser_folders() -> tuple[str, ...]:
    """The folders that name the version of the analyser and of its dictionary as installed.

    An index made with others is out of date. importlib.metadata would take longer to ask.
    """
    spec = find_spec("pymorphy3")
    if not spec or not spec.origin:
        return ()
    installed = Path(spec.origin).parent.parent
    return tuple(sorted(str(p) for p in installed.glob("pymorphy3*.dist-info")))
