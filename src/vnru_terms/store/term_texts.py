"""All terms of an index as they are written, for a text so long that it holds most of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from sqlite3 import Connection


def concept_count(connection: Connection) -> int:
    """How many concepts an index holds."""
    (count,) = connection.execute("SELECT count(*) FROM concept").fetchone()
    return int(count)


def term_texts(connection: Connection, language: str) -> Iterator[str]:
    """Every term of a language with its pair and its given forms, in order of concept."""
    for (entry,) in connection.execute("SELECT entry FROM concept ORDER BY id"):
        for section in json.loads(entry).get("languages", ()):
            if section["language"] == language:
                for term in section.get("terms", ()):
                    yield " ".join([term["term"], term.get("pair", ""), *term.get("forms", ())])
