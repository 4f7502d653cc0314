"""The windows and keys of the desk's screen: what is where, and which key calls what.

It fits 80 columns and 24 lines: a title, the candidate, below it a form or a question when asked,
a message, the keys of the moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from vnru_terms.cli.output import cut
from vnru_terms.cli.review_form import line_buffer
from vnru_terms.cli.review_screen import Screen
from vnru_terms.cli.review_text import HELP, KEYS, candidate_lines, title, wrapped
from vnru_terms.curation.desk import next_candidate, previous_candidate
from vnru_terms.messages import _
from vnru_terms.workflow import review

# The same keys on a Russian keyboard: a curator who has just typed Russian need not switch.
RUSSIAN_KEYS = dict(zip("ajrlunpq?", "фоклгтзй,", strict=True))


def run_on_screen(desk: review.Desk) -> review.Desk:
    """Let the curator decide until they quit; the desk as it is then."""
    screen = Screen(desk)
    application(screen).run()
    return screen.desk


def application(screen: Screen) -> Any:
    """The application that shows a screen, ready to run; the screen knows it from then on."""
    from prompt_toolkit.application import Application
    from prompt_toolkit.layout import CompletionsMenu, Float, FloatContainer, HSplit, Layout

    screen.line = line_buffer("", lambda: screen.asked[1], screen.answered)
    rows = _windows(screen)
    menu = Float(CompletionsMenu(max_height=8, scroll_offset=1), xcursor=True, ycursor=True)
    screen.app = Application(
        layout=Layout(FloatContainer(HSplit(rows), [menu]), focused_element=screen.resting),
        key_bindings=bindings(screen),
        full_screen=True,
    )
    # A lone Escape is known from the beginning of an arrow key by the pause after it.
    screen.app.ttimeoutlen = 0.05
    return screen.app


def _windows(screen: Screen) -> list[Any]:
    """From the top: title, candidate, form or question, message, keys."""
    from prompt_toolkit.application import get_app
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.layout import (
        BufferControl,
        ConditionalContainer,
        DynamicContainer,
        FormattedTextControl,
        VSplit,
        Window,
    )

    def columns() -> int:
        return int(get_app().output.get_size().columns)

    def body() -> Any:
        return _styled(screen, _body(screen, columns()))

    def message() -> list[str]:
        return _told(screen, columns())

    screen.resting = Window(FormattedTextControl(lambda: "", focusable=True), height=0)
    form = DynamicContainer(lambda: screen.form.container if screen.form else Window())
    label = FormattedTextControl(lambda: screen.asked[0] + " ")
    question = VSplit(
        [Window(label, dont_extend_width=True), Window(BufferControl(screen.line))], height=1
    )
    said = FormattedTextControl(lambda: "\n".join(message()))
    keys = FormattedTextControl(lambda: cut(_keys(screen), columns()))
    return [
        Window(FormattedTextControl(lambda: title(screen.desk)), height=1, style="reverse"),
        screen.resting,
        Window(FormattedTextControl(body)),
        ConditionalContainer(form, Condition(lambda: screen.mode == "form")),
        ConditionalContainer(question, Condition(lambda: screen.mode == "ask")),
        Window(said, height=lambda: len(message()), style="bold"),
        Window(keys, height=1, style="reverse"),
    ]


def bindings(screen: Screen) -> Any:
    """Which key does what, in which mode."""
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    keys = KeyBindings()
    looking = Condition(lambda: screen.mode == "look")
    helping = Condition(lambda: screen.mode == "help")
    in_form = Condition(lambda: screen.mode == "form")
    typing = Condition(lambda: screen.mode in ("form", "ask"))
    acts: dict[str, Callable[[], object]] = {
        "a": screen.open_accept,
        "j": screen.ask_concept,
        "r": screen.ask_reason,
        "l": lambda: screen.do(screen.put_off),
        "u": lambda: screen.do(lambda: review.take_back_last(screen.desk)),
        "n": lambda: screen.move(next_candidate),
        "p": lambda: screen.move(previous_candidate),
        "q": screen.quit,
        "?": screen.show_help,
    }
    for key, act in acts.items():
        for one in (key, RUSSIAN_KEYS[key]):
            keys.add(one, filter=looking)(lambda event, act=act: act())
    for digit in "12345678":
        keys.add(digit, filter=looking)(lambda event, digit=digit: screen.open_join(digit))
    keys.add(Keys.Any, filter=looking)(lambda event: screen.look(_("? shows the keys.")))
    keys.add(Keys.Any, filter=helping)(lambda event: screen.look())
    keys.add("c-c", filter=looking)(lambda event: screen.quit())
    for key in ("escape", "c-c", "c-g"):
        keys.add(key, filter=typing, eager=True)(lambda event: screen.leave_form())
    for key in ("tab", "enter"):
        keys.add(key, filter=in_form)(lambda event: screen.step(1))
    keys.add("s-tab", filter=in_form)(lambda event: screen.step(-1))
    keys.add("down", filter=in_form)(lambda event: screen.choose(event.current_buffer))
    for key in ("c-s", "f2"):
        keys.add(key, filter=in_form)(lambda event: screen.save_form())

    @keys.add(Keys.BracketedPaste, filter=typing)
    def _paste(event: Any) -> None:
        event.current_buffer.insert_text(" ".join(event.data.split()))

    return keys


def _body(screen: Screen, width: int) -> list[str]:
    candidate = screen.desk.session.current
    if screen.mode == "help":
        return [piece for line in HELP for piece in wrapped(_(line), width)]
    if candidate is None:
        return ["", _("All candidates are settled.")]
    neighbours = review.neighbours_of(screen.desk, candidate)
    short = screen.mode == "form"
    lines = candidate_lines(candidate, neighbours, width, short=short)
    if screen.mode == "ask" and screen.numbered:
        lines = candidate_lines(candidate, (), width, short=True) + [
            f"  {i} {label}" for i, (_value, label) in enumerate(screen.asked[1], 1)
        ]
    return lines


def _styled(screen: Screen, lines: Sequence[str]) -> Any:
    """The candidate and the nodes of its concordance stand out."""
    candidate = screen.desk.session.current
    if candidate is None or screen.mode == "help":
        return [("", "\n".join(lines))]
    nodes = [f" {line.node}" for line in candidate.contexts]
    styled = [("bold", f"{lines[0]}\n")]
    for line in lines[1:]:
        node = next((n for n in nodes if line[:1].isdigit() and n in line[2:]), "")
        left, found, right = line.partition(node) if node else (line, "", "")
        styled += [("", left), ("bold", found), ("", f"{right}\n")]
    return styled


def _told(screen: Screen, width: int) -> list[str]:
    """The message, on three lines at most."""
    return wrapped(screen.message, width)[:3]


def _keys(screen: Screen) -> str:
    if screen.mode == "form":
        return _("Tab next field · Shift-Tab back · Down choose · Ctrl-S save · Esc leave")
    if screen.mode == "ask":
        return _("Enter take · Esc leave")
    if screen.mode == "help":
        return _("any key goes back")
    return " ".join(f"{key} {_(text)}" for key, text in KEYS)
