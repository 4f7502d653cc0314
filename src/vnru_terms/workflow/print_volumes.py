"""Volumes on the processors of this machine: each typeset in a process of its own, two at a time.

The typesetter keeps what it has laid out until its process ends, so a volume's memory is given back
with it. A volume travels as a file; what a process cannot do comes back as the error that it met.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from collections.abc import Callable, Sequence
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from vnru_terms.findings import UnreadableInputError, VnruTermsError
from vnru_terms.messages import _, current_language, use_language
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.engine import Typeset, typeset
from vnru_terms.printing.page import Book

AT_ONCE = 2


def typeset_volumes(
    volumes: Sequence[Book], edition: Edition, folder: Path, done: Callable[[int], None]
) -> list[Path]:
    """A file of each volume, put in the folder; `done` hears how many there are.

    In the file is a `Typeset`, pickled. UnreadableInputError where a process ends before its time.
    """
    context = multiprocessing.get_context("spawn")
    waiting = list(enumerate(volumes))
    results = [folder / f"{number}.set" for number, _volume in waiting]
    running: dict[int, tuple[BaseProcess, int]] = {}
    finished = 0
    try:
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                number, volume = waiting.pop(0)
                source = folder / f"{number}.volume"
                source.write_bytes(pickle.dumps((volume, edition)))
                process: BaseProcess = context.Process(
                    target=_typeset_file,
                    args=(source, results[number], current_language()),
                    daemon=True,
                )
                process.start()
                running[process.sentinel] = (process, number)
            for sentinel in wait(list(running)):
                assert isinstance(sentinel, int)
                process, number = running.pop(sentinel)
                process.join()
                _raise_what_went_wrong(results[number], number)
                finished += 1
                done(finished)
    finally:
        for process, _number in running.values():
            process.terminate()
            process.join()
    return results


def read_volume(path: Path) -> Typeset:
    """A volume that a process has set."""
    found = pickle.loads(path.read_bytes())
    assert isinstance(found, Typeset)
    return found


def _raise_what_went_wrong(result: Path, number: int) -> None:
    failure = result.with_suffix(".error")
    if failure.exists():
        error: VnruTermsError = pickle.loads(failure.read_bytes())
        raise error
    if not result.exists():
        message = _("the process that typeset volume {n} ended before it was done.")
        raise UnreadableInputError(
            message.format(n=number + 1),
            hint=_("Most often memory is short: close other programs, or print by subject field."),
        )


def _typeset_file(source: Path, result: Path, language: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_language(language)
    try:
        volume, edition = pickle.loads(source.read_bytes())
        source.unlink()
        made = typeset(volume, edition)
    except VnruTermsError as error:
        result.with_suffix(".error").write_bytes(pickle.dumps(error))
        return
    partial = result.with_suffix(".part")
    partial.write_bytes(pickle.dumps(made))
    partial.replace(result)
