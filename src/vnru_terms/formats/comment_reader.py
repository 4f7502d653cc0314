"""The comments that exports write beside a pair (`comments`), taken apart again.

Lines come in a fixed order, each known by its label; what has none is the rest of a text of several
lines. A comment that does not begin with the subject field, or does not end with the word about its
source, has been through somebody's hands: nothing is read from it (None).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vnru_terms.formats.columns import value_label
from vnru_terms.formats.comments import LABELS
from vnru_terms.formats.format import written
from vnru_terms.model import Gender, Number, TermEntry, Usage

# The fields in the order of their lines.
_CONCEPT = ("distinguish", "trap", "definition")
_PAIR = ("pattern", "grammar", "status", "usage", "note")
_DEFINITIONS = {f"{labels['definition']}: ": code for code, labels in LABELS.items()}


@dataclass(slots=True)
class Comment:
    """What a comment says: the subject field's label, the concept's texts, those of the target."""

    subject: str = ""
    distinguish: str = ""
    trap: str = ""
    definition: str = ""
    definition_language: str = ""
    pattern: str = ""
    gender: Gender | None = None
    number: Number | None = None
    government: str = ""
    is_admitted: bool = False
    usage: tuple[Usage, ...] = ()
    note: str = ""
    source: tuple[str, ...] = field(default=())


def read_concept_comment(lines: Sequence[str], language: str) -> Comment | None:
    """The comment of a concept alone (`comments.concept_comment`); None where it is none."""
    return _read(lines, LABELS[language], _CONCEPT)


def read_pair_comment(lines: Sequence[str], language: str) -> Comment | None:
    """The comment of a pair, with its evidence as the last; None where it is not whole."""
    labels = LABELS[language]
    source, unsourced = f"{labels['source']}: ", labels["evidence"]
    ends = [i for i, line in enumerate(lines) if line == unsourced or line.startswith(source)]
    if not ends:
        return None
    last = "\n".join(lines[ends[-1] :])
    found = _read(lines[: ends[-1]], labels, (*_CONCEPT, *_PAIR))
    if found is not None and last.startswith(source):
        found.source = tuple(last.removeprefix(source).split(", "))
    return found


def patterns(comment: Comment, texts: tuple[str, str]) -> tuple[str, str]:
    """Both terms of a pair with their slots, if the comment has them."""
    pieces = comment.pattern.split(" → ")
    for i in range(1, len(pieces)):
        source, target = " → ".join(pieces[:i]), " → ".join(pieces[i:])
        if (written(TermEntry(source)), written(TermEntry(target))) == texts:
            return source, target
    return texts


def _read(lines: Sequence[str], labels: dict[str, str], order: Sequence[str]) -> Comment | None:
    head = f"{labels['field']}: "
    if not lines or not lines[0].startswith(head):
        return None
    found = Comment(lines[0].removeprefix(head))
    texts: dict[str, list[str]] = {}
    at = ""
    for line in lines[1:]:
        rest = order[order.index(at) + 1 :] if at else order
        at = next((n for n in rest if _is(n, line, labels)), at)
        if not at:
            return None
        texts.setdefault(at, []).append(line)
    for name, its_lines in texts.items():
        _set(found, name, "\n".join(its_lines), labels)
    return found


def _is(name: str, line: str, labels: dict[str, str]) -> bool:
    """Whether a line begins the text of a field."""
    if name == "definition":
        return line.startswith(tuple(_DEFINITIONS))
    if name == "status":
        return line == labels["status"]
    if name == "grammar":
        return _grammar(line, labels) is not None
    return line.startswith(f"{labels[name]}: ")


def _grammar(line: str, labels: dict[str, str]) -> Comment | None:
    """“neuter; plural; Government: …” taken apart; None where a line is nothing of the kind."""
    found = Comment()
    genders = {labels[gender.value]: gender for gender in Gender}
    numbers = {labels[number.value]: number for number in Number}
    first, _semicolon, rest = line.partition("; ")
    if first in genders:
        found.gender, line = genders[first], rest
        first, _semicolon, rest = line.partition("; ")
    if first in numbers:
        found.number, line = numbers[first], rest
    government = f"{labels['government']}: "
    if line.startswith(government):
        found.government, line = line.removeprefix(government), ""
    is_any = found.gender or found.number or found.government
    return found if is_any and not line else None


def _set(found: Comment, name: str, text: str, labels: dict[str, str]) -> None:
    if name == "grammar":
        grammar = _grammar(text, labels) or Comment()
        found.gender, found.number = grammar.gender, grammar.number
        found.government = grammar.government
    elif name == "status":
        found.is_admitted = True
    elif name == "usage":
        # Catalogues of before have the glossary's own words (`vn-side`).
        values = {usage.value: usage for usage in Usage}
        values |= {value_label(usage, code): usage for usage in Usage for code in LABELS}
        pieces = text.partition(": ")[2].split(", ")
        found.usage = tuple(values[piece] for piece in pieces if piece in values)
    elif name == "definition":
        label = next(label for label in _DEFINITIONS if text.startswith(label))
        found.definition = text.removeprefix(label)
        found.definition_language = _DEFINITIONS[label]
    else:
        setattr(found, name, text.removeprefix(f"{labels[name]}: "))
