"""English phrases put together: one term in the place of another, in its number and capitals.

>>> place = find("defence", "Ministry of Defence")[0]
>>> fill(place, "foreign affairs")
'Ministry of Foreign Affairs'
>>> fill(find("visit", "exchange of visits")[0], "delegation")
'exchange of delegations'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vnru_terms.lang.word_lists import entries

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
# Where the head noun of a term ends.
_AFTER_HEAD = re.compile(r" (?:of|for|on|in|to|with|between|at|against|from|by|and|under)\b")
# Small in a title, and no edge of a term.
_SMALL_IN_TITLES = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or",
                              "the", "to", "with"))  # fmt: skip
SMALL = _SMALL_IN_TITLES | entries("""
    about, after, against, all, also, any, as, be, been, before, being, both, but, can, could,
    did, do, does, during, each, had, has, have, he, her, him, his, how, i, if, into, is, it,
    its, just, like, may, me, more, most, mr, mrs, my, no, not, now, one, only, other, our, out,
    over, s, said, say, says, she, should, so, some, such, t, than, that, their, them, then,
    there, these, they, this, those, through, under, until, up, us, very, was, we, were, what,
    when, where, which, while, who, whose, why, will, would, you, your, are
""")
# Nouns without a plural, mostly.
_MASS = re.compile(r"(?:ship|ity|ness|ism|ance|ence|ation|cy|ing|ty|ics|ergy|care|peace)$")
_COUNTED = frozenset(("consultation", "conversation", "delegation", "organisation", "corporation",
                      "negotiation", "nation", "conference", "meeting", "treaty", "agency",
                      "embassy", "policy", "city", "party", "county", "community"))  # fmt: skip
_ADJECTIVE = re.compile(
    r"(?:ic|ical|onal|ial|ural|ive|ous|ary|ful|less|able|ible|ese|arian|ular|clear)$"
)
# Capitalised names with the article: the Russian Federation, the Philippines, the EU; and names of
# one word, or of these two, without it: ASEAN, Japan, Viet Nam.
_WITH_ARTICLE = re.compile(
    r"\b(?:Republic|Federation|Kingdom|States|Nations|Union|Emirates|Islands|Philippines|"
    r"Netherlands|Maldives|Bahamas|Government|Ministry|Committee|Commission|Assembly|Council|"
    r"Party|Office|Court|Duma|Kremlin|Politburo|Secretariat|Presidium|DPRK|USSR|[A-Z]{2,3})\b"
)
_WITHOUT_ARTICLE = re.compile(
    r"\w+|(?:Viet|Costa|Cape|El|East|Hong|New|North|Puerto|Saudi|San|Sierra|South|Sri) [A-Z]\w+"
)
_VOWEL = re.compile("[aeio]|u(?!n[ait])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands in a longer one: characters `start` to `end`, and how.

    `shifted` says that it is in the plural there.
    """

    whole: str
    start: int
    end: int
    shifted: bool
    is_raised: bool
    is_adjective: bool
    is_name: bool


def is_adjective(term: str) -> bool:
    """Whether a term is one word with the ending of an adjective."""
    return term.isalpha() and bool(_ADJECTIVE.search(term))


def plural(term: str) -> str | None:
    """A term with its head noun in the plural, or None where it has none.

    >>> plural("political consultation"), plural("head of delegation"), plural("cooperation")
    ('political consultations', 'heads of delegation', None)
    """
    cut = _AFTER_HEAD.search(term)
    end = cut.start() if cut else len(term)
    stem, noun = term[:end], term[:end].rpartition(" ")[2]
    if noun.endswith("s") or noun.isupper() or not noun.isalpha():
        return None
    if _MASS.search(noun) and noun.lower() not in _COUNTED:
        return None
    if re.search("[^aeiou]y$", stem):
        stem = stem[:-1] + "ies"
    elif re.search("(?:ch|sh|x|z)$", stem):
        stem += "es"
    else:
        stem += "s"
    return stem + term[end:]


@lru_cache(maxsize=1 << 16)
def find(part: str, whole: str) -> tuple[Place, ...]:
    """Where a term stands in a longer one, as it is or in the plural."""
    if part.lower()[:3] not in whole.lower() or len(part) >= len(whole):
        return ()
    return tuple(_find(part, whole))


def _find(part: str, whole: str) -> Iterator[Place]:
    several = plural(part)
    for text, is_plural in ((part, False), (several, True)):
        if not text:
            continue
        pattern = rf"(?<![\w'’-]){re.escape(text)}(?![\w'’-])"
        flags = 0 if text.isupper() else re.IGNORECASE
        for match in re.finditer(pattern, whole, flags):
            raised = match.group()[:1].isupper() and text[:1].islower()
            yield Place(
                whole, *match.span(), is_plural, raised, is_adjective(text), part[:1].isupper()
            )


def fill(place: Place, term: str) -> str | None:
    """The longer term with another in that place, or None where it does not go there."""
    if is_adjective(term) != place.is_adjective:
        return None
    found = plural(term) if place.shifted and not term.endswith("s") else term
    if found is None:
        return None
    if place.is_raised:
        found = _title(found)
    before, after = place.whole[: place.start], place.whole[place.end :]
    return _with_article(before, found, place) + found + after


def citations(form: str) -> tuple[str, ...]:
    """A term met in a text as it is: English has no other form that would be sure."""
    return (form,)


def owned(body: str, country: str) -> str | None:
    """A body or office and whose it is; None where the name of another owner is there already.

    >>> owned("Ministry of Foreign Affairs", "Russian Federation")
    'Ministry of Foreign Affairs of the Russian Federation'
    """
    if body.isupper() or not country[:1].isupper():
        return None
    article = "the " if _WITH_ARTICLE.search(country) else ""
    return f"{body} of {article}{country}"


def _title(text: str) -> str:
    words = _WORD.split(text)
    first = True
    out = []
    for gap, word in zip(words, [*_WORD.findall(text), ""], strict=True):
        small = word in _SMALL_IN_TITLES and not first
        out += [gap, word if small else word[:1].upper() + word[1:]]
        first = False
    return "".join(out)


def _with_article(before: str, found: str, place: Place) -> str:
    """What stands before the place, with the article that the name, or its first sound, asks for.

    A name that needs the article gets it only after a preposition: Russia's stays.
    """
    is_name = found[:1].isupper() and not place.is_raised
    if is_name and place.is_name:
        needs, has = bool(_WITH_ARTICLE.search(found)), before.lower().endswith("the ")
        if has and not needs and _WITHOUT_ARTICLE.fullmatch(found):
            return before[:-4]
        preposition = re.search(r"\b(?:of|to|in|with|between|from|by|at|for)\s$", before)
        if needs and not has and preposition:
            return before + "the "
        return before
    article = re.search(r"\b(an?) $", before, re.IGNORECASE)
    if article:
        fit = "an" if _VOWEL.match(found) else "a"
        return before[: article.start(1)] + fit + " "
    return before
