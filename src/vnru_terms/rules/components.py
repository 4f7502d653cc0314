"""Rules about terms inside terms: a part is rendered alike in the whole.

`component_has_its_equivalent` finds in every preferred Vietnamese term the longest shorter terms of
the glossary, syllable by syllable, and listens for their equivalents in the longer one's. What is
idiom there stands in the table of `rules/idioms.py`, each with its reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from vnru_terms.findings import Finding
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import holds, words
from vnru_terms.messages import _
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Kind, Status, Termbase
from vnru_terms.rules.idioms import IDIOMS
from vnru_terms.rules.letter import name, warning
from vnru_terms.rules.terms import SHORT_FORMS
from vnru_terms.rules.wording import best_heard

Key = tuple[str, ...]

# Said in other words inside a phrase: a verb becomes a noun, a formula is cut.
_UNSTABLE = (Kind.VERB, Kind.FORMULA)
_HALF = 0.5
_SOURCE, *_TARGETS = LANGUAGE_ORDER


def _key(text: str) -> Key:
    return tuple(LANGUAGES[_SOURCE].spelling(text).split())


_IDIOMS = tuple((_key(part), _key(whole)) for part, whole, _reason in IDIOMS)


def component_has_its_equivalent(termbase: Termbase) -> Iterator[Finding]:
    """A term inside a longer term is rendered there as it is alone.

    If đối tác chiến lược is стратегическое партнёрство, the equivalent of đối tác chiến lược toàn
    diện holds those words; an inflected or derived form will do, and so will half of them. Left
    out are parts of one syllable, parts that carry `distinguish` (they are several concepts), verbs
    and formulas, persons and places, and idioms: Bộ Ngoại giao is no «министерство дипломатии».
    """
    holders = _holders(termbase)
    longest = max(map(len, holders), default=0)
    for entry in termbase.concepts:
        preferred = entry.preferred(_SOURCE)
        if preferred is None:
            continue
        whole = _key(preferred.surface)
        for part in _longest_parts(whole, holders, longest):
            parts = [e for e in holders[part] if e.id != entry.id]
            if not parts or any(e.distinguish for e in parts) or _is_idiom(part, whole):
                continue
            parts = [e for e in parts if e.kind not in _UNSTABLE or e.kind is entry.kind]
            for language in _TARGETS:
                term = entry.preferred(language)
                if term and parts and not _is_rendered(parts, entry, language):
                    message = _("{language}: “{whole}” does not hold the equivalent of {part}.")
                    message = message.format(
                        language=language, whole=term.term, part=name(parts[0])
                    )
                    hint = _("Render the part alike, or tell it apart with “distinguish”.")
                    yield warning(term.place, "W310", message, hint)


def _holders(termbase: Termbase) -> Mapping[Key, list[ConceptEntry]]:
    """The concepts that a stretch of two or more syllables may be."""
    holders: dict[Key, list[ConceptEntry]] = defaultdict(list)
    for entry in termbase.concepts:
        for term in entry.terms(_SOURCE):
            key = _key(term.surface)
            if len(key) > 1 and term.is_permitted and term.type not in SHORT_FORMS:
                holders[key].append(entry)
    return holders


def _longest_parts(whole: Key, known: Mapping[Key, object], longest: int) -> list[Key]:
    """The known stretches of a term that stand in no longer known stretch of it."""
    spans = [
        (start, end)
        for start in range(len(whole))
        for end in range(start + 2, min(len(whole), start + longest) + 1)
        if (start, end) != (0, len(whole)) and whole[start:end] in known
    ]
    return [
        whole[a:b]
        for a, b in spans
        if not any((c, d) != (a, b) and c <= a and b <= d for c, d in spans)
    ]


def _is_idiom(part: Key, whole: Key) -> bool:
    return any(part == inner and holds(whole, outer) for inner, outer in _IDIOMS)


def _is_rendered(parts: Sequence[ConceptEntry], entry: ConceptEntry, language: str) -> bool:
    needed = [
        term.surface
        for part in parts
        for term in part.terms(language)
        if term.status is not Status.DEPRECATED
    ]
    there = [t.surface for t in entry.terms(language) if t.status is not Status.DEPRECATED]
    return not needed or best_heard(needed, there, language) >= _HALF


# One Vietnamese word, two in Russian, and each body has its own.
_COMMITTEE = _key("ủy ban")
_COMMITTEES = ("комитет", "комиссия")


def committee_or_commission(termbase: Termbase) -> Iterator[Finding]:
    """An ủy ban says whether it is комитет or комиссия in Russian, and what it is not.

    Nothing in the Vietnamese name tells: ủy ban liên Chính phủ is комиссия, Ủy ban Nhân dân is
    комитет. One is preferred, the other stands beside it, admitted or deprecated, or is named in
    `trap`, `note` or `distinguish`.
    """
    for entry in termbase.entries:
        heads = [_key(term.surface) for term in entry.terms(_SOURCE)]
        preferred = entry.preferred("ru")
        if preferred is None or not any(head[:2] == _COMMITTEE for head in heads):
            continue
        texts = [t.term for t in entry.terms("ru")]
        texts += [t.note for _language, t in entry.all_terms()]
        said = {
            lemma
            for text in (*texts, entry.trap, entry.note, entry.distinguish)
            for word in words(text)
            for lemma in LANGUAGES["ru"].lemmas(word)
        }
        missing = [word for word in _COMMITTEES if word not in said]
        if missing:
            message = _("“{term}”: nothing is said of {missing}.")
            message = message.format(term=preferred.term, missing=", ".join(missing))
            hint = _("Add it as admitted or deprecated, or name it in “trap”.")
            yield warning(preferred.place, "W311", message, hint)


def collocation_holds_the_term(termbase: Termbase) -> Iterator[Finding]:
    """A collocation shows a term of its concept at work, in the language that it stands under.

    One word of the term will do, inflected or derived: ратифицировать in ратификационная грамота.
    """
    for entry in termbase.entries:
        for language, term in entry.all_terms():
            there = [text for t in entry.terms(language) for text in (t.surface, t.pair) if text]
            for collocation in term.collocations:
                text = getattr(collocation, language)
                if text and not best_heard(there, [text], language):
                    message = _("the collocation “{text}” does not hold “{term}”.")
                    message = message.format(text=text, term=term.term)
                    hint = _("Take it out, or put it where its word is.")
                    yield warning(term.place, "W312", message, hint)
