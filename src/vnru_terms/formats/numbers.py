"""A number for every concept id, for programs that number entries: the same in every edition."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

_LARGEST = 2**31 - 1


def entry_numbers(ids: Iterable[str]) -> dict[str, int]:
    """Positive 32-bit numbers, by id; of two ids with one checksum the later takes the next free.

    >>> entry_numbers(["ambassador", "zone"])["zone"] == entry_numbers(["zone"])["zone"]
    True
    """
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for id in ids:
        number = zlib.crc32(id.encode()) % _LARGEST + 1
        while number in taken:
            number = number % _LARGEST + 1
        taken.add(number)
        numbers[id] = number
    return numbers
