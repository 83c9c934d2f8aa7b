"""A print file whose pages come a slice at a time; what they share is in it once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checkin_desktop.gui.page import Context
from checkin_desktop.services.ports.documents import FrozenPage, Press


@dataclass(slots=True)
class PrintFile:
    """`total`: of how many certificates. Used on one lane."""

    press: Press
    title: str
    language: str
    total: int
    _pages: list[FrozenPage] = field(default_factory=list)
    _seen: int = 0

    def add(self, pages: Sequence[FrozenPage], certificates: int) -> bytes:
        """The file once all certificates have been looked at; empty before, and if none of them was good."""
        self._pages += pages
        self._seen += certificates
        if self._seen < self.total or not self._pages:
            return b""
        return self.press.bind(self._pages, self.title, self.language)


def print_file(context: Context, total: int) -> PrintFile:
    words = context.language.words
    return PrintFile(context.tools.press, words.say("documents-certificate-title"), words.language, total)
