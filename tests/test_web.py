"""The desk in the browser, asked over HTTP: who may, what it writes, what it tells."""

from __future__ import annotations

import re
import signal
import socket
import sys
import urllib.request
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from web_desk import EVIL, TERMS, make_home, serving

from vnru_terms.messages import use_language
from vnru_terms.store.decisions import log_path, read_decisions
from vnru_terms.store.glossary import read_glossary, read_rejections
from vnru_terms.store.locate import Located
from vnru_terms.store.worklist import read_worklist
from vnru_terms.web.app import PAGES, create_app
from vnru_terms.web.guard import MOST_BYTES
from vnru_terms.web.room import Room
from vnru_terms.web.server import HOST, listening
from vnru_terms.workflow import review

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


class TestGuard:
    @pytest.mark.parametrize(
        ("path", "headers"),
        [
            ("/", {}),
            ("/wrong/", {}),
            ("/wrong/c/1", {}),
            (f"/{TOKEN}x/c/1", {}),
            (f"/{TOKEN}/c/1", {"Host": "evil.example:8765"}),
            (f"/{TOKEN}/c/1", {"Host": "127.0.0.1"}),
            (f"/{TOKEN}/c/1", {"Host": "127.0.0.1:1"}),
            (f"/{TOKEN}/c/1", {"Host": "127.0.0.1:8765.evil.example"}),
            (f"/{TOKEN}/c/1", {"Origin": "http://evil.example"}),
            (f"/{TOKEN}/c/1", {"Origin": "null"}),
            (f"/{TOKEN}/c/1", {"Origin": "https://127.0.0.1:8765"}),
            (f"/{TOKEN}/c/1", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}),
            ("/static/desk.js", {}),
            ("/wrong/static/desk.js", {}),
        ],
    )
    def test_strangers_are_refused(self, browser: Browser, path: str, headers) -> None:
        """Wrong token, wrong host, wrong origin: 403, and no word of the glossary."""
        answer = browser.client.get(path, base_url=BASE, headers=headers)
        assert answer.status_code == 403
        assert "hội đàm" not in answer.text and TOKEN not in answer.text

    def test_a_link_from_a_terminal_is_followed(self, browser: Browser) -> None:
        """Wherever it is shown."""
        link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
        assert browser.get("/c/1", **link).status_code == 200

    @pytest.mark.parametrize("path", [p for p, _n, _f, m in PAGES if "POST" in m] + ["/seat"])
    def test_a_form_without_its_secret_is_refused(self, room: Room, home: Path, path: str) -> None:
        """Every form; another browser's secret, another origin, no cookie: nothing is written."""
        mine, other = Browser(room), Browser(room)
        path = path.replace("<int:number>", "1").replace("<id>", "talks")
        before = files(home)
        for csrf in ("", "x", "ы", other.csrf):
            assert mine.post(path, csrf=csrf, reason="x", **GOOD).status_code == 403
        evil = {"Origin": "http://evil.example"}
        assert mine.post(path, evil, reason="x", **GOOD).status_code == 403
        fetched = {"Sec-Fetch-Site": "same-site"}
        assert mine.post(path, fetched, reason="x", **GOOD).status_code == 403
        secret = mine.csrf
        mine.client = create_app(room).test_client()
        assert mine.post(path, csrf=secret, reason="x", **GOOD).status_code == 403
        assert files(home) == before and not log_path(home / "glossary").exists()

    def test_the_cookie_is_bound_to_the_token(self, room: Room) -> None:
        """Other servers of this machine do not see it, nor does a script."""
        answer = create_app(room).test_client().get(f"/{TOKEN}/c/1", base_url=BASE)
        cookie = answer.headers["Set-Cookie"]
        for part in ("HttpOnly", "SameSite=Strict", f"Path=/{TOKEN}/"):
            assert part in cookie

    def test_nothing_from_outside_may_be_loaded(self, browser: Browser) -> None:
        """The policy says so on every page, errors too; no address of another host is loaded."""
        for path in ("/c/1", "/glossary", "/glossary/talks", "/glossary/talks/edit", "/nothing"):
            answer = browser.get(path)
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
            assert answer.headers["Referrer-Policy"] == "same-origin"
            assert not re.search(r'(?:src|action)="(?:https?:)?//', answer.text)
            assert "style=" not in answer.text and "onclick" not in answer.text

    @pytest.mark.parametrize(
        "path",
        [
            "/static/../room.py", "/static/%2e%2e/room.py", "/static/..%2froom.py",
            "/static/%2fetc%2fpasswd", "/glossary/..%2f..%2fsecret", "/glossary/%2e%2e/edit",
            "/glossary/..%5c..%5csecret/edit", "/glossary/talks%00", "/c/0", "/c/-1", "/c/99999",
            "/c/1%2f..",
        ],
    )  # fmt: skip
    def test_no_path_leads_out(self, browser: Browser, home: Path, path: str) -> None:
        """Of the static files, of the glossary."""
        (home / "secret.yaml").write_text("id: secret\n", encoding="utf-8")
        answer = browser.get(path)
        assert answer.status_code in (308, 403, 404, 409)
        assert "secret\n" not in answer.text and "import" not in answer.text

    def test_a_huge_form_is_refused(self, browser: Browser, home: Path) -> None:
        """With a word; nothing is written."""
        before = files(home)
        answer = browser.post("/c/1/reject", reason="x" * MOST_BYTES)
        assert answer.status_code == 413 and "Nothing was written" in answer.text
        many = {f"f{i}": "" for i in range(2000)}
        assert browser.post("/c/1/reject", reason="x", **many).status_code in (303, 413)
        assert set(files(home)) - set(before) <= {"glossary/rejected.tsv"}

    @pytest.mark.parametrize(
        "back", ["https://evil.example/", "//evil.example", "/other/", f"/{TOKEN}//evil", "\\\\x"]
    )
    def test_no_form_leads_away(self, browser: Browser, back: str) -> None:
        """The language is changed, and one is back at the desk."""
        answer = browser.post("/seat", language="ru", back=back)
        assert answer.headers["Location"] == f"/{TOKEN}/"


