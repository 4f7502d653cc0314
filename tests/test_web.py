"""The desk in the browser, asked over HTTP: what it writes, and what it tells two curators."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from web_client import GOOD, TOKEN, Browser, browser, fields_of, files, home, room
from web_desk import TERMS

from vnru_terms.store.decisions import log_path, read_decisions
from vnru_terms.store.glossary import read_glossary, read_rejections
from vnru_terms.store.worklist import read_worklist
from vnru_terms.web.room import Room
from vnru_terms.workflow import review

__all__ = ["browser", "home", "room"]


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
