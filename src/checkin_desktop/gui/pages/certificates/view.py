"""The certificates page: issue and hand over, and verify."""

from PySide6.QtWidgets import QTabWidget

from checkin_desktop.gui.design.page_head import PageHead
from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.pages.certificates.delivering import Delivering
from checkin_desktop.gui.pages.certificates.hand_over_tab import HandOverTab
from checkin_desktop.gui.pages.certificates.presenter import CertificatesPresenter
from checkin_desktop.gui.pages.certificates.register_tab import RegisterTab
from checkin_desktop.gui.pages.certificates.review_tab import ReviewTab
from checkin_desktop.gui.pages.certificates.verify_tab import VerifyTab


class CertificatesPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.presenter = CertificatesPresenter(context)
        self.review = ReviewTab(context, self.presenter)
        self.delivering = Delivering(context)
        self.hand_over = HandOverTab(context, self.delivering)
        self.register = RegisterTab(context, self.review.verbs)
        self.verify = VerifyTab(context, self.presenter)
        self.head, self.tabs = PageHead(), QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.review, "")
        self.tabs.addTab(self.hand_over, "")
        self.tabs.addTab(self.register, "")
        self.tabs.addTab(self.verify, "")
        self.tabs.currentChanged.connect(self._turned)
        self.body.addWidget(self.head)
        self.body.addWidget(self.tabs, 1)
        self.presenter.person_found.connect(self._found)
        self.presenter.verified.connect(lambda _: self.tabs.setCurrentWidget(self.verify))
        self.retranslate()

    def retranslate(self) -> None:
        self.head.name(self.context.say("nav-certificates"), self.context.say("head-certificates"))
        self.tabs.setTabText(0, self.context.say("certificates-tab-issue"))
        self.tabs.setTabText(1, self.context.say("certificates-tab-give"))
        self.tabs.setTabText(2, self.context.say("certificates-tab-register"))
        self.tabs.setTabText(3, self.context.say("certificates-tab-verify"))
        self.tabs.setAccessibleName(self.context.say("nav-certificates"))
        self.review.retranslate()
        self.hand_over.retranslate()
        self.register.retranslate()
        self.verify.retranslate()

    def refresh(self) -> None:
        self.presenter.refresh()
        if self.tabs.currentWidget() is self.hand_over:
            self.delivering.refresh()
        elif self.tabs.currentWidget() is self.register:
            self.register.refresh()

    def show_person(self, attendee_id: str) -> None:
        """From the desk: this person's state at once, "print" under the next Enter or click."""
        self.tabs.setCurrentWidget(self.review)
        self.review.show_person(attendee_id)

    def _found(self, attendee_id: str) -> None:
        """A badge was scanned: over the piles it says in which one the certificate lies."""
        if self.tabs.currentWidget() is self.hand_over:
            self.hand_over.show_person(attendee_id)
        else:
            self.show_person(attendee_id)

    def verify_text(self, text: str) -> None:
        """A certificate's code from the camera, a scanner or a keyboard."""
        self.tabs.setCurrentWidget(self.verify)
        self.verify.take(text)

    def take_scan(self, code: str) -> bool:
        """A badge over the list finds its owner; a certificate's code is verified on either tab."""
        if self.tabs.currentWidget() is self.verify:
            self.verify_text(code)
        else:
            self.presenter.find_scanned(code)
        return True

    def _turned(self) -> None:
        if self.tabs.currentWidget() is self.verify:
            self.verify.code.setFocus()
        elif self.tabs.currentWidget() is self.hand_over:
            self.delivering.refresh()
            self.hand_over.search.setFocus()
        elif self.tabs.currentWidget() is self.register:
            self.register.refresh()
            self.verify.trust.refresh()
