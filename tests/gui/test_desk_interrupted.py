"""Two things at once at the desk: a badge while a name is typed, a reader beside the camera, a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.support import midday
from tests.support.desk_page import codes, page

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.event import Checkpoint, CheckpointKind
from checkin_desktop.domain.people import DocumentKind, Person
from checkin_desktop.gui.design import announcing
from checkin_desktop.gui.design.reason_choice import ReasonChoice
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.person_dialog import PersonDialog
from checkin_desktop.services.found_event import define_checkpoint
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.services.register_walk_in import register

from .conftest import Settled

__all__ = ["codes", "page"]


def _tone(page: DeskPage) -> object:
    return page.card.property("verdict")


def test_a_badge_that_comes_while_a_name_is_typed_leaves_the_name(
    page: DeskPage, codes: dict[str, str], settled: Settled, qtbot: QtBot
) -> None:
    """The camera saw somebody else's: the verdict is shown, and the next letter goes on with the name."""
    qtbot.keyClicks(page.search, "zar")
    settled()
    page.take_scan(codes["Lucía Ñahui Peña"])
    settled()
    assert page.card.isVisible()
    assert page.card.person.text() == "Lucía Ñahui Peña"
    qtbot.keyClicks(page.search, "ate")
    settled()
    assert page.search.text() == "zarate"
    assert page.hits.isVisible()
    page.take_scan(codes["Óscar Paredes León"])
    settled()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert page.hits.isVisible(), "who was found is shown again before anybody is let in"
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert page.card.person.text() == "Pedro Zárate Ríos"
    assert page.search.text() == ""


def test_the_badge_of_who_was_searched_for_ends_the_search(
    page: DeskPage, codes: dict[str, str], settled: Settled, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "zarate")
    settled()
    page.take_scan(codes["Pedro Zárate Ríos"])
    settled()
    assert page.search.text() == ""
    assert _tone(page) == "admitted"


def test_who_was_refused_is_still_seen_while_another_is_searched_for(
    page: DeskPage, settled: Settled, qtbot: QtBot
) -> None:
    page.take_scan("SOMEBODY-ELSES-CODE")
    settled()
    assert not page.pinned.isVisible(), "the card shows it"
    qtbot.keyClicks(page.search, "zar")
    settled()
    assert page.pinned.isVisible()
    page.search.clear()
    settled()
    assert not page.pinned.isVisible()
    assert _tone(page) == "refused"


def test_enter_registers_whom_nobody_knows(
    page: DeskPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "nelida apaza")
    settled()
    assert page.nobody.register.isVisible()
    with qtbot.waitSignal(context.session.walk_in_wanted) as wanted:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert wanted.args == ["nelida apaza"]


def test_a_number_on_no_list_is_carried_into_the_registration(
    page: DeskPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    page.take_scan("45612378")
    settled()
    assert _tone(page) == "refused"
    with qtbot.waitSignal(context.session.walk_in_wanted) as wanted:
        qtbot.keyClick(page.search, Qt.Key.Key_F4)
    assert wanted.args == ["45612378"]
    assert page.presenter.unanswered == (), "registering is what was to be done about it"


def test_one_badge_read_by_camera_and_scanner_together_is_one(
    page: DeskPage, codes: dict[str, str], settled: Settled
) -> None:
    decided: list[object] = []
    page.presenter.decided.connect(decided.append)
    for source in (Source.CAMERA, Source.SCANNER):
        page.presenter.scan(codes["Pedro Zárate Ríos"], source)
    settled()
    assert len(decided) == 1
    assert page.card.detail.text() == ""


class TestGivenOnce:
    @pytest.fixture
    def codes(self, context: Context, codes: dict[str, str]) -> dict[str, str]:
        kit = Checkpoint("kit", "Kit", CheckpointKind.ONCE, midday.today())
        define_checkpoint(context.desk, kit)
        context.session.choose(kit, day_confirmed=False)
        return codes

    def test_a_kit_just_given_does_not_look_like_one_to_give(
        self, page: DeskPage, codes: dict[str, str], settled: Settled
    ) -> None:
        """Within a minute the journal has the first verdict again; who stands there must not get a second one."""
        clock = [0.0]
        page.presenter._clock = lambda: clock[0]
        page.take_scan(codes["Pedro Zárate Ríos"])
        settled()
        assert _tone(page) == "admitted"
        clock[0] = 20
        page.take_scan(codes["Pedro Zárate Ríos"])
        settled()
        assert _tone(page) == "refused"
        assert page.card.title.text() == "YA SE ENTREGÓ"


def test_a_screen_reader_says_the_verdict_at_once(
    page: DeskPage,
    codes: dict[str, str],
    settled: Settled,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The keyboard never leaves the search field, where a screen reader stands."""
    said: list[tuple[str, bool]] = []

    class Reader:
        """Qt's bridge to a screen reader, which no test machine has."""

        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def isActive() -> bool:
            return True

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            urgent = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            said.append((event.message(), urgent))

    monkeypatch.setattr(announcing, "QAccessible", Reader)
    page.take_scan(codes["Pedro Zárate Ríos"])
    settled()
    assert said[-1][0].startswith("ADELANTE. Pedro Zárate Ríos")
    assert said[-1][1]
    qtbot.keyClicks(page.search, "quispe")
    settled()
    assert said[-1][0].startswith("2 personas. La primera: Rosa")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert "Rosa" in said[-1][0]


def test_a_code_of_two_people_asks_which_and_enter_alone_admits_neither(
    page: DeskPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    for name, document in (("Uno", "71111111"), ("Dos", "71111112")):
        register(context.desk, Person(name, "Mismo", DocumentKind.DNI, document, own_code="TICKET9"))
    page.take_scan("TICKET9")
    settled()
    assert page.hits.isVisible()
    assert page.pinned.isVisible(), "what to do is said beside the list"
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert recent_passages(context.desk) == ()
    page.take_scan("TICKET9")
    settled()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert len(recent_passages(context.desk)) == 1
    assert page.presenter.unanswered == ()


def test_linking_a_code_deals_with_its_own_refusal_alone(
    page: DeskPage, context: Context, settled: Settled, qtbot: QtBot
) -> None:
    """Somebody else was refused while the volunteer looked for the code's owner."""
    page.take_scan("GYM-CARD-77")
    settled()
    page.verbs.link("GYM-CARD-77")
    dialog = page.verbs.dialog
    assert isinstance(dialog, PersonDialog)
    page.take_scan("SOMEBODY-ELSES-9")
    settled()
    qtbot.keyClicks(dialog.field, "zarate")
    settled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settled()
    assert [r.code for r in page.presenter.unanswered] == ["SOMEBODY-ELSES-9"]


def test_after_an_undo_by_mouse_the_search_field_has_the_keyboard_again(
    page: DeskPage, codes: dict[str, str], settled: Settled, qtbot: QtBot
) -> None:
    page.take_scan(codes["Pedro Zárate Ríos"])
    settled()
    back = next(b for b in page.recents.findChildren(QPushButton) if "Pedro" in b.accessibleName())
    back.setFocus()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    dialog = page.verbs.dialog
    assert isinstance(dialog, ReasonChoice)
    qtbot.mouseClick(dialog.reasons[0], Qt.MouseButton.LeftButton)
    settled()
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.search)
