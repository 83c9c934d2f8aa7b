"""The verbs of the hand-over tab: services and drawing on lanes, answers as frozen values."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QObject, Signal

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.presenter import MARKED_AT_ONCE, Working
from checkin_desktop.gui.pages.certificates.print_file import print_file
from checkin_desktop.gui.slices import Ended, Slices
from checkin_desktop.services.certificates import certificate_faces
from checkin_desktop.services.desk import settings
from checkin_desktop.services.handing_over import (
    Collector,
    hand_over,
    pile_paper,
    piles,
    take_back,
    void_left_over,
)
from checkin_desktop.services.ports.documents import FrozenPage
from checkin_desktop.services.print_runs import record_sheets, record_sheets_lost, sent_sheets
from checkin_desktop.services.views import Held, Pile, SentSheet

_DRAWN_AT_ONCE = 50


class Delivering(QObject):
    """`piled` brings all piles anew; `working` and `stopped` as of the CertificatesPresenter."""

    piled = Signal(object)
    working = Signal(object)
    stopped = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._slices = Slices(self)
        self._slices.progressed.connect(
            lambda done, total: self.working.emit(Working("drawing", done, total) if total else None)
        )

    def stop(self) -> None:
        """No further slice is begun, and nothing is printed."""
        self._slices.stop()

    def refresh(self) -> None:
        desk = self._context.desk
        self._context.lanes.lists.run(lambda: piles(desk), self.piled.emit)

    def hand_over(self, held: Sequence[Held], collector: Collector) -> None:
        who, desk, operator = [h.wanted for h in held], self._context.desk, self._context.operator_id

        def done(serials: tuple[int, ...]) -> None:
            self._changed()
            self._context.notify(self._context.say("certificates-handed-done", count=len(serials)))

        self._context.lanes.writer.run(lambda: hand_over(desk, who, collector, operator), done)

    def take_back(self, serials: Sequence[int]) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(lambda: take_back(desk, serials, operator), lambda _: self._changed())

    def record_sheets(self, sheets: Sequence[Held], printer: str) -> None:
        """To be called once the print system has taken the job."""
        desk, operator = self._context.desk, self._context.operator_id
        self._note(
            [h.serial for h in sheets],
            lambda part: record_sheets(desk, part, printer, operator),
            self._changed,
        )

    def sent(self, told: Callable[[tuple[SentSheet, ...]], object]) -> None:
        """What this desk sent to printers, in that order."""
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: sent_sheets(desk), told)

    def lost(self, sheets: Sequence[SentSheet], noted: Callable[[], object]) -> None:
        """These did not come out well: they may be printed again, and are no reprints."""
        desk, operator = self._context.desk, self._context.operator_id

        def done() -> None:
            self._changed()
            self._context.notify(self._context.say("certificates-jam-done", count=len(sheets)))
            noted()

        serials = [s.held.serial for s in sheets]
        self._note(serials, lambda part: record_sheets_lost(desk, part, operator), done)

    def _note(
        self, serials: Sequence[int], note: Callable[[Sequence[int]], None], done: Callable[[], object]
    ) -> None:
        """A part at a time, so that check-ins come in between; not stopped half way by anybody."""
        parts = [serials[i : i + MARKED_AT_ONCE] for i in range(0, len(serials), MARKED_AT_ONCE)]
        for part in parts:
            last = part is parts[-1]
            self._context.lanes.writer.run(partial(note, part), (lambda _: done()) if last else None)

    def void_left(self, undelivered: Sequence[Held], unearned: Sequence[Held], reason: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        left, early = [h.serial for h in undelivered], [h.serial for h in unearned]

        def done(count: int) -> None:
            self._changed()
            self._context.notify(self._context.say("certificates-give-closed", count=count))

        self._context.lanes.writer.run(lambda: void_left_over(desk, left, early, reason, operator), done)

    def draw_run(self, wanted: Sequence[Pile], drawn: Callable[[bytes], object]) -> None:
        """Pile after pile in the order given, a sheet before each; nothing if it is stopped."""
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        sheets = [(pile, held) for pile in wanted for held in pile.held]
        if self._slices.running or not sheets:
            said = "certificates-busy" if self._slices.running else "certificates-give-all-printed"
            self._context.notify(self._context.say(said))
            return
        file = print_file(self._context, len(sheets))

        def slice_(part: Sequence[tuple[Pile, Held]]) -> bytes:
            event, pages = settings(desk), list[FrozenPage]()
            for pile, run in groupby(part, key=lambda sheet: sheet[0]):
                held = [h for _, h in run]
                if held[0] == pile.held[0]:
                    pages.append(tools.separator_page(pile_paper(pile), event, words))
                pages += tools.printed_pages(certificate_faces(desk, [h.wanted for h in held]), words)
            return file.add(pages, len(part))

        def ended(end: Ended[bytes]) -> None:
            self.working.emit(None)
            if end.error is not None:
                self.stopped.emit(self._context.say(end.error.sentence, **end.error.arguments))
            elif self._slices.stopped or not end.complete:
                self.stopped.emit(self._context.say("certificates-stopped-drawing"))
            else:
                drawn(end.answers[-1])

        self._slices.run(self._context.lanes.work, sheets, _DRAWN_AT_ONCE, slice_, ended)

    def draw_cargo(self, wanted: Sequence[Pile], drawn: Callable[[bytes], object]) -> None:
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        papers = [pile_paper(pile) for pile in wanted]
        self._context.lanes.work.run(lambda: tools.draw_cargo(papers, settings(desk), words), drawn)

    def _changed(self) -> None:
        self._context.session.changed.emit()
