"""Check translations: files ▸ segments ▸ terms in the source ▸ equivalents in the target ▸ remarks.

Each file is a document of its own: consistency and field are judged within it. A file that cannot
be read, or the line where it breaks, is a finding among the remarks; the other files are checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vnru_terms.findings import Finding, Place, Severity, display_path
from vnru_terms.formats.segments import STDIN, STDIN_NAME, read_segments
from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.check import DocumentCheck, TermCount
from vnru_terms.matching.check_sides import Checker
from vnru_terms.matching.matcher import Matcher
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.segment import Direction, Segment, State
from vnru_terms.messages import _
from vnru_terms.store.glossary import read_glossary

__all__ = ["CheckedFile", "Direction", "TermCount", "check_files"]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What the check of one file found.

    `findings` say what of it could not be read. `states` counts its segments; `terms` counts, term
    by term, where it stood and how often something was wrong. `is_of_field` is false where so few
    of the glossary's terms occur that missing ones weigh less.
    """

    path: str
    remarks: tuple[Remark, ...]
    findings: tuple[Finding, ...] = ()
    states: Counter[State] = field(default_factory=Counter)
    terms: tuple[TermCount, ...] = ()
    is_of_field: bool = True


def check_files(
    folder: Path,
    paths: Sequence[str | Path],
    wanted: Direction,
    *,
    on: str = "",
    progress: Callable[[str], None] = lambda text: None,
) -> Iterator[CheckedFile]:
    """The check of each file against the glossary in a folder.

    Raises UnreadableInputError where there is no such folder.
    """
    progress(_("reading the glossary"))
    termbase, _findings = read_glossary(folder)
    matcher = Matcher({})

    def checker_for(direction: Direction) -> Checker:
        for code in (direction.source, direction.target):
            if code not in matcher.tables:
                progress(_("forms of the terms: {language}").format(language=code))
                matcher.tables.update(Matcher.of(termbase, (code,)).tables)
        return checker

    checker = Checker.of(termbase, matcher, on)
    for path in paths:
        progress(_("checking {file}").format(file=path))
        yield _check_file(path, wanted, checker_for)


def _check_file(
    path: str | Path, wanted: Direction, checker_for: Callable[[Direction], Checker]
) -> CheckedFile:
    name = STDIN_NAME if str(path) == STDIN else display_path(Path(path))
    document: DocumentCheck | None = None
    findings: list[Finding] = []
    remarks: list[Remark] = []
    foreign: set[str] = set()
    for item in read_segments(path, wanted):
        if isinstance(item, Finding):
            findings.append(item)
            continue
        problem = _foreign(item)
        if problem is not None:
            if problem.message not in foreign:
                foreign.add(problem.message)
                findings.append(problem)
            continue
        checker = checker_for(item.direction)
        document = document or DocumentCheck(checker)
        remarks += document.check(item)
    if document is None:
        return CheckedFile(name, (), tuple(findings))
    remarks += document.finish()
    remarks.sort(key=lambda remark: (remark.place, remark.code))
    terms = tuple(sorted(document.terms.values(), key=lambda t: (-t.missing - t.unwanted, t.term)))
    return CheckedFile(
        name, tuple(remarks), tuple(findings), document.states, terms, document.is_of_field
    )


def _foreign(segment: Segment) -> Finding | None:
    """A finding where the languages are not two of the glossary's."""
    source, target = segment.direction.source, segment.direction.target
    if source in LANGUAGES and target in LANGUAGES and source != target:
        return None
    if segment.state is State.UNTRANSLATED and source in LANGUAGES:
        # A file of which nothing is translated yet may not say into what.
        return None if target in LANGUAGES else _languages(segment, source, target)
    return _languages(segment, source, target)


def _languages(segment: Segment, source: str, target: str) -> Finding:
    message = _("the languages are {source} and {target}; two of vi, en and ru are needed.")
    return Finding(
        Place(segment.place.path, segment.place.line),
        "E165",
        message.format(source=source or "?", target=target or "?"),
        _("Name them with --from and --to."),
        Severity.ERROR,
    )
