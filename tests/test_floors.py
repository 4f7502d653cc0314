"""Imports go down the stairs: the floors of the package, held by reading its imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "vnru_terms"

FLOORS = {
    "findings": 1, "installation": 1, "messages": 1, "extras": 1,
    "text": 2,
    "lang": 3, "model": 3,
    "store": 4,
    "rules": 5, "mining": 5, "matching": 5,
    "formats": 6, "printing": 6, "curation": 6,
    "workflow": 7, "quick": 7,
    "cli": 8, "web": 8, "library": 8,
}  # fmt: skip
# One part each on its floor; on these floors the parts may call each other in one direction.
STAIRS_WITHIN = [
    ("messages", "installation"),
    ("extras", "messages"),
    ("extras", "findings"),
    ("cli", "web"),
]
# The ways in stand outside the floors.
OUTSIDE = {"__init__", "__main__"}

MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts[0] != "_data")


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(path: Path) -> set[str]:
    """The parts of the package that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            pieces = name.split(".")
            if pieces[0] == "vnru_terms" and len(pieces) > 1:
                found.add(pieces[1])
    return {name for name in found if name in FLOORS}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_go_down(path: Path) -> None:
    """A module imports only from lower floors, or from its own part."""
    part = part_of(path)
    if part in OUTSIDE:
        return
    assert part in FLOORS, f"{part} stands on no floor; add it to FLOORS and to the docs"
    for other in imports_of(path) - {part}:
        allowed = FLOORS[other] < FLOORS[part] or (part, other) in STAIRS_WITHIN
        assert allowed, f"{path.name} (floor {FLOORS[part]}) imports {other} ({FLOORS[other]})"


def test_a_climbing_import_would_be_found(tmp_path: Path) -> None:
    """The reader of imports sees every way to write one."""
    module = tmp_path / "m.py"
    module.write_text(
        "import vnru_terms.cli\nfrom vnru_terms import store\n"
        "def f():\n    from vnru_terms.rules.terms import one_preferred_term\n"
    )
    assert imports_of(module) == {"cli", "store", "rules"}


def test_scorers_call_no_files_and_no_language_tools() -> None:
    """A scorer is arithmetic over counts: it imports no store, no language, no segmenter."""
    tree = ast.parse((PACKAGE / "mining" / "scores.py").read_text(encoding="utf-8"))
    imported = {
        alias.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    allowed = ("__future__", "math", "collections", "dataclasses", "vnru_terms.mining")
    assert all(name.startswith((*allowed, "vnru_terms.model")) for name in imported), imported
