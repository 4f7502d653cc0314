"""Give a reader some seconds and no more.

A damaged PDF can keep a parser in a loop for hours. `within` runs a function in this thread and,
when its time is over, has the interpreter raise in it. A signal would do the same, but only in the
main thread and not on Windows, and readers also run in workers' threads. What it cannot stop is
one long call into C; against that stand the limits on size and depth.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class _TimeIsUp(BaseException):
    """Not an Exception: parsers swallow those, to go on with a broken file."""


def within(seconds: float, call: Callable[[], T]) -> T:
    """What `call` gives; TimeoutError where it did not come in time."""
    thread = ctypes.c_ulong(threading.get_ident())
    lock = threading.Lock()
    finished = struck = False

    def stop() -> None:
        nonlocal struck
        with lock:
            if not finished:
                struck = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(_TimeIsUp))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        try:
            return call()
        finally:
            with lock:
                finished = True
            # It may have been set after `call` came back; then it must not strike a bystander.
            # Not cleared in vain: CPython 3.11 is slower for good then, and hangs when traced.
            if struck:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
            timer.cancel()
    except _TimeIsUp:
        raise TimeoutError from None
