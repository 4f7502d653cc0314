"""A browser without a window: what the tests of the web desk ask and send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from web_desk import TERMS, make_home

from vnru_terms.messages import use_language
from vnru_terms.store.locate import Located
from vnru_terms.store.worklist import read_worklist
from vnru_terms.web.app import create_app
from vnru_terms.web.room import Room

BASE = "http://127.0.0.1:8765"
TOKEN = "token-of-the-test"


@pytest.fixture
def home(tmp_path: Path, root: Path) -> Path:
    return make_home(tmp_path, root)


@pytest.fixture
def room(home: Path) -> Iterator[Room]:
    worklist, _findings = read_worklist(home / "build" / "candidates.jsonl")
    yield Room(Located(home / "glossary", "test"), worklist, "Lan", TOKEN)
    use_language("en")


class Browser:
    """A browser's cookie jar and the secret of the forms that it was given."""

    def __init__(self, room: Room) -> None:
        self.client = create_app(room).test_client()
        self.csrf = re.search(r'name="csrf" value="([^"]+)"', self.get("/c/1").text)[1]

    def get(self, path: str, **headers: str):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(f"/{TOKEN}{path}", base_url=BASE, headers=headers)

    def post(self, path: str, headers: dict[str, str] | None = None, **form: str):
        form = {"csrf": self.csrf, "seen": "open ", **form}
        headers = headers or {"Origin": BASE}
        return self.client.post(f"/{TOKEN}{path}", base_url=BASE, data=form, headers=headers)

    def read(self, path: str) -> str:
        """The name under which the server keeps the file that a form was opened on."""
        return re.search(r'name="read" value="([^"]+)"', self.get(path).text)[1]


@pytest.fixture
def browser(room: Room) -> Browser:
    return Browser(room)


def files(home: Path) -> dict[str, bytes]:
    return {
        p.relative_to(home).as_posix(): p.read_bytes()
        for p in (home / "glossary").rglob("*")
        if p.is_file()
    }


GOOD = {
    "vi": TERMS[0], "en": "defence cooperation", "ru": "оборонное сотрудничество",
    "gender": "neuter", "kind": "term", "part_of_speech": "noun", "context": "1",
    "subject_field": "bilateral-relations", "id": "defence-cooperation",
}  # fmt: skip


def fields_of(html: str) -> dict[str, str]:
    """What the form for a concept would send."""
    found: dict[str, str] = {}

    class Reader(HTMLParser):
        name = ""
        select = ""

        def handle_starttag(self, tag, attrs):
            values = dict(attrs)
            if tag == "input" and "/" in values.get("name", ""):
                found[values["name"]] = values.get("value") or ""
            elif tag == "textarea":
                self.name = values["name"]
                found[self.name] = ""
            elif tag == "select":
                self.select = values["name"]
            elif tag == "option" and "selected" in values:
                found[self.select] = values["value"] or ""
            elif tag == "input" and values.get("name") in ("related", "compare", "read"):
                found[values["name"]] = values.get("value") or ""

        def handle_data(self, data):
            if self.name:
                found[self.name] += data

        def handle_endtag(self, tag):
            if tag == "textarea":
                self.name = ""

    Reader().feed(html)
    return found
