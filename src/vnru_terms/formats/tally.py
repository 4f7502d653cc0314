"""What an export leaves out of a selection, counted while it is written, and told in one line."""

from __future__ import annotations

from collections.abc import Callable

from vnru_terms.messages import ngettext

SHOWN = 3

NO_EQUIVALENT = "no equivalent"
NO_TERM = "no term"
UNWANTED = "unwanted"
NAMES = "names"
ADMITTED = "admitted"
AMBIGUOUS = "ambiguous"
REPEATED = "repeated"
TOO_LONG = "too long"
CONTROL = "control"
MARK = "mark"
SLOTS = "slots"
ONLY_UNWANTED = "only unwanted"
CUT = "cut"

_TEXTS: dict[str, Callable[[int], str]] = {
    NO_EQUIVALENT: lambda n: ngettext(
        "{n} concept without an equivalent", "{n} concepts without an equivalent", n
    ),
    NO_TERM: lambda n: ngettext(
        "{n} concept without a term that can be written",
        "{n} concepts without a term that can be written",
        n,
    ),
    UNWANTED: lambda n: ngettext(
        "{n} deprecated or superseded term, which would be offered as a good one",
        "{n} deprecated or superseded terms, which would be offered as good ones",
        n,
    ),
    ONLY_UNWANTED: lambda n: ngettext(
        "{n} language without a term that may be used",
        "{n} languages without a term that may be used",
        n,
    ),
    NAMES: lambda n: ngettext("{n} person or place", "{n} persons and places", n),
    ADMITTED: lambda n: ngettext(
        "{n} admitted equivalent: there is room for one",
        "{n} admitted equivalents: there is room for one",
        n,
    ),
    AMBIGUOUS: lambda n: ngettext(
        "{n} term with several meanings, of which the program would choose one blindly",
        "{n} terms with several meanings, of which the program would choose one blindly",
        n,
    ),
    REPEATED: lambda n: ngettext(
        "{n} pair that differs from another in capitals only",
        "{n} pairs that differ from others in capitals only",
        n,
    ),
    TOO_LONG: lambda n: ngettext(
        "{n} term longer than the program takes", "{n} terms longer than the program takes", n
    ),
    CONTROL: lambda n: ngettext(
        "control characters in {n} concept", "control characters in {n} concepts", n
    ),
    MARK: lambda n: ngettext(
        "{n} term that begins with a mark which the program reads as a command",
        "{n} terms that begin with a mark which the program reads as a command",
        n,
    ),
    CUT: lambda n: ngettext(
        "{n} text cut: it is longer than a cell takes",
        "{n} texts cut: they are longer than a cell takes",
        n,
    ),
    SLOTS: lambda n: ngettext(
        "{n} formula with a gap inside", "{n} formulas with a gap inside", n
    ),
}  # fmt: skip


class Tally:
    """Counts what was left out, by reason; it changes while a stream of bytes is consumed."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, None]] = {}

    def add(self, reason: str, what: str) -> None:
        """Count one thing left out, once; `what` names it: an id or a term, with its language."""
        self._found.setdefault(reason, {})[what] = None

    def told(self) -> tuple[str, ...]:
        """A phrase for every reason, with the first few examples, in the interface's language."""
        phrases = []
        for reason, text in _TEXTS.items():
            found = list(self._found.get(reason, ()))
            if found:
                more = ["…"] if len(found) > SHOWN else []
                examples = ", ".join([*found[:SHOWN], *more])
                phrases.append(f"{text(len(found)).format(n=len(found))} ({examples})")
        return tuple(phrases)
