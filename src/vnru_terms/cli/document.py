"""What every command that reads a document asks for: the file, its language, those to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from vnru_terms.cli.base import argument, option
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import N_

_CODES = click.Choice(list(LANGUAGES))


def of_a_document(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command FILE, --from and --to, as the arguments `file`, `from_` and `to`."""
    text = N_("A language to show; may be repeated.")
    function = option("--to", type=_CODES, multiple=True, help=text)(function)
    text = N_("The document's language; else its letters tell.")
    function = option("--from", "from_", type=_CODES, help=text)(function)
    return argument("file", metavar="FILE")(function)
