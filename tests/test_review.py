"""The curator's desk at work: what it writes, remembers and takes back; on the screen and plain."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from vnru_terms.cli.output import display_width
from vnru_terms.cli.review_screen import Screen
from vnru_terms.cli.review_text import candidate_lines, title
from vnru_terms.cli.review_windows import RUSSIAN_KEYS, application
from vnru_terms.curation.desk import progress
from vnru_terms.findings import UnwritableOutputError
from vnru_terms.model import Candidate, Kind, KwicLine, Status
from vnru_terms.store.contexts import context_of
from vnru_terms.store.decisions import DecisionKind, log_path, read_decisions
from vnru_terms.store.glossary import read_glossary, read_rejections
from vnru_terms.store.worklist import read_worklist, write_worklist
from vnru_terms.workflow import review
from vnru_terms.workflow.review import Desk
from vnru_terms.workflow.review_rules import FORM_HINTS
from vnru_terms.workflow.review_texts import resolved

ARTICLE = (
    "Hai bên nhất trí thúc đẩy hợp tác quốc phòng. Thủ tướng dự lễ.\n"
    "Các bên ký thỏa thuận hợp tác quốc phòng song phương, hợp tác du lịch và hợp tác biển.\n"
)
TERMS = (
    "hợp tác quốc phòng", "hợp tác du lịch", "hợp tác biển", "thỏa thuận", "lễ", "hai bên",
    "song phương", "dự lễ", "nhất trí", "thúc đẩy", "ký", "bên",
)  # fmt: skip


def candidate(term: str) -> Candidate:
    """A candidate with a concordance of the article."""
    lines = []
    for number, line in enumerate(ARTICLE.splitlines(), 1):
        at = line.find(term)
        if at >= 0:
            left, right = line[:at], line[at + len(term) :]
            lines.append(KwicLine("articles/a.txt", number, left, term, right))
    return Candidate(term, Kind.TERM, 5.0, len(lines), 1, contexts=tuple(lines))


@pytest.fixture
def home(tmp_path: Path, root: Path) -> Path:
    """A small glossary with two concepts, an article, and a worklist of twelve candidates."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    glossary = tmp_path / "glossary"
    for name in ("talks-and-conferences/talks", "bilateral-relations/cooperation"):
        (glossary / name).parent.mkdir(parents=True)
        id = name.split("/")[1]
        text = (
            f"id: {id}\n# by hand\nlanguages:\n  vi:\n    terms:\n"
            f"    - term: {'hội đàm' if id == 'talks' else 'hợp tác'}\n"
            "      status: preferred\n      part_of_speech: noun\n"
        )
        (glossary / f"{name}.yaml").write_text(text, encoding="utf-8")
    shutil.copy(root / "glossary" / "glossary.yaml", glossary)
    write_worklist(tmp_path / "build" / "candidates.jsonl", map(candidate, TERMS))
    return tmp_path


def opened(home: Path) -> Desk:
    worklist, findings = read_worklist(home / "build" / "candidates.jsonl")
    desk, problems = review.open_desk(home / "glossary", worklist, "Lan")
    assert findings == problems == []
    return desk


def files(home: Path) -> dict[str, bytes]:
    glossary = home / "glossary"
    return {
        p.relative_to(glossary).as_posix(): p.read_bytes()
        for p in glossary.rglob("*")
        if p.is_file()
    }


def filled(desk: Desk, **values: str):
    """The form of the current candidate with English and Russian in it."""
    draft = review.new_draft(desk, desk.session.current)
    known = {"en": "defence cooperation", "ru": "оборонное сотрудничество", "gender": "neuter"}
    known |= {"id": "defence-cooperation"}
    return replace(draft, **{**known, **values})


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


class TestText:
    @pytest.mark.parametrize("short", [True, False])
    def test_no_line_is_wider_than_the_screen(self, home: Path, short: bool) -> None:
        """Whatever the candidate."""
        desk = opened(home)
        long = Candidate(
            "rất " * 40, Kind.TERM, 1.0, 1, 1, ("dài " * 40,),
            tuple(KwicLine("f", 1, "trái " * 30, node, " phải" * 30) for node in ("x" * 99, "y")),
        )  # fmt: skip
        for one in (long, *desk.session.worklist):
            near = review.neighbours_of(desk, one)
            for line in [title(desk), *candidate_lines(one, near, 80, short=short)]:
                assert display_width(line) <= 80

    @pytest.mark.parametrize(
        ("typed", "value"),
        [
            ("2", "economy-and-trade"), ("econ", "economy-and-trade"), ("visits", "visits"),
            ("kinh", "economy-and-trade"), ("9", "9"), ("", ""), ("zz", "zz"), ("v", "visits"),
            ("thăm", "visits"), ("tham", "visits"), ("tha", "tha"),
        ],
    )  # fmt: skip
    def test_a_choice_is_known_by_number_or_beginning(self, typed: str, value: str) -> None:
        """Of the value or its label, without marks; what is not clear stays as typed."""
        choices = [
            ("visits", "Thăm"), ("economy-and-trade", "Kinh tế và thương mại"),
            ("homage", "Thăm viếng"),
        ]  # fmt: skip
        assert resolved(typed, choices) == value


