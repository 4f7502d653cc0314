"""Russian phrases put together: one term in the place of another, in the same form.

`find` says where and in which form a term stands in a longer one; `fill` puts another term there,
makes the adjectives before it agree, and suits о/об, в/во, с/со to it. What the dictionary does not
know has no forms, and `fill` then gives None: rather no phrase than a wrong one.

>>> place = find("оборона", "министр обороны")[0]
>>> fill(place, "иностранные дела")
'министр иностранных дел'
>>> fill(find("сотрудничество", "оборонное сотрудничество")[0], "связи")
'оборонные связи'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vnru_terms.lang.paradigm import recased
from vnru_terms.lang.ru_grammar import readings
from vnru_terms.lang.ru_inflection import (
    WORD,
    Form,
    Phrase,
    agreeing,
    citations,
    forms,
    is_small,
    phrase,
    tokens,
)
from vnru_terms.lang.word_lists import entries

__all__ = ["SMALL", "Place", "citations", "fill", "find", "owned"]


# What a word before a noun says of its case, likeliest first; after any other word: the genitive.
_AFTER = {
    "без": ("gent",), "в": ("loct", "accs"), "во": ("loct", "accs"), "для": ("gent",),
    "до": ("gent",), "за": ("accs", "ablt"), "из": ("gent",), "к": ("datv",), "ко": ("datv",),
    "между": ("ablt",), "на": ("loct", "accs"), "над": ("ablt",), "о": ("loct",), "об": ("loct",),
    "от": ("gent",), "перед": ("ablt",), "по": ("datv",), "под": ("ablt", "accs"),
    "при": ("loct",), "против": ("gent",), "с": ("ablt", "gent"), "со": ("ablt", "gent"),
    "у": ("gent",), "через": ("accs",), "среди": ("gent",), "вокруг": ("gent",),
}  # fmt: skip
_AFTER_NOUN = ("gent", "ablt", "datv", "accs", "loct")
_AFTER_VERB = ("accs", "gent", "datv", "ablt", "loct")
_AT_START = ("nomn", "accs", "gent", "datv", "ablt", "loct")

# Words at whose side no term begins or ends, by their dictionary forms.
SMALL = entries("""
    а, без, более, бы, быть, в, ведь, весь, во, вот, все, всё, говорить, для, до, ещё, еще,
    если, же, за, и, из, или, иметь, их, к, как, когда, ко, который, ли, лишь, между, мой, мочь,
    мы, на, над, наш, не, нет, ни, но, о, об, один, он, она, они, оно, от, ото, очень, перед,
    по, под, после, при, про, с, сам, самый, свой, себя, сказать, со, так, также, такой, там,
    то, тот, только, ты, у, уже, хотеть, хотя, чем, через, что, чтобы, это, этот, я, год, новый,
    заявить, стать, сообщить, другой
""")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands in a longer one: tokens `start` to `end`, and in which form.

    `category` says what kind of term may stand there; `raised` that it has a capital letter only
    because of where it stands, `shifted` that it is in another number than by itself.
    """

    tokens: tuple[str, ...]
    start: int
    end: int
    form: Form
    category: str
    raised: bool
    gender: str
    shifted: bool


@lru_cache(maxsize=1 << 16)
def find(part: str, whole: str) -> tuple[Place, ...]:
    """Where a term stands in a longer one, in any of its forms."""
    if _stem(part) not in _plain(whole):
        return ()
    taken = phrase(part)
    found = tokens(whole)
    if taken is None or len(taken.tokens) >= len(found):
        return ()
    places = []
    for start, end in _stretches(found, len(taken.tokens)):
        text = "".join(found[start:end])
        options = _options(part).get(_plain(text), ())
        if not options:
            continue
        form = _in_context(found, start, options)
        raised = text[:1].isupper() and part[:1].islower()
        shifted = len(form) > 1 and taken.category == "noun" and form[1] != taken.number
        places.append(Place(found, start, end, form, taken.category, raised, taken.gender, shifted))
    return tuple(places)


def _stem(term: str) -> str:
    """Letters that every form of a term begins with: a cheap look before the analyser's."""
    return _plain(term)[:2]


def _plain(text: str) -> str:
    return text.lower().replace("ё", "е")


def _stretches(found: Sequence[str], length: int) -> Iterator[tuple[int, int]]:
    for start in range(len(found) - length + 1):
        if WORD.match(found[start]) and (start, length) != (0, len(found)):
            yield start, start + length


