"""The verbs of the hand-over tab: services and drawing on lanes, answers as frozen values."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.slices import Ended, Slices
from checkin_desktop.services.certificates import certificate_faces, record_prints, record_prints_lost
from checkin_desktop.services.desk import settings
from checkin_desktop.services.handing_over import Collector, hand_over, piles, take_back, void_left_over
from checkin_desktop.services.ports.documents import PilePaper
from checkin_desktop.services.views import Held, Pile


class Delivering(QObject):
    """`piled` brings all piles anew."""

    piled = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._slices = Slices(self)

    def refresh(self) -> None:
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: piles(desk), self.piled.emit)

    def hand_over(self, held: Sequence[Held], collector: Collector) -> None:
        who, desk, operator = [h.wanted for h in held], self._context.desk, self._context.operator_id

        def done(serials: tuple[int, ...]) -> None:
            self._changed()
            self._context.notify(self._context.say("certificates-handed-done", count=len(serials)))

        self._context.lanes.writer.run(lambda: hand_over(desk, who, collector, operator), done)

    def take_back(self, serials: Sequence[int]) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(lambda: take_back(desk, serials, operator), lambda _: self._changed())

    def record_prints(self, held: Sequence[Held], printer: str) -> None:
        who, desk, operator = [h.wanted for h in held], self._context.desk, self._context.operator_id
        self._context.lanes.writer.run(
            lambda: record_prints(desk, who, printer, operator), lambda _: self._changed()
        )

    def lost_after(self, serials: Sequence[int]) -> None:
        desk, operator = self._context.desk, self._context.operator_id

        def done(_: None) -> None:
            self._changed()
            self._context.notify(self._context.say("certificates-jam-done", count=len(serials)))

        self._context.lanes.writer.run(lambda: record_prints_lost(desk, serials, operator), done)

    def void_left(self, undelivered: Sequence[Held], unearned: Sequence[Held], reason: str) -> None:
        desk, operator = self._context.desk, self._context.operator_id
        left, early = [h.serial for h in undelivered], [h.serial for h in unearned]

        def done(count: int) -> None:
            self._changed()
            self._context.notify(self._context.say("certificates-give-closed", count=count))

        self._context.lanes.writer.run(lambda: void_left_over(desk, left, early, reason, operator), done)

    def draw_batch(self, wanted: Sequence[Pile], drawn: Callable[[bytes], object]) -> None:
        """Those not printed yet, pile after pile, a sheet before each; a pile a slice."""
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        todo = [p for p in wanted if any(not h.prints for h in p.held)]
        if self._slices.running or not todo:
            said = "certificates-busy" if self._slices.running else "certificates-give-all-printed"
            self._context.notify(self._context.say(said))
            return

        def slice_(part: Sequence[Pile]) -> list[bytes]:
            event, parts = settings(desk), []
            for pile in part:
                waiting = [h for h in pile.held if not h.prints]
                parts.append(tools.draw_separator(_paper(pile, waiting), event, words))
                faces = certificate_faces(desk, [h.wanted for h in waiting])
                parts.append(tools.draw_certificates(list(faces), words))
            return parts

        def ended(end: Ended[list[bytes]]) -> None:
            if end.error is not None:
                self._context.notify(self._context.say(end.error.sentence, **end.error.arguments))
            elif end.complete:
                parts = [pdf for answer in end.answers for pdf in answer]
                self._context.lanes.work.run(lambda: tools.join_pdfs(parts), drawn)

        self._slices.run(self._context.lanes.work, todo, 1, slice_, ended)

    def draw_cargo(self, wanted: Sequence[Pile], drawn: Callable[[bytes], object]) -> None:
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        papers = [_paper(pile, pile.held) for pile in wanted]
        self._context.lanes.work.run(lambda: tools.draw_cargo(papers, settings(desk), words), drawn)

    def _changed(self) -> None:
        self._context.session.changed.emit()


def _paper(pile: Pile, held: Sequence[Held]) -> PilePaper:
    lines = tuple((h.number, h.sort_name, h.document, h.collector) for h in held)
    numbers = [h.number for h in sorted(held, key=lambda h: h.serial)]
    return PilePaper(pile.name, lines, numbers[0] if numbers else "", numbers[-1] if numbers else "")