# Ten decisions as keys: four concepts, two joined, two rejected, one put off, one undone.
TYPED = (
    ("a", "defence cooperation\t\tоборонное сотрудничество\x13"),
    ("a", "tourism cooperation; cooperation in tourism\t\tсотрудничество в сфере туризма\x13"),
    ("j", "1\r", "\x13"),
    ("ф", "agreement\thttps://example.org/x\tсоглашение" + 6 * "\t" + "treat\t\x13"),
    ("r", "1\r"),
    ("r", "tên riêng: hai bên\r"),
    ("l",),
    ("u",),
    ("l",),
    ("j", "hội đàm\r", "\x13"),
)


class Recorded:
    """The screens that a script of keys led to; each key is sent when the screen stands still."""

    def __init__(self, desk: Desk, script: tuple[str, ...]) -> None:
        from prompt_toolkit.application import create_app_session
        from prompt_toolkit.data_structures import Size
        from prompt_toolkit.input import create_pipe_input
        from prompt_toolkit.output.vt100 import Vt100_Output

        class Nowhere:
            encoding = "utf-8"

            def write(self, text: str) -> None: ...

            def flush(self) -> None: ...

        self.screens: list[str] = []
        self.screen = Screen(desk)
        keys = iter(script)
        with create_pipe_input() as pipe:
            output = Vt100_Output(Nowhere(), lambda: Size(rows=24, columns=80), enable_cpr=False)
            with create_app_session(input=pipe, output=output):
                app = application(self.screen)

                async def nudge() -> None:
                    """A key that changes nothing on the screen is followed by the next."""
                    seen = -1
                    while True:
                        await asyncio.sleep(2)
                        if len(self.screens) == seen:
                            rendered(app)
                        seen = len(self.screens)

                def rendered(_app: object) -> None:
                    shown = app.renderer.last_rendered_screen
                    if shown is not None:
                        self.screens.append(_text(shown))
                    # Behind the last key Ctrl-C, which leaves whatever is open.
                    pipe.send_text(next(keys, "\x03"))

                app.after_render += rendered
                app.run(pre_run=lambda: app.create_background_task(nudge()))


def _text(screen) -> str:
    rows = []
    for y in range(screen.height):
        cells = screen.data_buffer[y]
        rows.append("".join(cells[x].char for x in range(80)).rstrip())
    return "\n".join(rows)


def typed(*steps: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for step in steps for key in step)