@lru_cache(maxsize=1 << 14)
def _options(part: str) -> Mapping[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for form, text in forms(part).items():
        found.setdefault(_plain(text), []).append(form)
    return {text: tuple(some) for text, some in found.items()}


def _in_context(found: Sequence[str], start: int, options: Sequence[Form]) -> Form:
    """Of the forms that look alike the one that the words before ask for."""
    if len(options) == 1 or len(options[0]) != 2:
        return options[0]
    before = start
    while before >= 2 and _chain(found[before - 2], options):
        before -= 2
    previous = found[before - 2].lower() if before >= 2 else ""
    if not previous:
        order: Sequence[str] = _AT_START
    elif previous in _AFTER:
        order = _AFTER[previous]
    elif any(r.part_of_speech == "INFN" for r in readings(previous)):
        order = _AFTER_VERB
    else:
        order = _AFTER_NOUN
    rank = {case: i for i, case in enumerate(order)}
    # The singular before the plural: безопасности after a noun is no plural.
    return min(options, key=lambda form: (rank.get(form[0], len(rank)), form[1] == "plur"))


def _chain(word: str, options: Sequence[Form]) -> bool:
    return any(agreeing(word, form[1], "", form[0]) is not None for form in options)


def fill(place: Place, term: str) -> str | None:
    """The longer term with another term in that place, in the same form; None where in doubt."""
    taken = phrase(term)
    if taken is None or taken.category != place.category:
        return None
    form = place.form
    if taken.category == "noun":
        form = (form[0], form[1] if place.shifted else taken.number)
    text = _form_of(term, taken, form)
    if text is None:
        return None
    if place.raised:
        text = text[:1].upper() + text[1:]
    before = list(place.tokens[: place.start])
    after = list(place.tokens[place.end :])
    if taken.category == "noun" and not _suit(before, after, place, taken, form):
        return None
    _suit_preposition(before, text)
    return "".join((*before, text, *after))


def owned(body: str, country: str) -> str | None:
    """A body or office and whose it is, in the genitive.

    >>> owned("Министерство иностранных дел", "Республика Корея")
    'Министерство иностранных дел Республики Корея'
    """
    taken = phrase(country)
    if taken is None or taken.category != "noun":
        return None
    genitive = _form_of(country, taken, ("gent", taken.number))
    return f"{body} {genitive}" if genitive else None


def _form_of(term: str, taken: Phrase, form: Form) -> str | None:
    if not taken.moving and taken.category == "noun":
        return term
    return forms(term).get(form)


def _suit(before: list[str], after: Sequence[str], place: Place, taken: Phrase, form: Form) -> bool:
    """Make the adjectives before the place agree with what stands there now."""
    old_case, old_number = place.form
    if after[:1] == [", "] and len(after) > 1 and agreeing(after[1], old_number, "", old_case):
        return False
    i = len(before) - 2
    while i >= 0:
        parse = agreeing(before[i], old_number, place.gender, old_case)
        if parse is None:
            if not is_small(before[i]) or i < 2:
                break
            if agreeing(before[i - 2], old_number, place.gender, old_case) is None:
                break
            i -= 2
            continue
        if not taken.moving:
            # The gender of an acronym is that of a word that is not there.
            return False
        wanted = {form[0], form[1]}
        if form[1] == "sing" and taken.gender:
            wanted.add(taken.gender)
        if form[0] == "accs" and (form[1] == "plur" or taken.gender == "masc"):
            wanted.add("anim" if taken.animate else "inan")
        new = parse.inflect(wanted)
        if new is None:
            return False
        before[i] = recased(str(new.word), before[i])
        i -= 2
    return True


# Before which sounds a preposition takes another shape: about, in, with.
_SHAPES = (
    (("о", "об"), re.compile("[аиоуэ]"), "о", "об"),
    (("в", "во"), re.compile("[вф][^аеёиоуыэюя]|льв"), "в", "во"),
    (("с", "со"), re.compile("[сзшж][^аеёиоуыэюя]|щ|льв"), "с", "со"),
)


def _suit_preposition(before: list[str], text: str) -> None:
    if len(before) < 2 or before[-1] != " ":
        return
    for shapes, sounds, plain, other in _SHAPES:
        if before[-2].lower() in shapes:
            shape = other if sounds.match(text.lower()) else plain
            before[-2] = recased(shape, before[-2])
