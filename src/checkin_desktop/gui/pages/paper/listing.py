"""The paper list: its first page to look at, and all of it once somebody wants to print or save it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.slices import Ended, Slices
from checkin_desktop.gui.tools import Roll
from checkin_desktop.services.badges import roll_lines
from checkin_desktop.services.desk import at_a_glance, newest_entry, settings
from checkin_desktop.services.ports.documents import RollLine

LOOKED_AT_UNASKED = 2_000
"""People: a longer list takes seconds to read, and is read only when asked for."""
_PAGES_AT_ONCE = 10
_Listed = tuple[str, EventSettings, tuple[RollLine, ...]]


@dataclass(frozen=True, slots=True)
class PaperList:
    """`pdf`: its first page alone, or all of it; empty where nobody is on it."""

    pdf: bytes
    people: int
    pages: int


class Listing(QObject):
    """`seen` brings a PaperList; `long` how many people there are where the list is shown only when asked for.

    `working` tells (done, all) pages while the whole list is drawn, and (0, 0) once it is over; `stopped` that a
    person stopped it, `failed` an error in words.
    """

    seen = Signal(object)
    long = Signal(int)
    working = Signal(int, int)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._looked: tuple[int, str] | None = None
        self._first: PaperList | None = None
        self._whole: tuple[_Listed, bytes] | None = None
        self._busy = self._stop = False
        self._slices = Slices(self)
        self._slices.progressed.connect(self.working)

    def look(self, *, asked: bool = False) -> None:
        """The first page anew, if anything was written since; of a long list only if `asked`."""
        desk, language, before = self._context.desk, self._context.language.words.language, self._looked

        def work() -> tuple[tuple[int, str], PaperList | int | None]:
            now = newest_entry(desk), language
            people = at_a_glance(desk).attendees
            if not asked and people > LOOKED_AT_UNASKED:
                return now, people
            return now, self._first_page(self._listed(language)) if asked or now != before else None

        def done(answer: tuple[tuple[int, str], PaperList | int | None]) -> None:
            now, found = answer
            if isinstance(found, int):
                self.long.emit(found)
                return
            self._looked = now
            if found is not None and (asked or found != self._first):
                self._first = found
                self.seen.emit(found)

        self._context.lanes.lists.run(work, done, self.failed.emit)

    def draw(self, drawn: Callable[[bytes], object]) -> None:
        """All of the list, as it is now; not drawn again where it is the same. One at a time."""
        if self._busy:
            return
        self._busy, self._stop = True, False
        self.working.emit(0, 1)
        tools, words, before = self._context.tools, self._context.language.words, self._whole

        def work() -> tuple[_Listed, Roll | None]:
            listed = self._listed(words.language)
            same = before is not None and before[0] == listed
            return listed, None if same else tools.roll(listed[2], listed[1], words)

        def begin(answer: tuple[_Listed, Roll | None]) -> None:
            listed, roll = answer
            if roll is None:
                assert before is not None
                finished(listed, before[1])
            elif self._stop:
                self._end()
                self.stopped.emit()
            else:
                self._slices.run(
                    self._context.lanes.work,
                    range(roll.pages),
                    _PAGES_AT_ONCE,
                    lambda pages: _draw(roll, pages),
                    lambda end: ended(listed, roll, end),
                )

        def ended(listed: _Listed, roll: Roll, end: Ended[None]) -> None:
            if end.error is not None:
                failed(end.error)
            elif self._stop:
                self._end()
                self.stopped.emit()
            else:
                self._context.lanes.work.run(roll.finish, lambda pdf: finished(listed, pdf), failed)

        def finished(listed: _Listed, pdf: bytes) -> None:
            self._whole = listed, pdf
            self._end()
            drawn(pdf)

        def failed(error: PersonFacingError) -> None:
            self._end()
            self.failed.emit(error)

        self._context.lanes.lists.run(work, begin, failed)

    def stop(self) -> None:
        self._stop = True
        self._slices.stop()

    def _end(self) -> None:
        self._busy = False
        self.working.emit(0, 0)

    def _listed(self, language: str) -> _Listed:
        desk = self._context.desk
        return language, settings(desk), roll_lines(desk)

    def _first_page(self, listed: _Listed) -> PaperList:
        _, event, lines = listed
        roll = self._context.tools.roll(lines, event, self._context.language.words)
        roll.draw(0)
        return PaperList(roll.finish() if lines else b"", len(lines), roll.pages)


def _draw(roll: Roll, pages: Sequence[int]) -> None:
    for page in pages:
        roll.draw(page)
