"""Every command there is, a module for each group of them, and what typer makes of a command line."""

from collections.abc import Sequence
from pathlib import Path

import typer
from typer.exceptions import TyperException

from checkin_desktop.cli import (
    certificates,
    checking,
    data,
    desk,
    exchange,
    hub,
    journal,
    mail,
    meetings,
    paper,
    programs,
    templates,
    verification,
)
from checkin_desktop.cli.context import Context, tell
from checkin_desktop.cli.window import open_window
from checkin_desktop.startup.events import last_event
from checkin_desktop.words import GUEST_LANGUAGES

app = typer.Typer(
    name="checkin-desktop",
    help="Conference check-in desk that needs no network. Without a command it opens the window.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    event: str = typer.Option("", "--event", help="The event file (default: the last one opened)."),
    lang: str = typer.Option("", "--lang", help="es, en or qu (default: es)."),
    operator: str = typer.Option(
        "", "--operator", help="Who does it, by name; the PIN in CHECKIN_PIN or asked for."
    ),
) -> None:
    if lang and lang not in GUEST_LANGUAGES:
        raise typer.BadParameter(f"--lang: {', '.join(GUEST_LANGUAGES)}")
    context.obj = Context(event, lang, operator)
    if context.invoked_subcommand is None:
        raise typer.Exit(open_window(Path(event) if event else last_event(), lang))


def run_command(arguments: Sequence[str]) -> int:
    """The exit code; global options stand first."""
    add_commands(app)
    try:
        result = app(list(arguments), standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort:
        return 1
    except TyperException as error:
        tell(error.format_message())
        return error.exit_code
    return int(result or 0)


def add_commands(app: typer.Typer) -> None:
    """Once: where they were added already nothing happens."""
    if app.registered_commands:
        return
    for room in (
        desk,
        data,
        paper,
        checking,
        certificates,
        verification,
        exchange,
        journal,
        mail,
        meetings,
        templates,
        hub,
        programs,
    ):
        room.add_to(app)
