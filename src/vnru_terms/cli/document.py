"""What every command that reads a document asks for: the file, the languages, where to write.

`of_a_document` gives a command its options, `output_of` says what `--format` and `--out` mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from vnru_terms.cli.base import argument, option
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import N_, _

_CODES = click.Choice(list(LANGUAGES))
_BY_SUFFIX = {".html": "html", ".htm": "html", ".pdf": "pdf", ".json": "json"}


def of_a_document(formats: Sequence[str]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command FILE and options, as `file`, `from_`, `to`, `format` and `out`."""
    return partial(_with_options, formats=formats)


def output_of(
    format: str | None, out: Path | None, formats: Sequence[str]
) -> tuple[str, Path | None]:
    """The format, chosen or told from the file's suffix; the file, None for standard output."""
    file = out if out is not None and str(out) != "-" else None
    told = _BY_SUFFIX.get(file.suffix.lower(), "text") if file else "text"
    if format is None and told not in formats:
        raise click.UsageError(_("Which format? One of: {f}.").format(f=", ".join(formats)))
    return format or told, file


def _with_options(function: Callable[..., Any], formats: Sequence[str]) -> Callable[..., Any]:
    text = N_("Write to this file; - is standard output.")
    path = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
    function = option("--out", metavar="FILE", type=path, help=text)(function)
    text = N_("Short for --format json.")
    function = option("--json", "format", flag_value="json", help=text)(function)
    text = N_("Output format; else the suffix of --out.")
    function = option("--format", type=click.Choice(formats), help=text)(function)
    text = N_("A language to show; may be repeated.")
    function = option("--to", type=_CODES, multiple=True, help=text)(function)
    text = N_("The document's language; else its letters tell.")
    function = option("--from", "from_", type=_CODES, help=text)(function)
    return argument("file", metavar="FILE")(function)
