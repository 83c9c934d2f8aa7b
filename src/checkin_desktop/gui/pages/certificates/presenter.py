"""The certificates page's verbs: services and drawing on lanes, answers as frozen values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Attendee
from checkin_desktop.gui.lanes import Lane
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.print_file import print_file
from checkin_desktop.gui.pages.certificates.reviewing import Review, review_all
from checkin_desktop.gui.slices import Ended, Slices
from checkin_desktop.gui.tools import ZipOut
from checkin_desktop.services.certificate_register import whole_register
from checkin_desktop.services.certificate_requests import issue_requested
from checkin_desktop.services.certificates import (
    certificate_faces,
    file_name,
    issue,
    record_prints,
    revoke,
    sample_face,
)
from checkin_desktop.services.desk import settings
from checkin_desktop.services.entitlements import Who
from checkin_desktop.services.freshness import Freshness, freshness
from checkin_desktop.services.handing_over import hand_over
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.recognise import recognise
from checkin_desktop.services.reports import register_sheets
from checkin_desktop.services.verify_certificate import Verification, verify, verify_all

A = TypeVar("A")
R = TypeVar("R")

ISSUED_AT_ONCE = 20
DRAWN_AT_ONCE = 50
FILES_AT_ONCE = 10
MARKED_AT_ONCE = 50
_REFUSED_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Working:
    """What takes a while: `certificates-<doing>` says it; how much of it is done."""

    doing: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Verified:
    """Each certificate that was found, and how much this desk knows of the others' revocations."""

    found: tuple[Verification, ...]
    freshness: Freshness


