"""Long work at the command line: a line for people now and then, and Ctrl+C ends it between two units."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from checkin_desktop.cli.context import tell
from checkin_desktop.words import Words

_SILENT_S = 1.0
_STEP = 10
"""Percent between two lines."""


class Progress:
    """Called as (done, total) before each unit; answers False once Ctrl+C was pressed.

    Nothing is said of work that ends within a second.
    """

    def __init__(self, words: Words) -> None:
        self.stopped = False
        self.sentence = ""
        self._words, self._begun, self._told = words, time.monotonic(), 0

    def begin(self, sentence: str) -> "Progress":
        """What is said of the work that begins now, with `done` and `total`."""
        self.sentence, self._begun, self._told = sentence, time.monotonic(), 0
        return self

    def __call__(self, done: int, total: int) -> bool:
        percent = 100 * done // max(1, total)
        if time.monotonic() - self._begun >= _SILENT_S and percent >= self._told + _STEP:
            self._told = percent - percent % _STEP
            tell(self._words.say(self.sentence, done=done, total=total))
        return not self.stopped

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """The second Ctrl+C does not wait."""
        self.stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def stoppable(words: Words) -> Iterator[Progress]:
    """To be used on the main thread."""
    progress = Progress(words)
    before = signal.signal(signal.SIGINT, progress.stop)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)
