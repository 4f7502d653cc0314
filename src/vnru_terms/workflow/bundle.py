"""bundle: glossary ▸ the look-up index that lies beside it in the wheel.

`hatch_build.py` calls this when a wheel is built, so that an installed program answers its first
question at once, from where it lies, and needs neither the analyser of Russian nor a cache.
"""

from __future__ import annotations

from pathlib import Path

from vnru_terms.findings import Severity, UnsoundGlossaryError, in_order
from vnru_terms.messages import _
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.index_build import build_index, seal_index, source_of
from vnru_terms.store.index_place import content_fingerprint


def write_bundled_index(glossary: Path, content: str, target: Path) -> None:
    """Write the index of a glossary folder to a new file, the same bytes wherever it is made.

    `content` is the line by which the program knows what it brings along (`content.txt`).
    Raises UnsoundGlossaryError where the files have errors: a wheel must hold all entries.
    """
    termbase, findings = read_glossary(glossary)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise UnsoundGlossaryError(
            _("the glossary has errors; nothing was written."),
            hint=_("Mend them (vnru-terms validate lists them), then run this again."),
            findings=in_order(errors),
        )
    build_index(source_of(termbase), target, fingerprint=content_fingerprint(content))
    seal_index(target)
