"""The report of a check for programs: SARIF 2.1.0 and annotations of GitHub's workflow commands.

SARIF (OASIS, 2020): `version`, `runs`, of each its `tool.driver` with the rules and `results` with
rule, level, message and place. A place without a line names the file alone; columns count code
points, and the run says so. GitHub: `::error file=…,line=…::message`, with the escapes that its
documentation lists; information is a notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnru_terms import __version__
from vnru_terms.findings import Finding, Severity
from vnru_terms.matching.remark import CODES, Remark
from vnru_terms.messages import _
from vnru_terms.workflow.check import CheckedFile

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(checked: Iterable[CheckedFile]) -> dict[str, object]:
    """All files' remarks as one SARIF log; what could not be read is a notification."""
    files = list(checked)
    rules = [{"id": code, "shortDescription": {"text": _(text)}} for code, text in CODES.items()]
    codes = list(CODES)
    results = [_result(remark, codes) for file in files for remark in file.remarks]
    problems = [finding for file in files for finding in file.findings]
    run: dict[str, object] = {
        "tool": {"driver": {"name": "vnru-terms", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "invocations": [
            {
                "executionSuccessful": not problems,
                "toolExecutionNotifications": [_notification(finding) for finding in problems],
            }
        ],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(remark: Remark, codes: list[str]) -> dict[str, object]:
    finding = remark.as_finding()
    result: dict[str, object] = {
        "ruleId": remark.code,
        "ruleIndex": codes.index(remark.code),
        "level": _LEVELS[remark.severity],
        "message": {"text": _text(finding)},
        "locations": [_location(finding)],
    }
    properties = {
        "term": remark.term,
        "found": remark.found,
        "wouldDo": list(remark.would_do),
        "concept": remark.concept,
        "segment": remark.segment,
    }
    result["properties"] = {key: value for key, value in properties.items() if value}
    return result


def _notification(finding: Finding) -> dict[str, object]:
    return {
        "descriptor": {"id": finding.code},
        "level": "error",
        "message": {"text": _text(finding)},
        "locations": [_location(finding)],
    }


def _location(finding: Finding) -> dict[str, object]:
    place = finding.place
    physical: dict[str, object] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line:
        region = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        physical["region"] = region
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    from pathlib import Path
    from urllib.parse import quote

    if path.startswith("<"):
        return "stdin"
    found = Path(path)
    return found.as_uri() if found.is_absolute() else quote(found.as_posix())


def as_github(checked: Iterable[CheckedFile]) -> Iterator[str]:
    """A workflow command for each remark and for each thing that could not be read."""
    for file in checked:
        for finding in (*file.findings, *(remark.as_finding() for remark in file.remarks)):
            place = finding.place
            parts = {"file": place.path, "line": place.line, "col": place.column}
            parts["title"] = finding.code
            shown = ",".join(f"{k}={_property(str(v))}" for k, v in parts.items() if v)
            yield f"::{_COMMANDS[finding.severity]} {shown}::{_data(_text(finding))}"


def _text(finding: Finding) -> str:
    return f"{finding.message} {finding.hint}".strip()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
