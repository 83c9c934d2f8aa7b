"""What other desks ask this one to issue: one by one, or not at all, with a reason."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from checkin_desktop.gui.design.dialogs import dialog_column, headed
from checkin_desktop.gui.design.rows import Rows, RowsView, chosen_keys
from checkin_desktop.gui.design.widgets import button, label, row
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.dialogs import ask_reason
from checkin_desktop.services.views import RequestLine
from checkin_desktop.words.certificates import kind_words, missing_words
from checkin_desktop.words.dates import clock_time

_COLUMNS = ("name", "kind", "desk", "why")


class RequestsDialog(QDialog):
    """`issue` and `close_with` are told the entries chosen; the latter the reason too."""

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        waiting: Sequence[RequestLine],
        issue: Callable[[tuple[str, ...]], object],
        close_with: Callable[[tuple[str, ...], str], object],
    ) -> None:
        super().__init__(parent)
        say = context.say
        self._context, self._issue, self._close_with = context, issue, close_with
        heading, about = headed(self, say("certificates-requests-title")), label("soft", wrap=True)
        about.setText(say("certificates-requests-text"))
        self.rows: Rows[RequestLine] = Rows(lambda r: r.entry, self._cells)
        self.rows.set_headings([say(f"certificates-requests-{c}") for c in _COLUMNS])
        self.list = RowsView(self.rows, {0: 5, 1: 4, 3: 6})
        self.list.setAccessibleName(self.windowTitle())
        self.rows.show(waiting)
        self.list.selectAll()
        self.issue, self.refuse, leave = (
            button("primary", self._issued),
            button("", self._refused),
            button("", self.reject),
        )
        self.issue.setText(say("certificates-requests-issue"))
        self.refuse.setText(say("certificates-requests-refuse"))
        leave.setText(say("certificates-preview-close"))
        for other in (self.refuse, leave):
            other.setAutoDefault(False)
        layout = dialog_column(self)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(0, leave, self.refuse, self.issue))
        room = parent.window().size()
        wide = parent.fontMetrics().averageCharWidth() * 112
        self.resize(min(wide, room.width()), min(520, room.height()))
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.finished.connect(self.deleteLater)
        self._enable()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(chosen_keys(self.list, self.rows))

    def _enable(self) -> None:
        for verb in (self.issue, self.refuse):
            verb.setEnabled(bool(self.chosen))

    def _issued(self) -> None:
        self._issue(self.chosen)
        self.accept()

    def _refused(self) -> None:
        entries = self.chosen
        about = self._context.say("certificates-chosen", count=len(entries))

        def given(reason: str) -> None:
            self._close_with(entries, reason)
            self.accept()

        ask_reason(self, self._context, "refuse", about, given).open()

    def _cells(self, one: RequestLine) -> list[str]:
        words = self._context.language.words
        lacks = missing_words(words, one.missing)
        why = one.reason or (words.say("certificates-missing", missing=lacks) if lacks else "")
        return [
            one.attendee.person.sort_name,
            kind_words(words, one.wanted),
            f"{one.desk} · {clock_time(one.at)}",
            why,
        ]