class TestScreen:
    def test_ten_decisions_are_typed_at_80_by_24(self, home: Path) -> None:
        """Vietnamese and Russian through the keyboard; then the desk goes on where it was."""
        done = Recorded(opened(home), (*typed(*TYPED), "q"))
        assert all(len(s.splitlines()) <= 24 for s in done.screens)
        termbase, findings = read_glossary(home / "glossary")
        assert findings == []
        russian = {e.id: [t.term for t in e.terms("ru")] for e in termbase.entries}
        assert russian["defence-cooperation"] == ["оборонное сотрудничество"]
        assert russian["tourism-cooperation"] == ["сотрудничество в сфере туризма"]
        assert termbase.entry("agreement").preferred("en").source == ("https://example.org/x",)
        vietnamese = {e.id: [t.term for t in e.terms("vi")] for e in termbase.entries}
        assert vietnamese["cooperation"] == ["hợp tác", "hợp tác biển"]
        assert vietnamese["talks"] == ["hội đàm", "dự lễ"]
        assert {r.reason for r in termbase.rejections} == {
            "general language", "tên riêng: hai bên",
        }  # fmt: skip
        log, _findings = read_decisions(log_path(home / "glossary"))
        assert len(log) == 10 and [d.kind.value for d in log].count("undo") == 1
        again = opened(home)
        assert again.session == done.screen.desk.session
        assert Recorded(again, ("q",)).screens[0].splitlines()[1].startswith("nhất trí")

    def test_the_form_shows_what_it_proposes(self, home: Path) -> None:
        """Gender and id follow from what is typed, until the curator types there."""
        keys = ("a", "bilateral visit\t", "\t", "рабочий визит\t\t", "\x07", "q")
        done = Recorded(opened(home), keys)
        assert any("masculine" in s and "bilateral-visit" in s for s in done.screens)
        assert read_decisions(log_path(home / "glossary")) == ((), [])

    def test_what_is_typed_replaces_a_proposal(self, home: Path) -> None:
        """An id that was only proposed is not typed on to."""
        keys = ("a", "visit", *["\t"] * 9, "state-visit", "\x07", "q")
        done = Recorded(opened(home), keys)
        assert any("id                   state-visit\n" in s for s in done.screens)

    def test_equivalents_are_offered_and_taken_by_hand(self, home: Path) -> None:
        """From the glossary's own concepts; a field stays empty until one is taken."""
        (home / "glossary" / "bilateral-relations" / "other.yaml").write_text(
            "id: other\nlanguages:\n  vi:\n    terms:\n    - term: hợp tác quôc phòng\n"
            "      status: preferred\n      part_of_speech: noun\n  en:\n    terms:\n"
            "    - term: defence cooperation\n      status: preferred\n"
            "      part_of_speech: noun\n",
            encoding="utf-8",
        )
        done = Recorded(opened(home), ("a", "\x1b[B", "\x1b[B", "\t", "\x13", "\x07", "q"))
        opening = next(s for s in done.screens if "Tab next field" in s)
        assert "Suggested: defence cooperation" in opening
        assert "English              defence" not in opening
        assert any("English              defence cooperation" in s for s in done.screens)

    def test_a_form_that_was_left_comes_back(self, home: Path) -> None:
        """Escape by mistake does not cost what was typed."""
        done = Recorded(opened(home), ("a", "defence", "\x07", "a", "\x07", "q"))
        assert "defence" not in done.screens[-2].splitlines()[9]
        assert sum("English              defence" in s for s in done.screens) >= 2

    def test_a_problem_is_shown_and_nothing_written(self, home: Path) -> None:
        """The cursor goes to its field; what is typed then lands there."""
        before = files(home)
        keys = ("a", "\x13", "visit-x\x13", "u", "q")
        done = Recorded(opened(home), keys)
        assert any("lower-case Latin letters" in s for s in done.screens)
        log, _findings = read_decisions(log_path(home / "glossary"))
        assert [(d.kind.value, d.concept) for d in log] == [("accept", "visit-x"), ("undo", "")]
        assert files(home) == before

    def test_a_pasted_text_is_one_line(self, home: Path) -> None:
        """Line ends inside it do not save or step on."""
        keys = ("a", "\x1b[200~defence\ncooperation\x1b[201~", "\x07", "q")
        done = Recorded(opened(home), keys)
        assert any("defence cooperation" in s for s in done.screens)

    def test_decomposed_input_is_stored_composed(self, home: Path) -> None:
        """As some Vietnamese keyboards send it, with backspaces in between."""
        import unicodedata

        reason = "x\x7f" + unicodedata.normalize("NFD", "cụm từ tự do")
        Recorded(opened(home), ("r", reason + "\r", "q"))
        ((row,), _findings) = read_rejections(home / "glossary" / "rejected.tsv")
        assert row.reason == "cụm từ tự do"

    def test_moving_decides_nothing(self, home: Path) -> None:
        """Next, previous, help."""
        done = Recorded(opened(home), ("n", "n", "p", "?", "x", "q"))
        assert done.screen.desk.session.current.term == TERMS[1]
        assert not log_path(home / "glossary").exists()

    def test_a_desk_without_candidates_can_be_left(self, home: Path) -> None:
        """Keys that need one do nothing."""
        desk, _findings = review.open_desk(home / "glossary", (), "Lan")
        done = Recorded(desk, ("a", "j", "r", "l", "n", "p", "1", "u", "q"))
        assert "All candidates are settled." in done.screens[0]

    def test_every_key_has_its_russian_twin(self) -> None:
        """The same place on the keyboard."""
        assert len(set(RUSSIAN_KEYS.values())) == len(RUSSIAN_KEYS) == 9


