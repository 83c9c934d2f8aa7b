"""Long work done a slice at a time: others on the lane get their turn in between, and a person may stop it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.lanes import Lane

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Ended(Generic[R]):
    """The slices' answers in order. Not `complete`: stopped by a person, or by `error`; the rest was not begun."""

    answers: tuple[R, ...]
    complete: bool
    error: PersonFacingError | None = None


class Slices(QObject):
    """One long piece of work at a time. A slice that was begun is always finished and counted."""

    progressed = Signal(int, int)
    _broke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running = self._stop = False
        self._broke.connect(self._release)

    @property
    def running(self) -> bool:
        return self._running

    @property
    def stopped(self) -> bool:
        """A person asked to stop, though it be during the last slice."""
        return self._stop

    def stop(self) -> None:
        """Begins no further slice."""
        self._stop = True

    def run(
        self,
        lane: Lane,
        items: Sequence[T],
        size: int,
        work: Callable[[Sequence[T]], R],
        ended: Callable[[Ended[R]], object],
    ) -> None:
        """`work` gets up to `size` items on the lane; `progressed` tells how many of them all are done."""
        if self._running:
            raise RuntimeError("slices of other work are running")
        self._running, self._stop = True, False
        answers: list[R] = []

        def end(complete: bool, error: PersonFacingError | None = None) -> None:
            self._running = False
            ended(Ended(tuple(answers), complete, error))

        def step(start: int) -> None:
            self.progressed.emit(start, len(items))
            if start >= len(items) or self._stop:
                end(start >= len(items))
                return
            part = items[start : start + size]

            def done(answer: R) -> None:
                answers.append(answer)
                step(start + len(part))

            lane.run(lambda: self._watched(work, part), done, lambda error: end(False, error))

        step(0)

    def _watched(self, work: Callable[[Any], R], part: object) -> R:
        """A programming error goes on to the crash dialog; the page must not stay busy for ever."""
        try:
            return work(part)
        except PersonFacingError:
            raise
        except BaseException:
            self._broke.emit()
            raise

    def _release(self) -> None:
        self._running = False
        self.progressed.emit(0, 0)
