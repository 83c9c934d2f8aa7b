"""The verdict about a certificate: a word, a shape and a colour, then its facts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.gui.design.icons import pixmap
from checkin_desktop.gui.design.tokens import GAP, PAD, VERDICT_COLOURS, VERDICT_SHAPES
from checkin_desktop.gui.design.widgets import clear, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates.presenter import Verified
from checkin_desktop.gui.pages.certificates.reviewing import freshness_words
from checkin_desktop.services.verification_words import because, facts_of
from checkin_desktop.services.verify_certificate import Verification
from checkin_desktop.words.verdicts import Tone

_SHAPE = 52
_TONES = {
    CertificateVerdict.VALID: Tone.ADMITTED,
    CertificateVerdict.REVOKED: Tone.REFUSED,
    CertificateVerdict.BAD_SIGNATURE: Tone.REFUSED,
    CertificateVerdict.UNKNOWN_KEY: Tone.ATTENTION,
    CertificateVerdict.CANNOT_CHECK: Tone.ATTENTION,
}
_GRAVEST = (
    CertificateVerdict.BAD_SIGNATURE,
    CertificateVerdict.REVOKED,
    CertificateVerdict.UNKNOWN_KEY,
    CertificateVerdict.CANNOT_CHECK,
    CertificateVerdict.VALID,
)


class VerdictCard(QWidget):
    """Hidden until something was checked. Of several certificates in one file the gravest verdict is shown large."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._said: Verified | None = None
        self.frame = QFrame()
        self.shape = QLabel()
        self.title, self.detail = label("verdict", wrap=True), label("large", wrap=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(PAD)
        self._facts.setVerticalSpacing(GAP // 2)
        self._facts.setColumnStretch(1, 1)
        self.others, self.fresh = label(wrap=True), label("small", wrap=True)
        inside = QVBoxLayout()
        inside.setSpacing(GAP)
        inside.addWidget(self.title)
        inside.addWidget(self.detail)
        inside.addLayout(self._facts)
        card = QHBoxLayout(self.frame)
        card.setContentsMargins(PAD + 4, PAD, PAD + 4, PAD)
        card.setSpacing(PAD)
        card.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        card.addLayout(inside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.frame)
        layout.addWidget(self.others)
        layout.addWidget(self.fresh)
        self.hide()

    @property
    def verdict(self) -> CertificateVerdict | None:
        return _gravest(self._said).verdict if self._said else None

    def retranslate(self) -> None:
        if self._said is not None:
            self.show_verified(self._said)

    def show_verified(self, said: Verified) -> None:
        self._said = said
        say, words = self._context.say, self._context.language.words
        shown = _gravest(said)
        tone = _TONES[shown.verdict]
        self.frame.setProperty("verdict", tone.value)
        for part in (self.frame, self.title, self.detail):
            part.style().unpolish(part)
            part.style().polish(part)
        self.shape.setPixmap(pixmap(VERDICT_SHAPES[tone], VERDICT_COLOURS[tone][1], _SHAPE))
        self.title.setText(say(f"cli-verify-{shown.verdict.value}"))
        self.detail.setText(self._detail(shown))
        self.setAccessibleName(f"{self.title.text()}. {self.detail.text()}")
        self._list_facts(shown)
        self.others.setText(self._count(said.found))
        self.others.setVisible(len(said.found) > 1)
        fresh = freshness_words(words, said.freshness) if _more_may_be_known(shown) else ""
        valid = shown.verdict is CertificateVerdict.VALID
        self.fresh.setText(say("certificates-verdict-fresh", fresh=fresh) if fresh and valid else fresh)
        self.fresh.setVisible(bool(fresh))
        self.show()

    def _detail(self, shown: Verification) -> str:
        words = self._context.language.words
        said = because(words, shown)
        if shown.verdict is CertificateVerdict.VALID:
            said = (
                words.say("certificates-valid" if shown.registered else "certificates-valid-elsewhere"),
                *said,
            )
        return " ".join(said)

    def _list_facts(self, shown: Verification) -> None:
        clear(self._facts)
        for place, (name, text) in enumerate(facts_of(self._context.language.words, shown)):
            caption, value = label("caption"), label("strong", wrap=True)
            caption.setText(self._context.say(f"certificates-fact-{name}"))
            value.setText(text)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, place, 1)

    def _count(self, found: tuple[Verification, ...]) -> str:
        """Of several in one file: how many have which verdict, and the numbers of those that aren't valid."""
        say = self._context.say
        said = []
        for verdict in reversed(_GRAVEST):
            same = [v for v in found if v.verdict is verdict]
            if same:
                name = say(f"cli-verify-{verdict.value}")
                numbers = ", ".join(v.number or str(v.serial or "?") for v in same)
                counted = f"{name}: {len(same)}"
                said.append(counted if verdict is CertificateVerdict.VALID else f"{counted} ({numbers})")
        return say("certificates-several", count=len(found), verdicts=" · ".join(said))


def _gravest(said: Verified) -> Verification:
    return min(said.found, key=lambda v: _GRAVEST.index(v.verdict))


def _more_may_be_known(shown: Verification) -> bool:
    """Whether another desk's journal could change the verdict."""
    return shown.verdict is CertificateVerdict.VALID or shown.reason in ("not_in_register", "unknown_key")