class CertificatesPresenter(QObject):
    """`working` brings a Working, or None once nothing is under way; `stopped` says why something wasn't finished."""

    reviewed = Signal(object)
    working = Signal(object)
    checking = Signal(bool)
    verified = Signal(object)
    person_found = Signal(str)
    stopped = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = self._asked_verdict = 0
        self._doing = ""
        self._slices = Slices(self)
        self._slices.progressed.connect(self._progressed)

    @property
    def busy(self) -> bool:
        return self._slices.running

    def stop(self) -> None:
        """No further slice is begun; what was done so far stands."""
        self._slices.stop()

    def refresh(self) -> None:
        self._asked += 1
        asked, desk = self._asked, self._context.desk

        def done(found: Review) -> None:
            if asked == self._asked:
                self.reviewed.emit(found)

        self._context.lanes.lists.run(lambda: review_all(desk), done)

    def issue(self, who: Sequence[Who], reason: str, issued: Callable[[tuple[str, ...]], object]) -> None:
        """Issues; `issued` is told who holds a certificate now, unless it was stopped half way."""
        self.issue_on(who, Terms(reason), issued)

    def issue_on(self, who: Sequence[Who], terms: Terms, issued: Callable[[tuple[str, ...]], object]) -> None:
        """Whoever's page can't be drawn is left out, and told of at the end; alone, it is refused at once."""
        desk, operator, refused = self._context.desk, self._context.operator_id, list[PersonFacingError]()
        leave_out = refused.append if len(who) > 1 else None
        self._issue(
            who,
            lambda part: issue(desk, part, terms=terms, operator=operator, refused=leave_out),
            issued,
            refused,
        )

    def issue_requested(self, entries: Sequence[str], issued: Callable[[tuple[str, ...]], object]) -> None:
        """What other desks asked for."""
        desk, operator = self._context.desk, self._context.operator_id
        self._issue(entries, lambda part: issue_requested(desk, part, operator)[0], issued, [])

    def _issue(
        self,
        asked: Sequence[A],
        work: Callable[[Sequence[A]], tuple[str, ...]],
        issued: Callable[[tuple[str, ...]], object],
        refused: list[PersonFacingError],
    ) -> None:
        def ended(end: Ended[tuple[str, ...]]) -> None:
            holders = tuple(holder for part in end.answers for holder in part)
            if holders:
                self._context.session.changed.emit()
            if not self._completed(end, "issuing", len(holders), asked):
                return
            issued(holders)
            if refused:
                said = dict.fromkeys(self._context.say(e.sentence, **e.arguments) for e in refused)
                told = self._context.say("certificates-left-out", count=len(said))
                self.stopped.emit(" ".join((told, *list(said)[:_REFUSED_SHOWN])))

        self._sliced("issuing", self._context.lanes.work, asked, ISSUED_AT_ONCE, work, ended)

    def draw(self, who: Sequence[Who], drawn: Callable[[bytes], object]) -> None:
        """One PDF of the good certificates of these people, a page each; nothing if it is stopped."""
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words

        file = print_file(self._context, len(who))

        def slice_(part: Sequence[Who]) -> bytes:
            faces = list(certificate_faces(desk, part))
            if len(who) > 1:
                return file.add(tools.printed_pages(faces, words), len(part))
            return tools.draw_certificates(faces, words) if faces else b""

        def ended(end: Ended[bytes]) -> None:
            if len(who) > 1 and self._slices.stopped:
                end = replace(end, complete=False)
            if not self._completed(end, "drawing", 0, who):
                return
            if end.answers[-1]:
                drawn(end.answers[-1])
            else:
                self.stopped.emit(self._context.say("certificates-nothing-to-draw"))

        self._sliced("drawing", self._context.lanes.work, who, DRAWN_AT_ONCE, slice_, ended)

    def save_each(
        self, who: Sequence[Who], folder: Path, saved: Callable[[int], object], *, signed: bool = False
    ) -> None:
        """One file each into a folder; names are the same each time, so saving again doubles nothing."""
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        draw = tools.signed_copy if signed else tools.certificate_file

        def slice_(part: Sequence[Who]) -> int:
            faces = certificate_faces(desk, part)
            for face in faces:
                tools.write_file(folder / file_name(face), draw(face, words))
            return len(faces)

        def ended(end: Ended[int]) -> None:
            if self._completed(end, "saving", sum(end.answers), who):
                saved(sum(end.answers))

        self._sliced("saving", self._context.lanes.work, who, FILES_AT_ONCE, slice_, ended)

    def save_zip(self, who: Sequence[Who], path: Path, saved: Callable[[int], object]) -> None:
        """One ZIP with a file each, written as they are drawn; stopped half way there is none."""
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        work = self._context.lanes.work
        opened: list[ZipOut] = []

        def slice_(part: Sequence[Who]) -> int:
            if not opened:
                opened.append(tools.open_zip(path))
            faces = certificate_faces(desk, part)
            for face in faces:
                opened[0].add(file_name(face), tools.certificate_file(face, words))
            return len(faces)

        def ended(end: Ended[int]) -> None:
            if self._completed(end, "zipping", 0, who):
                work.run(opened[0].finish, saved)
            elif opened:
                work.run(opened[0].abandon)

        self._sliced("zipping", work, who, FILES_AT_ONCE, slice_, ended)

    def record_prints(self, who: Sequence[Who], printer: str) -> None:
        """To be called once the print system has taken the job. Not stopped half way by anybody."""
        desk, writer = self._context.desk, self._context.lanes.writer
        operator = self._context.operator_id
        ids = tuple(who)
        parts = [ids[i : i + MARKED_AT_ONCE] for i in range(0, len(ids), MARKED_AT_ONCE)]
        for part in parts:
            last = part is parts[-1]
            writer.run(partial(record_prints, desk, part, printer, operator), self._changed if last else None)

    def hand_over(self, who: Sequence[Who], done: Callable[[], object]) -> None:
        desk = self._context.desk
        operator = self._context.operator_id

        def ended(end: Ended[tuple[int, ...]]) -> None:
            self._context.session.changed.emit()
            if self._completed(end, "marking", len(end.answers) * MARKED_AT_ONCE, who):
                done()

        self._sliced(
            "marking",
            self._context.lanes.writer,
            who,
            MARKED_AT_ONCE,
            lambda part: hand_over(desk, part, operator=operator),
            ended,
        )

    def revoke(self, who: Who, reason: str, done: Callable[[], object]) -> None:
        desk = self._context.desk
        operator = self._context.operator_id

        def revoked(_: None) -> None:
            self._context.session.changed.emit()
            done()

        self._context.lanes.writer.run(lambda: revoke(desk, who, reason, operator), revoked)

    def draw_sample(self, drawn: Callable[[bytes], object]) -> None:
        """What certificates will look like, before any is issued."""
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        name = words.say("certificates-sample-name")
        self._context.lanes.work.run(lambda: tools.draw_certificates([sample_face(desk, name)], words), drawn)

    def draw_register(self, drawn: Callable[[bytes], object]) -> None:
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words
        self._context.lanes.work.run(
            lambda: tools.draw_register(whole_register(desk), settings(desk), words), drawn
        )

    def save_table(self, path: Path, saved: Callable[[], object]) -> None:
        desk, tools, words = self._context.desk, self._context.tools, self._context.language.words

        def work() -> None:
            tools.write_sheets(path, register_sheets(desk, words))

        self._context.lanes.work.run(work, lambda _: saved())

    def verify_text(self, text: str) -> None:
        desk, known = self._context.desk, self._context.tools.known_events
        self._verify(self._context.lanes.reader.run, lambda: (verify(desk, text, known()),))

    def verify_file(self, path: Path) -> None:
        desk, tools = self._context.desk, self._context.tools
        self._verify(
            self._context.lanes.work.run,
            lambda: verify_all(desk, tools.decode_file(path), tools.known_events()),
        )

    def find_scanned(self, code: str) -> None:
        """A scan over the list: a certificate's code is verified, a badge finds its owner."""
        desk, known = self._context.desk, self._context.tools.known_events

        def work() -> Attendee | Verified | None:
            said = verify(desk, code, known())
            if said.reason != "not_a_code":
                return Verified((said,), freshness(desk))
            with desk.store.read() as reads:
                return recognise(reads, desk.store.secrets, code).attendee

        def done(found: Attendee | Verified | None) -> None:
            if isinstance(found, Verified):
                self.verified.emit(found)
            elif found is not None:
                self.person_found.emit(found.id)
            else:
                self._context.notify(self._context.say("certificates-scan-nobody"))

        self._context.lanes.reader.run(work, done)

    def _verify(self, run: Callable[..., None], work: Callable[[], tuple[Verification, ...]]) -> None:
        self._asked_verdict += 1
        asked, desk = self._asked_verdict, self._context.desk
        self.checking.emit(True)

        def done(found: Verified) -> None:
            self.checking.emit(False)
            if asked == self._asked_verdict:
                self.verified.emit(found)

        def failed(error: PersonFacingError) -> None:
            self.checking.emit(False)
            self._context.notify(self._context.say(error.sentence, **error.arguments))

        run(lambda: Verified(work(), freshness(desk)), done, failed)

    def _sliced(
        self,
        doing: str,
        lane: Lane,
        ids: Sequence[A],
        size: int,
        work: Callable[[Sequence[A]], R],
        ended: Callable[[Ended[R]], object],
    ) -> None:
        """One person's certificate never waits for a batch; of batches there is one at a time."""
        if len(ids) == 1:
            lane.run(
                lambda: work(ids),
                lambda answer: ended(Ended((answer,), True)),
                lambda error: ended(Ended((), False, error)),
            )
        elif self._slices.running:
            self._context.notify(self._context.say("certificates-busy"))
        else:
            self._doing = doing
            self._slices.run(lane, tuple(ids), size, work, ended)

    def _progressed(self, done: int, total: int) -> None:
        self.working.emit(Working(self._doing, done, total) if done < total else None)

    def _completed(self, end: Ended[Any], doing: str, done: int, ids: Sequence[object]) -> bool:
        """Whether all of it was done; else it is said how far it came, and why it stopped."""
        if end.complete:
            return True
        self.working.emit(None)
        say, said = self._context.say, []
        if end.error is not None:
            said.append(say(end.error.sentence, **end.error.arguments))
        if len(ids) > 1:
            said.append(say(f"certificates-stopped-{doing}", done=min(done, len(ids)), total=len(ids)))
        self.stopped.emit(" ".join(said))
        return False

    def _changed(self, _: object) -> None:
        self._context.session.changed.emit()