class TestPlain:
    def test_the_same_decisions_line_by_line(self, run, home: Path) -> None:
        """From a pipe, without the extra; Enter keeps what is proposed."""
        lines = [
            "a", "", "defence cooperation", "", "оборонное сотрудничество", *[""] * 10,
            "j", "hợp tác", *[""] * 7,
            "r", "2",
            "l", "u", "x", "n", "p", "1", ".", "a", ".",
            "q",
        ]  # fmt: skip
        result = run(
            "--glossary", home / "glossary", "review", home / "build" / "candidates.jsonl",
            "--by", "Lan", input="\n".join(lines) + "\n",
        )  # fmt: skip
        assert result.exit_code == 0, result.output
        termbase, findings = read_glossary(home / "glossary")
        assert findings == [] and termbase.entry("defence-cooperation") is not None
        assert [r.reason for r in termbase.rejections] == ["free combination"]
        assert [t.term for t in termbase.entry("cooperation").terms("vi")] == ["hợp tác", TERMS[1]]
        assert "9 candidates are left" in result.stderr

    def test_a_problem_asks_its_field_again(self, run, home: Path) -> None:
        """And only that."""
        lines = ["a", "", "visit", "", "визит", "", "", "", "", "", "9", *[""] * 4, "1", "q"]
        result = run(
            "--glossary", home / "glossary", "review", home / "build" / "candidates.jsonl",
            "--plain", input="\n".join(lines) + "\n",
        )  # fmt: skip
        assert result.output.count("  context: ") == 1
        assert "Accepted: " in result.output and result.exit_code == 0

    def test_the_end_of_input_quits(self, run, home: Path) -> None:
        """In the middle of a form too; nothing half is written."""
        before = files(home)
        for text in ("", "a\n", "a\n\nvisit\n", "r\n", "j\n1\n"):
            result = run(
                "--glossary", home / "glossary", "review", home / "build" / "candidates.jsonl",
                input=text,
            )  # fmt: skip
            assert result.exit_code == 0 and files(home) == before

    def test_without_a_worklist_it_says_how_to_make_one(self, run, home: Path) -> None:
        """Exit 2, with the command; build/candidates.jsonl is taken where it stands."""
        result = run("--glossary", home / "glossary", "review", input="q\n")
        assert result.exit_code == 0
        (home / "build" / "candidates.jsonl").unlink()
        result = run("--glossary", home / "glossary", "review", input="q\n")
        assert result.exit_code == 2 and "vnru-terms mine" in result.stderr

    def test_the_programs_own_glossary_is_refused(self, run, monkeypatch, home: Path) -> None:
        """It names init."""
        from vnru_terms.store import locate

        monkeypatch.setattr(locate, "data_root", lambda: home)
        monkeypatch.chdir("/")
        result = run("review", home / "build" / "candidates.jsonl", input="q\n")
        assert result.exit_code == 2 and "init" in result.stderr


class Terminal:
    """The program on a pseudo-terminal of 80 by 24, and what its screen shows.

    Only what differs from the screen before is sent, so an emulator puts it together.
    """

    def __init__(self, home: Path) -> None:
        import fcntl
        import pty
        import struct
        import termios

        import pyte

        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vnru_terms", "--ui", "en", "review", "--by", "Lan"],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=home, start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"},
        )  # fmt: skip
        os.close(theirs)

    def types(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def shows(self, wanted: str) -> None:
        """Wait until the screen shows a text; fails after a minute."""
        import select

        end = time.monotonic() + 60
        while wanted not in (shown := "\n".join(self.screen.display)):
            assert time.monotonic() < end, shown
            if select.select([self._ours], [], [], 1)[0]:
                self._stream.feed(os.read(self._ours, 65536))

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


@pytest.fixture
def terminal(home: Path) -> Iterator[Callable[[], Terminal]]:
    """Starts the program on a terminal, as often as it is called."""
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals are POSIX")
    started: list[Terminal] = []

    def start() -> Terminal:
        started.append(Terminal(home))
        return started[-1]

    yield start
    for one in started:
        one.close()


def test_a_killed_desk_loses_what_is_being_typed_at_most(terminal, home: Path) -> None:
    """On a real terminal: a decision, half a form, kill -9; then it goes on."""
    first = terminal()
    first.shows(TERMS[0])
    first.types("r")
    first.shows("reason:")
    first.types("cụm từ tự do, свободное сочетание\r")
    first.shows("Rejected")
    first.types("a")
    first.shows("Ctrl-S")
    first.types("tourism coop")
    first.shows("tourism coop")
    first.process.send_signal(signal.SIGKILL)
    first.process.wait()
    ((row,), _findings) = read_rejections(home / "glossary" / "rejected.tsv")
    assert (row.term, row.reason) == (TERMS[0], "cụm từ tự do, свободное сочетание")
    assert len(list((home / "glossary").rglob("*.yaml"))) == 3

    again = terminal()
    again.shows(TERMS[1])
    again.types("u")
    again.shows("Undone")
    again.types("q")
    assert again.process.wait(60) == 0
    assert read_rejections(home / "glossary" / "rejected.tsv") == ((), [])
    lines = log_path(home / "glossary").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["reject", "undo"]
