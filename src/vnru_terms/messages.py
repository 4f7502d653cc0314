"""The interface's language: gettext, in one text domain, for our strings and click's.

`choose_language` settles the language from the command line and the environment before click
builds its help; `use_language` switches to it. Strings are marked with `_` where they are shown at
once, with `N_` where they are shown later (help texts of options), and translated when shown.
Catalogues are compiled into the wheel; a checkout compiles its own on first use.
"""

from __future__ import annotations

import gettext
import locale
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from vnru_terms.installation import data_root, is_checkout

DOMAIN = "vnru_terms"
INTERFACE_LANGUAGES = ("vi", "ru", "en")
FALLBACK = "en"

_translations: gettext.NullTranslations = gettext.NullTranslations()
_language = FALLBACK


def _(message: str) -> str:
    """The message in the interface's language."""
    return _translations.gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message in the form that the number `n` asks for."""
    return _translations.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """The message in the interface's language, told from its homonyms by a context."""
    return _translations.pgettext(context, message)


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
    global _translations, _language
    folder = data_root() / "locale"
    if is_checkout():
        _compile_stale(folder, language)
    _translations = gettext.translation(DOMAIN, folder, [language], fallback=True)
    _language = language
    # click asks gettext's current domain, which reads the language from the environment.
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(folder))
    gettext.textdomain(DOMAIN)


def _system_language() -> str:
    if sys.platform == "win32":
        import ctypes

        code = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    else:
        code = locale.getlocale()[0] or ""
    language = code.split("_")[0].lower()
    return language if language in INTERFACE_LANGUAGES else FALLBACK


def _compile_stale(folder: Path, language: str) -> None:
    source = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    target = source.with_suffix(".mo")
    try:
        if not source.exists() or (
            target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns
        ):
            return
        import polib

        # A name of its own, then replace: two processes may do this at once.
        partial = target.with_name(f"{target.name}.{os.getpid()}")
        polib.pofile(str(source), encoding="utf-8").save_as_mofile(str(partial))
        partial.replace(target)
    except OSError:
        return
