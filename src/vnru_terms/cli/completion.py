"""vnru-terms completion: the completion script for a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from vnru_terms.cli.base import argument, command
from vnru_terms.messages import N_

SHELLS = ("bash", "zsh", "fish")


@command(
    help=N_("Print the completion script for a shell."),
    epilog=N_('For bash: add to ~/.bashrc the line  eval "$(vnru-terms completion bash)"'),
)
@argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    found = get_completion_class(shell)
    assert found is not None
    root = ctx.find_root().command
    click.echo(found(root, {}, "vnru-terms", "_VNRU_TERMS_COMPLETE").source())
