"""The desk page: verdicts, what stays until it is acknowledged, search, undo, the camera."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.support.desk_page import codes, page

from checkin_desktop.documents import raster
from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.gui.camera import FeedState
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.desk.homonyms import HomonymDialog
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.desk import event_info, settings
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.recent_passages import recent_passages
from checkin_desktop.words import load_words

from .conftest import Settled

__all__ = ["codes", "page"]


def _id_of(context: Context, name: str) -> str:
    return next(line.attendee.id for line in roster(context.desk) if line.attendee.name == name)


def _tone(page: DeskPage) -> object:
    return page.card.property("verdict")


def test_a_badge_turns_the_card_green_and_is_in_the_journal(
    page: DeskPage, codes: dict[str, str], settled: Settled
) -> None:
    page.take_scan(codes["Pedro Zárate Ríos"])
    settled()
    assert _tone(page) == "admitted"
    assert page.card.person.text() == "Pedro Zárate Ríos"
    assert "Mancomunidad Altiplano Sur" in page.card.about.text()
    (line,) = recent_passages(page.context.desk)
    assert (line.name, line.outcome, line.source) == (
        "Pedro Zárate Ríos",
        Outcome.ADMITTED,
        Source.SCANNER,
    )


def test_green_gives_way_to_the_next_scan_at_once(
    page: DeskPage, codes: dict[str, str], settled: Settled
) -> None:
    for name in ("Pedro Zárate Ríos", "Lucía Ñahui Peña"):
        page.take_scan(codes[name])
        settled()
    assert page.card.person.text() == "Lucía Ñahui Peña"
    assert not page.pinned.isVisible()


def test_red_stays_until_it_is_acknowledged_while_others_come_in(
    page: DeskPage, codes: dict[str, str], settled: Settled, qtbot: QtBot
) -> None:
    page.take_scan("NADIE-123456")
    settled()
    assert _tone(page) == "refused"
    page.take_scan(codes["Pedro Zárate Ríos"])
    settled()
    assert _tone(page) == "admitted"
    assert page.pinned.isVisible()
    assert [r.code for r in page.presenter.unanswered] == ["NADIE-123456"]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.presenter.unanswered == ()
    assert not page.pinned.isVisible()
    assert _tone(page) == "admitted"


def test_enter_acknowledges_the_large_card(page: DeskPage, settled: Settled, qtbot: QtBot) -> None:
    page.take_scan("NADIE-123456")
    settled()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert _tone(page) == "idle"


def test_the_same_refusal_shown_twice_waits_once(page: DeskPage, settled: Settled) -> None:
    for _ in range(2):
        page.take_scan("NADIE-123456")
        settled()
    assert len(page.presenter.unanswered) == 1


def test_a_name_typed_without_accents_and_enter_admits(
    page: DeskPage, settled: Settled, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "nahui")
    settled()
    assert page.hits.count() == 1
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert page.card.person.text() == "Lucía Ñahui Peña"
    assert page.search.text() == ""


def test_enter_before_the_answer_is_not_lost(page: DeskPage, settled: Settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "01234567")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert page.card.person.text() == "Lucía Ñahui Peña"


def test_the_arrows_choose_among_the_people_found(page: DeskPage, settled: Settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "altiplano")
    settled()
    assert page.hits.count() == 2
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    wanted = page.hits.marked
    assert wanted is not None
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert page.card.person.text() == wanted.attendee.name


def test_a_name_nobody_has_is_no_refusal(page: DeskPage, settled: Settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "zzyzx")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert page.middle.currentWidget() is page.nobody
    assert "zzyzx" in page.nobody.text()
    assert event_info(page.context.desk).refused == 0


def test_a_code_typed_by_hand_is_decided(page: DeskPage, settled: Settled, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "99887766")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settled()
    assert _tone(page) == "refused"
    assert event_info(page.context.desk).refused == 1


class TestHomonyms:
    @pytest.fixture
    def people(self, people: tuple[object, ...]) -> tuple[object, ...]:
        twin = replace(people[0], document="77889900", organisation="Universidad Andina")  # type: ignore[type-var]
        return (*people, twin)

    def test_two_of_one_name_are_asked_about(self, page: DeskPage, settled: Settled, qtbot: QtBot) -> None:
        qtbot.keyClicks(page.search, "rosa elvira")
        settled()
        assert page.hits.count() == 2
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
        dialog = page.findChild(HomonymDialog)
        assert dialog is not None
        assert event_info(page.context.desk).admitted == 0
        dialog.list.setCurrentRow(1)
        chosen = dialog.list.marked
        assert chosen is not None
        dialog.list.itemActivated.emit(dialog.list.currentItem())
        settled()
        came = [x.attendee.id for x in roster(page.context.desk, _checkpoint(page)) if x.admitted_at]
        assert came == [chosen.attendee.id]


def _checkpoint(page: DeskPage) -> str:
    checkpoint = page.context.session.checkpoint
    assert checkpoint is not None
    return checkpoint.id


def test_ctrl_z_takes_the_last_admission_back(
    page: DeskPage, codes: dict[str, str], settled: Settled, notes: list[str], qtbot: QtBot
) -> None:
    for name in ("Pedro Zárate Ríos", "Lucía Ñahui Peña"):
        page.take_scan(codes[name])
        settled()
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.verbs.dialog, Qt.Key.Key_2)
    settled()
    undone = {line.name for line in recent_passages(page.context.desk) if line.undone}
    assert undone == {"Lucía Ñahui Peña"}
    assert any("Lucía Ñahui Peña" in note for note in notes)
    assert _tone(page) == "idle"


def test_without_a_checkpoint_nobody_is_recorded(
    page: DeskPage, codes: dict[str, str], settled: Settled, notes: list[str]
) -> None:
    page.context.session.checkpoint = None
    page.take_scan(codes["Pedro Zárate Ríos"])
    settled()
    assert event_info(page.context.desk).admitted == 0
    assert page.notice.isVisible()
    assert notes


def test_the_checkpoint_is_confirmed_with_one_key(page: DeskPage, qtbot: QtBot) -> None:
    assert page.notice.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert not page.notice.isVisible()


def test_somebody_who_is_inside_shows_amber(page: DeskPage, settled: Settled) -> None:
    person = _id_of(page.context, "Pedro Zárate Ríos")
    page.admit(person)
    settled()
    page.admit(person)
    settled()
    assert page.card.result is not None
    assert page.card.result.repeated
    assert _tone(page) == "admitted"


def test_pictures_of_badges_are_scanned_by_the_real_decoder(
    page: DeskPage, tmp_path: Path, settled: Settled, qtbot: QtBot
) -> None:
    """Two sheets of real badges as an image folder: everybody on them comes in once."""
    context = page.context
    faces = [face for _, face in badge_faces(context.desk)]
    pdf = draw_badges(faces, settings(context.desk), load_words("es"), 8)
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(raster.page_count(pdf)):
        picture = context.tools.render_page(pdf, number, 1700)
        _save_png(folder / f"{number}.png", picture.width, picture.height, picture.rgb)
    page.feed.start(str(folder))
    qtbot.waitUntil(lambda: page.feed.current.state is FeedState.ENDED, timeout=30_000)
    qtbot.waitUntil(lambda: event_info(context.desk).admitted == len(faces), timeout=30_000)
    settled()
    assert event_info(context.desk).refused == 0


def _save_png(path: Path, width: int, height: int, rgb: bytes) -> None:
    from PySide6.QtGui import QImage

    assert QImage(rgb, width, height, width * 3, QImage.Format.Format_RGB888).save(str(path))


def test_a_source_that_is_not_there_is_said_in_words(page: DeskPage, tmp_path: Path, qtbot: QtBot) -> None:
    page.feed.start(str(tmp_path / "no-such-video.mp4"))
    qtbot.waitUntil(lambda: page.feed.current.state is FeedState.FAILED, timeout=10_000)
    assert "no-such-video.mp4" in page.feed_view.picture.accessibleDescription()
    page.feed.stop()


def test_every_text_changes_with_the_language(
    page: DeskPage, codes: dict[str, str], settled: Settled
) -> None:
    page.take_scan(codes["Pedro Zárate Ríos"])
    settled()
    assert page.card.title.text() == "ADELANTE"
    page.context.language.switch("en")
    page.retranslate()
    assert page.card.title.text() != "ADELANTE"
    assert page.register.text() == "Register a person"
