"""XML as text, written piece by piece: no tree is built, so a large glossary needs no memory.

Only what the formats here need: elements with text, elements with children, attributes. What XML
1.0 cannot hold (control characters, lone surrogates) is dropped from a whole entry at once by
`legal`, which tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnru_terms.formats.tally import CONTROL, Tally

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# A reader makes plain spaces of tabs and line ends in an attribute.
_IN_ATTRIBUTE = _IN_TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def escaped(text: str) -> str:
    """The text as content of an element.

    >>> escaped("a < b ]]> &c")
    'a &lt; b ]]&gt; &amp;c'
    """
    return text.translate(_IN_TEXT)


def opening(name: str, attributes: dict[str, str] | None = None) -> str:
    """The start tag."""
    pairs = [
        f' {key}="{value.translate(_IN_ATTRIBUTE)}"' for key, value in (attributes or {}).items()
    ]
    return f"<{name}{''.join(pairs)}>"


def element(name: str, text: str, **attributes: str) -> str:
    """An element with text.

    >>> element("descrip", "x", type="context")
    '<descrip type="context">x</descrip>'
    """
    return f"{opening(name, attributes)}{escaped(text)}</{name}>"


def parent(name: str, children: Iterable[str], attributes: dict[str, str] | None = None) -> str:
    """An element with children, each on its own line; nothing where there are none."""
    inside = "".join(f"{child}\n" for child in children if child)
    return f"{opening(name, attributes)}\n{inside}</{name}>" if inside else ""


def legal(xml: str, id: str, tally: Tally) -> str:
    """The XML of an entry without the characters that XML cannot hold."""
    if _ILLEGAL.search(xml) is None:
        return xml
    tally.add(CONTROL, id)
    return _ILLEGAL.sub("", xml)
