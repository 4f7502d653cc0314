"""The desk's acts: what they write, what stops them, what two curators see of each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from review_home import ARTICLE, TERMS, files, filled, opened, review_home

from vnru_terms.curation.desk import progress
from vnru_terms.findings import UnwritableOutputError
from vnru_terms.model import KwicLine, Status
from vnru_terms.store.contexts import context_of
from vnru_terms.store.decisions import DecisionKind, log_path, read_decisions
from vnru_terms.store.glossary import read_glossary, read_rejections
from vnru_terms.workflow import review
from vnru_terms.workflow.review import Desk
from vnru_terms.workflow.review_rules import FORM_HINTS


@pytest.fixture
def home(tmp_path: Path, root: Path) -> Path:
    """What the curator sits before."""
    return review_home(tmp_path, root)


class TestActs:
    def test_accepting_makes_a_sound_concept(self, home: Path) -> None:
        """A canonical file that the rules have nothing against, with its whole sentence."""
        desk = opened(home)
        outcome = review.accept(desk, desk.session.current, filled(desk))
        assert outcome.problems == () and outcome.decision.kind is DecisionKind.ACCEPT
        termbase, findings = read_glossary(home / "glossary")
        assert findings == [] and termbase == outcome.desk.termbase
        entry = termbase.entry("defence-cooperation")
        assert entry.subject_field == "bilateral-relations"
        assert entry.terms("vi")[0].context.text == "Hai bên nhất trí thúc đẩy hợp tác quốc phòng."
        assert entry.terms("vi")[0].context.source == "articles/a.txt:1"
        assert outcome.desk.session.current.term == TERMS[1]

    def test_a_form_that_breaks_a_rule_is_not_written(self, home: Path) -> None:
        """The rule's letter is shown at its field."""
        desk = opened(home)
        before = files(home)
        one = desk.session.current
        for values, field in (
            ({"gender": ""}, "gender"),
            ({"subject_field": "nowhere"}, "subject_field"),
            ({"id": "No"}, "id"),
            ({"vi": "hội đàm", "context": ""}, "distinguish"),
        ):
            outcome = review.accept(desk, one, filled(desk, **values))
            assert field in {p.field for p in outcome.problems}, values
            assert outcome.decision is None and files(home) == before

    def test_a_forms_hint_names_no_key_of_the_file(self, home: Path) -> None:
        """Beside a list to choose from, “reason: calque” says nothing."""
        desk = opened(home)
        joining, snapshot = review.new_joining(desk, desk.session.current, "cooperation")
        outcome = review.join(
            desk, desk.session.current, replace(joining, status="deprecated"), snapshot
        )
        ((field, message),) = [(p.field, p.message) for p in outcome.problems]
        assert field == "reason" and message.endswith(
            "Choose why it is deprecated: a calque, another referent, a misspelling, out of date."
        )

    @pytest.mark.parametrize("hint", FORM_HINTS)
    def test_every_replaced_hint_is_a_rules(self, root: Path, hint: str) -> None:
        """Word for word: one that was reworded would no longer be replaced."""
        rules = (root / "src" / "vnru_terms" / "rules").glob("*.py")
        assert any(f'"{hint}"' in path.read_text(encoding="utf-8") for path in rules)

    def test_joining_leaves_a_curators_file_as_it_is(self, home: Path) -> None:
        """But for the lines of the term."""
        desk = opened(home)
        path = home / "glossary" / "bilateral-relations" / "cooperation.yaml"
        before = path.read_text(encoding="utf-8")
        joining, snapshot = review.new_joining(desk, desk.session.current, "cooperation")
        outcome = review.join(desk, desk.session.current, joining, snapshot)
        assert outcome.problems == ()
        after = path.read_text(encoding="utf-8")
        assert after.startswith(before) and "# by hand" in after
        joined = outcome.desk.termbase.entry("cooperation").terms("vi")[1]
        assert (joined.term, joined.status) == (TERMS[0], Status.ADMITTED)

    def test_the_later_of_two_curators_is_told(self, home: Path) -> None:
        """The form was opened before the other saved: nothing is overwritten."""
        desk = opened(home)
        one = desk.session.current
        joining, snapshot = review.new_joining(desk, one, "cooperation")
        other = replace(opened(home), curator="Minh")
        review.join(other, one, *review.new_joining(other, one, "cooperation"))
        before = files(home)
        with pytest.raises(UnwritableOutputError):
            review.join(desk, one, replace(joining, term="sự hợp tác", context=""), snapshot)
        assert files(home) == before
        assert review.refreshed(desk).session.current.term != one.term

    def test_two_desks_see_each_others_concepts(self, home: Path) -> None:
        """The second to accept the same term is stopped by the rule, not by luck."""
        first, second = opened(home), opened(home)
        review.accept(first, first.session.current, filled(first))
        outcome = review.accept(second, second.session.current, filled(second, id="other"))
        assert [p.field for p in outcome.problems] == ["distinguish"]

    def test_two_desks_see_each_others_rejections(self, home: Path) -> None:
        """What was rejected beside it is not asked again."""
        first, second = opened(home), opened(home)
        one = first.session.current
        review.reject(first, one, "general language")
        assert review.refreshed(second).session.current.term != one.term

    def test_every_decision_is_taken_back(self, home: Path) -> None:
        """To the byte, in the next session too, and the candidate is on the desk again."""
        desk, states = opened(home), [files(home)]
        acts: list[Callable[[Desk], review.Outcome]] = [
            lambda d: review.accept(d, d.session.current, filled(d)),
            lambda d: review.put_off(d, d.session.current),
            lambda d: review.reject(d, d.session.current, "general\tlanguage"),
            lambda d: review.join(
                d, d.session.current, *review.new_joining(d, d.session.current, "cooperation")
            ),
            lambda d: review.reject(d, d.session.current, "fragment"),
        ]
        sessions = [desk.session]
        for act in acts:
            outcome = act(desk)
            assert outcome.problems == ()
            desk = outcome.desk
            states.append(files(home))
            sessions.append(desk.session)
            assert opened(home).session == desk.session
        for _act in acts:
            assert (files(home), desk.session) == (states.pop(), sessions.pop())
            desk = review.take_back_last(opened(home)).desk
        assert (files(home), desk.session) == (states.pop(), sessions.pop())
        assert review.take_back_last(desk).problems

    def test_what_was_edited_since_is_not_taken_back(self, home: Path) -> None:
        """The curator is told and the decision stands."""
        desk = opened(home)
        desk = review.accept(desk, desk.session.current, filled(desk)).desk
        path = home / "glossary" / "bilateral-relations" / "defence-cooperation.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "note: x\n", encoding="utf-8")
        before = files(home)
        with pytest.raises(UnwritableOutputError):
            review.take_back_last(desk)
        assert files(home) == before and len(opened(home).session.decisions) == 1

    @pytest.mark.parametrize("act", ["accept", "join", "reject", "undo"])
    def test_a_kill_between_file_and_log_loses_nothing(
        self, home: Path, monkeypatch, act: str
    ) -> None:
        """The glossary has the decision: the desk does not ask again, or asks what was undone."""
        desk = opened(home)
        one = desk.session.current
        if act == "undo":
            desk = review.accept(desk, one, filled(desk)).desk

        def killed(path: Path, decision: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(review, "append_decision", killed)
        acts = {
            "accept": lambda: review.accept(desk, one, filled(desk)),
            "join": lambda: review.join(desk, one, *review.new_joining(desk, one, "cooperation")),
            "reject": lambda: review.reject(desk, one, "fragment"),
            "undo": lambda: review.take_back_last(desk),
        }
        with pytest.raises(KeyboardInterrupt):
            acts[act]()
        monkeypatch.undo()
        again = opened(home)
        assert (again.session.current.term == one.term) == (act == "undo")
        assert progress(again.session).settled == (0 if act == "undo" else 1)

    def test_a_rejection_says_who_and_why(self, home: Path) -> None:
        """A reason is asked for."""
        desk = opened(home)
        one = desk.session.current
        assert review.reject(desk, one, "  ").problems
        review.reject(desk, one, "free combination")
        ((row,), _findings) = read_rejections(home / "glossary" / "rejected.tsv")
        assert (row.term, row.reason, row.by) == (one.term, "free combination", "Lan")
        ((logged,), _findings) = read_decisions(log_path(home / "glossary"))
        assert (logged.by, logged.on) == ("Lan", row.date)

    def test_the_curator_is_gits_user(self, home: Path, monkeypatch) -> None:
        """Else the system's."""
        monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
        monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
        monkeypatch.setenv("GIT_CONFIG_VALUE_0", "Lan Nguyễn")
        assert review.curator_name(home) == "Lan Nguyễn"
        monkeypatch.setenv("PATH", "")
        monkeypatch.setenv("LOGNAME", "lan")
        assert review.curator_name(home) == "lan"

    def test_the_desks_own_folder_is_left_out_of_git(self, home: Path) -> None:
        """Wherever the glossary stands."""
        desk = opened(home)
        review.put_off(desk, desk.session.current)
        assert (home / ".vnru-terms" / ".gitignore").read_text() == "*\n"


class TestContexts:
    @pytest.mark.parametrize(
        ("line", "text", "source"),
        [
            (
                KwicLine("articles/a.txt", 1, "… dự", "lễ", "."),
                "Thủ tướng dự lễ.", "articles/a.txt:1",
            ),
            (
                KwicLine("articles/a.txt", 2, "", "Các bên", "ký …"),
                ARTICLE.splitlines()[1], "articles/a.txt:2",
            ),
            (KwicLine("articles/a.txt", 9, "dự", "lễ", ","), "dự lễ,", "articles/a.txt, 9"),
            (KwicLine("gone/b.txt", 9, "… dự ", "lễ", " ở …"), "dự lễ ở", "gone/b.txt:9"),
        ],
    )  # fmt: skip
    def test_a_line_becomes_a_sentence(self, home: Path, line, text, source) -> None:
        """Where the article is at hand and says so; else the piece that is known."""
        context = context_of(line, home)
        assert (context.text, context.source) == (text, source)

    def test_a_long_sentence_gives_the_piece(self, home: Path) -> None:
        """Nobody reads a context of a page."""
        (home / "b.txt").write_text("a " * 200 + "lễ" + " b" * 200, encoding="utf-8")
        assert context_of(KwicLine("b.txt", 1, "… a ", "lễ", " b …"), home).text == "a lễ b"
