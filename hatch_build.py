"""What the wheel carries besides the code: the glossary and the compiled interface catalogues.

`content.txt` says in one line what they hold: an index of the glossary is known by it, so that a
program built anew under the same version does not show the old one. They lie under
`vnru_terms/_data/`, so that an installed look-up works without a checkout. An editable install
carries none: there the checkout's own files are used.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "vnru_terms/_data"


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the data to a standard wheel; its state is the folder of compiled catalogues."""

    PLUGIN_NAME = "custom"
    compiled: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        include: dict[str, str] = build_data["force_include"]
        for path in sorted((root / "glossary").rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                include[str(path)] = f"{DATA}/{path.relative_to(root).as_posix()}"
        self.compiled = Path(tempfile.mkdtemp())
        content = hashlib.sha256()
        for source in sorted((root / "locale").glob("*/LC_MESSAGES/vnru_terms.po")):
            name = source.relative_to(root).with_suffix(".mo")
            target = self.compiled / name
            target.parent.mkdir(parents=True)
            polib.pofile(str(source), encoding="utf-8").save_as_mofile(str(target))
            include[str(target)] = f"{DATA}/{name.as_posix()}"
        for source, name in sorted(include.items(), key=lambda one: one[1]):
            if name.startswith(f"{DATA}/"):
                content.update(name.encode() + b"\0" + Path(source).read_bytes() + b"\0")
        told = self.compiled / "content.txt"
        told.write_text(content.hexdigest() + "\n", encoding="utf-8", newline="\n")
        include[str(told)] = f"{DATA}/content.txt"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.compiled is not None:
            shutil.rmtree(self.compiled, ignore_errors=True)
