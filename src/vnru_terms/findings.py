"""What was found in somebody's data, and where: the values that every floor passes upward.

A problem in the user's data is a `Finding` with a `Place`, returned in a list. An exception is for
a world that is broken: a file that cannot be read or written, an extra that is not installed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class Severity(Enum):
    """How much a finding weighs; the value is what JSON carries."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; line and column count from 1, 0 means the whole file or line."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reader, a rule or a check found: a small letter to the file's editor.

    `code` is E or W (or C for a translation check) and three digits; `message` says what is there,
    `hint` what to do about it.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.place}: {self.code} {self.message}{hint}"

    def as_json(self) -> dict[str, object]:
        """The finding as the command line's contract spells it."""
        return {
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "hint": self.hint,
        }


def in_order(findings: list[Finding]) -> list[Finding]:
    """Findings by place, then code; the order in which they are printed."""
    return sorted(findings, key=lambda f: (f.place, f.code, f.message))


def has_errors(findings: list[Finding]) -> bool:
    """Whether any finding is of error severity."""
    return any(f.severity is Severity.ERROR for f in findings)


@dataclass(eq=False)
class VnruTermsError(Exception):
    """The one base of the exceptions that this program raises itself.

    `message` says what is wrong, `hint` what to do; `exit_code` is the contract's.
    """

    message: str
    hint: str = ""
    place: Place | None = None
    exit_code: int = field(default=2, init=False)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"


class UnreadableInputError(VnruTermsError):
    """An input that is missing, not readable, or not what it should be."""


class UnwritableOutputError(VnruTermsError):
    """An output that cannot be written: no permission, no space, changed under our hands."""


class MissingExtraError(VnruTermsError):
    """A part of the program that was not installed is asked for."""


@dataclass(eq=False)
class UnsoundGlossaryError(VnruTermsError):
    """A glossary with findings of error severity, where a sound one is needed."""

    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.exit_code = 1


def display_path(path: Path) -> str:
    """The path as messages show it: relative to the current folder where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    # Until Python 3.13 a link to itself is a RuntimeError.
    except (ValueError, OSError, RuntimeError):
        return str(path)
