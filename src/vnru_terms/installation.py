"""Where the program's own data lie.

In a wheel the glossary, its look-up index and the compiled interface lie under `vnru_terms/_data/`;
in a checkout the glossary and the interface stand at its top, and the index in the user's cache.
`data_root()` is the one place that knows the difference.
Nothing heavy is imported here: a look-up must start at once.
"""
# pathlib takes as long to import as the rest of a look-up.
# ruff: noqa: PTH112, PTH118, PTH120

from __future__ import annotations

import os

# mypy knows the name; typing itself would take longer to import than a look-up.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.realpath(__file__))
_BUNDLED = os.path.join(_PACKAGE, "_data")
_CHECKOUT = os.path.dirname(os.path.dirname(_PACKAGE))
# Written when the wheel is built: what its glossary and catalogues hold, as one line.
CONTENT_FILE = "content.txt"
# And the look-up index of that glossary.
BUNDLED_INDEX = "index.sqlite"


def data_root_name() -> str:
    """The folder that holds `glossary/` and `locale/`: `_data` in a wheel, else the checkout."""
    return _BUNDLED if os.path.isdir(_BUNDLED) else _CHECKOUT


def data_root() -> Path:
    """`data_root_name()` as a path."""
    from pathlib import Path

    return Path(data_root_name())


def is_checkout() -> bool:
    """Whether the program runs from a checkout (an editable install), not from a wheel."""
    return data_root_name() != _BUNDLED
