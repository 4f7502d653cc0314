"""The interface's catalogues: bring them up to date, compile them, and say what is wrong in them.

`make update` writes the strings of the sources (ours and click's own) into every
`locale/*/LC_MESSAGES/vnru_terms.po`, keeping translations; English is its own translation. No line
numbers stand in them: they would change with every edit. The test `test_interface.py` calls
`problems`.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import polib
from babel.messages.extract import extract_from_dir

from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import DOMAIN, INTERFACE_LANGUAGES
from vnru_terms.text.body import RULE_TEXTS

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "gettext": None}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\([a-z]+\)s|%s")

Key = tuple[str, str, str]


def source_messages() -> dict[Key, str]:
    """The strings of the sources, in order: (context, message, plural) and the file they are in."""
    found: dict[Key, str] = {}
    for folder, label in (
        (ROOT / "src" / "vnru_terms", "src/vnru_terms/"),
        (Path(click.__file__).parent, "click/"),
    ):
        extracted = extract_from_dir(
            folder,
            method_map=[("**.py", "python"), ("**/templates/**.html", "jinja2")],
            keywords=KEYWORDS,
            comment_tags=(),
        )
        rows = []
        for file, line, message, _comments, context in extracted:
            single, plural = message if isinstance(message, tuple) else (message, "")
            rows.append((Path(file).as_posix(), line, (context or "", single, plural)))
        rows += in_f_strings(folder)
        for file, _line, key in sorted(rows):
            if key[1]:
                found.setdefault(key, label + file)
    # The docstrings of the line rules, which `mine --explain-lines` prints.
    for text in RULE_TEXTS.values():
        found.setdefault(("", text, ""), "src/vnru_terms/text/body.py")
    return found


def in_f_strings(folder: Path) -> Iterator[tuple[str, int, Key]]:
    """The strings marked inside f-strings, which Babel reads from Python 3.12 on only."""
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for outer in ast.walk(tree):
            for call in ast.walk(outer) if isinstance(outer, ast.JoinedStr) else ():
                if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
                    continue
                texts = [a.value for a in call.args if isinstance(a, ast.Constant)]
                if call.func.id == "_" and texts:
                    file = path.relative_to(folder).as_posix()
                    yield file, call.lineno, ("", str(texts[0]), "")


def catalogue_path(language: str) -> Path:
    """The interface catalogue of a language."""
    return ROOT / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def updated(language: str) -> polib.POFile:
    """The catalogue with exactly the strings of the sources, translations kept."""
    path = catalogue_path(language)
    old = {}
    if path.exists():
        for entry in polib.pofile(str(path), encoding="utf-8"):
            old[(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")] = entry
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": "vnru-terms",
        "Report-Msgid-Bugs-To": "",
        "PO-Revision-Date": "2026-11-22 00:00+0000",
        "Last-Translator": "vnru-terms contributors",
        "Language-Team": LANGUAGES[language].endonym,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": LANGUAGES[language].plural_forms,
    }
    for key, file in source_messages().items():
        context, message, plural = key
        entry = polib.POEntry(msgctxt=context or None, msgid=message, comment=file)
        was = old.get(key)
        if plural:
            entry.msgid_plural = plural
            forms = int(LANGUAGES[language].plural_forms.split("nplurals=")[1][0])
            entry.msgstr_plural = dict.fromkeys(range(forms), "")
            if was is not None:
                entry.msgstr_plural.update(was.msgstr_plural)
            if language == "en":
                entry.msgstr_plural = {0: message, 1: plural}
        else:
            entry.msgstr = message if language == "en" else was.msgstr if was else ""
        catalogue.append(entry)
    return catalogue


def text_of(catalogue: polib.POFile) -> str:
    """The catalogue as it stands in the file."""
    return str(catalogue).rstrip("\n") + "\n"


def problems(language: str) -> list[str]:
    """What is missing, fuzzy, stale or has other placeholders than its source."""
    path = catalogue_path(language)
    if not path.exists():
        return [f"{path} is missing"]
    if path.read_text(encoding="utf-8") != text_of(updated(language)):
        return [f"{path} is not up to date: make update"]
    found = []
    for entry in polib.pofile(str(path), encoding="utf-8"):
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if entry.fuzzy or not all(texts):
            found.append(f"{language}: not translated: {entry.msgid!r}")
            continue
        wanted = set(_PLACEHOLDER.findall(entry.msgid))
        for text in texts:
            if set(_PLACEHOLDER.findall(text)) != wanted and not entry.msgid_plural:
                found.append(f"{language}: other placeholders: {entry.msgid!r}")
    return found


def main(task: str) -> None:
    """`update` the catalogues, or `compile` them."""
    for language in INTERFACE_LANGUAGES:
        path = catalogue_path(language)
        if task == "update":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text_of(updated(language)), encoding="utf-8", newline="\n")
            missing = sum(1 for line in problems(language) if "not translated" in line)
            print(f"{path.relative_to(ROOT)}: {missing} to translate")
        else:
            catalogue = polib.pofile(str(path), encoding="utf-8")
            catalogue.save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    main(sys.argv[1])
