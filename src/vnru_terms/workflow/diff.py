"""Diff: two editions, each a folder or a revision of the glossary's repository ▸ their changes.

A revision is unpacked by `git archive` into a temporary folder; nothing of the working tree is
touched. What is a folder is taken as a folder, whatever git calls so.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from vnru_terms.curation.editions import Change, changes
from vnru_terms.findings import Place, UnreadableInputError
from vnru_terms.messages import _
from vnru_terms.model import Termbase
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.locate import SETTINGS_FILE, Located

_SECONDS = 120


def diff_editions(located: Located, old: str, new: str | None = None) -> tuple[list[Change], int]:
    """The changes from one edition to another, and how many errors reading them found.

    `new` is the glossary in use where it is None. Raises UnreadableInputError where an edition is
    neither a folder nor a revision.
    """
    before, errors = _edition(located, old)
    if new is None:
        after, more = _read(located.folder)
    else:
        after, more = _edition(located, new)
    return changes(before, after), errors + more


def _edition(located: Located, name: str) -> tuple[Termbase, int]:
    folder = Path(name)
    if folder.is_dir():
        inside = folder / "glossary"
        is_home = not (folder / SETTINGS_FILE).is_file() and (inside / SETTINGS_FILE).is_file()
        return _read(inside if is_home else folder)
    with tempfile.TemporaryDirectory() as temporary:
        return _read(_unpacked(located, name, Path(temporary)))


def _unpacked(located: Located, revision: str, folder: Path) -> Path:
    """The glossary of a revision, unpacked into a folder."""
    home = located.folder.resolve()
    if revision.startswith("-"):
        raise _no_edition(revision, "")
    try:
        done = subprocess.run(
            ["git", "-C", str(home), "archive", "--format=tar", revision, "--", "."],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise _no_edition(revision, _("git is not installed.")) from None
    except subprocess.TimeoutExpired:
        raise _no_edition(revision, _("git did not answer.")) from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _no_edition(revision, lines[-1].removeprefix("fatal: ") if lines else "")
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _no_edition(name: str, reason: str) -> UnreadableInputError:
    message = _("is neither a folder nor a revision of the glossary's repository.")
    return UnreadableInputError(f"{message} {reason}".strip(), place=Place(name))


def _read(folder: Path) -> tuple[Termbase, int]:
    termbase, findings = read_glossary(folder)
    return termbase, len(findings)