class TestDecisions:
    def test_accepting_makes_the_concept(self, browser: Browser, home: Path) -> None:
        """With the picked line as context; then comes the next candidate."""
        answer = browser.post("/c/1/accept", **GOOD)
        assert answer.headers["Location"] == f"/{TOKEN}/c/2"
        termbase, findings = read_glossary(home / "glossary")
        assert findings == []
        term = termbase.entry("defence-cooperation").terms("vi")[0]
        assert term.context.source == "articles/a.txt:1"
        assert "Accepted" in browser.get("/c/2").text
        assert "Accepted" not in browser.get("/c/2").text

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [({"gender": "x"}, "gender"), ({"id": "No"}, "id"), ({"vi": ""}, "vi"),
         ({"context": "9"}, "context"), ({"vi": "hội đàm", "context": ""}, "distinguish")],
    )  # fmt: skip
    def test_what_is_wrong_stands_at_its_field(
        self, browser: Browser, home: Path, wrong, field: str
    ) -> None:
        """Everything typed is kept, nothing is written."""
        before = files(home)
        answer = browser.post("/c/1/accept", **{**GOOD, "definition": "kept & <here>", **wrong})
        assert answer.status_code == 422 and files(home) == before
        assert "kept &amp; &lt;here&gt;" in answer.text
        assert field == "context" or f'aria-describedby="e-{field}"' in answer.text

    def test_an_open_id_is_proposed_on_saving(self, browser: Browser, home: Path) -> None:
        """So the form works without a script; so does the button that proposes."""
        shown = browser.post("/c/1/accept", **{**GOOD, "id": "", "gender": "", "do": "propose"})
        assert 'value="defence-cooperation"' in shown.text and 'value="neuter"' in shown.text
        browser.post("/c/1/accept", **{**GOOD, "id": ""})
        assert (home / "glossary/bilateral-relations/defence-cooperation.yaml").is_file()

    def test_genders_may_be_the_interfaces_words(self, browser: Browser, home: Path) -> None:
        """In Russian too, several in one line; a number or a beginning will do."""
        two = {"ru": "оборонное сотрудничество; военный союз", "gender": "neut; 1"}
        assert browser.post("/c/1/accept", **{**GOOD, **two}).status_code == 303
        termbase, _findings = read_glossary(home / "glossary")
        terms = termbase.entry("defence-cooperation").terms("ru")
        assert [t.gender.value for t in terms] == ["neuter", "masculine"]

    def test_the_script_is_given_proposals(self, browser: Browser) -> None:
        """As JSON."""
        answer = browser.post("/c/1/propose", **{**GOOD, "ru": "рабочий визит", "id": ""})
        wanted = {"part_of_speech": "noun", "gender": "masculine", "id": "defence-cooperation"}
        assert answer.json == wanted

    @pytest.mark.parametrize("asked", ["1", "cooperation", "hop tac", "сотрудничества"])
    def test_a_concept_is_joined(self, browser: Browser, home: Path, asked: str) -> None:
        """Named by its number, its id, or words typed carelessly in any language."""
        path = f"/c/1?join={asked}"
        assert "Joining" not in browser.get(path).text
        form = {"concept": "cooperation", "term": TERMS[0], "status": "admitted",
                "part_of_speech": "noun", "context": "1", "read": browser.read(path)}  # fmt: skip
        assert browser.post("/c/1/join", **form).status_code == 303
        termbase, _findings = read_glossary(home / "glossary")
        assert termbase.entry("cooperation").terms("vi")[1].term == TERMS[0]

    def test_rejecting_putting_off_and_undoing(self, browser: Browser, home: Path) -> None:
        """A usual reason by number or button, own words; undo goes back to the candidate."""
        browser.post("/c/1/reject", reason="2")
        browser.post("/c/2/reject", usual="misspelt")
        browser.post("/c/3/reject", reason="tên riêng: имя")
        browser.post("/c/4/later")
        rejections, _findings = read_rejections(home / "glossary/rejected.tsv")
        assert {r.reason for r in rejections} == {"free combination", "misspelt", "tên riêng: имя"}
        assert browser.post("/undo").headers["Location"] == f"/{TOKEN}/c/4"
        assert browser.post("/undo").headers["Location"] == f"/{TOKEN}/c/3"
        log, _findings = read_decisions(log_path(home / "glossary"))
        assert [d.kind.value for d in log] == [*["reject"] * 3, "later", "undo", "undo"]
        assert {d.by for d in log} == {"Lan"}
        assert browser.post("/c/3/reject", reason=" ").status_code == 422

    def test_each_browser_has_its_curator(self, room: Room, home: Path) -> None:
        """One does not take back what the other decided."""
        lan, minh = Browser(room), Browser(room)
        minh.post("/seat", curator="Minh")
        lan.post("/c/1/later")
        minh.post("/c/2/later")
        lan.post("/undo")
        log, _findings = read_decisions(log_path(home / "glossary"))
        assert [(d.by, d.kind.value) for d in log] == [
            ("Lan", "later"), ("Minh", "later"), ("Lan", "undo"),
        ]  # fmt: skip
        assert log[2].key == log[0].key
        assert "Minh" in minh.get("/log").text

    def test_all_settled_is_said(self, browser: Browser) -> None:
        """And the last can be taken back."""
        for number in range(1, len(TERMS) + 1):
            browser.post(f"/c/{number}/reject", reason="x")
        assert "All candidates are settled" in browser.get("/").text
        assert browser.post("/undo").headers["Location"] == f"/{TOKEN}/c/{len(TERMS)}"


