"""The command line's frame: global options anywhere, one plain sentence for every failure, no traceback."""

import io
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from checkin_desktop.cli.context import tell
from checkin_desktop.cli.window import open_window
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.startup.events import last_event
from checkin_desktop.startup.logs import log_to_file
from checkin_desktop.words import DEFAULT_LANGUAGE, GUEST_LANGUAGES, load_words

_GLOBAL = ("--event", "--lang", "--operator")


def run(arguments: Sequence[str]) -> int:
    """Exit code: 0 success, 1 failure told in one sentence on stderr, 2 bad usage."""
    log_to_file()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    ordered, asked = _globals_first(arguments)
    words = load_words(_language_of(ordered))
    try:
        if not asked:
            event = _last_said("--event", ordered)
            return open_window(Path(event) if event else last_event(), _last_said("--lang", ordered))
        from checkin_desktop.cli.commands import run_command

        return run_command(ordered)
    except PersonFacingError as error:
        tell(words.say(error.sentence, **error.arguments))
        return 1
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 1
    except Exception:
        logging.getLogger(__name__).exception("unexpected")
        tell(words.say("cli-unexpected"))
        return 1


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
    language = _last_said("--lang", first)
    return first + rest, bool(rest) or (language != "" and language not in GUEST_LANGUAGES)


def _language_of(arguments: Sequence[str]) -> str:
    said = _last_said("--lang", arguments)
    return said if said in GUEST_LANGUAGES else DEFAULT_LANGUAGE


def _last_said(option: str, arguments: Sequence[str]) -> str:
    """What a global option says; empty where it is not given."""
    found = ""
    for before, word in zip(["", *arguments], arguments, strict=False):
        if before == option:
            found = word
        elif word.startswith(f"{option}="):
            found = word.removeprefix(f"{option}=")
    return found
