"""The desk in the terminal: what it shows, its keys, the plain mode, a desk that is killed."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from review_home import TERMS, files, opened, review_home

from vnru_terms.cli.output import display_width
from vnru_terms.cli.review_screen import Screen
from vnru_terms.cli.review_text import candidate_lines, title
from vnru_terms.cli.review_windows import RUSSIAN_KEYS, application
from vnru_terms.model import Candidate, Kind, KwicLine
from vnru_terms.store.decisions import log_path, read_decisions
from vnru_terms.store.glossary import read_glossary, read_rejections
from vnru_terms.workflow import review
from vnru_terms.workflow.review import Desk
from vnru_terms.workflow.review_texts import resolved


@pytest.fixture
def home(tmp_path: Path, root: Path) -> Path:
    """What the curator sits before."""
    return review_home(tmp_path, root)


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