class TestTwoCurators:
    def test_the_later_is_told_of_a_decision(self, room: Room, home: Path) -> None:
        """By whom, with what was typed; the second time it is meant."""
        first, second = Browser(room), Browser(room)
        first.post("/c/1/reject", reason="fragment")
        answer = second.post("/c/1/accept", **{**GOOD, "definition": "mine"})
        assert answer.status_code == 409 and "by Lan" in answer.text and "mine" in answer.text
        assert not (home / "glossary/bilateral-relations/defence-cooperation.yaml").exists()
        seen = re.search(r'name="seen" value="([^"]*)"', answer.text)[1]
        assert second.post("/c/1/accept", **{**GOOD, "seen": seen}).status_code == 303

    def test_a_terminal_desk_beside_it_is_seen(self, browser: Browser, home: Path) -> None:
        """Its decisions are there at the next page, of every kind."""
        worklist, _findings = read_worklist(home / "build" / "candidates.jsonl")
        desk, _findings = review.open_desk(home / "glossary", worklist, "Minh")
        desk = review.reject(desk, desk.session.worklist[0], "x").desk
        review.put_off(desk, desk.session.worklist[1])
        text = browser.get("/candidates?show=decided").text
        assert TERMS[0] in text and "Minh" in text
        assert browser.get("/").headers["Location"] == f"/{TOKEN}/c/3"
        assert browser.post("/c/1/reject", reason="y").status_code == 409

    def test_a_join_on_a_changed_file_is_told(self, browser: Browser, home: Path) -> None:
        """An editor saved it meanwhile; what was typed stays, and the file."""
        path = home / "glossary/bilateral-relations/cooperation.yaml"
        form = {"concept": "cooperation", "term": "sự hợp tác", "status": "admitted"}
        form |= {"part_of_speech": "noun", "read": browser.read("/c/1?join=1")}
        path.write_text(path.read_text(encoding="utf-8") + "note: mine\n", encoding="utf-8")
        before = files(home)
        answer = browser.post("/c/1/join", **form)
        assert answer.status_code == 409 and "sự hợp tác" in answer.text
        assert files(home) == before
        read = re.search(r'name="read" value="([^"]+)"', answer.text)[1]
        assert browser.post("/c/1/join", **{**form, "read": read}).status_code == 303
        assert "note: mine" in path.read_text(encoding="utf-8")


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


