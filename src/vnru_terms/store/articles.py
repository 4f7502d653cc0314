"""`sources.yaml` beside the articles: who published which file, when, under what title."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vnru_terms.findings import Finding, display_path
from vnru_terms.store.yaml_text import Node, NodeReader, compose, read_yaml_text

SEEDS = "seeds"
SOURCES_FILE = "sources.yaml"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as received; what its text does not say of itself is empty."""

    file: str
    publisher: str
    title: str
    author: str = ""
    date: str = ""
    address: str = ""
    rights: str = ""

    @property
    def citation(self) -> str:
        """Publisher, title and date on one line."""
        return ", ".join(part for part in (self.publisher, self.title, self.date) if part)


def read_articles(folder: Path) -> tuple[tuple[Article, ...], list[Finding]]:
    """The articles that `sources.yaml` in a folder lists; none where there is no such file."""
    path = folder / SOURCES_FILE
    if not path.is_file():
        return (), []
    text, findings = read_yaml_text(path)
    if text is None:
        return (), findings
    root, findings = compose(text, display_path(path))
    if root is None:
        return (), findings
    reader = NodeReader(display_path(path))
    articles = tuple(_article(reader, node) for node in reader.items(root))
    return articles, reader.findings


def read_citations(home: Path) -> tuple[dict[str, str], list[Finding]]:
    """The articles beside a glossary as contexts cite them: `seeds/FILE` and its citation."""
    articles, findings = read_articles(home / SEEDS)
    return {f"{SEEDS}/{article.file}": article.citation for article in articles}, findings


def _article(reader: NodeReader, node: Node) -> Article:
    keys = ("file", "publisher", "title", "author", "date", "address", "rights")
    values = reader.mapping(node, keys)
    for key in ("file", "publisher", "title", "rights"):
        if key not in values:
            reader.missing(node, key)
    return Article(*(reader.text(values.get(key)) for key in keys))
