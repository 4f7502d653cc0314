"""A look-up as it was asked for, and the plain command lines that ask for one.

`read_arguments` understands what a person types day by day; whatever else a command line holds,
help and mistakes among it, is left to click.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGES = ("vi", "en", "ru")
SIDES = ("vn", "ru")
FORMATS = ("text", "json")
INTERFACES = ("vi", "ru", "en")
LIMIT = 10


class Request:
    """What is looked up and how it is to be shown; the command's options by their names."""

    __slots__ = ("format", "from_", "limit", "on", "query", "side", "to")

    def __init__(
        self,
        query: str,
        from_: str | None = None,
        to: Sequence[str] = (),
        side: str | None = None,
        on: str = "",
        limit: int = LIMIT,
        format: str = "text",
    ) -> None:
        self.query = query
        self.from_ = from_
        self.to = tuple(to)
        self.side = side
        self.on = on
        self.limit = limit
        self.format = format


class Arguments:
    """A plain command line: the glossary's folder, the interface's language, the request."""

    __slots__ = ("glossary", "request", "ui")

    def __init__(self, glossary: str, ui: str, request: Request) -> None:
        self.glossary = glossary
        self.ui = ui
        self.request = request


def is_date(text: str) -> bool:
    """Whether a text is an ISO date, or its year, or its year and month.

    >>> is_date("2025-02-28"), is_date("2025-02"), is_date("2025"), is_date("28.02.2025")
    (True, True, True, False)
    """
    pieces = text.split("-")
    if [len(piece) for piece in pieces] != [4, 2, 2][: len(pieces)] or not text.isascii():
        return False
    return all(
        p.isdigit() and 0 < int(p) <= most for p, most in zip(pieces, (9999, 12, 31), strict=False)
    )


def read_arguments(argv: Sequence[str]) -> Arguments | None:
    """The arguments after the program's name, or None where they are not plain.

    >>> read_arguments(["--ui", "ru", "lookup", "hội", "đàm", "--json"]).request.query
    'hội đàm'
    >>> read_arguments(["lookup", "--help"]), read_arguments(["lookup"])
    (None, None)
    """
    rest = list(argv)
    glossary = ui = ""
    while rest and rest[0].startswith("-"):
        option, value = _valued(rest, ("--glossary", "--ui"))
        if option == "--glossary" and value:
            glossary = value
        elif option == "--ui" and value in INTERFACES:
            ui = value
        else:
            return None
    if not rest or rest.pop(0) != "lookup":
        return None
    request = _request(rest)
    return Arguments(glossary, ui, request) if request else None


def _request(rest: list[str]) -> Request | None:
    words: list[str] = []
    request = Request("")
    options = ("--from", "--to", "--side", "--on", "--limit", "--format")
    while rest:
        if rest[0] == "--":
            words += rest[1:]
            break
        if not rest[0].startswith("-"):
            words.append(rest.pop(0))
        elif rest[0] == "--json":
            request.format = "json"
            rest.pop(0)
        elif not _set(request, *_valued(rest, options)):
            return None
    if not words or words == ["-"]:
        return None
    request.query = " ".join(words)
    return request


def _set(request: Request, option: str, value: str) -> bool:
    """Take one option; whether its value is one of those that it may have."""
    if option == "--from" and value in LANGUAGES:
        request.from_ = value
    elif option == "--to" and value in LANGUAGES:
        request.to = (*request.to, value)
    elif option == "--side" and value in SIDES:
        request.side = value
    elif option == "--on" and is_date(value):
        request.on = value
    elif option == "--limit" and value.isascii() and value.isdigit() and len(value) < 9:
        request.limit = int(value)
    elif option == "--format" and value in FORMATS:
        request.format = value
    else:
        return False
    return True


def _valued(rest: list[str], options: Sequence[str]) -> tuple[str, str]:
    """Take an option of these and its value from the front; ("", "") where there is none."""
    name, equals, value = rest.pop(0).partition("=")
    if name not in options:
        return "", ""
    if equals:
        return name, value
    return (name, rest.pop(0)) if rest else ("", "")
