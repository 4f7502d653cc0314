"""Which glossary a command uses, and where generated files go.

`--glossary DIR`, else VNRU_TERMS_GLOSSARY, else the nearest `glossary/` at or above the current
folder that holds a `glossary.yaml`, else the one bundled with the program.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vnru_terms.findings import Place, UnwritableOutputError, display_path
from vnru_terms.installation import data_root
from vnru_terms.messages import _

# Here and not with its reader: a look-up locates a glossary without loading PyYAML.
SETTINGS_FILE = "glossary.yaml"
VARIABLE = "VNRU_TERMS_GLOSSARY"


@dataclass(frozen=True, slots=True)
class Located:
    """A glossary folder, why it was chosen, and whether it is the program's own.

    `passed_over` is a folder `glossary` on the way that was not taken: it has no `glossary.yaml`.
    """

    folder: Path
    reason: str
    bundled: bool = False
    passed_over: Path | None = None

    @property
    def home(self) -> Path:
        """The folder that holds `glossary/`, `seeds/`, `locale/` and `build/`."""
        return self.folder.resolve().parent


def locate_glossary(
    explicit: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    start: Path | None = None,
) -> Located:
    """The glossary in use; it need not exist where it was named explicitly."""
    if explicit is not None:
        return Located(explicit, "--glossary")
    if environ.get(VARIABLE):
        return Located(Path(environ[VARIABLE]), VARIABLE)
    here = (start or Path.cwd()).resolve()
    passed_over: Path | None = None
    for folder in (here, *here.parents):
        if (folder / "glossary" / SETTINGS_FILE).is_file():
            return Located(folder / "glossary", str(folder), passed_over=passed_over)
        if folder.name == "glossary" and (folder / SETTINGS_FILE).is_file():
            return Located(folder, str(folder), passed_over=passed_over)
        if passed_over is None and any((folder / "glossary").glob("*/*.yaml")):
            passed_over = folder / "glossary"
    own = data_root() / "glossary"
    return Located(own, _("bundled"), bundled=True, passed_over=passed_over)


def refuse_bundled(located: Located) -> None:
    """UnwritableOutputError where the glossary in use is the one inside the program."""
    if located.bundled:
        raise UnwritableOutputError(
            _("the glossary inside the program is not to be changed."),
            hint=_("Make your own with: vnru-terms init DIR --copy"),
            place=Place(display_path(located.folder)),
        )
