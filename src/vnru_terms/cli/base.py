"""What every command shares: translated help, global options, errors as exit codes.

Help texts are marked with `N_` where they are written and translated here, when they are shown.
A `VnruTermsError` from below becomes one line on stderr and the exit code that it carries.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from vnru_terms.findings import UnsoundGlossaryError, VnruTermsError
from vnru_terms.messages import _, choose_language, use_language
from vnru_terms.quick.request import is_date
from vnru_terms.store.disk_errors import reason_of
from vnru_terms.store.locate import Located, locate_glossary

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Session:
    """The options before the command's name."""

    glossary: Path | None = None
    verbose: bool = False

    def locate(self) -> Located:
        """The glossary that this session uses."""
        located = locate_glossary(self.glossary)
        if located.passed_over is not None:
            text = _("{folder} has no glossary.yaml and was passed over; {used} is used.")
            click.echo(text.format(folder=located.passed_over, used=located.folder), err=True)
        return located


class Failure(click.ClickException):
    """An error from below as click shows it: its findings, then one line on stderr."""

    def __init__(self, error: VnruTermsError) -> None:
        super().__init__(str(error))
        self.error = error

    def show(self, file: Any = None) -> None:
        if isinstance(self.error, UnsoundGlossaryError):
            for finding in self.error.findings:
                click.echo(str(finding), err=True)
        place = f"{self.error.place}: " if self.error.place else ""
        click.echo(f"vnru-terms: {place}{self.error.message}", err=True)
        if self.error.hint:
            click.echo(f"  {self.error.hint}", err=True)


@contextmanager
def _translated(thing: Any, *names: str) -> Iterator[None]:
    """The thing's texts in the interface's language, while its help is being rendered."""
    originals = {name: getattr(thing, name, None) for name in names}
    for name, text in originals.items():
        if text:
            setattr(thing, name, _(text))
    try:
        yield
    finally:
        for name, text in originals.items():
            setattr(thing, name, text)


class Option(click.Option):
    """An option whose help is translated when shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        with _translated(self, "help"):
            return super().get_help_record(ctx)


class _Date(click.ParamType[str]):
    """An ISO date, or its year, or its year and month."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not is_date(value):
            text = _("“{value}” is no date: write 2025-02-28, 2025-02 or 2025.")
            self.fail(text.format(value=value), param, ctx)
        return value


DATE = _Date()


class _FreshHelp(click.Command):
    """A command that asks for `--help`'s own help each time: click keeps the first language's."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        help_option = super().get_help_option(ctx)
        if help_option is not None:
            help_option.help = _("Show this message and exit.")
        return help_option


class Command(_FreshHelp):
    """A command whose help is translated when shown and whose errors are exit codes."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with _translated(self, "help", "epilog"):
            super().format_help(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except VnruTermsError as error:
            raise Failure(error) from None
        except BrokenPipeError:
            # The reader has gone (`| head`): not an error. click itself would say 1.
            _silence(sys.stdout)
            ctx.exit(0)


SETTINGS = {"max_content_width": 80, "help_option_names": ["-h", "--help"]}
command = partial(click.command, cls=Command, context_settings=SETTINGS)
option = partial(click.option, cls=Option)
argument = click.argument


class LazyGroup(_FreshHelp, click.Group):
    """A group that imports a command's module only when the command is called.

    `table` gives for each command its module under `vnru_terms.cli`, the name of the command
    object there, and the marked short help.
    """

    def __init__(self, *args: Any, table: Mapping[str, tuple[str, str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.table)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            hint = _("To look a term up: vnru-terms lookup {words}")
            text = f"{error.message} {hint.format(words=' '.join(args))}"
            raise click.UsageError(text, error.ctx) from None

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.table:
            return None
        module, name, _help = self.table[cmd_name]
        found: click.Command = getattr(import_module(f"vnru_terms.cli.{module}"), name)
        return found

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with _translated(self, "help", "epilog"):
            super().format_help(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, _(help)) for name, (_module, _name, help) in self.table.items()]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)

    def main(self, args: Sequence[str] | None = None, *pos: Any, **extra: Any) -> Any:
        """Settle the interface's language, run, and leave with the contract's exit code."""
        arguments = list(args) if args is not None else sys.argv[1:]
        use_language(choose_language(arguments, os.environ))
        extra["standalone_mode"] = False
        extra["prog_name"] = "vnru-terms"
        sys.exit(_exit_code(lambda: super(LazyGroup, self).main(arguments, *pos, **extra)))


def _exit_code(run: Callable[[], Any]) -> int:
    try:
        code = run()
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.error.exit_code if isinstance(error, Failure) else error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Interrupted."), err=True)
        return INTERRUPTED
    except OSError as error:
        # What a pipe did not take at the last flush (EINVAL on Windows). A full disk is an error.
        _silence(sys.stdout)
        if error.errno == errno.EPIPE or (sys.platform == "win32" and error.errno == errno.EINVAL):
            return 0
        text = _("output or temporary files cannot be written: {reason}.")
        click.echo(f"vnru-terms: {text.format(reason=reason_of(error))}", err=True)
        return 2
    return code if isinstance(code, int) else 0


def exit_code_of(error: BaseException) -> int:
    """The exit code for an error of the short way, said as the long way says it."""

    def fail() -> None:
        raise error

    if isinstance(error, BrokenPipeError):
        _silence(sys.stdout)
        return 0
    return _exit_code(fail)


def _silence(stream: Any) -> None:
    """Point the stream at nothing, so that the interpreter's last flush does not fail again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return
