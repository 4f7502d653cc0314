"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from test_floors import FLOORS

from vnru_terms.cli import COMMANDS, vnru_terms
from vnru_terms.store.concept_file import ENTRY_KEYS, SECTION_KEYS, TERM_KEYS
from vnru_terms.store.glossary import SETTINGS_KEYS, SUBJECT_KEYS, read_settings, render_settings
from vnru_terms.store.locate import SETTINGS_FILE

# A call on a line of its own, behind a prompt, or in code: options before, the name, the rest.
CALL = r"(?:^ *(?:\$ |- run: )?|`)vnru-terms((?: --\w+(?: [\w|]+)?)*) ([a-z]+)\b([^`\n#]*)"
OPTION = r"--[a-z][a-z-]*"


def generator(root: Path):
    spec = importlib.util.spec_from_file_location("generate", root / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh(root: Path) -> None:
    """make docs."""
    for path, text in generator(root).pages().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: make docs"


def test_every_key_of_a_concept_file_is_documented(root: Path) -> None:
    """In docs/reference/concept-entry.md."""
    page = (root / "docs" / "reference" / "concept-entry.md").read_text(encoding="utf-8")
    for key in (*ENTRY_KEYS, *SECTION_KEYS, *TERM_KEYS):
        assert f"`{key}`" in page, key


def test_every_key_of_the_settings_is_documented(root: Path) -> None:
    """In docs/reference/glossary-settings.md, whose example is read without a finding."""
    page = (root / "docs" / "reference" / "glossary-settings.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert told == [*SETTINGS_KEYS, *SUBJECT_KEYS]
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    with TemporaryDirectory() as folder:
        path = Path(folder) / SETTINGS_FILE
        path.write_text(example, encoding="utf-8")
        settings, findings = read_settings(path)
    assert findings == []
    assert render_settings(settings) == example
    assert all(getattr(settings, key) for key in SETTINGS_KEYS)


def test_named_commands_and_options_exist(root: Path) -> None:
    """Every `vnru-terms NAME --OPTION` in README and docs is a command with that option."""
    context = click.Context(vnru_terms)
    own = {option for parameter in vnru_terms.params for option in parameter.opts}
    found = set()
    for page in [root / "README.md", *(root / "docs").rglob("*.md")]:
        text = page.read_text(encoding="utf-8")
        for before, name, rest in re.findall(CALL, text, re.MULTILINE):
            assert name in COMMANDS, f"{page.name}: {name}"
            command = vnru_terms.get_command(context, name)
            known = {option for parameter in command.params for option in parameter.opts}
            assert set(re.findall(OPTION, before)) <= own, f"{page.name}: {before}"
            assert set(re.findall(OPTION, rest)) <= known | {"--help"}, f"{page.name}: {name}{rest}"
            found.add(name)
    assert len(found) > len(COMMANDS) / 2


def test_the_floors_are_told(root: Path) -> None:
    """Every part of the package stands in the table of the house, on its floor."""
    text = (root / "docs" / "explanation.md").read_text(encoding="utf-8")
    told = {
        part.removesuffix(".py").rstrip("/"): int(floor)
        for floor, parts in re.findall(r"^\| (\d) \| (`[^|]*) \|", text, re.MULTILINE)
        for part in re.findall(r"`([^`]+)`", parts)
    }
    assert told == FLOORS


def test_links_lead_somewhere(root: Path) -> None:
    """A relative link in README or docs names a file that is there."""
    for page in [root / "README.md", *(root / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
