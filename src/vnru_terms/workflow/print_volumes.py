"""Volumes in processes: each pass of each volume in one of its own, two at a time.

The typesetter keeps what it has laid out until its process ends, so the memory of a pass is given
back with it. A volume travels as a file from pass to pass; what a process cannot do comes back as
the error that it met.
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
from vnru_terms.printing.engine import Typeset, lay_out, set_pages
from vnru_terms.printing.page import Book

AT_ONCE = 2


def typeset_volumes(
    volumes: Sequence[Book], edition: Edition, folder: Path, done: Callable[[int], None]
) -> list[Path]:
    """A file of each volume, put in the folder; `done` hears how many there are.

    In the file is a `Typeset`, pickled. UnreadableInputError where a process ends before its time.
    """
    results = [folder / f"{number}.set" for number in range(len(volumes))]
    waiting = list(zip(results, volumes, strict=True))
    running: dict[int, tuple[BaseProcess, Path, str]] = {}
    finished = 0

    def start(result: Path, step: str) -> None:
        context = multiprocessing.get_context("spawn")
        arguments = (result, step, current_language())
        process: BaseProcess = context.Process(target=_do, args=arguments, daemon=True)
        process.start()
        running[process.sentinel] = (process, result, step)

    try:
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                result, volume = waiting.pop(0)
                _put(result.with_suffix(".volume"), (volume, edition))
                start(result, "places")
            for sentinel in wait(list(running)):
                assert isinstance(sentinel, int)
                process, result, step = running.pop(sentinel)
                process.join()
                _raise_what_went_wrong(result, step)
                if step == "places":
                    start(result, "set")
                else:
                    finished += 1
                    done(finished)
    finally:
        for process, _result, _step in running.values():
            process.terminate()
            process.join()
    return results


def read_volume(path: Path) -> Typeset:
    """A volume that has been set."""
    found = pickle.loads(path.read_bytes())
    assert isinstance(found, Typeset)
    return found


def _raise_what_went_wrong(result: Path, step: str) -> None:
    failure = result.with_suffix(".error")
    if failure.exists():
        error: VnruTermsError = pickle.loads(failure.read_bytes())
        raise error
    if not result.with_suffix(f".{step}").exists():
        message = _("the process that typeset volume {n} ended before it was done.")
        raise UnreadableInputError(
            message.format(n=int(result.stem) + 1),
            hint=_("Most often memory is short: close other programs, or print by subject field."),
        )


def _do(result: Path, step: str, language: str) -> None:
    """One pass of a volume, from file to file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_language(language)
    volume, edition = pickle.loads(result.with_suffix(".volume").read_bytes())
    try:
        if step == "places":
            made: object = lay_out(volume, edition)
        else:
            made = set_pages(
                volume, edition, pickle.loads(result.with_suffix(".places").read_bytes())
            )
    except VnruTermsError as error:
        _put(result.with_suffix(".error"), error)
    else:
        _put(result.with_suffix(f".{step}"), made)


def _put(path: Path, value: object) -> None:
    """The value as a file that is there whole or not at all."""
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(pickle.dumps(value))
    partial.replace(path)
