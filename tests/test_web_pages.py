"""The desk in the browser, asked over HTTP: its pages and its search."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from web_client import GOOD, TOKEN, Browser, browser, fields_of, home, room
from web_desk import EVIL, TERMS

from vnru_terms.web.room import Room

__all__ = ["browser", "home", "room"]


class TestPages:
    def test_a_candidate_is_text_and_never_markup(self, browser: Browser) -> None:
        """Its name, its variants, its concordance; in every page that shows it."""
        evil = TERMS.index(EVIL) + 1
        for path in (f"/c/{evil}", "/c/1", "/candidates", f"/glossary?q={EVIL}"):
            text = browser.get(path).text
            assert "<script>document" not in text and "<b>hợp" not in text
        assert "&lt;script&gt;document" in browser.get(f"/c/{evil}").text
        answer = browser.post(f"/c/{evil}/reject", reason=EVIL)
        assert answer.status_code == 303
        assert "<script>document" not in browser.get("/log").text

    def test_only_an_address_becomes_a_link(self, browser: Browser, home: Path) -> None:
        """A source is what a curator typed."""
        path = home / "glossary/bilateral-relations/cooperation.yaml"
        text = path.read_text(encoding="utf-8").rstrip("\n")
        text += "\n      source:\n      - javascript:alert(1)\n      - https://example.org/a\n"
        path.write_text(text, encoding="utf-8")
        shown = browser.get("/glossary/cooperation").text
        assert 'href="javascript' not in shown and "javascript:alert(1)" in shown
        assert 'href="https://example.org/a" rel="noreferrer noopener"' in shown

    @pytest.mark.parametrize(
        ("query", "found"),
        [("hoi dam", "talks"), ("переговорами", "talks"), ("COOPERATION", "cooperation")],
    )
    def test_search_forgives(self, browser: Browser, query: str, found: str) -> None:
        """Diacritics, inflection, case."""
        assert f"/glossary/{found}" in browser.get(f"/glossary?q={query}").text

    def test_a_subject_field_lists_its_concepts(self, browser: Browser) -> None:
        """And narrows a search."""
        text = browser.get("/glossary?subject=bilateral-relations").text
        assert "/glossary/cooperation" in text and "/glossary/talks" not in text
        assert "Nothing found" in browser.get("/glossary?q=talks&subject=bilateral-relations").text

    @pytest.mark.parametrize("language", ["vi", "ru", "en"])
    def test_the_page_is_in_the_language_of_the_browser(self, room: Room, language: str) -> None:
        """Each browser its own; texts of the glossary say in which language they are."""
        one, other = Browser(room), Browser(room)
        one.post("/seat", language=language, back=f"/{TOKEN}/c/1")
        assert f'<html lang="{language}">' in one.get("/c/1").text
        assert '<html lang="en">' in other.get("/c/1").text
        shown = one.get("/glossary/talks").text
        for code, term in (("vi", "hội đàm"), ("en", "talks"), ("ru", "переговоры")):
            assert re.search(rf'lang="{code}">{term}<', shown)

    @pytest.mark.parametrize(
        "path",
        ["/c/1", "/c/1?join=1", "/c/1?join=zzz", "/c/12", "/candidates", "/log", "/glossary",
         "/glossary?q=hop+tac", "/glossary/talks", "/glossary/talks/edit", "/nothing"],
    )  # fmt: skip
    def test_every_page_is_whole(self, browser: Browser, path: str) -> None:
        """Tags are closed, ids are there once, every field has a label, every image a name."""
        browser.post("/c/3/reject", reason="x")
        assert problems_of(browser.get(path).text) == []


VOID = {"meta", "link", "input", "br", "img"}


def problems_of(html: str) -> list[str]:
    """What is wrong with a page's tags, ids and labels."""
    found: list[str] = []
    open_tags: list[str] = []
    ids: list[str] = []
    labelled: set[str] = set()
    fields: list[tuple[str, bool]] = []
    pointed: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            values = dict(attrs)
            if len(values) != len(attrs):
                found.append(f"an attribute twice in {self.get_starttag_text()}")
            if tag not in VOID:
                open_tags.append(tag)
            if "id" in values:
                ids.append(values["id"])
            if tag == "label" and values.get("for"):
                labelled.add(values["for"])
            pointed.extend(
                name
                for key in ("for", "form", "list", "aria-labelledby", "aria-describedby")
                for name in (values.get(key) or "").split()
            )
            if tag in ("input", "select", "textarea") and values.get("type") != "hidden":
                fields.append((values.get("id", ""), "label" in open_tags))

        def handle_endtag(self, tag):
            if not open_tags or open_tags.pop() != tag:
                found.append(f"</{tag}> at {self.getpos()}")

    Reader().feed(html)
    found += [f"never closed: {tag}" for tag in open_tags]
    found += [f"twice: {id}" for id in set(ids) if ids.count(id) > 1]
    found += [f"no label: {id}" for id, inside in fields if not inside and id not in labelled]
    found += [f"points nowhere: {id}" for id in pointed if id not in ids]
    return found


class TestSearch:
    def test_what_was_edited_is_found_as_it_is(self, browser: Browser, home: Path) -> None:
        """New, changed and deleted concepts, though the index is of before."""
        assert "/glossary/talks" in browser.get("/glossary?q=переговоры").text
        browser.post("/c/1/accept", **GOOD)
        assert "defence-cooperation" in browser.get("/glossary?q=оборонного сотрудничества").text
        form = fields_of(browser.get("/glossary/talks/edit").text)
        browser.post("/glossary/talks/edit", **{**form, "ru/term/": "собеседование"})
        for query, found in (("собеседованием", True), ("hoi dam", True), ("совет", False)):
            assert ("/glossary/talks" in browser.get(f"/glossary?q={query}").text) == found
        (home / "glossary/talks-and-conferences/talks.yaml").unlink()
        assert "/glossary/talks" not in browser.get("/glossary?q=hoi dam").text

    def test_a_damaged_index_is_built_anew(self, browser: Browser, tmp_path: Path) -> None:
        """Rather than an error shown."""
        browser.get("/glossary?q=talks")
        for path in (tmp_path / "cache").rglob("*.sqlite"):
            path.write_bytes(path.read_bytes()[:2000] + b"x" * 3000)
        assert "/glossary/talks" in browser.get("/glossary?q=talks").text
