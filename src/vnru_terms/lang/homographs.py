"""What a language is shown of a match, to say whether it is the term or another word written alike.

`Rival` is data made with the forms: another word of the language that has a form of the term's, and
how likely the form is the term's own. `Sight` is a match in its sentence. `weigh` of a language
answers with `CERTAIN`, `DOUBTFUL` (by its letters the term, in this sentence more likely not), or
`NOT` (another word beyond doubt).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

CERTAIN, DOUBTFUL, NOT = 2, 1, 0


class Rival(NamedTuple):
    """Another word with the same form: its part of speech (OpenCorpora), and the term's share."""

    form: str
    part_of_speech: str
    share: float


class Sight(NamedTuple):
    """A match of one term at tokens `start` to `end` of a text's `keys`.

    `surface` gives a token as it is written; `kind` and `cells` are the recipe's, `gender` the
    term's; `rival` the rival of this form, if any.
    """

    keys: Sequence[str]
    start: int
    end: int
    surface: Callable[[int], str]
    term: str
    kind: str
    cells: tuple[int, ...]
    gender: str = ""
    rival: Rival | None = None

    def before(self, distance: int = 1) -> str:
        """The key of a token before the match, "" where there is none."""
        at = self.start - distance
        return self.keys[at] if at >= 0 else ""

    def after(self, distance: int = 0) -> str:
        """The key of a token behind the match, "" where there is none."""
        at = self.end + distance
        return self.keys[at] if at < len(self.keys) else ""


def always_certain(sight: Sight) -> int:
    """The answer of a language that has no such doubts."""
    return CERTAIN
