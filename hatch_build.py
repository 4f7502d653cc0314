"""What the wheel carries besides the code: the glossary, its index, the interface's catalogues.

They lie under `vnru_terms/_data/`, so that an installed look-up works without a checkout, and at
once: the index holds the forms of all terms. `content.txt` says in one line what glossary and
catalogues hold: the index is known by it, so that a program built anew under the same version does
not show the old one. An editable install carries none: there the checkout's own files are used.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "vnru_terms/_data"


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the data to a standard wheel; its state is the folder where they are made."""

    PLUGIN_NAME = "custom"
    made: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        include: dict[str, str] = build_data["force_include"]
        for path in sorted((root / "glossary").rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                include[str(path)] = f"{DATA}/{path.relative_to(root).as_posix()}"
        made = self.made = Path(tempfile.mkdtemp())
        content = hashlib.sha256()
        for source in sorted((root / "locale").glob("*/LC_MESSAGES/vnru_terms.po")):
            name = source.relative_to(root).with_suffix(".mo")
            target = made / name
            target.parent.mkdir(parents=True)
            polib.pofile(str(source), encoding="utf-8").save_as_mofile(str(target))
            include[str(target)] = f"{DATA}/{name.as_posix()}"
        for source, name in sorted(include.items(), key=lambda one: one[1]):
            if name.startswith(f"{DATA}/"):
                content.update(name.encode() + b"\0" + Path(source).read_bytes() + b"\0")
        told = made / "content.txt"
        told.write_text(content.hexdigest() + "\n", encoding="utf-8", newline="\n")
        include[str(told)] = f"{DATA}/content.txt"
        index = made / "index.sqlite"
        write_index(root, content.hexdigest(), index)
        include[str(index)] = f"{DATA}/index.sqlite"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.made is not None:
            shutil.rmtree(self.made, ignore_errors=True)


def write_index(root: Path, content: str, target: Path) -> None:
    """Build the look-up index of the tree's glossary with the tree's own code."""
    with importing_from(root / "src"):
        from vnru_terms.findings import UnsoundGlossaryError
        from vnru_terms.workflow.bundle import write_bundled_index

        try:
            write_bundled_index(root / "glossary", content, target)
        except UnsoundGlossaryError as error:
            raise SystemExit("\n".join(map(str, [*error.findings, error]))) from None


@contextmanager
def importing_from(folder: Path) -> Iterator[None]:
    """Modules come from this folder first, and leave no compiled files in it."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        sys.dont_write_bytecode = before
