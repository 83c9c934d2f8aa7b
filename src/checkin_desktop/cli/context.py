"""What every command shares: the event file meant, the language, and how answers are printed."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.operators import guarded, sign_in_named
from checkin_desktop.startup.events import OpenEvent, last_event, open_event
from checkin_desktop.words import DEFAULT_LANGUAGE, Words, load_words

if TYPE_CHECKING:
    import typer


@dataclass(frozen=True, slots=True)
class Context:
    """The global options. `event` empty: the last event opened on this computer. `operator`: by name, who writes."""

    event: str
    lang: str
    operator: str = ""

    @property
    def words(self) -> Words:
        return load_words(self.lang or DEFAULT_LANGUAGE)

    def path(self) -> Path:
        """Raises PersonFacingError if no event was ever opened here."""
        if self.event:
            return Path(self.event)
        last = last_event()
        if last is None:
            raise PersonFacingError("cli-no-event")
        return last

    @contextmanager
    def writing(self, needs: Action | None, path: Path | None = None) -> Iterator[OpenEvent]:
        """`needs`: where people sign in, `--operator` must be one who may do that; None: nothing about people is
        shown, and what is written asks by itself. Raises NotAllowed."""
        with open_event(path or self.path()) as opened:
            if self.operator and guarded(opened.desk):
                sign_in_named(opened.desk, self.operator, _pin(self.words, self.operator))
            if needs is not None:
                opened.desk.require(needs)
            yield opened

    @contextmanager
    def reading(self, needs: Action | None) -> Iterator[Desk]:
        """As `writing`, of a file that another program may be writing."""
        if needs is not None and self.operator:
            with self.writing(needs) as opened:
                yield opened.desk
            return
        with open_event(self.path(), for_writing=False) as opened:
            if needs is not None:
                opened.desk.require(needs)
            yield opened.desk


def _pin(words: Words, name: str) -> str:
    return secret("CHECKIN_PIN", words.say("cli-pin-of", name=name), "cli-pin-needed")


def secret(variable: str, asked: str, missing: str) -> str:
    """From the environment, else asked for. Raises PersonFacingError (`missing`) where nobody can be asked."""
    given = os.environ.get(variable, "")
    if not given:
        if not sys.stdin.isatty():
            raise PersonFacingError(missing)
        given = _typed(asked)
    return given


@cache
def _typed(asked: str) -> str:
    """Asked once, however often a command opens the event."""
    import typer

    return str(typer.prompt(asked, hide_input=True, err=True))


def context_of(context: "typer.Context") -> Context:
    found = context.find_object(Context)
    if found is None:
        raise LookupError("context")
    return found


def say(text: str) -> None:
    _write(sys.stdout, text)


def tell(text: str) -> None:
    """For people, beside the answer: stderr."""
    _write(sys.stderr, text)


def answer(document: Any) -> None:
    """One JSON document, or one line of JSON Lines."""
    _write(sys.stdout, json.dumps(document, ensure_ascii=False, default=str))


def _write(stream: TextIO, text: str) -> None:
    stream.write(text + "\n")
    stream.flush()


def moment(text: str, desk: Desk) -> datetime | None:
    """`--at`: ISO 8601; without an offset it is the venue's wall clock. None where it was not given."""
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        import typer

        raise typer.BadParameter(f"--at: {text}") from error
    return at if at.tzinfo else at.replace(tzinfo=desk.zone)
