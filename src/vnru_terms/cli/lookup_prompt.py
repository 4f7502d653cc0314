"""vnru-terms lookup without words: a prompt that completes terms while one types.

With prompt_toolkit (extra `review`) the terms that begin as typed are offered, diacritics or not;
without it the prompt is a plain line. An empty line or Ctrl-D ends it, Ctrl-C clears the line. The
glossary may change meanwhile: every look-up asks its present state.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

from vnru_terms.cli.output import say
from vnru_terms.extras import need
from vnru_terms.findings import MissingExtraError
from vnru_terms.messages import _
from vnru_terms.quick.request import LANGUAGES, Request
from vnru_terms.store.index import Index
from vnru_terms.store.index_cache import Say, silent
from vnru_terms.store.locate import Located
from vnru_terms.text.typed import fold, words_of
from vnru_terms.workflow.look_up import ask_index

_OFFERED = 12
_SIGN = "» "


def prompt(
    located: Located, request: Request, show: Callable[[Index], object], progress: Say = silent
) -> None:
    """Ask for words and show the answer, until there are none; `show` finds them in `request`."""
    # Before the first word: building an index takes a moment.
    ask_index(located, lambda index: index.problems, say, progress)
    say(_("Type a term in any of the three languages; an empty line ends."))
    read = _reader(located, request)
    while True:
        try:
            query = read().strip()
        except EOFError:
            return
        except KeyboardInterrupt:
            continue
        if not query:
            return
        request.query = query
        ask_index(located, show, say, progress)
        # Between one answer and the next question.
        sys.stdout.write("\n")
        sys.stdout.flush()


def offers(index: Index, text: str, from_: str | None = None) -> list[str]:
    """The terms that begin as the text does, the shortest first; each spelling once."""
    folded = " ".join(fold(word) for word in words_of(text))
    if not folded:
        return []
    languages = (from_,) if from_ else LANGUAGES
    rows = [*index.same(folded, languages), *index.beginning(folded, languages, _OFFERED * 4)]
    rows.sort(key=lambda row: (row.status > 1, row.number))
    return list(dict.fromkeys(row.surface for row in rows))[:_OFFERED]


def _reader(located: Located, request: Request) -> Callable[[], str]:
    try:
        toolkit: Any = need("review", "prompt_toolkit")
        completion: Any = need("review", "prompt_toolkit.completion")
    except MissingExtraError:
        return lambda: input(_SIGN)

    class Terms(completion.Completer):  # type: ignore[misc]
        """Offers terms; a class because prompt_toolkit asks for one."""

        def get_completions(self, document: Any, event: Any) -> Iterator[Any]:
            text = document.text_before_cursor
            found = ask_index(located, lambda index: offers(index, text, request.from_))
            for term in found:
                yield completion.Completion(term, start_position=-len(text))

    session = toolkit.PromptSession(
        _SIGN, completer=Terms(), complete_while_typing=True, complete_in_thread=True
    )
    return lambda: str(session.prompt())
