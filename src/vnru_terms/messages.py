"""The interface's language: gettext, in one text domain, for our strings and click's.

`choose_language` settles the language from the command line and the environment before click
builds its help; `use_language` switches to it. Strings are marked with `_` where they are shown at
once, with `N_` where they are shown later (help texts of options), and translated when shown.
Catalogues are compiled into the wheel; a checkout compiles its own on first use.

Nothing heavy is imported at the top: a look-up needs the words of its answer, and neither plural
forms nor click. `_` asks the table that `read_catalogue` makes of a compiled catalogue; gettext
itself is loaded where a plural or a context is asked for, and by click.
"""
# pathlib takes as long to import as the rest of a look-up.
# ruff: noqa: PTH105, PTH116, PTH118, PTH123

from __future__ import annotations

import os
import sys

from vnru_terms.installation import data_root_name, is_checkout

# mypy knows the name; typing itself would take longer to import than a look-up.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import gettext
    from collections.abc import Mapping, Sequence
    from typing import Literal

DOMAIN = "vnru_terms"
INTERFACE_LANGUAGES = ("vi", "ru", "en")
FALLBACK = "en"

_texts: dict[str, str] = {}
_language = FALLBACK
# The catalogues already read, each with the state of its file.
_read: dict[str, tuple[int, dict[str, str]]] = {}
# The first word of a compiled catalogue tells the byte order of the others.
_ORDERS: dict[bytes, Literal["little", "big"]] = {
    b"\xde\x12\x04\x95": "little",
    b"\x95\x04\x12\xde": "big",
}
_HEAD = 20
# Windows numbers a language in the lower ten bits.
_WINDOWS = {0x2A: "vi", 0x19: "ru", 0x09: "en"}


def _(message: str) -> str:
    """The message in the interface's language."""
    return _texts.get(message, message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message in the form that the number `n` asks for."""
    return _translations().ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """The message in the interface's language, told from its homonyms by a context."""
    return _translations().pgettext(context, message)


def quoted(text: str) -> str:
    """The text in the quotation marks of the interface's language."""
    return _("“{text}”").format(text=text)


def problems_text(errors: int) -> str:
    """The word about a glossary whose files have errors: what is shown is not all; "" for none."""
    if not errors:
        return ""
    text = ngettext(
        "The glossary has {n} error; entries may be missing. List it with: vnru-terms validate",
        "The glossary has {n} errors; entries may be missing. List them with: vnru-terms validate",
        errors,
    )
    return text.format(n=errors)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for a marker)
    """Mark a message for extraction; it is translated where it is shown."""
    return message


def current_language() -> str:
    """The code of the interface's language."""
    return _language


def choose_language(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """`--ui`, else LANGUAGE, LC_ALL, LC_MESSAGES, LANG, else the system's, else English.

    >>> choose_language(["--ui", "ru", "lookup"], {})
    'ru'
    >>> choose_language([], {"LANGUAGE": "de:vi"})
    'vi'
    """
    for i, argument in enumerate(argv):
        if argument == "--":
            break
        if argument == "--ui" and i + 1 < len(argv) and argv[i + 1] in INTERFACE_LANGUAGES:
            return argv[i + 1]
        if argument.startswith("--ui=") and argument[5:] in INTERFACE_LANGUAGES:
            return argument[5:]
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(variable, "")
        for wanted in value.split(":"):
            code = wanted.replace("-", "_").split("_")[0].split(".")[0].lower()
            if code in INTERFACE_LANGUAGES:
                return code
        if value and variable != "LANGUAGE":
            return FALLBACK
    return _system_language()


def use_language(language: str) -> None:
    """Switch the interface, click's own strings too, to `language` (vi, ru or en)."""
    import gettext

    if is_checkout():
        _compile_stale(language)
    speak(language)
    # click asks gettext's current domain, which reads the language from the environment.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, _folder())
    gettext.textdomain(DOMAIN)


def speak(language: str) -> bool:
    """Switch `_` alone to `language`; False where its catalogue is missing or must be compiled.

    What click says stays in the language that it was in.
    """
    global _texts, _language
    _language = language
    path = _compiled(language)
    try:
        state = os.stat(path).st_mtime_ns
        if language not in _read or _read[language][0] != state:
            with open(path, "rb") as file:
                _read[language] = (state, read_catalogue(file.read()))
    except (OSError, ValueError):
        _texts = {}
        return False
    _texts = _read[language][1]
    return not (is_checkout() and _is_stale(language))


def read_catalogue(data: bytes) -> dict[str, str]:
    """The messages of a compiled catalogue (GNU gettext's .mo) with their translations.

    Of a message with plural forms the first is kept. Raises ValueError where the bytes are no
    catalogue.
    """
    order = _ORDERS.get(data[:4])
    if order is None or len(data) < _HEAD:
        raise ValueError("not a compiled catalogue")

    def numbers(start: int, count: int) -> Sequence[int]:
        piece = memoryview(data)[start : start + 4 * count]
        if len(piece) < 4 * count:
            raise ValueError("a catalogue cut short")
        if order == sys.byteorder:
            return piece.cast("I")
        return [int.from_bytes(piece[i : i + 4], order) for i in range(0, 4 * count, 4)]

    count, originals, translations = numbers(8, 3)
    keys, values = numbers(originals, 2 * count), numbers(translations, 2 * count)
    found = {}
    for i in range(0, 2 * count, 2):
        key = data[keys[i + 1] : keys[i + 1] + keys[i]]
        value = data[values[i + 1] : values[i + 1] + values[i]]
        if value and key:
            found[key.partition(b"\0")[0].decode()] = value.partition(b"\0")[0].decode()
    return found


def _translations() -> gettext.NullTranslations:
    """gettext's own reading of the catalogue; it keeps each that it has read."""
    import gettext

    return gettext.translation(DOMAIN, _folder(), [_language], fallback=True)


def _system_language() -> str:
    if sys.platform == "win32":
        import ctypes

        code = _WINDOWS.get(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF, "")
    else:
        # What Python took from LC_CTYPE when it started; `locale` would import re.
        import _locale

        code = _locale.setlocale(_locale.LC_CTYPE, None).split("_")[0].lower()
    return code if code in INTERFACE_LANGUAGES else FALLBACK


def _folder() -> str:
    return os.path.join(data_root_name(), "locale")


def _compiled(language: str) -> str:
    return os.path.join(_folder(), language, "LC_MESSAGES", f"{DOMAIN}.mo")


def _source(language: str) -> str:
    return os.path.join(_folder(), language, "LC_MESSAGES", f"{DOMAIN}.po")


def _is_stale(language: str) -> bool:
    try:
        source = os.stat(_source(language)).st_mtime_ns
    except OSError:
        return False
    try:
        return os.stat(_compiled(language)).st_mtime_ns < source
    except OSError:
        return True


def _compile_stale(language: str) -> None:
    if not _is_stale(language):
        return
    try:
        import polib

        # A name of its own, then replace: two processes may do this at once.
        target = _compiled(language)
        partial = f"{target}.{os.getpid()}"
        polib.pofile(_source(language), encoding="utf-8").save_as_mofile(partial)
        os.replace(partial, target)
    except OSError:
        return
