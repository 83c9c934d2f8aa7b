"""Work beside the window: serial lanes whose results come back on Qt's main thread as frozen values."""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.garbage import spare

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Lane(QObject):
    """One thing at a time, in order. `told` and `crashed` are called on the main thread; `after` on the lane, at the
    end of each work."""

    _finished = Signal(object)

    def __init__(
        self,
        executor: Executor,
        told: Callable[[PersonFacingError], None],
        crashed: Callable[[BaseException], None],
        after: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._executor = executor
        self._after = after
        self._told, self._crashed = told, crashed
        self._waiting = self._asked_by = 0
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return self._waiting > 0

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[PersonFacingError], object] | None = None,
    ) -> None:
        """`work` runs beside; `done` gets its answer on the main thread, `failed` a failure told in words.

        Nothing is begun any more once the window has closed.
        """
        if self._closed:
            return
        self._waiting += 1
        asked_by = self._asked_by
        future = self._executor.submit(work)
        if self._after is not None:
            future.add_done_callback(lambda _: self._after and self._after())
        future.add_done_callback(lambda ended: self._finished.emit((ended, asked_by, done, failed)))

    def forget(self) -> None:
        """Whoever asked is gone: what was asked is still done, its answer is nobody's."""
        self._asked_by += 1

    def close(self) -> None:
        self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    def finish(self) -> None:
        """As `close`, but all that waits is still done."""
        self._closed = True
        self._executor.shutdown(wait=True)

    def _deliver(self, outcome: tuple[Future[Any], int, Any, Any]) -> None:
        future, asked_by, done, failed = outcome
        self._waiting -= 1
        gone = asked_by != self._asked_by
        try:
            answer = future.result()
        except CancelledError:
            return
        except PersonFacingError as error:
            if not gone:
                (failed or self._told)(error)
            return
        except BaseException as error:  # noqa: BLE001 - the crash dialog and the log tell it
            _log.exception("lane")
            self._crashed(error)
            return
        if done is not None and not gone:
            done(answer)


class Lanes:
    """writer: check-ins and whatever else writes; reader: searches, and what concerns one person; lists: whatever
    looks at everybody, so that a search is never behind it; work: documents, printing; camera: finding and opening
    cameras, which may take seconds; sticks: exchange by file, one at a time; network: what waits for other computers.
    """

    def __init__(
        self, told: Callable[[PersonFacingError], None], crashed: Callable[[BaseException], None]
    ) -> None:
        def lane(name: str) -> Lane:
            return Lane(ThreadPoolExecutor(1, thread_name_prefix=name), told, crashed)

        self.writer, self.reader = lane("writer"), lane("reader")
        self.lists = Lane(ThreadPoolExecutor(1, thread_name_prefix="lists"), told, crashed, spare)
        self.work, self.camera = lane("work"), lane("camera-finder")
        self.sticks, self.network = lane("sticks"), lane("network")

    @property
    def busy(self) -> bool:
        return any(lane.busy for lane in self._all)

    def forget(self) -> None:
        """An event is left: its pages are no more."""
        for lane in self._all:
            lane.forget()

    @property
    def _all(self) -> tuple[Lane, ...]:
        return self.writer, self.reader, self.lists, self.work, self.camera, self.sticks, self.network

    def close(self, last: Callable[[], object] | None = None) -> None:
        """Lets writes that were asked for land, lets the camera go, drops what only reads; `last` comes after all."""
        self.camera.finish()
        for lane in (self.network, self.sticks, self.work, self.lists, self.reader):
            lane.close()
        if last is not None:
            self.writer.run(last)
        self.writer.finish()
