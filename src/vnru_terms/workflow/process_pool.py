"""Tasks on the processors of this machine: one process each, told apart when one dies.

`ProcessPool.run` gives the results as they come. The processes are spawned, not forked, so that it
is the same on Windows and macOS; each loads the analyser once. The standard pool cannot tell which
task its dead process had; here every process has its own pipe, and the pipe's end says it. A task
whose process died is tried once more; then it is an error.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from vnru_terms.findings import Finding, Place, Severity, UnreadableInputError, VnruTermsError
from vnru_terms.messages import _, current_language, use_language

_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Task:
    """A call of a function of some module, done in another process, for one shard.

    `about` names the shard's first article, `articles` says how many it has.
    """

    shard: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    about: str
    articles: int


class ProcessPool:
    """Processes that wait for tasks; state: those that run, and findings about those that died."""

    def __init__(self, processes: int) -> None:
        self.findings: list[Finding] = []
        self._processes = processes
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, Task]] = {}

    def run(self, tasks: Iterable[Task]) -> Generator[tuple[Task, Any], None, None]:
        """The tasks with their results, in the order in which they are done."""
        waiting = iter(tasks)
        again: list[Task] = []
        tried: set[int] = set()
        while True:
            while len(self._busy) < self._processes:
                task = again.pop() if again else next(waiting, None)
                if task is None:
                    break
                self._give(task)
            if not self._busy:
                return
            for connection in wait(list(self._busy)):
                assert isinstance(connection, Connection)
                worker, task = self._busy.pop(connection)
                try:
                    done, value = connection.recv()
                except (EOFError, OSError):
                    worker.end()
                    if task.shard in tried:
                        raise died_twice(task) from None
                    tried.add(task.shard)
                    again.append(task)
                    self.findings.append(died_once(task))
                    continue
                self._idle.append(worker)
                if not done:
                    raise value if isinstance(value, VnruTermsError) else RuntimeError(value)
                yield task, value

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        for worker in [*self._idle, *(worker for worker, _task in self._busy.values())]:
            worker.end()
        self._idle.clear()
        self._busy.clear()

    def _give(self, task: Task) -> None:
        worker = self._idle.pop() if self._idle else _Worker()
        self._busy[worker.connection] = (worker, task)
        # One that died while it was idle is found out when its answer is read.
        with suppress(OSError):
            worker.connection.send((task.function, task.arguments))


class _Worker:
    """One process and our end of its pipe."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_serve, args=(theirs, current_language()), daemon=True
        )
        with _uninterrupted():
            self.process.start()
        theirs.close()

    def end(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def died_once(task: Task) -> Finding:
    """What is said of a task whose process died."""
    message = _("a process ended while it mined {n} articles from this one on; tried once more.")
    return Finding(Place(task.about), "W141", message.format(n=task.articles), "", Severity.WARNING)


def died_twice(task: Task) -> UnreadableInputError:
    """The error for a task whose process died again."""
    message = _("a process ended twice while it mined {n} articles from this one on.")
    return UnreadableInputError(
        message.format(n=task.articles),
        hint=_(
            "Most often memory is short: try --jobs 1, or find the article that is too large. "
            "What was done is kept; the same command goes on from there."
        ),
        place=Place(task.about),
    )


def _serve(connection: Connection, language: str) -> None:
    """Answer tasks until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_language(language)
    while True:
        try:
            function, arguments = connection.recv()
            connection.send(_answer(function, arguments))
        except (EOFError, OSError):
            return


def _answer(function: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[bool, Any]:
    try:
        return True, function(*arguments)
    except VnruTermsError as error:
        return False, error
    except Exception:
        return False, traceback.format_exc()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C is for the parent alone; a child that is just starting would print a traceback."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
