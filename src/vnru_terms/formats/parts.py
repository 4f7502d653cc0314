"""What an entry can hold, as parts that a format carries or loses: `Part`.

A format names the parts that it carries; what it loses is the rest, so the list that users read is
not a sentence that somebody wrote and nobody checks: a test takes every part out of an entry and
compares the bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from enum import Enum

from vnru_terms.messages import N_, _


class Part(Enum):
    """A part of a concept entry beside its preferred terms; the value is its name for users."""

    SUBJECT_FIELD = N_("subject fields")
    KIND = N_("kinds")
    SYNONYMS = N_("source synonyms")
    ADMITTED = N_("admitted equivalents")
    DEPRECATED = N_("deprecated terms")
    SUPERSEDED = N_("superseded terms")
    REASON = N_("reasons of deprecation")
    STATUS = N_("marks of preference")
    PART_OF_SPEECH = N_("parts of speech")
    GENDER = N_("gender")
    NUMBER = N_("number")
    INDECLINABLE = N_("indeclinability")
    PAIR = N_("aspect pairs")
    GOVERNMENT = N_("government")
    STRESSED = N_("stress")
    FORMS = N_("inflected forms")
    TYPE = N_("types of terms")
    USAGE = N_("usage")
    SLOTS = N_("slots")
    DEFINITION = N_("definitions")
    CONTEXT = N_("contexts")
    COLLOCATIONS = N_("collocations")
    SOURCE = N_("sources of terms")
    CITATION = N_("sources of definitions")
    QUOTED = N_("sources of contexts")
    REVIEWED = N_("reviews")
    DISTINGUISH = N_("what tells homonyms apart")
    TRAP = N_("traps")
    VALID = N_("dates of validity")
    NOTE = N_("notes on concepts")
    TERM_NOTE = N_("notes on terms")
    LINKS = N_("links")


ALL_PARTS = frozenset(Part)

# Several parts with one name, where a format loses all of them; the first that fits is taken.
_TOGETHER: tuple[tuple[str, frozenset[Part]], ...] = (
    (
        N_("grammar"),
        frozenset(
            (Part.PART_OF_SPEECH, Part.GENDER, Part.NUMBER, Part.INDECLINABLE, Part.PAIR,
             Part.GOVERNMENT, Part.STRESSED, Part.FORMS)
        ),
    ),
    (
        N_("deprecated and superseded terms"),
        frozenset((Part.DEPRECATED, Part.SUPERSEDED, Part.REASON)),
    ),
    (N_("sources"), frozenset((Part.SOURCE, Part.CITATION, Part.QUOTED, Part.REVIEWED))),
    (
        N_("notes"),
        frozenset((Part.DISTINGUISH, Part.TRAP, Part.VALID, Part.NOTE, Part.TERM_NOTE)),
    ),
)  # fmt: skip


def lost(carried: Set[Part]) -> str:
    """The names of what is not carried, in the interface's language; "" where all is.

    Where that is most, what is carried is named instead.
    """
    rest = [part for part in Part if part not in carried]
    if len(rest) > 2 * len(carried):
        kept = [_("preferred terms"), *(_(part.value) for part in Part if part in carried)]
        return _("all but {parts}").format(parts=", ".join(kept))
    named: dict[str, None] = {}
    for part in rest:
        named[next((n for n, parts in _whole(rest) if part in parts), part.value)] = None
    return ", ".join(map(_, named))


def _whole(rest: Iterable[Part]) -> list[tuple[str, frozenset[Part]]]:
    return [(name, parts) for name, parts in _TOGETHER if parts <= set(rest)]
