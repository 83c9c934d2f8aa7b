"""Batches of pages drawn in a process of their own: what draws them holds up nobody at the door.

The process is begun by the first batch and ended with the event, or with the program wherever that is killed. Where it
can't be begun, or dies, pages are drawn here: the same bytes, only beside the door's work.
"""

import logging
import os
import signal
import threading
from collections.abc import Mapping, Sequence
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from checkin_desktop.domain.template import Template
from checkin_desktop.services.ports.documents import CertificateFace, FrozenPage
from checkin_desktop.startup.later import later

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from checkin_desktop.documents import certificate
else:
    (certificate,) = later("checkin_desktop.documents", "certificate")

_FEW = 10
"""So many pages are drawn here: beginning a process takes longer."""


class Drawing:
    """A desk's `draw`, called from any thread, until it is closed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._here = False

    def __call__(
        self, template: Template, faces: Sequence[CertificateFace], images: Mapping[str, bytes]
    ) -> list[FrozenPage]:
        """Raises PersonFacingError where a page can't be drawn, wherever it is."""
        from concurrent.futures import BrokenExecutor

        asked = self._asked(template, list(faces), dict(images)) if len(faces) > _FEW else None
        if asked is not None:
            try:
                return asked.result()
            except BrokenExecutor:
                logging.getLogger(__name__).warning("the drawing process died: pages are drawn here")
                self.close()
        return _draw(template, faces, images)

    @property
    def process_id(self) -> int | None:
        """None while no batch has been drawn beside this process."""
        with self._lock:
            running = self._pool._processes if self._pool else None
            return next(iter(running or ()), None)

    def close(self) -> None:
        """The process is gone afterwards; what is still to be drawn is drawn here."""
        with self._lock:
            pool, self._pool, self._here = self._pool, None, True
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=False)

    def _asked(
        self, template: Template, faces: list[CertificateFace], images: dict[str, bytes]
    ) -> "Future[list[FrozenPage]] | None":
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

        try:
            with self._lock:
                if self._here:
                    return None
                if self._pool is None:
                    self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=_begin)
                return self._pool.submit(_draw, template, faces, images)
        except (OSError, ImportError, NotImplementedError, BrokenExecutor):
            logging.getLogger(__name__).warning("no drawing process: pages are drawn here", exc_info=True)
            self.close()
            return None


def _draw(
    template: Template, faces: Sequence[CertificateFace], images: Mapping[str, bytes]
) -> list[FrozenPage]:
    return certificate.draw_pages(template, faces, images)


def _begin() -> None:
    """In the process: Ctrl+C is for the program, which ends it; and without the program it has no business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_program, daemon=True).start()


def _end_with_program() -> None:
    program = parent_process()
    if program is not None:
        program.join()
        os._exit(1)
