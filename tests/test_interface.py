"""The interface speaks Vietnamese, Russian and English, whole."""

from __future__ import annotations

import pytest
from interface_catalogues import problems

from vnru_terms.cli import COMMANDS, vnru_terms
from vnru_terms.messages import INTERFACE_LANGUAGES, choose_language


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_no_string_is_missing_fuzzy_or_stale(language: str) -> None:
    """The catalogue has exactly the strings of the sources, each translated."""
    assert problems(language) == []


@pytest.mark.parametrize(
    ("argv", "environ", "language"),
    [
        (["--ui", "vi"], {"LANG": "ru_RU.UTF-8"}, "vi"),
        (["--ui=ru", "lookup"], {}, "ru"),
        ([], {"LANGUAGE": "vi:en", "LC_ALL": "ru_RU.UTF-8"}, "vi"),
        ([], {"LC_ALL": "ru_RU.UTF-8", "LANG": "vi_VN"}, "ru"),
        ([], {"LC_MESSAGES": "vi_VN.UTF-8", "LANG": "ru_RU"}, "vi"),
        ([], {"LANG": "ru"}, "ru"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_language_is_chosen_from_command_line_then_environment(
    argv: list[str], environ: dict[str, str], language: str
) -> None:
    """`--ui`, LANGUAGE, LC_ALL, LC_MESSAGES, LANG, in this order."""
    assert choose_language(argv, environ) == language


@pytest.mark.parametrize("language", ["vi", "ru"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_the_interface_language(language: str, name: str, run) -> None:
    """No English sentence of ours or click's is left in a help page."""
    arguments = ["--ui", language, *([name] if name else []), "--help"]
    translated = run(*arguments)
    english = run("--ui", "en", *([name] if name else []), "--help")
    assert translated.exit_code == english.exit_code == 0
    sentences = {
        line.strip() for line in english.stdout.splitlines() if len(line.split()) > 3
    }  # fmt: skip
    left = [line for line in translated.stdout.splitlines() if line.strip() in sentences]
    assert left == []


def test_every_command_of_the_table_is_there() -> None:
    """Each row names a module and a command that exist, under its own name."""
    import click

    context = click.Context(vnru_terms)
    for name in COMMANDS:
        command = vnru_terms.get_command(context, name)
        assert command is not None and command.name == name


def test_every_path_has_its_own_name_in_the_help() -> None:
    """click would name it in the language in which the command was first read."""
    import click

    context = click.Context(vnru_terms)
    for name in COMMANDS:
        command = vnru_terms.get_command(context, name)
        assert command is not None
        paths = [p for p in command.params if isinstance(p.type, click.Path)]
        assert all(path.metavar for path in paths), name
