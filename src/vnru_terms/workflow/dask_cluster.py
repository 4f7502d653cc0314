"""Tasks on a Dask cluster that is there already: the texts are sent, the tables come back.

Workers need no disk in common with this machine. They and the scheduler need the same version of
this program with its extra `mine`, which is asked first. A few more tasks than the cluster has
threads are under way at a time, so nothing piles up here or at the scheduler. Dask itself gives the
task of a lost worker to another.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator, Iterable
from typing import Any

from vnru_terms import __version__, extras
from vnru_terms.findings import Finding, Place, UnreadableInputError, VnruTermsError
from vnru_terms.messages import _
from vnru_terms.workflow.process_pool import Task, died_twice

_PATIENCE = 30
_AHEAD = 2


class DaskCluster:
    """A connection to a scheduler; state: the connection."""

    def __init__(self, address: str, version: Callable[[], str]) -> None:
        self.findings: list[Finding] = []
        self._distributed = extras.need("cluster", "distributed")
        try:
            with warnings.catch_warnings():
                # What differs besides this program is no concern of its users.
                warnings.simplefilter("ignore")
                self._client = self._distributed.Client(
                    address, timeout=_PATIENCE, set_as_default=False
                )
        except (OSError, ValueError) as error:
            raise UnreadableInputError(
                _("there is no Dask scheduler at this address: {reason}.").format(
                    reason=str(error).partition("\n")[0].rstrip(".")
                ),
                hint=_("Give the address that the scheduler printed: --scheduler tcp://HOST:8786"),
                place=Place(address),
            ) from None
        self._address = address
        try:
            self._compare(version)
        except BaseException:
            self.close()
            raise

    def run(self, tasks: Iterable[Task]) -> Generator[tuple[Task, Any], None, None]:
        """The tasks with their results, in the order in which they are done."""
        waiting = iter(tasks)
        under_way: dict[Any, Task] = {}
        done = self._distributed.as_completed(loop=self._client.loop)
        threads = sum(self._client.nthreads().values())
        try:
            while True:
                while len(under_way) < threads * _AHEAD:
                    task = next(waiting, None)
                    if task is None:
                        break
                    future = self._client.submit(task.function, *task.arguments, pure=False)
                    under_way[future] = task
                    done.add(future)
                if not under_way:
                    return
                future = next(done)
                task = under_way.pop(future)
                yield task, self._result(future, task)
                future.release()
        finally:
            self._client.cancel(list(under_way))

    def close(self) -> None:
        """Leave the cluster; it goes on."""
        self._client.close()

    def _result(self, future: Any, task: Task) -> Any:
        try:
            return future.result()
        except self._distributed.scheduler.KilledWorker:
            raise died_twice(task) from None

    def _compare(self, version: Callable[[], str]) -> None:
        ours = version()
        try:
            theirs = self._client.run(version)
            # The scheduler takes every task apart, so it needs the program as well.
            scheduler = self._client.run_on_scheduler(version)
        except VnruTermsError:
            raise
        except Exception as error:
            raise self._unlike(f"{type(error).__name__}: {error}") from None
        if not theirs:
            raise UnreadableInputError(
                _("the Dask cluster has no workers."),
                hint=_("Start some with: dask worker {address}").format(address=self._address),
                place=Place(self._address),
            )
        for worker, found in [("scheduler", scheduler), *sorted(theirs.items())]:
            if found != ours:
                raise self._unlike(f"{worker}: {found} ≠ {ours}")

    def _unlike(self, reason: str) -> UnreadableInputError:
        return UnreadableInputError(
            _("the cluster does not run this version of the program: {reason}.").format(
                reason=reason
            ),
            hint=_(
                "On the scheduler and every worker: "
                "pip install 'vnru-terms[mine,cluster]=={version}'"
            ).format(version=__version__),
            place=Place(self._address),
        )
