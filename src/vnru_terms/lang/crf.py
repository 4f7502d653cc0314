"""A conditional random field as CRFsuite writes it, and what its features look at.

`parse_model` reads the file of a first-order model into labels, weights of attributes and weights
of transitions. The format is a header, a chunk of features (kind, source, target, weight) and two
constant databases (CQDB) with the names of labels and attributes; all numbers are little-endian.
See Okazaki, CRFsuite, 2007. `parse_template` reads one feature template of underthesea's: which
neighbours are joined (`T[-1,0]`) and what is asked of them (`lower`, `istitle`, `is_in_dict`).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

_HEADER = struct.Struct("<4sI4s9I")
_FEATURE = struct.Struct("<IIId")
_CHUNK_HEADER = 12
_STATE = 0


@dataclass(frozen=True, slots=True)
class CrfModel:
    """Labels; for each attribute its weights by label; `transitions[from][to]`."""

    labels: tuple[str, ...]
    states: Mapping[str, Mapping[int, float]]
    transitions: tuple[tuple[float, ...], ...]


class Template(NamedTuple):
    """A feature of the tokens `first` to `last` from here, joined, under a function or none."""

    name: str
    first: int
    last: int
    function: str

    @property
    def width(self) -> int:
        """How many tokens it joins."""
        return self.last - self.first + 1


_TEMPLATE = re.compile(r"T\[(-?\d+)(?:,(-?\d+))?\](?:\.(\w+))?")


def parse_template(name: str) -> Template:
    """The template of that name; ValueError where it is none.

    >>> parse_template("T[-1,0].lower")
    Template(name='T[-1,0].lower', first=-1, last=0, function='lower')
    """
    match = _TEMPLATE.fullmatch(name)
    if match is None:
        raise ValueError(name)
    first, last, function = match.groups()
    return Template(name, int(first), int(last or first), function or "")


def parse_model(data: bytes) -> CrfModel:
    """The model in the bytes of a CRFsuite file; ValueError where it is none."""
    try:
        magic, _size, kind, _version, _n, label_count, attribute_count, *offsets = (
            _HEADER.unpack_from(data)
        )
        if (magic, kind) != (b"lCRF", b"FOMC"):
            raise ValueError("this is no first-order model of CRFsuite")
        features_at, labels_at, attributes_at = offsets[:3]
        labels = _names(data, labels_at, label_count)
        attributes = _names(data, attributes_at, attribute_count)
        (count,) = struct.unpack_from("<I", data, features_at + 8)
        start = features_at + _CHUNK_HEADER
        rows = _FEATURE.iter_unpack(data[start : start + count * _FEATURE.size])
        states: dict[str, dict[int, float]] = {}
        transitions = [[0.0] * label_count for _ in labels]
        for feature, source, target, weight in rows:
            if feature == _STATE:
                states.setdefault(attributes[source], {})[target] = weight
            else:
                transitions[source][target] = weight
    except (struct.error, IndexError) as error:
        raise ValueError("the model's file is cut short") from error
    return CrfModel(tuple(labels), states, tuple(map(tuple, transitions)))


def _names(data: bytes, at: int, count: int) -> list[str]:
    """The names in the constant database at `at`, by their numbers."""
    (links,) = struct.unpack_from("<I", data, at + 20)
    names = []
    for place in struct.unpack_from(f"<{count}I", data, at + links):
        (size,) = struct.unpack_from("<I", data, at + place + 4)
        begin = at + place + 8
        names.append(data[begin : begin + size - 1].decode("utf-8", errors="replace"))
    return names
