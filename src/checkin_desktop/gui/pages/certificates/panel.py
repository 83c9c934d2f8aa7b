"""What can be done with the people chosen: one person's state in full, or several together."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from checkin_desktop.gui.design.icons import pixmap, put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.keys import Key
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.actions import Actions
from checkin_desktop.gui.pages.certificates.more_actions import MoreActions
from checkin_desktop.gui.pages.certificates.reviewing import Review, freshness_words
from checkin_desktop.gui.pages.certificates.states import state_mark, state_words
from checkin_desktop.services.views import CertificateLine, CertificateState
from checkin_desktop.words.certificates import kind_words, missing_words
from checkin_desktop.words.dates import clock_time, long_date

_TALLER = 4


class Panel(QFrame):
    """Nobody chosen: how far the event is, and "issue for all" as the one primary action."""

    def __init__(
        self,
        context: Context,
        verbs: Actions,
        more: MoreActions,
        choose: Callable[[tuple[str, ...]], object],
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self._review: Review | None = None
        self._chosen: tuple[CertificateLine, ...] = ()
        self._busy = False
        self._ids: dict[QPushButton, tuple[str, ...]] = {}
        self.name, self.about = label("heading", wrap=True), label("soft", wrap=True)
        self.state_mark, self.state = QLabel(), label("strong", wrap=True)
        self.facts, self.warning = label(wrap=True), label(wrap=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notice = QFrame()
        self.notice.setObjectName("banner")
        self.print = self._verb("primary", "printer", verbs.print)
        self.print.setAutoDefault(True)  # Enter prints: the desk sends people here
        self.issue = self._verb("", "award", verbs.issue)
        self.issue_all = self._verb("primary", "award", verbs.issue)
        self.requested = self._verb("", "log-in", more.requested)
        self.see_requests = self._verb("", "clipboard-list", lambda _: more.see_requests(self._now.requests))
        self.speakers = self._verb("", "users", lambda _: more.speakers(self._now.unsure))
        self.ask_for = self._verb("primary", "log-in", more.ask_for)
        self.ahead = self._verb("", "clock", more.ahead)
        self.choose_unprinted = self._verb("", "printer", choose)
        self.hand_over = self._verb("", "hand-helping", verbs.hand_over)
        self.preview = self._verb("", "eye", verbs.preview)
        self.sample = self._verb("", "eye", verbs.preview_sample)
        self.save_one = self._verb("", "download", verbs.save_one)
        self.save_each = self._verb("", "folder-open", verbs.save_each)
        self.save_zip = self._verb("", "file-archive", verbs.save_zip)
        self.save_signed = self._verb("", "file-pen", verbs.save_signed)
        self.make_exception = self._verb("", "pencil", verbs.make_exception)
        self.correct = self._verb("", "pencil", more.correct)
        self.spoiled = self._verb("", "trash-2", more.spoiled)
        self.role = self._verb("", "plus", more.role)
        self.unrole = self._verb("", "x", more.unrole)
        self.revoke = self._verb("", "ban", verbs.revoke)
        self.alone = self._verb("", "award", verbs.alone)
        self.take_over = self._verb("quiet", "laptop", more.take_over)
        self._never_busy = (self.choose_unprinted, self.sample, self.see_requests, self.speakers)
        self._lay_out()

    def retranslate(self) -> None:
        self._show()

    def set_busy(self, busy: bool) -> None:
        """While a batch is under way only one person's verbs are offered."""
        self._busy = busy
        self._enable()

    def show_overview(self, review: Review) -> None:
        self._review, self._chosen = review, ()
        self._show()

    def show_lines(self, review: Review, lines: Sequence[CertificateLine]) -> None:
        self._review, self._chosen = review, tuple(lines)
        self._show()

    def focus_primary(self) -> QWidget:
        """The keyboard's next Enter does what is wanted most; answers the button that has the focus now."""
        silent = self._review is not None and bool(self._review.freshness.silent)
        elsewhere = (self.alone, self.ask_for) if silent else (self.ask_for, self.alone)
        for verb in (self.print, self.issue, self.make_exception, *elsewhere):
            if not verb.isHidden():
                verb.setFocus()
                return verb
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as in a dialog."""
        focused = self.focusWidget()
        if Key.CERTIFICATES_DO.pressed(event) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    @property
    def _now(self) -> Review:
        assert self._review is not None
        return self._review

    def _verb(self, kind: str, picture: str, clicked: Callable[[tuple[str, ...]], object]) -> QPushButton:
        made = button(kind, lambda: clicked(self._ids[made]))
        made.setProperty("picture", picture)
        self._ids[made] = ()
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(GAP)
        state = QHBoxLayout()
        state.setSpacing(GAP)
        state.addWidget(self.state_mark, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.state, 1)
        told = QVBoxLayout(self.notice)
        told.setContentsMargins(GAP + 4, GAP, GAP + 4, GAP)
        told.addWidget(self.warning)
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addLayout(state)
        column.addWidget(self.facts)
        column.addWidget(self.notice)
        column.addSpacing(GAP)
        for verb in self._ids:
            column.addWidget(verb)
        column.addStretch()

    def _show(self) -> None:
        self._ids = dict.fromkeys(self._ids, ())
        self.state_mark.clear()
        for part in (self.about, self.state, self.facts, self.warning):
            part.setText("")
        if self._review is None:
            self.name.setText("")
        elif not self._chosen:
            self._overview(self._review)
        elif len(self._chosen) == 1:
            self._one(self._review, self._chosen[0])
        else:
            self._several(self._review, self._chosen)
        for part in (self.about, self.state, self.facts):
            part.setVisible(bool(part.text()))
        self.state_mark.setVisible(not self.state_mark.pixmap().isNull())
        self.notice.setVisible(bool(self.warning.text()))
        theme = self._context.theme()
        for verb, ids in self._ids.items():
            verb.setVisible(bool(ids))
            colour = theme.on_accent if verb.objectName() == "primary" else theme.text
            put_icon(verb, str(verb.property("picture")), colour)
        self._enable()

    def _enable(self) -> None:
        for verb, ids in self._ids.items():
            verb.setEnabled(not self._busy or len(ids) == 1 or verb in self._never_busy)

    def _overview(self, review: Review) -> None:
        say = self._context.say
        eligible, issued = review.count(CertificateState.ELIGIBLE), review.count(CertificateState.ISSUED)
        self.name.setText(say("certificates-overview"))
        if not review.lines:
            self.facts.setText(say("certificates-no-people"))
            return
        self.facts.setText(say("certificates-overview-facts", eligible=eligible, issued=issued))
        eligible_ids = review.ids(CertificateState.ELIGIBLE)
        if review.issuer:
            self._offer(self.ask_for, eligible_ids, "ask")
            self._offer(self.take_over, ("",), "take-over")
            fresh = freshness_words(self._context.language.words, review.freshness)
            self.warning.setText(say("certificates-only-here", desk=review.issuer, fresh=fresh))
        else:
            self._offer(self.requested, tuple(r.entry for r in review.requests), "requested")
            self._offer(self.see_requests, tuple(r.entry for r in review.requests), "see-requests")
            self._offer(self.issue_all, eligible_ids, "issue-all")
            self._offer(self.ahead, review.hopeful, "ahead")
        self._offer(self.speakers, tuple(u.said for u in review.unsure), "speakers")
        self.speakers.setToolTip("\n".join(f"«{u.said}» ({u.title})" for u in review.unsure))
        self._offer(self.choose_unprinted, review.unprinted, "choose-unprinted")
        self._offer(self.sample, review.ids(None), "sample")
        self.about.setText(say("certificates-overview-hint"))

    def _one(self, review: Review, line: CertificateLine) -> None:
        say, words = self._context.say, self._context.language.words
        p, state = line.attendee.person, line.state
        who = (line.key,)
        self.name.setText(p.name)
        kind = say(f"document-{p.document_kind.value}") if p.document_kind else ""
        about = (
            kind_words(words, line.wanted),
            f"{kind} {p.document}".strip(),
            p.organisation,
            say(f"category-{p.category.value}"),
        )
        self.about.setText(" · ".join(part for part in about if part))
        told = line if state is not CertificateState.NOT_YET else replace(line, missing=())
        self.state.setText(state_words(words, told))
        theme = self._context.theme()
        side = self.state.fontMetrics().height() + _TALLER
        self.state_mark.setPixmap(pixmap(state_mark(state), theme.accent, side))
        facts, warnings = self._facts(line), []
        if line.missing and state is not CertificateState.ISSUED:
            warnings.append(say("certificates-missing", missing=missing_words(words, line.missing)))
            warnings.append(freshness_words(words, review.freshness))
        if line.talks:
            named = ", ".join(say("documents-quoted", text=talk) for talk in line.talks)
            warnings.append(say("certificates-talk-missing", talks=named))
        if state is CertificateState.ISSUED and line.prints:
            warnings.append(say("certificates-already-printed", count=line.prints))
        self.facts.setText("\n".join(facts))
        self.warning.setText("\n".join(w for w in warnings if w))
        self._offer(self.role, who, "role")
        self._offer(self.unrole, who if line.role and state is not CertificateState.ISSUED else (), "unrole")
        elsewhere = bool(review.issuer) and state is not CertificateState.ISSUED
        if elsewhere:
            self._offer(self.ask_for, who, "ask")
            self._offer(self.alone, who, "alone")
            self._offer(self.take_over, who, "take-over")
            warnings.append(say("certificates-only-here", desk=review.issuer, fresh=""))
            self.warning.setText("\n".join(w for w in warnings if w))
            return
        if state in (CertificateState.ELIGIBLE, CertificateState.ISSUED):
            self._offer(self.print, who, "print-again" if line.prints else "print-one")
        if state is CertificateState.ELIGIBLE:
            self._offer(self.issue, who, "issue-only")
        elif state is CertificateState.ISSUED:
            self._offer(self.hand_over, () if line.handed_over else who, "hand-over")
            self._offer(self.preview, who, "preview")
            self._offer(self.save_one, who, "save-pdf")
            self._offer(self.save_signed, self._to_sign(who), "save-signed")
            if not review.issuer:
                self._offer(self.correct, who, "correct")
                self._offer(self.spoiled, who, "spoiled")
            self._offer(self.revoke, who, "revoke")
        elif line.missing:
            self._offer(self.make_exception, who, "exception")
        else:
            self._offer(self.issue, who, "issue-again")

    def _several(self, review: Review, lines: tuple[CertificateLine, ...]) -> None:
        say = self._context.say
        counts = Counter(line.state for line in lines)
        eligible = _ids(lines, CertificateState.ELIGIBLE)
        issued = _ids(lines, CertificateState.ISSUED)
        self.name.setText(say("certificates-chosen", count=len(lines)))
        said = (f"{say(f'certificates-state-{s.value}')}: {counts[s]}" for s in CertificateState if counts[s])
        self.facts.setText("\n".join(said))
        printed = sum(1 for line in lines if line.state is CertificateState.ISSUED and line.prints)
        if printed:
            self.warning.setText(say("certificates-some-printed", count=printed))
        if review.issuer:
            asked = tuple(x.key for x in lines if x.state is not CertificateState.ISSUED)
            self._offer(self.ask_for, asked, "ask")
            eligible = ()
        printable = tuple(i.key for i in lines if i.key in {*eligible, *issued})
        self._offer(self.print, printable, "issue-and-print" if eligible else "print-many")
        self._offer(self.issue, eligible, "issue-many")
        waiting = (line for line in lines if line.state is CertificateState.ISSUED and not line.handed_over)
        self._offer(self.hand_over, tuple(line.key for line in waiting), "hand-over-many")
        self._offer(self.preview, issued, "preview-many")
        self._offer(self.save_one, issued, "save-in-one")
        self._offer(self.save_each, issued, "save-each")
        self._offer(self.save_zip, issued, "save-zip")
        self._offer(self.save_signed, self._to_sign(issued), "save-signed")
        if not review.issuer:
            self._offer(self.make_exception, _ids(lines, CertificateState.NOT_YET), "exception-many")

    def _to_sign(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Signing is offered to who opened a certificate to sign with (Envíos, "Firma digital")."""
        return keys if self._context.tools.signatures.holder else ()

    def _facts(self, line: CertificateLine) -> list[str]:
        say, language = self._context.say, self._context.language.words.language
        facts = []
        if line.number:
            facts.append(say("certificates-number", number=line.number))
        if line.issued_at is not None:
            day, time = long_date(line.issued_at.date(), language), clock_time(line.issued_at)
            facts.append(say("certificates-issued-at", day=day, time=time))
        if line.ahead:
            facts.append(say("certificates-ahead-note"))
        if line.exception_reason:
            facts.append(say("certificates-by-exception", reason=line.exception_reason))
        if line.state is CertificateState.REVOKED:
            facts.append(say("certificates-revoked-because", reason=line.revoke_reason))
        if line.state is CertificateState.ISSUED:
            facts.append(say("certificates-handed" if line.handed_over else "certificates-not-handed"))
        return facts

    def _offer(self, verb: QPushButton, ids: tuple[str, ...], sentence: str) -> None:
        self._ids[verb] = ids
        verb.setText(self._context.say(f"certificates-do-{sentence}", count=len(ids)))


def _ids(lines: Sequence[CertificateLine], state: CertificateState) -> tuple[str, ...]:
    return tuple(line.key for line in lines if line.state is state)
