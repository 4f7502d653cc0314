"""JSON without the module `json`, whose import takes as long as the rest of a look-up.

`parse_json` uses the scanner in C behind `json`, and `json` itself where that has changed;
`render_json` writes what `json.dumps(value, ensure_ascii=False, indent=2)` writes.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _Settings:
    """What the scanner asks: nothing but JSON's own values."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = None


def parse_json(text: str) -> Any:
    """The value of a JSON text. Raises ValueError where it is none."""
    try:
        from _json import make_scanner

        value, end = make_scanner(_Settings())(text, 0)  # type: ignore[arg-type]
    except (ImportError, AttributeError, TypeError):
        import json

        return json.loads(text)
    except StopIteration:
        raise ValueError("no JSON") from None
    if end != len(text):
        raise ValueError("more than one JSON value")
    return value


def render_json(value: Any, indent: str = "\n") -> str:
    """The JSON text of a value of dicts, lists, strings, whole numbers, booleans and None.

    >>> render_json({"a": [], "b": ["đ", None]})
    '{\\n  "a": [],\\n  "b": [\\n    "đ",\\n    null\\n  ]\\n}'
    """
    if isinstance(value, str):
        return _quoted(value)
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    deeper = indent + "  "
    if isinstance(value, dict):
        parts = [f"{_quoted(key)}: {render_json(part, deeper)}" for key, part in value.items()]
        return f"{{{deeper}{f',{deeper}'.join(parts)}{indent}}}" if parts else "{}"
    if isinstance(value, (list, tuple)):
        parts = [render_json(part, deeper) for part in value]
        return f"[{deeper}{f',{deeper}'.join(parts)}{indent}]" if parts else "[]"
    return int.__repr__(value)


def _quoted(text: str) -> str:
    try:
        from _json import encode_basestring
    except ImportError:
        from json.encoder import encode_basestring
    quoted: str = encode_basestring(text)
    return quoted