class TestEditing:
    TALKS = "glossary/talks-and-conferences/talks.yaml"

    def test_saving_what_was_opened_changes_no_byte(self, browser: Browser, home: Path) -> None:
        """Of a file with a comment, and of a canonical one."""
        before = files(home)
        for id in ("talks", "cooperation"):
            form = fields_of(browser.get(f"/glossary/{id}/edit").text)
            assert browser.post(f"/glossary/{id}/edit", **form).status_code == 303
        assert files(home) == before

    def test_an_edit_touches_what_it_means(self, browser: Browser, home: Path) -> None:
        """A term is added, one changed, a definition written; the comment stays."""
        form = fields_of(browser.get("/glossary/talks/edit").text)
        form |= {
            "ru/term/": "беседа", "ru/status/": "deprecated", "ru/reason/": "calque",
            "en/source/talks": "https://example.org/a\nhttps://example.org/b",
            "vi/definition": "Cuộc gặp: hai bên.", "trap": "hội đàm ≠ hội kiến",
        }  # fmt: skip
        answer = browser.post("/glossary/talks/edit", **form)
        assert answer.status_code == 303, answer.text
        termbase, findings = read_glossary(home / "glossary")
        entry = termbase.entry("talks")
        added = entry.terms("ru")[1]
        assert findings == [] and (added.term, added.gender.value) == ("беседа", "feminine")
        assert len(entry.terms("en")[0].source) == 2
        assert entry.section("vi").definition.text == "Cuộc gặp: hai bên."
        assert "# by hand\n" in (home / self.TALKS).read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "wrong",
        [{"ru/status/переговоры": "x"}, {"ru/term/": "зов", "ru/status/": "preferred"},
         {"vi/term/hội đàm": ""}, {"related": "nowhere"}],
    )  # fmt: skip
    def test_the_rules_are_asked_before(self, browser: Browser, home: Path, wrong) -> None:
        """Nothing is written; what was typed is in the form."""
        before = files(home)
        form = {**fields_of(browser.get("/glossary/talks/edit").text), "note": "mine", **wrong}
        if "vi/term/hội đàm" in wrong:
            form |= {"vi/definition": "x"}
        answer = browser.post("/glossary/talks/edit", **form)
        assert answer.status_code == 422 and files(home) == before
        assert fields_of(answer.text)["note"] == "mine"

    def test_the_later_of_two_is_told(self, room: Room, home: Path) -> None:
        """Both versions are shown; other fields of the first stay when the second saves again."""
        lan, minh = Browser(room), Browser(room)
        mine = fields_of(lan.get("/glossary/talks/edit").text)
        theirs = fields_of(minh.get("/glossary/talks/edit").text)
        first = {**theirs, "note": "Minh", "trap": "of Minh", "en/term/": "negotiations"}
        assert minh.post("/glossary/talks/edit", **first).status_code == 303
        before = files(home)
        changed = {**mine, "note": "Lan", "ru/term/": "беседа", "ru/status/": "admitted"}
        answer = lan.post("/glossary/talks/edit", **changed)
        assert answer.status_code == 409 and files(home) == before
        assert "Somebody changed this file" in answer.text
        assert "In the file now: Minh" in answer.text
        again = fields_of(answer.text)
        assert (again["note"], again["trap"]) == ("Lan", "of Minh")
        assert again["ru/term/"] == "беседа" and again["en/term/negotiations"] == "negotiations"
        assert lan.post("/glossary/talks/edit", **again).status_code == 303
        termbase, _findings = read_glossary(home / "glossary")
        entry = termbase.entry("talks")
        assert (entry.note, entry.trap) == ("Lan", "of Minh")
        assert [t.term for t in entry.terms("en")] == ["talks", "negotiations"]

    def test_an_editor_or_git_counts_as_a_curator(self, browser: Browser, home: Path) -> None:
        """Bytes decide; a term that is gone is named."""
        form = fields_of(browser.get("/glossary/talks/edit").text)
        path = home / self.TALKS
        text = path.read_text(encoding="utf-8").replace("term: talks", "term: discussions")
        path.write_text(text, encoding="utf-8")
        answer = browser.post("/glossary/talks/edit", **{**form, "en/note/talks": "mine"})
        assert answer.status_code == 409 and path.read_text(encoding="utf-8") == text
        assert "“talks” is no longer in the file" in answer.text

    def test_a_deleted_file_is_not_made_again(self, browser: Browser, home: Path) -> None:
        """The curator is told."""
        form = fields_of(browser.get("/glossary/talks/edit").text)
        (home / self.TALKS).unlink()
        assert browser.post("/glossary/talks/edit", **form).status_code == 409
        assert not (home / self.TALKS).exists()


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


