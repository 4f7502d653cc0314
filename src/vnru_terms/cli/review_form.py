"""A form on the screen: one buffer a field, rows of labels and lines, lists to choose from.

What follows from other fields (an id from the English term) is proposed anew whenever the cursor
leaves a field, as long as the curator has not typed there. What is only offered (an equivalent)
stands in the field's list and nowhere else until it is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from vnru_terms.cli.output import display_width
from vnru_terms.cli.review_text import choices_of
from vnru_terms.curation.forms import SEPARATOR, Field
from vnru_terms.lang.keys import folded_key
from vnru_terms.messages import _
from vnru_terms.model import Termbase
from vnru_terms.workflow.review_texts import Choices, resolved

_Following = Callable[[dict[str, str], str], str]
NO_OFFERS: Mapping[str, Choices] = {}


class FormView:
    """The fields of a form as prompt_toolkit's buffers, which hold its state, and their rows."""

    def __init__(
        self,
        fields: Sequence[Field],
        rows: Sequence[Sequence[str]],
        filled: object,
        termbase: Termbase,
        following: Sequence[str] = (),
        follow: _Following = lambda values, name: "",
        offers: Mapping[str, Choices] = NO_OFFERS,
    ) -> None:
        self._offers = offers
        self._choices = {field.name: choices_of(field, termbase) for field in fields}
        self._order = [name for row in rows for name in row]
        self._proposed = {name: getattr(filled, name) for name in following}
        self._follow = follow
        self.buffers: dict[str, Any] = {
            name: line_buffer(getattr(filled, name), self._listed(name)) for name in self._order
        }
        labels = {field.name: _(field.label) for field in fields}
        width = max(display_width(labels[row[0]]) for row in rows) + 1
        self.container = _container(rows, labels, self.buffers, width)

    def _listed(self, name: str) -> Callable[[], Choices] | None:
        listed = self._choices[name] or self._offers.get(name)
        return (lambda: listed) if listed else None

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: buffer.text for name, buffer in self.buffers.items()}

    def beside(self, buffer: Any, step: int) -> str:
        """The field before or after a buffer's, round the ends; what was left is settled."""
        self.settle()
        at = next((i for i, n in enumerate(self._order) if self.buffers[n] is buffer), 0)
        return self._order[(at + step) % len(self._order)]

    def entered(self, name: str) -> Any:
        """The field's buffer, ready to be typed in: what is typed replaces a value not typed."""
        buffer = self.buffers[name]
        is_proposed = self._proposed.get(name) == buffer.text
        if buffer.text and (self._choices[name] or is_proposed):
            buffer.cursor_position = 0
            buffer.start_selection()
            buffer.selection_state.enter_shift_mode()
            buffer.cursor_position = len(buffer.text)
        return buffer

    def has_list(self, buffer: Any) -> bool:
        """Whether a buffer's field has values to choose from."""
        return any(self.buffers[name] is buffer for name in self._order if self._listed(name))

    def settle(self) -> None:
        """Bring choices to their full form and untouched fields to what now follows."""
        for name, buffer in self.buffers.items():
            meant = resolved(buffer.text, self._choices[name])
            if self._choices[name] and meant != buffer.text:
                _put(buffer, meant)
        for name, held in self._proposed.items():
            if self.buffers[name].text == held:
                self._proposed[name] = self._follow(self.values(), name)
                _put(self.buffers[name], self._proposed[name])


def _put(buffer: Any, text: str) -> None:
    from prompt_toolkit.document import Document

    buffer.document = Document(text, len(text))


def line_buffer(
    text: str,
    choices: Callable[[], Choices] | None,
    accepted: Callable[[Any], bool] | None = None,
) -> Any:
    """A buffer of one line, with a list to choose from if there are choices."""
    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.document import Document

    class Listed(Completer):
        """The values that begin as typed, or whose label does; all where one stands whole."""

        def get_completions(self, document: Document, event: Any) -> Iterator[Completion]:
            # Behind a semicolon another term begins.
            typed = document.text.rpartition(SEPARATOR)[2].lstrip()
            listed = choices() if choices else ()
            is_whole = typed.strip() in [value for value, _label in listed]
            key = "" if is_whole else folded_key(typed)
            for value, label in listed:
                if any(word.startswith(key) for word in _words(value, label)):
                    yield Completion(value, -len(typed), display_meta=label)

    return Buffer(
        document=Document(text, len(text)),
        multiline=False,
        completer=Listed() if choices else None,
        complete_while_typing=choices is not None,
        accept_handler=accepted,
    )


def _words(value: str, label: str) -> list[str]:
    """Whole texts and their words, folded."""
    texts = [folded_key(text) for text in (value, label) if text]
    return [*texts, *(word for text in texts for word in text.replace("-", " ").split())] or [""]


def _container(
    rows: Sequence[Sequence[str]], labels: dict[str, str], buffers: dict[str, Any], width: int
) -> Any:
    from prompt_toolkit.layout import (
        BufferControl,
        FormattedTextControl,
        HSplit,
        VSplit,
        Window,
        WindowAlign,
    )

    def cell(name: str, at: int) -> list[Any]:
        label = labels[name]
        room = width if at == 0 else display_width(label) + 2
        return [
            Window(
                FormattedTextControl(label),
                width=room,
                align=WindowAlign.LEFT if at == 0 else WindowAlign.RIGHT,
            ),
            Window(width=1),
            Window(BufferControl(buffers[name]), style="underline"),
        ]

    return HSplit(
        [
            VSplit([part for at, name in enumerate(row) for part in cell(name, at)], height=1)
            for row in rows
        ]
    )
