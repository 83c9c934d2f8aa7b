"""What the buttons do: dialogs, files and the printer around the presenter's verbs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin_desktop.domain.certificate import Entitlement
from checkin_desktop.gui.design.dialogs import ask
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.dialogs import PreviewDialog, ask_reason
from checkin_desktop.gui.pages.certificates.presenter import DRAWN_AT_ONCE, CertificatesPresenter
from checkin_desktop.gui.print_flow import PrintFlow
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.views import CertificateLine, CertificateState


class Actions(QObject):
    """`lines` answers the lines of some people as they stand now, `silence` which desks are silent, in words. Each verb
    gets the ids that it is about."""

    def __init__(
        self,
        context: Context,
        presenter: CertificatesPresenter,
        window: QWidget,
        lines: Callable[[Sequence[str]], list[CertificateLine]],
        silence: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._silence = silence
        self._context, self._presenter, self._window, self._lines = context, presenter, window, lines
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.flow = PrintFlow(context, window)
        self._ordered: tuple[str, ...] = ()
        self.flow.finished.connect(lambda _: self._order(()))
        presenter.stopped.connect(lambda _: self._order(()))

    def ask_table_path(self) -> Path | None:
        """Where the spreadsheet goes. Tests put their own answer here."""
        say = self._context.say
        proposed = str(Path(self._folder) / say("certificates-spreadsheet-file"))
        kinds = "Excel (*.xlsx);;CSV (*.csv)"
        chosen = QFileDialog.getSaveFileName(
            self._window, say("certificates-spreadsheet-about"), proposed, kinds
        )[0]
        return Path(chosen) if chosen else None

    def ask_folder(self) -> Path | None:
        """Where one file each goes. Tests put their own answer here."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self._context.say("certificates-folder"), self._folder
        )
        return Path(chosen) if chosen else None

    def issue(self, ids: tuple[str, ...]) -> None:
        self._presenter.issue(self._who(ids), "", self._issued)

    def print(self, ids: tuple[str, ...]) -> None:
        """Issues first where that is still to be done; says so before something is printed again."""
        if ids == self._ordered:
            self._context.notify(self._context.say("certificates-already-sent"))
            return
        again = sum(1 for line in self._lines(ids) if line.prints)
        if not again:
            self._issue_and_print(ids)
            return
        say = self._context.say
        ask(
            self._window,
            say("certificates-reprint-title"),
            say("certificates-reprint-text", count=again, total=len(ids)),
            say("certificates-reprint-yes"),
            say("certificates-leave"),
            lambda: self._issue_and_print(ids),
        )

    def preview(self, ids: tuple[str, ...]) -> None:
        shown = ids[:DRAWN_AT_ONCE]
        self._presenter.draw(
            self._who(shown),
            lambda pdf: PreviewDialog(self._window, self._context, pdf, lambda: self.print(ids)).open(),
        )

    def preview_sample(self, _: tuple[str, ...]) -> None:
        self._presenter.draw_sample(lambda pdf: PreviewDialog(self._window, self._context, pdf, None).open())

    def save_one(self, ids: tuple[str, ...]) -> None:
        lines = self._lines(ids)
        number = f"-{lines[0].number}" if len(lines) == 1 else ""
        name = f"{self._context.say('certificates-file')}{number}.pdf"
        self._presenter.draw(self._who(ids), lambda pdf: self.flow.save(pdf, name))

    def save_signed(self, ids: tuple[str, ...]) -> None:
        """Copies to be kept, each signed with the certificate that was opened."""
        self.save_each(ids, signed=True)

    def save_each(self, ids: tuple[str, ...], signed: bool = False) -> None:
        folder = self.ask_folder()
        if folder is None:
            return
        self._folder = str(folder)

        def saved(count: int) -> None:
            said = "certificates-saved-signed" if signed else "certificates-saved-each"
            told = self._context.say(said, count=count, folder=folder.name)
            self._context.notify(told)

        self._presenter.save_each(self._who(ids), folder, saved, signed=signed)

    def save_zip(self, ids: tuple[str, ...]) -> None:
        path = self.ask_zip()
        if path is not None:
            self._presenter.save_zip(
                self._who(ids),
                path,
                lambda count: self._context.notify(
                    self._context.say("certificates-saved-zip", count=count, file=path.name)
                ),
            )

    def ask_zip(self) -> Path | None:
        """Which file. Tests put their own answer here."""
        name = f"{self._context.say('certificates-file')}.zip"
        proposed = str(Path(self._folder) / name)
        chosen = QFileDialog.getSaveFileName(
            self._window, self._context.say("certificates-do-save-zip"), proposed, "*.zip"
        )[0]
        return Path(chosen).with_suffix(".zip") if chosen else None

    def hand_over(self, ids: tuple[str, ...]) -> None:
        told = self._context.say("certificates-handed-done", count=len(ids))
        self._presenter.hand_over(self._who(ids), lambda: self._context.notify(told))

    def make_exception(self, ids: tuple[str, ...]) -> None:
        ask_reason(
            self._window,
            self._context,
            "exception",
            self._named(ids),
            lambda reason: self._presenter.issue(self._who(ids), reason, self._issued),
            self._silence(),
        ).open()

    def alone(self, ids: tuple[str, ...]) -> None:
        """These only, though another desk issues; it goes on to issue all others."""

        def given(reason: str) -> None:
            self._presenter.issue_on(self._who(ids), Terms(reason, alone_reason=reason), self._issued)

        ask_reason(self._window, self._context, "alone", self._named(ids), given, self._silence()).open()

    def revoke(self, ids: tuple[str, ...]) -> None:
        told = self._context.say("certificates-revoked-done")
        ask_reason(
            self._window,
            self._context,
            "revoke",
            self._named(ids),
            lambda reason: self._presenter.revoke(
                self._who(ids)[0], reason, lambda: self._context.notify(told)
            ),
        ).open()

    def save_register(self) -> None:
        name = f"{self._context.say('certificates-register-file')}.pdf"
        self._presenter.draw_register(lambda pdf: self.flow.save(pdf, name))

    def save_table(self) -> None:
        path = self.ask_table_path()
        if path is None:
            return
        self._folder = str(path.parent)
        told = self._context.say("print-saved", file=path.name)
        self._presenter.save_table(path, lambda: self._context.notify(told))

    def _who(self, keys: Sequence[str]) -> tuple[Entitlement, ...]:
        """What the lines of these keys are about, in their order."""
        lines = {line.key: line.wanted for line in self._lines(keys)}
        return tuple(lines[key] for key in keys if key in lines)

    def _issued(self, holders: tuple[str, ...]) -> None:
        self._context.notify(self._context.say("certificates-issued-done", count=len(holders)))

    def _order(self, ids: tuple[str, ...]) -> None:
        """Until the job's end is told the same is not ordered twice: one double click, one certificate."""
        self._ordered = ids

    def _issue_and_print(self, ids: tuple[str, ...]) -> None:
        self._order(ids)
        lines = self._lines(ids)
        earned = tuple(line.wanted for line in lines if line.state is CertificateState.ELIGIBLE)
        if earned:
            self._presenter.issue(earned, "", lambda _: self._draw_and_print(ids))
        else:
            self._draw_and_print(ids)

    def _draw_and_print(self, ids: tuple[str, ...]) -> None:
        title = self._context.say("documents-certificate-title")

        def taken(printer: str) -> None:
            self._presenter.record_prints(self._who(ids), printer)

        self._presenter.draw(self._who(ids), lambda pdf: self.flow.print_pdf(pdf, title, taken))

    def _named(self, ids: tuple[str, ...]) -> str:
        lines = self._lines(ids)
        if len(lines) != 1:
            return self._context.say("certificates-chosen", count=len(ids))
        return " · ".join(part for part in (lines[0].attendee.name, lines[0].number) if part)