class TestServer:
    def test_a_taken_port_gives_the_next(self) -> None:
        """And none is shared."""
        with listening(18765) as one, listening(one.getsockname()[1]) as two:
            assert two.getsockname()[0] == HOST
            assert one.getsockname()[1] != two.getsockname()[1]

    def test_it_listens_to_this_machine_only(self, home: Path) -> None:
        """A wrong token is refused over the wire too; Ctrl-C ends it cleanly with a word."""
        with serving(home) as (address, process):
            page = urllib.request.urlopen(address).read().decode()
            assert TERMS[0] in page
            port = int(re.search(r":(\d+)/", address)[1])
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/")
            assert refused.value.code == 403
            others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port)}
            for other in others - {"127.0.0.1", "::1"}:
                with socket.socket() as probe, pytest.raises(OSError):
                    probe.settimeout(1)
                    probe.connect((other, port))
            if sys.platform != "win32":
                process.send_signal(signal.SIGINT)
                assert "Every decision is saved" in process.stderr.read()
                assert process.wait() == 0

    def test_without_the_extra_it_says_what_to_install(
        self, run: Callable, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Exit 2."""
        monkeypatch.setitem(sys.modules, "flask", None)
        result = run("--glossary", home / "glossary", "review",
                     home / "build/candidates.jsonl", "--web")  # fmt: skip
        assert result.exit_code == 2 and "vnru-terms[web]" in result.stderr


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
