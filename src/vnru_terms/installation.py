"""Where the program's own data lie.

In a wheel the glossary and the compiled interface lie under `vnru_terms/_data/`; in a checkout
the same folders stand at its top. `data_root()` is the one place that knows the difference.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def data_root() -> Path:
    """The folder that holds `glossary/` and `locale/`: `_data` in a wheel, else the checkout."""
    bundled = _PACKAGE / "_data"
    return bundled if bundled.is_dir() else _PACKAGE.parent.parent


def is_checkout() -> bool:
    """Whether the program runs from a checkout (an editable install), not from a wheel."""
    return data_root().name != "_data"
