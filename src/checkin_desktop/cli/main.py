"""The command line's frame: global options anywhere, one plain sentence for every failure, no traceback."""

import io
import logging
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from checkin_desktop.cli import programs
from checkin_desktop.cli.context import Context, tell
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.startup.logs import log_to_file
from checkin_desktop.words import GUEST_LANGUAGES, load_words

app = typer.Typer(
    name="checkin-desktop",
    help="Conference check-in desk that needs no network. Without a command it opens the window.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_GLOBAL = ("--event", "--lang", "--operator")


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
        programs.window(context)


def run(arguments: Sequence[str]) -> int:
    """Exit code: 0 success, 1 failure told in one sentence on stderr, 2 bad usage."""
    log_to_file()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    ordered, asked = _globals_first(arguments)
    if asked:
        from checkin_desktop.cli.commands import add_commands

        add_commands(app)
    words = load_words(_language_of(ordered))
    try:
        result = app(ordered, standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except typer.Abort:
        return 1
    except TyperException as error:
        tell(error.format_message())
        return error.exit_code
    except PersonFacingError as error:
        tell(words.say(error.sentence, **error.arguments))
        return 1
    except BrokenPipeError:
        return 0
    except Exception:
        logging.getLogger(__name__).exception("unexpected")
        tell(words.say("cli-unexpected"))
        return 1
    return int(result or 0)


def _globals_first(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """`--event`, `--lang` and `--operator` may stand anywhere; typer wants them before the command.

    And whether anything else was said: the window is opened without loading what only commands need.
    """
    first: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        if word in _GLOBAL and waiting:
            first += [word, waiting.pop(0)]
        elif word.startswith(tuple(f"{g}=" for g in _GLOBAL)):
            first.append(word)
        else:
            rest.append(word)
    return first + rest, bool(rest)


def _language_of(arguments: Sequence[str]) -> str:
    for before, word in zip(["", *arguments], arguments, strict=False):
        if before == "--lang" and word in GUEST_LANGUAGES:
            return word
        if word.startswith("--lang=") and word.removeprefix("--lang=") in GUEST_LANGUAGES:
            return word.removeprefix("--lang=")
    return "es"
