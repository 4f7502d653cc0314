"""Put a term on the clipboard: by the system's own tool, else by the terminal (OSC 52).

`TOOLS` is the table: when a tool can serve, its command, the encoding that it reads. Over ssh the
tools would fill the clipboard of the far machine, so the terminal is asked first. The terminal's
way is the control sequence of xterm (Operating System Command 52), which gives no answer: whether
it was heeded cannot be known.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

from vnru_terms.cli.output import say
from vnru_terms.messages import _
from vnru_terms.quick.entry_text import Page
from vnru_terms.quick.words import status_of

# Variable that must be set ("" for none), command, encoding.
TOOLS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("", ("pbcopy",), "utf-8"),
    # clip takes UTF-16 with its mark; anything else it reads in the console's code page.
    ("", ("clip.exe",), "utf-16"),
    ("WAYLAND_DISPLAY", ("wl-copy",), "utf-8"),
    ("DISPLAY", ("xclip", "-selection", "clipboard"), "utf-8"),
    ("DISPLAY", ("xsel", "--input", "--clipboard"), "utf-8"),
)
_SECONDS = 5


def copy_equivalent(page: Page) -> None:
    """Copy the first equivalent that the entry shows, and say so on stderr."""
    text = first_equivalent(page)
    if not text:
        say(_("Nothing to copy: the entry has no equivalent here."))
    elif copy(text, os.environ):
        say(_("Copied: {term}").format(term=text))
    else:
        say(
            _(
                "The clipboard cannot be reached. Install wl-copy or xclip, "
                "or use a terminal window."
            )
        )


def first_equivalent(page: Page) -> str:
    """The first preferred term in another language than the head's, or an empty string.

    A formula comes with its slots.
    """
    for code in page.languages:
        if code != page.head_language:
            for term in page.terms(code):
                if status_of(term) == "preferred":
                    return str(term["term"])
    return ""


def copy(text: str, environ: Mapping[str, str]) -> bool:
    """Whether the text could be handed over to a tool or a terminal."""
    remote = "SSH_TTY" in environ or "SSH_CONNECTION" in environ
    ways = [_by_terminal, _by_tool] if remote else [_by_tool, _by_terminal]
    return any(way(text, environ) for way in ways)


def _by_tool(text: str, environ: Mapping[str, str]) -> bool:
    for variable, command, encoding in TOOLS:
        program = shutil.which(command[0])
        if program is None or (variable and not environ.get(variable)):
            continue
        try:
            subprocess.run(
                [program, *command[1:]],
                input=text.encode(encoding),
                # xclip stays in the background and would keep a pipe open.
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=True,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return True
    return False


def _by_terminal(text: str, environ: Mapping[str, str]) -> bool:
    if not sys.stderr.isatty() or environ.get("TERM", "") in ("", "dumb", "linux"):
        return False
    sys.stderr.write(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07")
    sys.stderr.flush()
    return True
