"""gettext's compiled catalogue (.mo): two tables of lengths and offsets, then the texts.

Written after the format's own description in the manual of GNU gettext: little-endian, revision 0,
no hash table, originals in the order of their bytes. polib writes it too, but takes time by the
square of the number of messages. The texts are in memory: the tables before them need all lengths.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import accumulate

_MAGIC = 0x950412DE
_HEAD = struct.Struct("<7I")
_ENTRY = struct.Struct("<2I")


def compiled(messages: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """The catalogue of originals (context, U+0004, message) and translations; "" is its head."""
    pairs = sorted((one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
                   for one, other in messages)  # fmt: skip
    originals, translations = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    tables = _HEAD.size + 2 * len(pairs) * _ENTRY.size
    second = _HEAD.size + len(pairs) * _ENTRY.size
    yield _HEAD.pack(_MAGIC, 0, len(pairs), _HEAD.size, second, 0, tables)
    at = tables
    for texts in (originals, translations):
        # Each text has a zero behind it, which its length does not count.
        ends = list(accumulate((len(text) + 1 for text in texts), initial=at))
        yield b"".join(_ENTRY.pack(len(t), start) for t, start in zip(texts, ends, strict=False))
        at = ends[-1]
    for texts in (originals, translations):
        yield b"".join(text + b"\0" for text in texts)
